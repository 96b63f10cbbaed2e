import { cascadeContract, type UnitPlanView } from '#contract/plan-cascade.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { useReadPages } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { allRows } from '#web/platform/list-file.ts'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, textField } from '#web/platform/search-params.ts'
import { Button } from '#web/ui/button.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { type Column, sheetColumns, Table } from '#web/ui/table.tsx'
import { en } from './cascade.en.ts'
import { vi } from './cascade.vi.ts'

const texts = { vi, en }
const states = ['submitted', 'draft', 'none', 'published'] as const
const filterShape = { state: choiceField(states), search: textField() }
const badges: Record<(typeof states)[number], State> = {
  none: 'none',
  draft: 'draft',
  submitted: 'attention',
  published: 'done',
}

function stateOf({ state }: UnitPlanView): (typeof states)[number] {
  return state === 'discarded' || state === null ? 'none' : state
}

/** Kế hoạch của đơn vị: who below has a plan of its own, who waits for approval, how much of what was given is in it. */
export function UnitPlansScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const asked = {
    params: { unitId: unit.unitId },
    query: {
      schoolYear: year,
      ...(filter.state === null ? {} : { state: filter.state }),
      ...(filter.search === '' ? {} : { search: filter.search }),
    },
  }
  const pages = useReadPages(cascadeContract.listUnitPlans, asked, (last, input) =>
    last.next === null ? null : { ...input, query: { ...input.query, after: last.next } },
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const counts = pages.data?.pages.at(-1)?.counts
  const isFiltered = filter.state !== null || filter.search !== ''
  const clear = () => change({ state: null, search: '' })
  const total =
    counts === undefined
      ? 0
      : filter.state === null
        ? states.reduce((sum, state) => sum + counts[state], 0)
        : counts[filter.state]
  const columns: Column<UnitPlanView>[] = [
    { key: 'unit', title: t.unitPlans.columns.unit, main: true, cell: (row) => row.name },
    { key: 'plan', title: t.unitPlans.columns.plan, width: '38%', cell: (row) => row.title ?? '–' },
    {
      key: 'state',
      title: t.unitPlans.columns.state,
      width: '170px',
      sheet: { value: (row) => t.unitPlans.states[stateOf(row)] },
      cell: (row) => (
        <StateBadge state={badges[stateOf(row)]} bare>
          {t.unitPlans.states[stateOf(row)]}
        </StateBadge>
      ),
    },
    {
      key: 'since',
      title: t.unitPlans.columns.since,
      oneLine: true,
      cell: (row) => (row.since === null ? '' : formatInstant(row.since)),
    },
    {
      key: 'taken',
      title: t.unitPlans.columns.taken,
      numeric: true,
      cell: (row) => t.unitPlans.taken(row.takenUp, row.given),
    },
  ]
  const hrefOf = ({ planId, state }: UnitPlanView) =>
    planId === null
      ? null
      : state === 'draft'
        ? to('plans/$planId/review', { planId })
        : to('plans/$planId', { planId })
  return (
    <>
      <PageHeader
        title={t.unitPlans.title}
        crumbs={[{ text: t.crumb, href: to('plans') }]}
        facts={t.unitPlans.facts(year)}
        acts={
          rows.length > 0 && (
            <ListFileButton
              make={async () => ({
                title: t.unitPlans.title,
                facts: [unit.name, t.unitPlans.facts(year)],
                columns: sheetColumns(columns),
                rows: await allRows(
                  cascadeContract.listUnitPlans,
                  asked,
                  (page) => page.rows,
                  (page, input) =>
                    page.next === null ? null : { ...input, query: { ...input.query, after: page.next } },
                ),
              })}
            />
          )
        }
      />
      <FilterBar
        search={{
          value: filter.search,
          onChange: (search) => change({ search }, 'typed'),
          placeholder: t.unitPlans.search,
        }}
        {...(counts === undefined ? {} : { count: t.unitPlans.count(total) })}
        onClear={isFiltered ? clear : undefined}
      >
        <FilterChoice
          label={t.unitPlans.filterState}
          value={filter.state}
          onChange={(state) => change({ state })}
          options={states.map((value) => ({
            value,
            text: t.unitPlans.states[value],
            ...(counts === undefined ? {} : { hint: formatNumber(counts[value]) }),
          }))}
        />
      </FilterBar>
      {pages.error !== null && <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />}
      {pages.isPending && <LoadingState rows={10} />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState
          title={isFiltered ? t.unitPlans.none : t.unitPlans.empty}
          act={isFiltered && <Button onPress={clear}>{t.unitPlans.clear}</Button>}
        >
          {isFiltered ? null : t.unitPlans.emptyText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={t.unitPlans.caption}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.unitId}
          hrefOf={hrefOf}
        />
      )}
      <ShowMore
        shown={rows.length}
        {...(counts === undefined ? {} : { total })}
        busy={pages.isFetchingNextPage}
        onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
      />
    </>
  )
}
