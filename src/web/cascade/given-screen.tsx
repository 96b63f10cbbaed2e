import { useState } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { cascadeContract, type GivenShareView, type GivenWorkView } from '#contract/plan-cascade.ts'
import { plansContract } from '#contract/plans.ts'
import { sayShare } from '#domain/allocation/share-words.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { PlanId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, textField } from '#web/platform/search-params.ts'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { FilterBar } from '#web/ui/filter-bar.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, ErrorState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { type Column, sheetColumns, Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './cascade.en.ts'
import { vi } from './cascade.vi.ts'
import './cascade.css'

const texts = { vi, en }
const filterShape = { only: choiceField(['missing']), search: textField() }

type Head = ReplyOf<typeof plansContract.getPlan>['head']
type Row = { key: string; kind: 'task' | 'duty' | 'target' } & (
  | { of: 'work'; view: GivenWorkView }
  | { of: 'share'; view: GivenShareView }
)

/** Được giao: what the issuer of a plan was given itself, and what its plan makes of it; what is missing is taken up here. */
export function GivenScreen({ planId }: { planId: PlanId }) {
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  return (
    <Loaded reading={plan} loading={<LoadingState shape="page" rows={10} />}>
      {({ head }) => <Given head={head} unitId={head.issuerUnitId} year={head.schoolYear} />}
    </Loaded>
  )
}

function rowsOf({ work, targets }: ReplyOf<typeof cascadeContract.listGiven>): Row[] {
  const order = ['task', 'duty'] as const
  return [
    ...targets.map((view) => ({ key: view.targetId, kind: 'target', of: 'share', view }) as const),
    ...order.flatMap((kind) =>
      work
        .filter((view) => view.kind === kind)
        .map((view) => ({ key: view.assignmentId, kind, of: 'work', view }) as const),
    ),
  ]
}

function textOf(row: Row): string {
  if (row.of === 'share') return row.view.statement
  return row.view.no === null ? row.view.title : `${row.view.no}. ${row.view.title}`
}

function isDone(row: Row): boolean {
  return row.of === 'work' && row.view.done
}

