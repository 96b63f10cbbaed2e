import type { SubmissionView } from '#contract/submissions.ts'
import { type CellId, cellId, cellTitle, entryCells } from '#domain/forms/form.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'

const texts = { vi, en }

/** What the reviewer said, leading to the cells. */
export function ReturnedNotice({ view, onCell }: { view: SubmissionView; onCell: (cell: CellId) => void }) {
  const t = useTexts(texts).form
  const language = useLanguage()
  const { returned } = view
  if (returned === null) return null
  const cells = entryCells(view.form).filter(
    (cell) => returned.comments[cellId(cell.row, cell.column)] !== undefined,
  )
  const said = returned.reopened ? t.reopened : t.returned
  return (
    <Notice kind="warning" title={said(returned.personName, formatInstant(returned.at))}>
      {returned.comment !== null && <p>{returned.comment}</p>}
      {cells.length > 0 && (
        <ul className="send-warnings">
          {cells.map((cell) => (
            <li key={cell.id}>
              <Button kind="quiet" size="small" onPress={() => onCell(cell.id)}>
                {cellTitle(cell)[language]}
              </Button>{' '}
              {returned.comments[cell.id]}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
