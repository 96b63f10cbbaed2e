import type { ReplyOf } from '#contract/endpoint.ts'
import type { importContract } from '#contract/people-import.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './import.en.ts'
import { vi } from './import.vi.ts'

const texts = { vi, en }

export type CheckReply = ReplyOf<(typeof importContract)['checkImport']>

/** Every fault with its cell and what mends it, in the order of the file. */
export function ImportFaultsView({ reply }: { reply: CheckReply }) {
  const t = useTexts(texts).faults
  // Two faults may stand in one cell.
  const rows = reply.faults.map((fault, index) => ({ ...fault, key: String(index) }))
  return (
    <section className="import-part">
      <Notice kind="error">{t.text}</Notice>
      <Table
        caption={t.caption}
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          {
            key: 'cell',
            title: t.cell,
            main: true,
            oneLine: true,
            width: '80px',
            cell: (row) => <span className="import-cell">{row.cell ?? '—'}</span>,
          },
          { key: 'sheet', title: t.sheet, oneLine: true, width: '110px', cell: (row) => row.sheet },
          {
            key: 'value',
            title: t.value,
            width: '18%',
            cell: (row) => (row.value === '' ? <span className="muted">{t.empty}</span> : row.value),
          },
          { key: 'message', title: t.message, cell: (row) => row.message },
          { key: 'mend', title: t.mend, cell: (row) => row.mend },
        ]}
      />
      {reply.faults.length < reply.faultCount && (
        <p className="muted dense">{t.more(reply.faults.length, reply.faultCount)}</p>
      )}
    </section>
  )
}
