import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import type { DutyId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { monthsShown } from '#domain/following/months.ts'
import { unitSorts } from '#domain/following/unit-sorts.ts'
import { useReadPages } from '#web/platform/data.ts'
import { allRows } from '#web/platform/list-file.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, readField, textField, writeSearch } from '#web/platform/search-params.ts'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { SplitPane } from '#web/ui/split-pane.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { sheetColumns } from '#web/ui/table.tsx'
import { en as calendarEn } from './calendar.en.ts'
import { vi as calendarVi } from './calendar.vi.ts'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'
import { ByUnitView } from './by-unit-view.tsx'
import { TaskView } from './task-view.tsx'
import { ChosenWork, UrgeActs } from './urge-acts-view.tsx'
import { UrgeDialog, type UrgeKeys } from './urge-dialog.tsx'
import { useWorkColumns, workKey, WorkTable } from './work-table.tsx'
import { en as viewsEn } from './views.en.ts'
import { vi as viewsVi } from './views.vi.ts'
import { type View, views, ViewSwitch, YearViews } from './year-view.tsx'

const texts = { vi, en }
const nobody: ReadonlySet<string> = new Set()
const textsOfCalendar = { vi: calendarVi, en: calendarEn }
const textsOfViews = { vi: viewsVi, en: viewsEn }
const viewsOfOne = views.filter((view) => view !== 'units')
const standings = ['late', 'due_soon', 'open', 'later', 'done'] as const
const roles = ['lead', 'coordinating'] as const
const filterShape = {
  standing: choiceField(standings),
  role: choiceField(roles),
  reach: choiceField(['own', 'below']),
  month: readField((text) => (/^(?:\d{4}-(?:0[1-9]|1[0-2])|none)$/.test(text) ? text : null)),
  // The server looks whether it exists.
  unit: readField((text) => (text === '' ? null : (text as UnitId))),
  search: textField(),
  view: choiceField(views, 'table'),
  at: readField((text) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null)),
  sort: choiceField(unitSorts, 'late'),
  order: choiceField(['up', 'down'], 'down'),
}

