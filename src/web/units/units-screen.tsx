import { useState } from 'react'
import { unitsContract } from '#contract/units.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { ownerships, schoolLevels, unitKinds } from '#domain/units/unit.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { writeSearch } from '#web/platform/search-params.ts'
import { useMay, useSession } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { DayChoice } from '#web/ui/date-input.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { SplitPane } from '#web/ui/split-pane.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { Tree } from '#web/ui/tree.tsx'
import { filterShape } from './filter.ts'
import { FoundUnitsView } from './found-units-view.tsx'
import { UnitDetailView } from './unit-detail-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'
import { useUnitTree } from './use-unit-tree.ts'
import './units.css'

const texts = { vi, en }

/** Đơn vị: the tree of a day, a unit's page beside it. */
export function UnitsScreen({ unitId }: { unitId: UnitId | null }) {
  const t = useTexts(texts)
  const { today } = useSession()
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const asOf = filter.asOf ?? today
  const isFiltered =
    filter.kind !== null || filter.level !== null || filter.ownership !== null || filter.search.trim() !== ''
  const clear = () => change({ kind: null, level: null, ownership: null, search: '' })
  const kept = writeSearch({
    asOf: filter.asOf,
    kind: filter.kind,
    level: filter.level,
    ownership: filter.ownership,
    search: filter.search,
  })
  const hrefOf = (id: UnitId) => `${to('units/{-$unitId}', { unitId: id })}${kept}`
  const goTo = (day: LocalDate) => change({ asOf: day === today ? null : day })
  const query = {
    asOf,
    reach: 'all' as const,
    ...(filter.kind === null ? {} : { kind: filter.kind }),
    ...(filter.level === null ? {} : { level: filter.level }),
    ...(filter.ownership === null ? {} : { ownership: filter.ownership }),
    ...(filter.search.trim() === '' ? {} : { search: filter.search }),
  }
  // Behind the last page there is nothing but the number of all.
  const counted = useRead(
    unitsContract.listUnits,
    { query: { ...query, after: 1_000_000 } },
    { keepFormer: true },
  )

  const list = (
    <>
      <PageHeader title={t.title} acts={<UnitsActsView />} />
      <div className="units-day">
        <span className="units-day-label" id="units-as-of">
          {t.asOf}
        </span>
        <DayChoice value={asOf} onChange={goTo} today={today} aria-label={t.asOf} />
        {asOf !== today && (
          <>
            <Button kind="quiet" size="small" icon="undo" onPress={() => goTo(today)}>
              {t.backToToday}
            </Button>
            <span className="units-day-note" role="status">
              {t.notToday(formatDate(asOf))}
            </span>
          </>
        )}
      </div>
      <FilterBar
        search={{
          value: filter.search,
          onChange: (search) => change({ search }, 'typed'),
          placeholder: t.search,
        }}
        {...(counted.data === undefined ? {} : { count: t.count(counted.data.total) })}
        onClear={isFiltered ? clear : undefined}
      >
        <FilterChoice
          label={t.filters.kind}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          options={unitKinds.map((value) => ({ value, text: t.kinds[value] }))}
        />
        <FilterChoice
          label={t.filters.level}
          value={filter.level}
          onChange={(level) => change({ level })}
          options={schoolLevels.map((value) => ({ value, text: t.levels[value] }))}
        />
        <FilterChoice
          label={t.filters.ownership}
          value={filter.ownership}
          onChange={(ownership) => change({ ownership })}
          options={ownerships.map((value) => ({ value, text: t.ownerships[value] }))}
        />
      </FilterBar>
      {isFiltered ? (
        <FoundUnitsView query={query} openUnit={unitId} hrefOf={hrefOf} onClear={clear} />
      ) : (
        <UnitTreeView asOf={asOf} unitId={unitId} hrefOf={hrefOf} />
      )}
    </>
  )
  const detail =
    unitId === null ? null : (
      <UnitDetailView
        key={unitId}
        unitId={unitId}
        asOf={asOf}
        hrefOf={hrefOf}
        act={filter.act}
        onAct={(act) => change({ act })}
      />
    )
  return (
    <SplitPane
      list={list}
      detail={detail}
      closeHref={`${to('units/{-$unitId}', { unitId: null })}${kept}`}
      detailLabel={t.unit.detail}
      listWidth="narrow"
    />
  )
}

function UnitsActsView() {
  const t = useTexts(texts)
  const to = useAddress()
  const may = useMay()
  const audience = <LinkButton href={to('units/audience')}>{t.openAudience}</LinkButton>
  if (!may('unit.change')) return audience
  return (
    <Menu
      label={t.tools}
      acts={[
        { key: 'import', text: t.openImport, icon: 'upload', href: to('units/import') },
        { key: 'merge', text: t.openMerge, icon: 'merge', href: to('units/merge') },
        { key: 'audience', text: t.openAudience, icon: 'filter', href: to('units/audience') },
      ]}
    />
  )
}

type UnitTreeProps = { asOf: LocalDate; unitId: UnitId | null; hrefOf: (unitId: UnitId) => string }

function UnitTreeView({ asOf, unitId, hrefOf }: UnitTreeProps) {
  const t = useTexts(texts)
  const { unit } = usePlace()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<string | null>(null)
  // The way down to what is looked at is laid open once; afterwards the tree keeps what the person opens and closes.
  const target = unitId ?? unit.unitId
  const place = useRead(
    unitsContract.getUnit,
    { params: { unitId: target }, query: { asOf } },
    { when: shown !== `${target} ${asOf}` },
  )
  if (place.data !== undefined && shown !== `${target} ${asOf}`) {
    setShown(`${target} ${asOf}`)
    // A root opened from a link would stand alone.
    const own = unitId === null || place.data.above.length === 0 ? [target] : []
    setOpened(new Set([...opened, ...place.data.above.map((above) => above.unitId), ...own]))
  }
  const tree = useUnitTree(asOf, opened, t)
  if (tree.error !== null) return <ErrorState error={tree.error} onAgain={tree.again} />
  if (tree.isPending) return <LoadingState rows={10} />
  if (tree.nodes.length === 0) return <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
  return (
    <Tree
      label={t.tree}
      nodes={tree.nodes}
      opened={opened}
      onOpenedChange={setOpened}
      current={unitId}
      hrefOf={(node) => {
        const row = tree.rowOf(node.id)
        return row === undefined ? '#' : hrefOf(row.unitId)
      }}
    />
  )
}
