import { useState } from 'react'
import type { CellId } from '#domain/forms/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import type { GridModel, ModelCell } from './grid-model.ts'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import './grid.css'

const texts = { vi, en }

export type FieldsViewProps = {
  model: GridModel
  withLast: boolean
  /** undefined: only read. */
  onType?: ((typed: readonly { cell: CellId; text: string }[]) => void) | undefined
  onOpen?: ((cell: CellId) => void) | undefined
}

/** The same form where a table has no room: a field for each cell, row by row. */
export function FieldsView({ model, withLast, onType, onOpen }: FieldsViewProps) {
  return (
    <div className="entry-fields">
      {model.sections.map((section) => (
        <div key={section.code} className="entry-fields" id={`section-${section.code}`}>
          {section.title !== '' && model.sections.length > 1 && <h2>{section.title}</h2>}
          {section.rows.map((row) => (
            <fieldset key={row.code} className="entry-fields-row" data-total={row.total || undefined}>
              <legend>{row.title}</legend>
              {row.cells.map((cell) => (
                <CellField key={cell.id} cell={cell} withLast={withLast} onType={onType} onOpen={onOpen} />
              ))}
            </fieldset>
          ))}
        </div>
      ))}
    </div>
  )
}

type CellFieldProps = Omit<FieldsViewProps, 'model'> & { cell: ModelCell }

function CellField({ cell, withLast, onType, onOpen }: CellFieldProps) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState<string | null>(null)
  const id = `cell-${cell.id}`
  const noteId = `${id}-note`
  const take = () => {
    if (typed !== null) onType?.([{ cell: cell.id, text: typed }])
    setTyped(null)
  }
  if (!cell.open || onType === undefined) {
    if (cell.text === '' && !cell.open) return null
    return (
      <div className="entry-field">
        <span className="entry-field-name">{cell.columnTitle}</span>
        <span className="entry-field-value" id={`at-${cell.id}`} tabIndex={-1}>
          {cell.text === '' ? t.form.empty : cell.text}
        </span>
        {cell.open && withLast && <LastFigure cell={cell} />}
        <Notes cell={cell} id={noteId} />
        {cell.open && onOpen !== undefined && (
          <Button kind="quiet" size="small" onPress={() => onOpen(cell.id)}>
            {t.review.addComment}
          </Button>
        )}
      </div>
    )
  }
  const said = cell.note !== null || cell.comment !== null
  return (
    <div className="entry-field">
      <label htmlFor={id}>{cell.columnTitle}</label>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? cell.text}
        aria-invalid={cell.note?.severity === 'stop' || undefined}
        aria-describedby={said ? noteId : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      {withLast && <LastFigure cell={cell} />}
      <Notes cell={cell} id={noteId} />
    </div>
  )
}

function LastFigure({ cell }: { cell: ModelCell }) {
  const t = useTexts(texts).form
  return (
    <span className="entry-field-last">
      {t.lastShort}: {cell.last === '' ? '–' : cell.last}
    </span>
  )
}

function Notes({ cell, id }: { cell: ModelCell; id: string }) {
  const t = useTexts(texts).form
  if (cell.note === null && cell.comment === null) return null
  return (
    <span id={id} className="entry-field-notes">
      {cell.note !== null && (
        <span className="entry-field-note" data-severity={cell.note.severity}>
          {cell.note.message}
        </span>
      )}
      {cell.comment !== null && <span className="entry-field-note">{t.commentOf(cell.comment)}</span>}
    </span>
  )
}
