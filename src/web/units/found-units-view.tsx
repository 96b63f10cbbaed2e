import type { CallInput } from '#web/platform/client.ts'
import { type UnitRow, unitsContract } from '#contract/units.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { useReadPages } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { allRows } from '#web/platform/list-file.ts'
import { Button } from '#web/ui/button.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'

const texts = { vi, en }

type FoundUnitsProps = {
  query: CallInput<typeof unitsContract.listUnits>['query'] & object
  openUnit: UnitId | null
  hrefOf: (unitId: UnitId) => string
  onClear: () => void
}

/** What fits the filter, wherever it hangs. */
export function FoundUnitsView({ query, openUnit, hrefOf, onClear }: FoundUnitsProps) {
  const t = useTexts(texts)
  const pages = useReadPages(unitsContract.listUnits, { query }, (last, input) =>
    last.next === null ? null : { query: { ...input.query, after: last.next } },
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pages.data?.pages[0]?.total ?? 0
  if (pages.error !== null) return <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />
  if (pages.isPending) return <LoadingState rows={8} />
  if (rows.length === 0)
    return <EmptyState title={t.empty.none} act={<Button onPress={onClear}>{t.empty.clear}</Button>} />
  const columns: readonly Column<UnitRow>[] = [
    { key: 'name', title: t.columns.name, main: true, cell: (row) => <UnitNameView row={row} /> },
    { key: 'code', title: t.columns.code, oneLine: true, cell: (row) => row.code },
  ]
  const file = async () => ({
    title: t.title,
    facts: [query.search === undefined ? null : `“${query.search}”`].filter((fact) => fact !== null),
    columns: [
      { title: t.columns.code, width: 18, value: (row: UnitRow) => row.code },
      { title: t.columns.name, width: 50, value: (row: UnitRow) => row.officialName },
      { title: t.filters.kind, width: 20, value: (row: UnitRow) => t.kinds[row.kind] },
      {
        title: t.filters.level,
        width: 24,
        value: (row: UnitRow) => row.levels.map((level) => t.levels[level]).join(', '),
      },
      {
        title: t.filters.ownership,
        width: 18,
        value: (row: UnitRow) => (row.ownership === null ? null : t.ownerships[row.ownership]),
      },
    ],
    rows: await allRows(
      unitsContract.listUnits,
      { query },
      (page) => page.rows,
      (page, asked) => (page.next === null ? null : { query: { ...asked.query, after: page.next } }),
    ),
  })
  return (
    <>
      <div className="row screen-only">
        <ListFileButton make={file} />
      </div>
      <Table
        caption={t.list}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.unitId}
        hrefOf={(row) => hrefOf(row.unitId)}
        openKey={openUnit}
      />
      <ShowMore
        shown={rows.length}
        total={total}
        busy={pages.isFetchingNextPage}
        onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
      />
    </>
  )
}

function UnitNameView({ row }: { row: UnitRow }) {
  const t = useTexts(texts)
  const facts = [
    ...row.levels.map((level) => t.levels[level]),
    row.ownership === null ? null : t.ownerships[row.ownership],
  ].filter((fact) => fact !== null)
  return (
    <>
      {row.shortName}
      <span className="units-name-detail">{facts.length === 0 ? t.kinds[row.kind] : facts.join(', ')}</span>
    </>
  )
}