/** Nhiệm vụ: the year's work as a table, a board, a Gantt chart, a month or by unit, under one filter; a task opens beside it. */
export function TasksScreen({ taskId }: { taskId: TaskId | DutyId | null }) {
  const t = useTexts(texts)
  const calendarTexts = useTexts(textsOfCalendar)
  const viewTexts = useTexts(textsOfViews)
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(nobody)
  const [urged, setUrged] = useState<UrgeKeys | 'late'>(null)
  const [filter, change] = useFilter(filterShape)
  // Whoever oversees a subtree comes for all of it; a school for its own.
  const reach = filter.reach ?? (may('assignment.overview', unit.path) ? 'below' : 'own')
  const query = {
    unitId: unit.unitId,
    schoolYear: year,
    reach,
    ...(filter.role === null ? {} : { role: filter.role }),
    ...(filter.standing === null ? {} : { standing: filter.standing }),
    ...(filter.month === null ? {} : { month: filter.month }),
    ...(filter.unit === null ? {} : { ofUnitId: filter.unit }),
    ...(filter.search === '' ? {} : { search: filter.search }),
  }
  const pages = useReadPages(followingContract.listWork, { query }, (last, input) =>
    last.next === null ? null : { query: { ...input.query, after: last.next } },
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const counts = pages.data?.pages[0]?.counts
  const total =
    counts === undefined
      ? 0
      : filter.standing === null
        ? Object.values(counts).reduce((sum, count) => sum + count, 0)
        : counts[filter.standing]
  const held = {
    standing: filter.standing,
    role: filter.role,
    reach: filter.reach,
    month: filter.month,
    unit: filter.unit,
    search: filter.search,
    view: filter.view === 'table' ? null : filter.view,
    at: filter.at,
    sort: filter.sort === 'late' ? null : filter.sort,
    order: filter.order === 'down' ? null : filter.order,
  }
  const kept = writeSearch(held)
  const isFiltered =
    filter.standing !== null ||
    filter.role !== null ||
    filter.month !== null ||
    filter.unit !== null ||
    filter.search !== ''
  const clear = () => change({ standing: null, role: null, month: null, unit: null, search: '' })
  const months = [
    ...monthsShown(year, filter.month === null || filter.month === 'none' ? [] : [filter.month]),
    'none',
  ]
  const unitName = rows.find((row) => row.unitId === filter.unit)?.unitName ?? t.filters.oneUnit
  const hrefOf = (row: { taskId: TaskId | DutyId }) =>
    `${to('tasks/{-$taskId}', { taskId: row.taskId })}${kept}`

  const viewHref = (view: View) =>
    `${to('tasks/{-$taskId}', { taskId })}${writeSearch({ ...held, view: view === 'table' ? null : view })}`

  const columns = useWorkColumns(reach === 'below')
  const file = async () => ({
    title: t.tasksOf(unit.name),
    facts: [
      t.reaches[reach],
      filter.standing === null ? null : t.standings[filter.standing],
      filter.role === null ? null : t.roles[filter.role],
      filter.month === null ? null : t.monthOf(filter.month),
      filter.unit === null ? null : unitName,
      filter.search === '' ? null : `“${filter.search}”`,
    ].filter((fact) => fact !== null),
    columns: [
      ...sheetColumns(columns),
      {
        title: t.columns.percent,
        width: 12,
        format: 'percent' as const,
        value: (row: WorkRow) => row.percent / 100,
      },
      { title: t.columns.doneOn, width: 14, format: 'date' as const, value: (row: WorkRow) => row.doneOn },
      { title: t.columns.holder, width: 24, value: (row: WorkRow) => row.holderName },
    ],
    rows: await allRows(
      followingContract.listWork,
      { query },
      (page) => page.rows,
      (page, asked) => (page.next === null ? null : { query: { ...asked.query, after: page.next } }),
    ),
  })
  const mayUrge = reach === 'below' && may('assignment.urge', unit.path)
  const chosenKeys = rows
    .filter((row) => chosen.has(workKey(row)))
    .map(({ assignmentId, windowNo }) => ({ assignmentId, windowNo }))
  const list = (
    <>
      {urged !== null && (
        <UrgeDialog
          keys={urged === 'late' ? null : urged}
          onClose={() => {
            setUrged(null)
            setChosen(nobody)
          }}
        />
      )}
      <PageHeader
        title={t.tasksOf(unit.name)}
        acts={
          <>
            {mayUrge && <UrgeActs onUrge={() => setUrged('late')} />}
            <LinkButton icon="calendar" href={to('tasks/calendar')}>
              {calendarTexts.open}
            </LinkButton>
            {filter.view !== 'table' && (
              <Button icon="print" onPress={() => window.print()}>
                {viewTexts.print}
              </Button>
            )}
            {rows.length > 0 && filter.view !== 'units' && <ListFileButton make={file} />}
          </>
        }
      />
      <ViewSwitch views={reach === 'below' ? views : viewsOfOne} view={filter.view} hrefOf={viewHref} />
      <FilterBar
        search={{
          value: filter.search,
          onChange: (search) => change({ search }, 'typed'),
          placeholder: t.search,
        }}
        {...(counts === undefined ? {} : { count: t.count(total) })}
        onClear={isFiltered ? clear : undefined}
      >
        <FilterChoice
          label={t.filters.standing}
          value={filter.standing}
          onChange={(standing) => change({ standing })}
          options={standings.map((value) => ({
            value,
            text: t.standings[value],
            ...(counts === undefined ? {} : { hint: String(counts[value]) }),
          }))}
        />
        <FilterChoice
          label={t.filters.role}
          value={filter.role}
          onChange={(role) => change({ role })}
          options={roles.map((value) => ({ value, text: t.roles[value] }))}
        />
        <FilterChoice
          label={t.filters.month}
          value={filter.month}
          onChange={(month) => change({ month })}
          options={months.map((month) => ({ value: month, text: t.monthOf(month) }))}
        />
        {filter.unit !== null && (
          <FilterChoice
            label={t.filters.unit}
            value={filter.unit}
            onChange={(one) => change({ unit: one })}
            options={[{ value: filter.unit, text: unitName }]}
          />
        )}
        <FilterChoice
          label={t.filters.reach}
          value={reach}
          onChange={(next) => change({ reach: next })}
          options={(['own', 'below'] as const).map((value) => ({ value, text: t.reaches[value] }))}
        />
      </FilterBar>
      {chosen.size > 0 && filter.view === 'table' && (
        <ChosenWork
          count={chosen.size}
          onUrge={() => setUrged(chosenKeys)}
          onClear={() => setChosen(nobody)}
        />
      )}
      {pages.error !== null && <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />}
      {pages.isPending && filter.view === 'table' && <LoadingState rows={10} />}
      {filter.view === 'units' && (
        <ByUnitView
          query={query}
          filter={{
            role: filter.role,
            month: filter.month,
            search: filter.search === '' ? null : filter.search,
          }}
          sort={filter.sort}
          descending={filter.order === 'down'}
          onSort={(sort, descending) => change({ sort, order: descending ? 'down' : 'up' })}
        />
      )}
      {(filter.view === 'board' || filter.view === 'gantt' || filter.view === 'calendar') && (
        <YearViews
          view={filter.view}
          query={query}
          month={filter.at}
          onMonth={(at) => change({ at })}
          hrefOf={hrefOf}
          openTask={taskId}
        />
      )}
      {filter.view === 'table' && (
        <>
          {pages.data !== undefined && rows.length === 0 && (
            <EmptyState
              title={isFiltered ? t.empty.none : t.empty.title}
              act={isFiltered && <Button onPress={clear}>{t.empty.clear}</Button>}
            >
              {!isFiltered && t.empty.text}
            </EmptyState>
          )}
          {rows.length > 0 && (
            <WorkTable
              rows={rows}
              hrefOf={hrefOf}
              openTask={taskId}
              withUnit={reach === 'below'}
              chosen={mayUrge && taskId === null ? { keys: chosen, onChange: setChosen } : null}
            />
          )}
          {rows.length > 0 && (
            <ShowMore
              shown={rows.length}
              total={total}
              busy={pages.isFetchingNextPage}
              onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
            />
          )}
        </>
      )}
    </>
  )
  return (
    <SplitPane
      list={list}
      detail={taskId === null ? null : <TaskView taskId={taskId} />}
      closeHref={`${to('tasks/{-$taskId}', { taskId: null })}${kept}`}
      detailLabel={t.task.detail}
    />
  )
}
