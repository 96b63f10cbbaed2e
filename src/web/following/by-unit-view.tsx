import { type UnitLine, workViewsContract } from '#contract/work-views.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { type UnitSort, unitSorts } from '#domain/following/unit-sorts.ts'
import type { CallInput } from '#web/platform/client.ts'
import { useReadPages } from '#web/platform/data.ts'
import { allRows } from '#web/platform/list-file.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { type Column, type Sort, sheetColumns, Table } from '#web/ui/table.tsx'
import { en as followingEn } from './following.en.ts'
import { vi as followingVi } from './following.vi.ts'
import { en } from './views.en.ts'
import { vi } from './views.vi.ts'

const texts = { vi, en }
const followingTexts = { vi: followingVi, en: followingEn }

type ByUnitProps = {
  query: CallInput<typeof workViewsContract.listYearItems>['query']
  /** What narrows the lists as it narrows these numbers, by the names of the address. */
  filter: Readonly<Record<string, string | null>>
  sort: UnitSort
  descending: boolean
  onSort: (sort: UnitSort, descending: boolean) => void
}

/** A unit a line; each number leads to the list of what it counts. */
export function ByUnitView({ query, filter, sort, descending, onSort }: ByUnitProps) {
  const t = useTexts(texts).units
  const empty = useTexts(followingTexts).empty
  const { unit, year } = usePlace()
  const to = useAddress()
  const asked = { ...query, sort, direction: descending ? ('descending' as const) : ('ascending' as const) }
  const pages = useReadPages(workViewsContract.listWorkByUnit, { query: asked }, (last, input) =>
    last.next === null ? null : { query: { ...input.query, after: last.next } },
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pages.data?.pages[0]?.total ?? 0
  if (pages.error !== null) return <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />
  if (pages.isPending) return <LoadingState rows={10} />
  if (rows.length === 0) return <EmptyState title={empty.none} />
  const listOf = (row: UnitLine, standing: string | null) =>
    to('tasks/{-$taskId}', { taskId: null }, { ...filter, reach: 'below', unit: row.unitId, standing })
  const counted = (
    key: UnitSort,
    countOf: (row: UnitLine) => number,
    standing: string | null,
  ): Column<UnitLine> => ({
    key,
    title: t[key === 'name' ? 'unit' : key],
    numeric: true,
    sortable: true,
    cell: (row) => {
      const count = countOf(row)
      return count === 0 ? '0' : <a href={listOf(row, standing)}>{formatNumber(count)}</a>
    },
    sheet: { format: 'integer', value: countOf },
  })
  const columns: Column<UnitLine>[] = [
    { key: 'name', title: t.unit, main: true, sortable: true, cell: (row) => row.name },
    counted('given', (row) => row.given, null),
    counted('done', (row) => row.done, 'done'),
    counted('late', (row) => row.late, 'late'),
    counted('due_soon', (row) => row.dueSoon, 'due_soon'),
    {
      key: 'not_reported',
      title: t.not_reported,
      numeric: true,
      sortable: true,
      cell: (row) => formatNumber(row.notReported),
      sheet: { format: 'integer', value: (row) => row.notReported },
    },
    {
      key: 'last_report',
      title: t.last_report,
      sortable: true,
      oneLine: true,
      cell: (row) => (row.lastReportOn === null ? t.never : formatDate(row.lastReportOn)),
      sheet: { width: 14, format: 'date', value: (row) => row.lastReportOn },
    },
  ]
  const file = async () => ({
    title: t.title(unit.name, year),
    facts: [],
    columns: sheetColumns(columns),
    rows: await allRows(
      workViewsContract.listWorkByUnit,
      { query: asked },
      (page) => page.rows,
      (page, input) => (page.next === null ? null : { query: { ...input.query, after: page.next } }),
    ),
  })
  const sortBy = (next: Sort) => {
    const known = unitSorts.find((one) => one === next.key)
    // Numbers are asked for from the top, names and days from the bottom.
    const turned = next.key === sort ? next.descending : known !== 'name' && known !== 'last_report'
    if (known !== undefined) onSort(known, turned)
  }
  return (
    <div className="by-unit">
      <div className="by-unit-head">
        <span className="muted" role="status">
          {t.count(total)}
        </span>
        <ListFileButton make={file} />
      </div>
      <Table
        caption={t.caption}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.unitId}
        hrefOf={(row) => listOf(row, null)}
        sort={{ key: sort, descending }}
        onSort={sortBy}
      />
      <ShowMore
        shown={rows.length}
        total={total}
        busy={pages.isFetchingNextPage}
        onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
      />
    </div>
  )
}
