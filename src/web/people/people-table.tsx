import type { PersonView } from '#contract/people.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { heldOn } from './memberships.ts'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'
import { PersonState } from './person-state-view.tsx'

const texts = { vi, en }

export type PeopleTableProps = {
  rows: readonly PersonView[]
  hrefOf: (row: PersonView) => string
  openKey: string | null
  /** Null: nobody can be chosen. */
  chosen: ReadonlySet<string> | null
  onChosen: (chosen: ReadonlySet<string>) => void
  /** Beside an open detail there is room for the first columns only. */
  narrow: boolean
}

export function usePeopleColumns(narrow: boolean): Column<PersonView>[] {
  const t = useTexts(texts)
  const { today } = useSession()
  const namesOf = (row: PersonView) => {
    const held = heldOn(row.memberships, today)
    return held.length === 0 ? t.noRole : [...new Set(held.map((one) => one.unitName))].join(', ')
  }
  const rolesOf = (row: PersonView) =>
    [...new Set(heldOn(row.memberships, today).map((one) => t.roles[one.role]))].join(', ')
  return [
    {
      key: 'name',
      sheet: { width: 30, value: (row) => row.fullName },
      title: t.columns.name,
      main: true,
      cell: (row) => (
        <>
          {row.fullName}
          <span className="person-title">
            {[row.jobTitle, narrow ? namesOf(row) : null].filter((part) => part !== null).join(' · ')}
          </span>
        </>
      ),
    },
    ...(narrow
      ? []
      : [
          { key: 'unit', title: t.columns.unit, cell: namesOf, width: '26%' },
          { key: 'roles', title: t.columns.roles, cell: rolesOf, width: '17%' },
        ]),
    {
      key: 'state',
      sheet: { value: (row) => t.states[row.state] },
      title: t.columns.state,
      cell: (row) => <PersonState state={row.state} bare />,
      width: '190px',
      titleUnseen: narrow,
    },
    ...(narrow
      ? []
      : [
          {
            key: 'seen',
            sheet: {
              value: (row: PersonView) => (row.lastSeenAt === null ? null : formatInstant(row.lastSeenAt)),
            },
            title: t.columns.seen,
            cell: (row: PersonView) =>
              row.lastSeenAt === null ? (
                <span className="muted">{t.neverSeen}</span>
              ) : (
                formatInstant(row.lastSeenAt)
              ),
            oneLine: true,
            width: '150px',
          },
        ]),
  ]
}

export function PeopleTable({ rows, hrefOf, openKey, chosen, onChosen, narrow }: PeopleTableProps) {
  const t = useTexts(texts)
  const columns = usePeopleColumns(narrow)
  return (
    <Table
      caption={t.caption}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.personId}
      hrefOf={hrefOf}
      openKey={openKey}
      {...(chosen === null
        ? {}
        : { selection: { chosen, onChange: onChosen, nameOf: (row: PersonView) => row.fullName } })}
    />
  )
}
