// What a unit was given, as the first wording of an item of its own plan. The unit changes what it likes; where an item
// came from stays with it.
import type { ShareFigures } from '#domain/allocation/shares.ts'
import type { Measure } from '#domain/allocation/whole.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { PrintedUnit, TimeWindow } from '#domain/plans/plan-task.ts'
import { figuresOfKind, type PlanTarget } from '#domain/plans/plan-target.ts'

/** A window of the share: as the plan prints it, and the day by which it is judged now. */
export type GivenWindow = {
  printed: TimeWindow | null
  startsOn: LocalDate | null
  dueOn: LocalDate | null
  moved: boolean
}

/** As printed while that holds; where the finish was moved, by its day. Without any time none. */
export function ownWindows(windows: readonly GivenWindow[]): TimeWindow[] {
  return windows.flatMap(({ printed, startsOn, dueOn, moved }): TimeWindow[] => {
    if (printed !== null && !moved) return [printed]
    if (startsOn === null && dueOn === null) return []
    return [
      {
        start: printed?.start ?? (startsOn === null ? null : { date: startsOn }),
        finish: dueOn === null ? null : { date: dueOn },
      },
    ]
  })
}

/** The unit leads what it was given, until its plan says who of those below it does. */
export function ownUnits(unit: { unitId: UnitId; name: string }): PrintedUnit[] {
  return [{ role: 'lead', printedName: unit.name, target: { unit: unit.unitId } }]
}

/** The sentence with the unit's figure where the whole's stood; where that is printed more than once, or not at all, as it was. */
function statementWith(whole: PlanTarget, own: PlanTarget): string {
  const fraction = ({ numerator, denominator }: PlanTarget) =>
    numerator === null || denominator === null
      ? null
      : `${formatNumber(numerator, 4)}/${formatNumber(denominator, 4)}`
  const single = (target: PlanTarget) => target.value ?? target.min ?? target.max ?? target.percent
  const said = (target: PlanTarget) => {
    const figure = single(target)
    return fraction(target) ?? (figure === null ? null : formatNumber(figure, 4))
  }
  const [before, after] = [said(whole), said(own)]
  if (before === null || after === null) return whole.statement
  const parts = whole.statement.split(new RegExp(`(?<![\\d.,/])${escaped(before)}(?![\\d/]|[.,]\\d)`))
  if (parts.length !== 2) return whole.statement
  // The percentage of the whole's fraction is not the unit's.
  const [first = '', second = ''] = parts
  const rest = fraction(own) === null ? second : second.replace(/^\s*=\s*\d+(?:[.,]\d+)?\s*%/, '')
  return `${first}${after}${rest}`
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

/**
 * The target with the unit's share in place of the whole: a count of its own, a fraction with its own two numbers, a
 * percentage; a bound stays a bound ("ít nhất", "không quá"), a span becomes the share itself.
 */
export function ownTarget(
  target: PlanTarget,
  measure: Measure,
  share: Pick<ShareFigures, 'value' | 'numerator' | 'denominator'>,
): PlanTarget {
  const { value, numerator, denominator } = share
  const own = { ...target, ...figures() }
  return { ...own, statement: statementWith(target, own) }

  function figures() {
    if (measure === 'ratio')
      return { kind: 'ratio' as const, ...figuresOfKind('ratio', { numerator, denominator }) }
    if (target.kind === 'compliance100' && value === 100)
      return { kind: target.kind, ...figuresOfKind('compliance100', {}) }
    if (target.kind === 'atLeast')
      return { kind: target.kind, ...figuresOfKind('atLeast', { min: value, strict: target.strict }) }
    if (target.kind === 'atMost')
      return { kind: target.kind, ...figuresOfKind('atMost', { max: value, strict: target.strict }) }
    return measure === 'percent' && target.unitWord !== '%'
      ? { kind: 'percent' as const, ...figuresOfKind('percent', { percent: value }) }
      : { kind: 'count' as const, ...figuresOfKind('count', { value }) }
  }
}
