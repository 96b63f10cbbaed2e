import { useMemo } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import type { plansContract } from '#contract/plans.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField } from '#web/platform/search-params.ts'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { en as enMoves } from './plan-moves.en.ts'
import { vi as viMoves } from './plan-moves.vi.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { windowsText } from './windows-text.ts'

const texts = {
  vi: { ...vi.plan, contents: viMoves.contents },
  en: { ...en.plan, contents: enMoves.contents },
}
const kinds = ['target', 'duty', 'task'] as const
const filterShape = { tab: choiceField(kinds), only: choiceField(['loose']) }

type Plan = ReplyOf<typeof plansContract.getPlan>
type Unit = Plan['tasks'][number]['units'][number]

/** What a plan says: targets, duties under their units, the annex. Of a published one each leads to its page. */
export function PlanContents({ plan }: { plan: Plan }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const lists = useMemo(() => {
    const kept = <Item extends { review: string }>(items: readonly Item[]) =>
      items.filter((item) => item.review !== 'discarded')
    return { target: kept(plan.targets), duty: kept(plan.duties), task: kept(plan.tasks) }
  }, [plan])
  const published = plan.head.state === 'published'
  const numbers = new Map(lists.task.map((task) => [task.taskId, task.no]))
  const loose = lists.duty.filter((duty) => duty.taskId === null)
  const duties = filter.only === 'loose' ? loose : lists.duty
  const tab =
    filter.tab ?? (lists.task.length > 0 ? 'task' : (kinds.find((kind) => lists[kind].length > 0) ?? 'task'))
  const content = {
    target: (
      <Table
        caption={t.contents.target}
        rows={lists.target}
        keyOf={(target) => target.targetId}
        hrefOf={(target) => (published ? to('targets/{-$targetId}', { targetId: target.targetId }) : null)}
        groupOf={(target) => ({
          key: target.groupTitle ?? '',
          title: target.groupTitle ?? t.contents.noGroup,
        })}
        columns={[
          {
            key: 'statement',
            title: t.contents.statement,
            main: true,
            cell: (target) => <WithEnd text={target.statement} endedOn={target.endedOn} />,
          },
          {
            key: 'figure',
            title: t.contents.figure,
            width: '220px',
            cell: (target) => formatTargetFigure(target, language) ?? '–',
          },
        ]}
      />
    ),
    duty: (
      <>
        {loose.length > 0 && loose.length < lists.duty.length && (
          <p className="plan-loose">
            <Checkbox
              checked={filter.only === 'loose'}
              onChange={(on) => change({ only: on ? 'loose' : null })}
            >
              {t.contents.loose(loose.length)}
            </Checkbox>
          </p>
        )}
        <Table
          caption={t.contents.duty}
          rows={duties}
          keyOf={(duty) => duty.dutyId}
          hrefOf={(duty) =>
            published ? to('tasks/{-$taskId}', { taskId: duty.taskId ?? duty.dutyId }) : null
          }
          groupOf={(duty) => ({ key: `${duty.section} ${duty.heading}`, title: duty.heading })}
          columns={[
            {
              key: 'body',
              title: t.contents.statement,
              main: true,
              cell: (duty) => <WithEnd text={duty.body} endedOn={duty.endedOn} />,
            },
            {
              key: 'units',
              title: t.contents.units,
              width: '22%',
              cell: (duty) => printed(duty.units, null),
            },
            {
              key: 'followed',
              title: t.contents.followed,
              width: '190px',
              cell: (duty) =>
                duty.taskId === null
                  ? t.contents.ofItself
                  : t.contents.ofTask(numbers.get(duty.taskId) ?? null),
            },
          ]}
        />
      </>
    ),
    task: (
      <Table
        caption={t.caption}
        rows={lists.task}
        keyOf={(task) => task.taskId}
        hrefOf={(task) => (published ? to('tasks/{-$taskId}', { taskId: task.taskId }) : null)}
        columns={[
          { key: 'no', title: t.columns.no, numeric: true, cell: (task) => task.no ?? '', width: '56px' },
          {
            key: 'title',
            title: t.columns.title,
            main: true,
            cell: (task) => <WithEnd text={task.title} endedOn={task.endedOn} />,
            width: '36%',
          },
          { key: 'lead', title: t.columns.lead, cell: (task) => printed(task.units, 'lead') },
          {
            key: 'coordinating',
            title: t.columns.coordinating,
            cell: (task) => printed(task.units, 'coordinating'),
          },
          { key: 'time', title: t.columns.time, cell: (task) => windowsText(task.windows, language) },
        ]}
      />
    ),
  }
  return (
    <Tabs
      label={t.contents.label}
      value={tab}
      onChange={(next) => change({ tab: next })}
      tabs={kinds.map((kind) => ({
        value: kind,
        text: t.contents[kind],
        count: formatNumber(lists[kind].length),
        content: lists[kind].length === 0 ? <EmptyState title={t.contents.none[kind]} /> : content[kind],
      }))}
    />
  )
}

function printed(units: readonly Unit[], role: Unit['role'] | null): string {
  return units
    .filter((unit) => role === null || unit.role === role)
    .map((unit) => unit.printedName)
    .join('; ')
}

function WithEnd({ text, endedOn }: { text: string; endedOn: Plan['tasks'][number]['endedOn'] }) {
  const t = useTexts(texts)
  return (
    <>
      {text}
      {endedOn !== null && (
        <>
          {' '}
          <StateBadge state="none" bare>
            {t.endedOn(formatDate(endedOn))}
          </StateBadge>
        </>
      )}
    </>
  )
}