function Given({ head, unitId, year }: { head: Head; unitId: UnitId; year: SchoolYear }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const may = useMay()
  const tell = useToast()
  const [filter, change] = useFilter(filterShape)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const given = useRead(cascadeContract.listGiven, { params: { unitId }, query: { schoolYear: year } })
  const takeUp = useWrite(cascadeContract.takeUp, {
    refresh: [cascadeContract.listGiven, plansContract.getPlan],
    onDone: ({ tasks, duties, targets }) => {
      tell({ text: t.given.taken(tasks + duties + targets) })
      setChosen(new Set())
    },
  })
  const open = head.state === 'draft' && may('plan.draft', head.issuerPath)
  const address =
    head.state === 'draft'
      ? to('plans/$planId/review', { planId: head.planId })
      : to('plans/$planId', { planId: head.planId })
  const isHere = (row: Row) => row.view.takenUp.some((item) => item.planId === head.planId)
  const columns: Column<Row>[] = [
    { key: 'what', title: t.given.columns.what, main: true, cell: textOf },
    {
      key: 'share',
      title: t.given.columns.share,
      width: '170px',
      cell: (row) =>
        row.of === 'share'
          ? sayShare(row.view.measure, row.view, row.view.unitWord, language)
          : row.view.dueOn === null
            ? t.given.noDue
            : formatDate(row.view.dueOn),
    },
    {
      key: 'own',
      title: t.given.columns.own,
      width: '36%',
      sheet: { width: 60, value: (row) => row.view.takenUp.map((item) => item.text).join('; ') },
      cell: (row) => <Own row={row} here={head.planId} address={address} />,
    },
  ]
  return (
    <Loaded reading={given} loading={<LoadingState shape="page" rows={10} />}>
      {(data) => {
        const rows = rowsOf(data)
        const missing = rows.filter((row) => !isHere(row) && !row.view.over && !isDone(row))
        const words = fold(filter.search)
        const shown = (filter.only === 'missing' ? missing : rows).filter((row) =>
          fold(textOf(row)).includes(words),
        )
        const send = (picked: readonly Row[]) =>
          takeUp.send({
            params: { planId: head.planId },
            body: {
              assignmentIds: picked.flatMap((row) => (row.of === 'work' ? [row.view.assignmentId] : [])),
              targetIds: picked.flatMap((row) => (row.of === 'share' ? [row.view.targetId] : [])),
            },
          })
        return (
          <>
            <PageHeader
              title={t.given.title}
              crumbs={[
                { text: t.crumb, href: to('plans') },
                { text: head.title, href: address },
              ]}
              facts={t.given.facts(
                rows.filter(isHere).length,
                rows.length,
                rows.filter((row) => !isHere(row) && isDone(row)).length,
              )}
              acts={
                <>
                  {rows.length > 0 && (
                    <ListFileButton
                      make={async () =>
                        await Promise.resolve({
                          title: t.given.title,
                          facts: [head.issuerName, head.title],
                          columns: sheetColumns(columns),
                          rows: shown,
                        })
                      }
                    />
                  )}
                  {open && missing.length > 0 && (
                    <Button kind="primary" busy={takeUp.busy} onPress={() => send(missing)}>
                      {t.given.takeUpAll(missing.length)}
                    </Button>
                  )}
                </>
              }
            />
            {takeUp.problem !== null && <ErrorState error={takeUp.problem} />}
            {rows.length === 0 ? (
              <EmptyState title={t.given.empty}>{t.given.emptyText}</EmptyState>
            ) : (
              <>
                <FilterBar
                  search={{
                    value: filter.search,
                    onChange: (search) => change({ search }, 'typed'),
                    placeholder: t.given.search,
                  }}
                >
                  <Checkbox
                    checked={filter.only === 'missing'}
                    onChange={(on) => change({ only: on ? 'missing' : null })}
                  >
                    {t.given.onlyMissing(missing.length)}
                  </Checkbox>
                </FilterBar>
                {chosen.size > 0 && (
                  <div className="given-chosen" role="group" aria-label={t.given.chosen(chosen.size)}>
                    <b role="status">{t.given.chosen(chosen.size)}</b>
                    <Button
                      kind="primary"
                      size="small"
                      busy={takeUp.busy}
                      onPress={() => send(missing.filter((row) => chosen.has(row.key)))}
                    >
                      {t.given.takeUp}
                    </Button>
                  </div>
                )}
                {shown.length === 0 && filter.only === 'missing' ? (
                  <EmptyState title={t.given.allTaken} />
                ) : (
                  <Table
                    caption={t.given.caption}
                    columns={columns}
                    rows={shown}
                    keyOf={(row) => row.key}
                    hrefOf={(row) =>
                      row.of === 'work'
                        ? to('tasks/{-$taskId}', { taskId: row.view.taskId })
                        : to('given-targets/{-$targetId}', { targetId: row.view.targetId })
                    }
                    groupOf={(row) => ({
                      key: `${row.kind} ${row.view.planId}`,
                      title: t.given.groupOf(t.given.groups[row.kind], row.view.issuerName),
                    })}
                    {...(open && missing.length > 0
                      ? { selection: { chosen, onChange: setChosen, nameOf: textOf } }
                      : {})}
                  />
                )}
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** The items that carry it out; those of another plan of the unit with its name would be rare, and are shown the same. */
function Own({ row, here, address }: { row: Row; here: PlanId; address: string }) {
  const t = useTexts(texts).given
  const { takenUp, over } = row.view
  if (takenUp.length === 0)
    return (
      <StateBadge state={over ? 'none' : isDone(row) ? 'done' : 'attention'} bare>
        {over ? t.over : isDone(row) ? t.done : t.missing}
      </StateBadge>
    )
  return (
    <>
      <ul className="given-own">
        {takenUp.map((item) => (
          <li key={item.itemId}>
            {item.planId === here ? (
              <a href={`${address}?tab=${item.kind}&item=${item.itemId}`}>{item.text}</a>
            ) : (
              item.text
            )}
          </li>
        ))}
      </ul>
      {over && (
        <StateBadge state="none" bare>
          {t.over}
        </StateBadge>
      )}
    </>
  )
}
