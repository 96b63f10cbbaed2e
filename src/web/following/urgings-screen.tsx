import { useState } from 'react'
import { type UrgingLine, urgingContract } from '#contract/following-urging.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useReadPages } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { UrgingRuleAct } from './urging-rule-dialog.tsx'
import { UrgingLetterDialog } from './urging-letter-dialog.tsx'
import { en } from './urging.en.ts'
import { vi } from './urging.vi.ts'
import './following.css'

const texts = { vi, en }
const badges: Record<UrgingLine['aftermath'], State> = {
  done: 'done',
  reported: 'running',
  nothing: 'attention',
}
const mostNamed = 3

/** Đôn đốc: who was urged about what, by whom, and what followed. */
export function UrgingsScreen() {
  const t = useTexts(texts).list
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const pages = useReadPages(
    urgingContract.listUrgings,
    { query: { unitId: unit.unitId, schoolYear: year } },
    (last, input) => (last.next === null ? null : { query: { ...input.query, before: last.next } }),
  )
  const [asked, setAsked] = useState<UrgingLine | null>(null)
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const tasks = to('tasks/{-$taskId}', { taskId: null })
  const columns: Column<UrgingLine>[] = [
    { key: 'unit', title: t.unit, main: true, cell: (row) => row.unitName, width: '18%' },
    { key: 'about', title: t.about, cell: (row) => <About row={row} /> },
    { key: 'by', title: t.by, cell: (row) => <By row={row} />, width: '22%' },
    { key: 'aftermath', title: t.aftermath, cell: (row) => <Aftermath row={row} />, width: '18%' },
    ...(rows.some((row) => row.letterTo !== null)
      ? [
          {
            key: 'letter',
            title: t.letter,
            titleUnseen: true,
            width: '104px',
            cell: (row: UrgingLine) =>
              row.letterTo !== null && (
                <Button size="small" onPress={() => setAsked(row)}>
                  {t.letter}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title={t.title(unit.name)}
        crumbs={[{ text: t.crumb, href: tasks }]}
        acts={may('assignment.urge', unit.path) ? <UrgingRuleAct /> : undefined}
      />
      {pages.error !== null && <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />}
      {pages.isPending && <LoadingState rows={8} />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState title={t.empty} act={<LinkButton href={tasks}>{t.toTasks}</LinkButton>}>
          {t.emptyText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption={t.caption}
            columns={columns}
            rows={rows}
            keyOf={(row) => row.urgingId}
            groupOf={(row) => ({ key: row.urgedOn, title: formatDate(row.urgedOn) })}
          />
          {asked !== null && <UrgingLetterDialog row={asked} onClose={() => setAsked(null)} />}
          <ShowMore
            shown={rows.length}
            busy={pages.isFetchingNextPage}
            onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
          />
        </>
      )}
    </>
  )
}

function About({ row }: { row: UrgingLine }) {
  const t = useTexts(texts).list
  const to = useAddress()
  return (
    <ul className="urging-items">
      {row.items.slice(0, mostNamed).map((item) => (
        <li key={`${item.assignmentId}-${item.windowNo}`}>
          <a href={to('tasks/{-$taskId}', { taskId: item.taskId })}>
            {item.no === null ? item.title : `${item.no}. ${item.title}`}
          </a>{' '}
          <span className="muted">{t.days[item.standing](item.days)}</span>
        </li>
      ))}
      {row.items.length > mostNamed && <li className="muted">{t.more(row.items.length - mostNamed)}</li>}
    </ul>
  )
}

function By({ row }: { row: UrgingLine }) {
  const t = useTexts(texts)
  return (
    <>
      {row.automatic === null ? row.personName : t.automatic}
      <span className="task-work-role">
        {row.automatic === null ? t.steps[row.step] : t.automaticSteps[row.automatic]}
      </span>
      {row.message !== null && <span className="task-work-role">“{row.message}”</span>}
    </>
  )
}

function Aftermath({ row }: { row: UrgingLine }) {
  const t = useTexts(texts).list.aftermaths
  const days = row.items.flatMap((item) => (item.reportedOn === null ? [] : [item.reportedOn])).toSorted()
  const first = days[0]
  return (
    <StateBadge state={badges[row.aftermath]} bare>
      {row.aftermath === 'reported'
        ? first === undefined
          ? t.reportedSome
          : t.reported(formatDate(first))
        : t[row.aftermath]}
    </StateBadge>
  )
}
