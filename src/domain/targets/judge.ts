import { addDays, daysBetween, type LocalDate } from '#domain/basics/dates.ts'
import type { PlanTarget, TargetFigures } from '#domain/plans/plan-target.ts'
import type { TargetKind } from '#domain/reading/reading.ts'

/** What a person says of a target that has no figure to be judged by. */
export type Verdict = 'met' | 'on_track' | 'at_risk' | 'missed'
export const verdicts = ['met', 'on_track', 'at_risk', 'missed'] as const satisfies readonly Verdict[]

/** no_data: nothing is known, or nothing recent enough once the target is due. */
export type TargetState = Verdict | 'no_data'
export const targetStates = [
  'missed',
  'at_risk',
  'on_track',
  'met',
  'no_data',
] as const satisfies readonly TargetState[]

export type TargetAim = Pick<PlanTarget, 'kind' | 'statement'> & TargetFigures

/** What was reached by a day: a figure in the measure of the target (see `measureOf`), or what a person said. */
export type TargetActual = {
  asOf: LocalDate
  value: number | null
  verdict: Verdict | null
  /** False of a sum over some of the units only: what is missing is then no lack of the target. */
  isWhole: boolean
}

/** What the figure of an actual is: a number of the target's own unit, a share in per cent, times a period, a place, a change. */
export type TargetMeasure = 'number' | 'percent' | 'times' | 'place' | 'change' | 'verdict'

/** The figure by which a target is judged; a person's word where it has none. */
export function measureOf(target: Pick<TargetAim, 'kind' | 'value'>): TargetMeasure {
  switch (target.kind) {
    case 'count':
    case 'atLeast':
    case 'atMost':
    case 'range':
      return 'number'
    case 'ratio':
    case 'percent':
    case 'percentRange':
    case 'compliance100':
      return 'percent'
    case 'frequency':
      return 'times'
    case 'change':
      return 'change'
    case 'rank':
      return target.value === null ? 'verdict' : 'place'
    case 'milestone':
    case 'qualitative':
      return 'verdict'
  }
}

// What one wants little of: the lower grades, drop-outs, undernutrition, accidents.
const unwanted =
  /chưa đạt|không đạt|chưa hoàn thành|chưa hoàn thiện|(?<!\p{L})(?:(?<!chủ |thiết )yếu|kém|trung bình|lưu ban|bỏ học|nhẹ cân|thấp còi|thừa cân|béo phì|suy dinh dưỡng|vi phạm|tai nạn)(?!\p{L})/iu

/** Does the target hold a share or a number down ("0,1–0,2% Chưa hoàn thành")? Then its figure is an upper bound. */
export function isHeldDown({ kind, statement }: Pick<PlanTarget, 'kind' | 'statement'>): boolean {
  return (
    (kind === 'percent' || kind === 'percentRange' || kind === 'count' || kind === 'ratio') &&
    unwanted.test(statement.normalize('NFC'))
  )
}

type Bounds = { min: number | null; max: number | null }

/**
 * What has to be reached. A share that was promised as a span ("97–98%") is met from its lower end; a change is measured
 * in its own direction, so that "giảm 1,5%" is met by a decrease of 1.5 or more; a place from the promised one upwards.
 */
export function boundsOf(target: TargetAim): Bounds {
  const { min, max } = promisedOf(target)
  return isHeldDown(target)
    ? { min: null, max: max ?? min }
    : target.kind === 'percentRange'
      ? { min, max: null }
      : { min, max }
}

function promisedOf(target: TargetAim): Bounds {
  const { value, numerator, denominator, percent, min, max } = target
  const none = { min: null, max: null }
  switch (target.kind) {
    case 'count':
    case 'change':
      return { ...none, min: value }
    case 'ratio':
      if (percent !== null) return { ...none, min: percent }
      return numerator === null || denominator === null || denominator === 0
        ? none
        : { ...none, min: (numerator / denominator) * 100 }
    case 'percent':
      return { ...none, min: percent }
    case 'compliance100':
      return { ...none, min: 100 }
    case 'atLeast':
    case 'frequency':
      return { ...none, min }
    case 'range':
    case 'percentRange':
      return { min, max }
    case 'atMost':
      return { ...none, max }
    case 'rank':
      return { ...none, max: value }
    case 'milestone':
    case 'qualitative':
      return none
  }
}

