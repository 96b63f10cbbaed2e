import type { AmendmentEntry } from '#contract/plan-amendments.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { PrintedUnit } from '#domain/plans/plan-task.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { AmendmentDiff } from './amendment-diff-view.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'
import { UnitSearch } from './names-view.tsx'

const texts = { vi, en }
const badges = { change: 'running', add: 'done', end: 'attention' } as const

type State = NonNullable<AmendmentEntry['after']>
type Acts = {
  onEdit: (() => void) | null
  onRemove: () => void
  /** A name that means no unit yet was said. */
  onMatch: (after: State) => void
}

/** One item of an amendment with what it was and what it is to be. */
export function AmendmentEntryView({ entry, acts }: { entry: AmendmentEntry; acts: Acts | null }) {
  const t = useTexts(texts)
  const { after } = entry
  return (
    <article className="amendment-entry">
      <div className="amendment-entry-head">
        <h2>
          <span className="amendment-entry-kind">
            {t.kinds[entry.kind]} ·{' '}
            <StateBadge state={badges[entry.act]} bare>
              {t.acts[entry.act]}
            </StateBadge>
          </span>
          {entry.name}
        </h2>
        {acts !== null && (
          <span className="amendment-acts">
            {acts.onEdit !== null && (
              <Button size="small" onPress={acts.onEdit}>
                {t.entries.edit}
              </Button>
            )}
            <Button kind="quiet" size="small" onPress={acts.onRemove}>
              {t.entries.remove}
            </Button>
          </span>
        )}
      </div>
      {entry.faults.length > 0 && (
        <div className="amendment-acts">
          {entry.faults.map((fault) => (
            <StateBadge key={fault} state="late">
              {t.faults[fault]}
            </StateBadge>
          ))}
        </div>
      )}
      {acts !== null &&
        after !== null &&
        namesOpen(after).map((name) => (
          <div key={name} className="amendment-match">
            <span>{t.entries.match(name)}</span>
            <UnitSearch
              label={t.entries.match(name)}
              onChoose={(unit) => acts.onMatch(withMeaning(after, name, unit))}
            />
          </div>
        ))}
      <AmendmentDiff entry={entry} />
    </article>
  )
}

function unitsIn(state: State): readonly PrintedUnit[] {
  return state.kind === 'task' ? state.task.units : state.kind === 'duty' ? state.duty.units : []
}

function namesOpen(state: State): string[] {
  return [...new Set(unitsIn(state).flatMap((unit) => (unit.target === null ? [unit.printedName] : [])))]
}

function withMeaning(state: State, name: string, unit: UnitId): State {
  const said = <U extends PrintedUnit>(units: readonly U[]) =>
    units.map((one) => (one.printedName === name && one.target === null ? { ...one, target: { unit } } : one))
  if (state.kind === 'task') return { kind: 'task', task: { ...state.task, units: said(state.task.units) } }
  if (state.kind === 'duty') return { kind: 'duty', duty: { ...state.duty, units: said(state.duty.units) } }
  return state
}
