import { type TargetLine, targetsContract } from '#contract/targets.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { TargetId } from '#domain/basics/ids.ts'
import { formatTargetFigure, levelCodes } from '#domain/plans/plan-target.ts'
import { formatActual, formatGap } from '#domain/targets/format-actual.ts'
import { targetStates } from '#domain/targets/judge.ts'
import { useRead } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, textField, writeSearch } from '#web/platform/search-params.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { SplitPane } from '#web/ui/split-pane.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { type Column, sheetColumns, Table } from '#web/ui/table.tsx'
import { TargetStateBadge } from './target-state-view.tsx'
import { TargetView } from './target-view.tsx'
import { en } from './targets.en.ts'
import { vi } from './targets.vi.ts'
import './targets.css'

const texts = { vi, en }
const filterShape = {
  state: choiceField(targetStates),
  group: textField(),
  level: choiceField(levelCodes),
  search: textField(),
}

/** Chỉ tiêu: what the plan promises, what came of it so far, and how each stands; one opens beside the list. */
export function TargetsScreen({ targetId }: { targetId: TargetId | null }) {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const { state, group, level, search } = filter
  const reading = useRead(
    targetsContract.listTargets,
    {
      query: {
        unitId: unit.unitId,
        schoolYear: year,
        ...(state === null ? {} : { state }),
        ...(group === '' ? {} : { group }),
        ...(level === null ? {} : { level }),
        ...(search === '' ? {} : { search }),
      },
    },
    { keepFormer: true },
  )
  const kept = writeSearch({ state, group, level, search })
  const isFiltered = state !== null || group !== '' || level !== null || search !== ''
  const clear = () => change({ state: null, group: '', level: null, search: '' })
  const columns = useColumns(reading.data?.rows.some((row) => row.standing !== null) ?? false)
  const asked = [
    state === null ? null : `${t.filters.state}: ${t.states[state]}`,
    group === ''
      ? null
      : `${t.filters.group}: ${reading.data?.groups.find((one) => one.code === group)?.title ?? group}`,
    level === null ? null : `${t.filters.level}: ${t.levels[level]}`,
    search === '' ? null : `“${search}”`,
  ].filter((part) => part !== null)
  const list = (
    <Loaded reading={reading}>
      {({ plan, rows, counts, groups }) => (
        <>
          <PageHeader
            title={t.title(plan?.issuerName ?? unit.name)}
            acts={
              <>
                {rows.length > 0 && (
                  <ListFileButton
                    make={async () =>
                      await Promise.resolve({
                        title: t.title(plan?.issuerName ?? unit.name),
                        facts: asked,
                        columns: [
                          { title: t.filters.group, width: 24, value: (row) => row.groupTitle },
                          ...sheetColumns(columns),
                        ],
                        rows,
                      })
                    }
                  />
                )}
                <LinkButton href={to('indicators')}>{t.figures}</LinkButton>
                {plan !== null && (
                  <LinkButton href={to('plans/$planId', { planId: plan.planId })}>{t.toPlan}</LinkButton>
                )}
              </>
            }
          />
          {plan !== null && plan.issuerUnitId !== unit.unitId && <Notice>{t.above(plan.issuerName)}</Notice>}
          {plan !== null && (groups.length > 0 || isFiltered) && (
            <FilterBar
              search={{
                value: search,
                onChange: (text) => change({ search: text }, 'typed'),
                placeholder: t.search,
              }}
              count={t.count(rows.length)}
              onClear={isFiltered ? clear : undefined}
            >
              {counts !== null && (
                <FilterChoice
                  label={t.filters.state}
                  value={state}
                  onChange={(next) => change({ state: next })}
                  options={targetStates.map((value) => ({
                    value,
                    text: t.states[value],
                    hint: String(counts[value]),
                  }))}
                />
              )}
              <FilterChoice
                label={t.filters.group}
                value={group === '' ? null : group}
                onChange={(next) => change({ group: next ?? '' })}
                options={groups
                  .filter((one) => one.code !== '')
                  .map((one) => ({ value: one.code, text: one.title ?? one.code, hint: String(one.total) }))}
              />
              <FilterChoice
                label={t.filters.level}
                value={level}
                onChange={(next) => change({ level: next })}
                options={levelCodes.map((value) => ({ value, text: t.levels[value] }))}
              />
            </FilterBar>
          )}
          {rows.length > 0 ? (
            <TargetTable
              rows={rows}
              columns={columns}
              hrefOf={(row) => `${to('targets/{-$targetId}', { targetId: row.targetId })}${kept}`}
              openTarget={targetId}
            />
          ) : isFiltered ? (
            <EmptyState title={t.empty.none} act={<Button onPress={clear}>{t.empty.clear}</Button>} />
          ) : (
            <EmptyState title={t.empty.title} act={<LinkButton href={to('plans')}>{t.empty.act}</LinkButton>}>
              {t.empty.text}
            </EmptyState>
          )}
        </>
      )}
    </Loaded>
  )
  return (
    <SplitPane
      list={list}
      detail={targetId === null ? null : <TargetView targetId={targetId} />}
      closeHref={`${to('targets/{-$targetId}', { targetId: null })}${kept}`}
      detailLabel={t.detail.label}
    />
  )
}