// These grow through the year, so that part of them after part of the time is as promised.
const growing: ReadonlySet<TargetKind> = new Set([
  'count',
  'ratio',
  'percent',
  'percentRange',
  'atLeast',
  'compliance100',
  'change',
])

/** Up to this share of the promised figure a gap counts as within reach. */
export const nearShare = 0.05

/** A figure older than so many days before the target was due says nothing about how it ended. */
export const recentDays = 45

export const noDataReasons = ['none', 'old', 'partial'] as const
export type NoDataReason = (typeof noDataReasons)[number]

export type Judgement = {
  state: TargetState
  /** How far the actual is from the nearest bound, in its own measure and never negative; null where there is no figure. */
  gap: number | null
  /** Of no_data: nothing was ever recorded, the last figure is too old to tell how it ended, or units are still missing. */
  why: NoDataReason | null
}

export type Span = { startsOn: LocalDate; dueOn: LocalDate }

/**
 * How a target stands. Before it is due: met once a lower bound is reached; what must not exceed a bound is on track while
 * it does not. Short of it: on track while what is reached is at least the share of the time gone by, or the gap is at
 * most a twentieth of what was promised; else at risk. Once due: met or missed, if the figure is recent enough.
 */
export function judge(
  target: TargetAim,
  actual: TargetActual | null,
  span: Span,
  today: LocalDate,
): Judgement {
  if (actual === null) return { state: 'no_data', gap: null, why: 'none' }
  const isOver = today > span.dueOn
  const isRecent = actual.asOf >= addDays(span.dueOn, -recentDays)
  const { min, max } = boundsOf(target)
  if (actual.value === null || (min === null && max === null)) {
    if (actual.verdict === null) return { state: 'no_data', gap: null, why: 'none' }
    const isFinal = actual.verdict === 'met' || actual.verdict === 'missed'
    return isOver && !isFinal
      ? { state: 'no_data', gap: null, why: 'old' }
      : { state: actual.verdict, gap: null, why: null }
  }
  const short = shortOf(actual.value, min, max)
  const isReached = short === 0 && !(target.strict && (actual.value === min || actual.value === max))
  const known = { gap: short, why: null }
  const isOverBound = max !== null && actual.value > max
  if (!actual.isWhole && !isOverBound && !(isReached && max === null))
    return { state: 'no_data', gap: null, why: 'partial' }
  // A lower bound once reached is reached; an upper one has to hold to the end.
  if (isReached && max === null) return { state: 'met', ...known }
  if (isOver) {
    if (!isRecent) return { state: 'no_data', gap: short, why: 'old' }
    return { state: isReached ? 'met' : 'missed', ...known }
  }
  if (isReached) return { state: 'on_track', ...known }
  const bound = isOverBound ? max : min
  const isNear = bound !== null && bound !== 0 && short <= Math.abs(bound) * nearShare
  const isInTime =
    growing.has(target.kind) && min !== null && actual.value >= min * shareGone(span, actual.asOf)
  return { state: isNear || isInTime ? 'on_track' : 'at_risk', ...known }
}

// Shares are compared as they are written, to a ten-thousandth.
function shortOf(value: number, min: number | null, max: number | null): number {
  const under = min === null ? 0 : min - value
  const over = max === null ? 0 : value - max
  const gap = Math.max(under, over, 0)
  return gap < 1e-4 ? 0 : gap
}

/** How much of the time of a target had gone by on a day, 0 to 1. */
function shareGone({ startsOn, dueOn }: Span, day: LocalDate): number {
  const whole = daysBetween(startsOn, dueOn)
  if (whole <= 0) return 1
  return Math.min(Math.max(daysBetween(startsOn, day) / whole, 0), 1)
}

export type StateCounts = Record<TargetState, number>

export function countStates(states: readonly TargetState[]): StateCounts {
  const counts: StateCounts = { met: 0, on_track: 0, at_risk: 0, missed: 0, no_data: 0 }
  for (const state of states) counts[state] += 1
  return counts
}
