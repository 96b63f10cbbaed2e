import { Fragment, type ReactNode, useState } from 'react'
import type { MatrixLine, RoundHead } from '#contract/submissions.ts'
import type { RoundId, UnitId } from '#domain/basics/ids.ts'
import { sortKey } from '#domain/basics/text.ts'
import { levelsOf, schoolLevels } from '#domain/units/unit.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { StandingBadge } from './standing-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import '#web/ui/table.css'
import './submissions.css'

const texts = { vi, en }
// Beyond this a list is read group by group.
const mostOpen = 150

export type MatrixViewProps = {
  rounds: readonly RoundHead[]
  lines: readonly MatrixLine[]
  hrefOf: (roundId: RoundId, unitId: UnitId) => string
}

type Group = { key: string; title: string; lines: MatrixLine[] }

/** Units against rounds. One round tells more of each unit; several tell a letter each. */
export function MatrixView({ rounds, lines, hrefOf }: MatrixViewProps) {
  const t = useTexts(texts).round
  const groups = useGroups(lines)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const startsOpen = lines.length <= mostOpen
  const toggle = (key: string) => {
    const next = new Set(turned)
    if (!next.delete(key)) next.add(key)
    setTurned(next)
  }
  const single = rounds.length === 1
  return (
    <div
      className="table-area"
      data-wide={!single || undefined}
      {...(single ? {} : { tabIndex: 0, role: 'region', 'aria-label': t.caption })}
    >
      <table className="table" role="table">
        <caption className="unseen">{t.caption}</caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              {t.unit}
            </th>
            {single ? (
              <SingleHeads />
            ) : (
              rounds.map((round) => <RoundHeadCell key={round.roundId} round={round} />)
            )}
          </tr>
        </thead>
        {groups.map((group) => {
          const isOpen = groups.length === 1 || startsOpen !== turned.has(group.key)
          const done = group.lines.filter((line) =>
            line.cells.every((cell) => cell === null || cell.state === 'approved'),
          ).length
          return (
            <tbody key={group.key}>
              {groups.length > 1 && (
                <tr className="table-group" role="row">
                  <th scope="rowgroup" colSpan={single ? 4 : rounds.length + 1}>
                    <button
                      type="button"
                      className="table-sort"
                      aria-expanded={isOpen}
                      onClick={() => toggle(group.key)}
                    >
                      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
                      {single ? t.group(group.title, done, group.lines.length) : group.title}
                    </button>
                  </th>
                </tr>
              )}
              {isOpen &&
                group.lines.map((line) => (
                  <LineView key={line.unitId} line={line} rounds={rounds} hrefOf={hrefOf} />
                ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

function SingleHeads() {
  const t = useTexts(texts).round
  return (
    <>
      <th role="columnheader" scope="col">
        {t.state}
      </th>
      <th role="columnheader" scope="col">
        <span className="unseen">{t.warnings(0)}</span>
      </th>
      <th role="columnheader" scope="col">
        {t.saved}
      </th>
    </>
  )
}

function RoundHeadCell({ round }: { round: RoundHead }) {
  const t = useTexts(texts)
  return (
    <th role="columnheader" scope="col">
      {round.title}
      <br />
      <span className="muted">{t.periods[round.period]}</span>
    </th>
  )
}

function LineView({
  line,
  rounds,
  hrefOf,
}: {
  line: MatrixLine
  rounds: readonly RoundHead[]
  hrefOf: MatrixViewProps['hrefOf']
}) {
  const t = useTexts(texts)
  const only = rounds.length === 1 ? rounds[0] : undefined
  const link = (round: RoundHead, content: ReactNode) => (
    <a className="table-link" href={hrefOf(round.roundId, line.unitId)}>
      {content}
    </a>
  )
  if (only !== undefined) {
    const cell = line.cells[0] ?? null
    return (
      <tr role="row" data-link>
        <td role="cell" data-main data-label={t.round.unit}>
          {link(only, line.name)}
        </td>
        <td role="cell" data-label={t.round.state}>
          <StandingBadge state={cell?.state ?? null} bare />
        </td>
        <td role="cell">
          {cell !== null && cell.warnings > 0 && (
            <span className="round-warnings">{t.round.warnings(cell.warnings)}</span>
          )}
        </td>
        <td role="cell" data-label={t.round.saved} data-one-line>
          {typeof cell?.savedAt === 'string' ? formatInstant(cell.savedAt) : '–'}
        </td>
      </tr>
    )
  }
  return (
    <tr role="row">
      <td role="cell" data-main data-label={t.round.unit}>
        {line.name}
      </td>
      {rounds.map((round, index) => {
        const cell = line.cells[index] ?? null
        const state = cell?.state ?? 'missing'
        return (
          <td key={round.roundId} role="cell" data-label={round.title}>
            {cell === null ? (
              <span className="unseen">{t.round.notAsked}</span>
            ) : (
              <a
                className="matrix-mark"
                data-state={state}
                href={hrefOf(round.roundId, line.unitId)}
                title={t.states[state]}
                aria-label={`${line.name}, ${round.title}: ${t.states[state]}`}
              >
                {t.letters[state]}
              </a>
            )}
          </td>
        )
      })}
    </tr>
  )
}

export function MatrixLegend() {
  const t = useTexts(texts)
  const states = ['missing', 'draft', 'sent', 'returned', 'approved'] as const
  return (
    <p className="matrix-legend">
      {states.map((state) => (
        <Fragment key={state}>
          <span>
            <span className="matrix-mark" data-state={state}>
              {t.letters[state]}
            </span>
            {t.states[state]}
          </span>
        </Fragment>
      ))}
    </p>
  )
}

// By the unit above where there are several, else by level.
function useGroups(lines: readonly MatrixLine[]): Group[] {
  const t = useTexts(texts).round.levels
  const parents = new Set(lines.map((line) => line.parentName))
  const titleOf = (line: MatrixLine) =>
    parents.size > 1 ? (line.parentName ?? '') : (levelsOf(line).map((level) => t[level])[0] ?? '')
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const title = titleOf(line)
    const group = groups.get(title) ?? { key: title, title, lines: [] }
    group.lines.push(line)
    groups.set(title, group)
  }
  // By name of the unit above; by level in the order of school life.
  const order = (group: Group) =>
    parents.size > 1
      ? sortKey(group.title)
      : String(schoolLevels.findIndex((level) => t[level] === group.title))
  return [...groups.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