function useColumns(withStanding: boolean): Column<TargetLine>[] {
  const t = useTexts(texts)
  const language = useLanguage()
  return [
    { key: 'statement', title: t.columns.statement, main: true, cell: (row) => row.statement },
    {
      key: 'promised',
      title: t.columns.promised,
      numeric: true,
      width: '15%',
      cell: (row) => formatTargetFigure(row, language) ?? '–',
    },
    ...(withStanding
      ? [
          {
            key: 'actual',
            title: t.columns.actual,
            numeric: true,
            width: '15%',
            cell: (row: TargetLine) => <Actual line={row} />,
            sheet: {
              value: ({ standing, ...line }: TargetLine) =>
                standing === null || standing.actual === null
                  ? null
                  : formatActual(line, standing.actual, language),
            },
          },
        ]
      : []),
    {
      key: 'due',
      title: t.columns.due,
      oneLine: true,
      cell: (row) => formatDate(row.dueOn),
      sheet: { width: 13, format: 'date', value: (row) => row.dueOn },
    },
    ...(withStanding
      ? [
          {
            key: 'state',
            title: t.columns.state,
            width: '170px',
            cell: (row: TargetLine) => <Standing line={row} />,
            sheet: {
              value: ({ standing }: TargetLine) => (standing === null ? null : t.states[standing.state]),
            },
          },
        ]
      : []),
  ]
}

function TargetTable({
  rows,
  columns,
  hrefOf,
  openTarget,
}: {
  rows: readonly TargetLine[]
  columns: readonly Column<TargetLine>[]
  hrefOf: (row: TargetLine) => string
  openTarget: TargetId | null
}) {
  const t = useTexts(texts)
  return (
    <Table
      narrow="lines"
      caption={t.caption}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.targetId}
      hrefOf={hrefOf}
      openKey={openTarget}
      groupOf={(row) => ({ key: row.groupCode ?? '', title: row.groupTitle ?? t.noGroup })}
    />
  )
}

function Actual({ line }: { line: TargetLine }) {
  const language = useLanguage()
  const t = useTexts(texts)
  const actual = line.standing?.actual ?? null
  if (actual === null) return '–'
  return (
    <>
      {formatActual(line, actual, language)}
      <span className="target-as-of">{t.asOf(formatDate(actual.asOf))}</span>
    </>
  )
}

function Standing({ line }: { line: TargetLine }) {
  const language = useLanguage()
  const t = useTexts(texts)
  if (line.standing === null) return null
  const { state, why, gap } = line.standing
  const missing = state === 'met' ? null : formatGap(line, gap, language)
  return (
    <>
      <TargetStateBadge state={state} why={why} />
      {missing !== null && <span className="target-as-of">{t.gap(missing)}</span>}
    </>
  )
}
