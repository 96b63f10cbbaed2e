import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, UnitId } from '#domain/basics/ids.ts'
import type { Share, TaskRole } from '#domain/plans/plan-task.ts'
import type { AssignmentState } from './life.ts'
import type { Term } from './term.ts'

export type Window = { startsOn: LocalDate | null; dueOn: LocalDate | null; term: Term | null }

/** A task or a duty as its plan has it on a day: who carries it out, its rules resolved, and when. */
export type Expansion = {
  shares: readonly Share[]
  /** `askedUntil`: the last day of a term, which has no finish. */
  windows: readonly (Window & { askedUntil?: LocalDate })[]
}

export type HeldWindow = Window & { no: number; done: boolean; ended: boolean }
/** What a unit has of it already. `dueOn` is the finish of the plan, not a later one that was granted. */
export type HeldAssignment = {
  assignmentId: AssignmentId
  unitId: UnitId
  role: TaskRole
  printedName: string
  state: AssignmentState
  windows: readonly HeldWindow[]
}

export type NumberedWindow = Window & { no: number }
export type ReStep =
  | { kind: 'give'; share: Share; windows: NumberedWindow[] }
  /** It had been ended or dropped, and its unit is meant again: it goes on from where it stood. */
  | { kind: 'give_anew'; assignmentId: AssignmentId; unitId: UnitId }
  | { kind: 'end'; assignmentId: AssignmentId; unitId: UnitId }
  | { kind: 'role'; assignmentId: AssignmentId; role: TaskRole; printedName: string }
  | { kind: 'move_finish'; assignmentId: AssignmentId; unitId: UnitId; window: NumberedWindow }
  | { kind: 'add_window'; assignmentId: AssignmentId; unitId: UnitId; window: NumberedWindow }
  | { kind: 'end_window'; assignmentId: AssignmentId; unitId: UnitId; no: number }

const nothing: Expansion = { shares: [], windows: [] }

/**
 * What an amendment of a task or duty does to the assignments that there are; `before` or `after` is null where it was not
 * there yet or is no more. Only what differs between the two is touched, so that what was passed on, handed over or granted
 * since stays, and run again it does nothing. Done work stays done: a done window keeps its days, and an assignment that is
 * wholly done is not ended. Whoever joins gets the windows that are not over on `today`; nobody begins late.
 * With `before` and `after` alike it gives the units that have joined an audience since.
 */
export function reExpand(
  before: Expansion | null,
  after: Expansion | null,
  assignments: readonly HeldAssignment[],
  today: LocalDate,
): ReStep[] {
  const was = before ?? nothing
  const is = after ?? nothing
  const meantBefore = new Set(was.shares.map((share) => share.unitId))
  const meant = new Map(is.shares.map((share) => [share.unitId, share]))
  const held = new Map(assignments.map((one) => [one.unitId, one]))
  const over = is.windows.map((window) => isOver(window, today))
  const steps: ReStep[] = []
  for (const share of is.shares) {
    if (held.has(share.unitId)) continue
    const windows = numbered(is.windows).filter((_, index) => !over[index])
    if (windows.length > 0) steps.push({ kind: 'give', share, windows })
  }
  for (const one of assignments) {
    const share = meant.get(one.unitId)
    const { assignmentId, unitId } = one
    if (share === undefined) {
      // One that it was never meant for has it from another unit, and keeps it as long as there is such a task.
      const isTouched = after === null || meantBefore.has(unitId)
      if (isTouched && isLive(one.state) && one.windows.some((window) => !window.done && !window.ended))
        steps.push({ kind: 'end', assignmentId, unitId })
      else if (isLive(one.state)) steps.push(...movesOf(one, was, is))
      continue
    }
    if (one.state === 'dropped' && !meantBefore.has(unitId)) {
      steps.push({ kind: 'give_anew', assignmentId, unitId }, ...movesOf(one, was, is))
    } else if (!isLive(one.state)) continue
    else steps.push(...movesOf(one, was, is))
    if (one.role !== share.role || one.printedName !== share.printedName)
      steps.push({ kind: 'role', assignmentId, role: share.role, printedName: share.printedName })
  }
  return steps
}

function isLive(state: AssignmentState): boolean {
  return state !== 'dropped' && state !== 'passed_on'
}

function isOver({ dueOn, askedUntil }: Expansion['windows'][number], today: LocalDate): boolean {
  const last = dueOn ?? askedUntil ?? null
  return last !== null && last < today
}

function numbered(windows: readonly Window[]): NumberedWindow[] {
  return windows.map(({ startsOn, dueOn, term }, index) => ({ startsOn, dueOn, term, no: index + 1 }))
}

function isSameWindow(one: Window | undefined, other: Window | undefined): boolean {
  return one?.startsOn === other?.startsOn && one?.dueOn === other?.dueOn && one?.term === other?.term
}

/** Windows of an assignment that goes on: those that the amendment moved, added or took away. */
function movesOf(one: HeldAssignment, was: Expansion, is: Expansion): ReStep[] {
  const { assignmentId, unitId } = one
  const steps: ReStep[] = []
  for (const window of numbered(is.windows)) {
    const index = window.no - 1
    if (isSameWindow(was.windows[index], window)) continue
    const present = one.windows.find((held) => held.no === window.no)
    if (present === undefined) steps.push({ kind: 'add_window', assignmentId, unitId, window })
    else if (!present.done && (present.ended || !isSameWindow(present, window)))
      steps.push({ kind: 'move_finish', assignmentId, unitId, window })
  }
  for (const held of one.windows)
    if (held.no > is.windows.length && held.no <= was.windows.length && !held.done && !held.ended)
      steps.push({ kind: 'end_window', assignmentId, unitId, no: held.no })
  return steps
}
