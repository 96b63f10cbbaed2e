import type { ReactNode } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { overviewContract, type UnitBehind } from '#contract/overview.ts'
import type { TargetCounts } from '#contract/targets.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { targetStates } from '#domain/targets/judge.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { en as targetsEn } from '#web/targets/targets.en.ts'
import { vi as targetsVi } from '#web/targets/targets.vi.ts'
import { Button } from '#web/ui/button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { MonthsView } from './months-view.tsx'
import { en } from './overview.en.ts'
import { vi } from './overview.vi.ts'
import './overview.css'

const texts = { vi, en }
const stateTexts = { vi: targetsVi.states, en: targetsEn.states }
type Year = ReplyOf<typeof overviewContract.getYear>

/** Tổng quan: the year of a leader on one screen; every number leads to its list. Printed, it is one A4 page. */
export function OverviewScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const { today } = useSession()
  const reading = useRead(overviewContract.getYear, { query: { unitId: unit.unitId, schoolYear: year } })
  return (
    <div className="overview">
      <PageHeader
        title={t.title(unit.name, year, formatDate(today))}
        acts={<Button onPress={() => window.print()}>{t.print}</Button>}
      />
      <Loaded reading={reading} loading={<LoadingState shape="page" rows={12} />}>
        {(found) => <YearView year={found} />}
      </Loaded>
    </div>
  )
}

function YearView({ year }: { year: Year }) {
  const t = useTexts(texts)
  return (
    <div className="overview-parts">
      <Part title={t.targets.title}>
        <Targets year={year} />
      </Part>
      <Part title={t.work.title}>
        <MonthsView months={year.months} counts={year.work} />
      </Part>
      <Part title={t.units.title}>
        <Units units={year.unitsBehind} late={year.unitsLate} />
      </Part>
      <div className="overview-lists">
        <Part title={t.soon.title}>
          <Soon year={year} />
        </Part>
        <div className="overview-pair">
          <Part title={t.waiting.title}>
            <Waiting year={year} />
          </Part>
          <Part title={t.rounds.title}>
            <Rounds year={year} />
          </Part>
        </div>
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="overview-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A number that leads to its list; nothing to see behind a zero. */
function Count({ count, href, label }: { count: number; href: string; label: string }) {
  if (count === 0) return <span className="overview-zero">0</span>
  return (
    <a href={href} aria-label={label}>
      {formatNumber(count)}
    </a>
  )
}

function Targets({ year }: { year: Year }) {
  const t = useTexts(texts)
  const states = useTexts(stateTexts)
  const to = useAddress()
  const { plan, targets } = year
  const list = to('targets/{-$targetId}', { targetId: null })
  if (plan === null)
    return (
      <p className="muted">
        {t.targets.none} <a href={to('plans')}>{t.targets.act}</a>
      </p>
    )
  if (targets === null)
    return (
      <p className="muted">
        {t.targets.above(plan.issuerName)} <a href={list}>{t.targets.see}</a>
      </p>
    )
  const cells = (counts: TargetCounts, name: string, group: string | null) =>
    targetStates.map((state) => (
      <td key={state} data-state={state}>
        <Count
          count={counts[state]}
          href={`${list}?state=${state}${group === null ? '' : `&group=${encodeURIComponent(group)}`}`}
          label={t.targets.seeState(counts[state], states[state], name)}
        />
      </td>
    ))
  return (
    <div className="overview-scroll">
      <table className="overview-table">
        <caption className="unseen">{t.targets.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.targets.group}</th>
            {targetStates.map((state) => (
              <th key={state} scope="col" data-state={state}>
                {states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.groups.map(({ code, title, counts }) => {
            const name = title ?? t.targets.noGroup
            return (
              <tr key={code}>
                <th scope="row">
                  {code === '' ? name : <a href={`${list}?group=${encodeURIComponent(code)}`}>{name}</a>}
                </th>
                {counts !== null && cells(counts, name, code === '' ? null : code)}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <a href={list}>{t.targets.all}</a>
            </th>
            {cells(targets.counts, t.targets.all, null)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Units({ units, late }: { units: readonly UnitBehind[]; late: number }) {
  const t = useTexts(texts)
  const to = useAddress()
  const tasks = to('tasks/{-$taskId}', { taskId: null })
  if (units.length === 0) return <p className="muted">{t.units.none}</p>
  return (
    <>
      <div className="overview-scroll">
        <table className="overview-table">
          <caption className="unseen">{t.units.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.units.unit}</th>
              <th scope="col">{t.units.late}</th>
              <th scope="col">{t.units.dueSoon}</th>
              <th scope="col">{t.units.done}</th>
              <th scope="col">{t.units.since}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => {
              const list = `${tasks}?reach=below&unit=${unit.unitId}`
              return (
                <tr key={unit.unitId}>
                  <th scope="row">
                    <a href={list}>{unit.name}</a>
                  </th>
                  <td data-state="missed">
                    <Count
                      count={unit.late}
                      href={`${list}&standing=late`}
                      label={`${t.units.late}: ${formatNumber(unit.late)}, ${unit.name}`}
                    />
                  </td>
                  <td>
                    <Count
                      count={unit.dueSoon}
                      href={`${list}&standing=due_soon`}
                      label={`${t.units.dueSoon}: ${formatNumber(unit.dueSoon)}, ${unit.name}`}
                    />
                  </td>
                  <td>{`${formatNumber(unit.done)}/${formatNumber(unit.total)}`}</td>
                  <td>{unit.since === null ? '' : formatDate(unit.since)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {late > units.length && (
        <p className="overview-more">
          <a href={`${tasks}?reach=below&standing=late`}>{t.units.all(late)}</a>
        </p>
      )}
    </>
  )
}

function Soon({ year }: { year: Year }) {
  const t = useTexts(texts)
  const to = useAddress()
  if (year.willBeLate.length === 0) return <p className="muted">{t.soon.none}</p>
  return (
    <ul className="overview-list" aria-label={t.soon.caption}>
      {year.willBeLate.map((task) => (
        <li key={`${task.taskId}-${task.dueOn}`}>
          <a href={to('tasks/{-$taskId}', { taskId: task.taskId })}>
            {task.no === null ? task.title : `${task.no}. ${task.title}`}
          </a>
          <span className="overview-facts">
            <span>{formatDate(task.dueOn)}</span>
            <span>{t.soon.line(task.units, task.percent)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Waiting({ year: { waiting } }: { year: Year }) {
  const t = useTexts(texts)
  const to = useAddress()
  const kinds = (['returned', 'unit_ended', 'extension', 'claim'] as const).filter(
    (kind) => waiting[kind] > 0,
  )
  if (kinds.length === 0) return <p className="muted">{t.waiting.none}</p>
  return (
    <ul className="overview-list">
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={to('work')}>{t.waiting[kind](waiting[kind])}</a>
        </li>
      ))}
    </ul>
  )
}

function Rounds({ year: { rounds } }: { year: Year }) {
  const t = useTexts(texts)
  const to = useAddress()
  if (rounds.length === 0) return <p className="muted">{t.rounds.none}</p>
  return (
    <ul className="overview-list">
      {rounds.map((round) => (
        <li key={round.roundId}>
          <a href={to('rounds/$roundId', { roundId: round.roundId })}>{round.title}</a>
          <span className="overview-facts">
            {t.rounds.line(round.sent + round.approved, round.asked, formatDate(round.closesOn))}
          </span>
        </li>
      ))}
    </ul>
  )
}
