import type { ReactNode } from 'react'
import type { WorkRow } from '#contract/following.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'
import { LifeNote } from './life-note-view.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { standingWords } from './standing-words.ts'

const texts = { vi, en }

export type WorkTableProps = {
  rows: readonly WorkRow[]
  hrefOf: (row: WorkRow) => string
  openTask?: string | null
  /** A unit's own list needs no column of units. */
  withUnit?: boolean
  /** Acts at the end of a row. */
  actsOf?: (row: WorkRow) => ReactNode
  groupOf?: (row: WorkRow) => { key: string; title: string }
  /** Rows that can be chosen, by their key (`workKey`). */
  chosen?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void } | null
}

export function useWorkColumns(withUnit: boolean): Column<WorkRow>[] {
  const t = useTexts(texts)
  return [
    {
      key: 'task',
      title: t.columns.task,
      main: true,
      cell: (row) => (row.no === null ? row.title : `${row.no}. ${row.title}`),
    },
    ...(withUnit
      ? [{ key: 'unit', title: t.columns.unit, cell: (row: WorkRow) => row.unitName, width: '22%' }]
      : []),
    {
      key: 'role',
      title: t.columns.role,
      cell: (row) => (row.kind === 'duty' ? t.dutyRoles[row.role] : t.roles[row.role]),
      oneLine: true,
    },
    {
      key: 'due',
      title: t.columns.due,
      cell: (row) =>
        row.dueOn !== null ? formatDate(row.dueOn) : row.term === null ? t.noDue : t.regularly[row.term],
      oneLine: true,
      sheet: { width: 14, format: 'date', value: (row) => row.dueOn },
    },
    {
      key: 'standing',
      title: t.columns.standing,
      cell: (row) => (
        <>
          <StandingBadge row={row} bare />
          <LifeNote row={row} />
        </>
      ),
      width: '210px',
      sheet: { value: (row) => standingWords(t.standing, row) },
    },
  ]
}

/** What, whose, by when, how it stands: in this order. */
export function WorkTable({
  rows,
  hrefOf,
  openTask = null,
  withUnit = true,
  actsOf,
  groupOf,
  chosen = null,
}: WorkTableProps) {
  const t = useTexts(texts)
  const columns = useWorkColumns(withUnit)
  if (actsOf !== undefined)
    columns.push({ key: 'acts', title: t.columns.acts, titleUnseen: true, cell: actsOf, width: '220px' })
  const open = rows.find((row) => row.taskId === openTask)
  return (
    <Table
      narrow="lines"
      caption={t.caption}
      columns={columns}
      rows={rows}
      keyOf={workKey}
      hrefOf={hrefOf}
      openKey={open === undefined ? null : workKey(open)}
      {...(groupOf === undefined ? {} : { groupOf })}
      {...(chosen === null
        ? {}
        : {
            selection: {
              chosen: chosen.keys,
              onChange: chosen.onChange,
              nameOf: (row: WorkRow) => `${row.title}, ${row.unitName}`,
            },
          })}
    />
  )
}

export function workKey(row: WorkRow): string {
  return `${row.assignmentId}-${row.windowNo}`
}
