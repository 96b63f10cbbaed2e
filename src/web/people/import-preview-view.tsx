import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { Table } from '#web/ui/table.tsx'
import type { CheckReply } from './import-faults-view.tsx'
import { en } from './import.en.ts'
import { vi } from './import.vi.ts'

const texts = { vi, en }
const states: Record<'founded' | 'changed' | 'unchanged' | 'invited', State> = {
  founded: 'done',
  invited: 'done',
  changed: 'attention',
  unchanged: 'none',
}

/** What an import would do: in numbers, then row by row, changes with what was before. */
export function ImportPreviewView({ reply, acts }: { reply: CheckReply; acts: ReactNode }) {
  const t = useTexts(texts)
  const { founded, changed, unchanged, invited, accountsUnchanged } = reply.counts
  const allUnits = founded + changed + unchanged
  const allAccounts = invited + accountsUnchanged
  return (
    <section className="import-part">
      <h2>{t.preview.title}</h2>
      <Notice kind={founded + changed + invited === 0 ? 'info' : 'success'} announce>
        {founded + changed + invited === 0 ? <p>{t.preview.nothing}</p> : null}
        {allUnits > 0 && <p>{t.preview.counts(founded, changed, unchanged)}.</p>}
        {allAccounts > 0 && <p>{t.preview.accounts(invited, accountsUnchanged)}.</p>}
      </Notice>
      {acts}
      {reply.units.length > 0 && (
        <Table
          caption={t.preview.unitsCaption}
          rows={reply.units}
          keyOf={(row) => row.code}
          columns={[
            { key: 'name', title: t.preview.name, main: true, cell: (row) => row.name },
            { key: 'code', title: t.preview.code, oneLine: true, cell: (row) => row.code },
            {
              key: 'what',
              title: t.preview.what,
              oneLine: true,
              cell: (row) => (
                <StateBadge state={states[row.what]} bare>
                  {t.preview[row.what]}
                </StateBadge>
              ),
            },
            { key: 'parent', title: t.preview.parent, oneLine: true, cell: (row) => row.parentCode ?? '' },
            // A column of nothing says nothing.
            ...(changed === 0
              ? []
              : [
                  {
                    key: 'changes',
                    title: t.preview.changes,
                    cell: (row: CheckReply['units'][number]) => (
                      <ul className="import-changes">
                        {row.changes.map((change) => (
                          <li key={change.field}>
                            {t.preview.change(t.fields[change.field], change.before, change.after)}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]),
          ]}
        />
      )}
      {reply.units.length < allUnits && (
        <p className="muted dense">{t.preview.more(reply.units.length, allUnits)}</p>
      )}
      {reply.accounts.length > 0 && (
        <Table
          caption={t.preview.accountsCaption}
          rows={reply.accounts}
          keyOf={(row) => row.userName}
          columns={[
            { key: 'person', title: t.preview.person, main: true, cell: (row) => row.fullName },
            { key: 'userName', title: t.preview.userName, oneLine: true, cell: (row) => row.userName },
            { key: 'unit', title: t.preview.unit, oneLine: true, cell: (row) => row.unitCode },
            { key: 'role', title: t.preview.role, cell: (row) => t.roles[row.role] },
            {
              key: 'what',
              title: t.preview.what,
              oneLine: true,
              cell: (row) => (
                <StateBadge state={states[row.what]} bare>
                  {t.preview[row.what]}
                </StateBadge>
              ),
            },
          ]}
        />
      )}
      {reply.accounts.length < allAccounts && (
        <p className="muted dense">{t.preview.more(reply.accounts.length, allAccounts)}</p>
      )}
    </section>
  )
}
