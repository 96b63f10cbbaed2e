import type { LocalDate } from '#domain/basics/dates.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import type { Verdict } from '#domain/basics/result.ts'
import type { Action } from '#domain/rights/can.ts'

/** Where an assignment stands between the issuer and the unit. dropped, passed_on: it is nobody's any more. */
export type AssignmentState = 'given' | 'acknowledged' | 'returned' | 'dropped' | 'passed_on'
export const assignmentStates = [
  'given',
  'acknowledged',
  'returned',
  'dropped',
  'passed_on',
] as const satisfies readonly AssignmentState[]

// end, give_anew: by an amendment of the plan.
export type AssignmentMove =
  | 'acknowledge'
  | 'return'
  | 'give_again'
  | 'drop'
  | 'pass_on'
  | 'hand_over'
  | 'end'
  | 'give_anew'

// pass_on: what was returned goes to another unit. hand_over: the unit has ended or been merged, its successor goes on.
const assignmentMoves: Record<AssignmentState, Partial<Record<AssignmentMove, AssignmentState>>> = {
  given: { acknowledge: 'acknowledged', return: 'returned', hand_over: 'passed_on', end: 'dropped' },
  acknowledged: { return: 'returned', hand_over: 'passed_on', end: 'dropped' },
  returned: {
    give_again: 'given',
    drop: 'dropped',
    pass_on: 'passed_on',
    hand_over: 'passed_on',
    end: 'dropped',
  },
  dropped: { give_anew: 'given' },
  passed_on: {},
}

/** Of each window: said to be done, and what the issuer answered. */
export type Completion = 'open' | 'claimed' | 'sent_back' | 'confirmed'
export const completions = [
  'open',
  'claimed',
  'sent_back',
  'confirmed',
] as const satisfies readonly Completion[]

export type CompletionMove = 'claim' | 'take_back' | 'confirm' | 'send_back'

const completionMoves: Record<Completion, Partial<Record<CompletionMove, Completion>>> = {
  open: { claim: 'claimed' },
  claimed: { take_back: 'open', confirm: 'confirmed', send_back: 'sent_back' },
  sent_back: { claim: 'claimed' },
  confirmed: { send_back: 'sent_back' },
}

/** What the issuer decides, and the unit is told. */
const decisions = [
  'confirm',
  'send_back',
  'grant',
  'refuse',
  'give_again',
  'drop',
  'pass_on',
  'hand_over',
] as const satisfies readonly StepMove[]
export type Decision = (typeof decisions)[number]

export function isDecision(move: StepMove): move is Decision {
  return decisions.some((decision) => decision === move)
}

export type ExtensionMove = 'ask' | 'grant' | 'refuse'
export type HolderMove = 'hand' | 'hand_back'
/** By an amendment: another finish, which stands in place of what was printed and granted; a window more, a window less. */
export type WindowMove = 'move_finish' | 'add_window' | 'end_window'
export type StepMove = AssignmentMove | CompletionMove | ExtensionMove | HolderMove | WindowMove
export const stepMoves = [
  'acknowledge',
  'return',
  'give_again',
  'drop',
  'pass_on',
  'hand_over',
  'claim',
  'take_back',
  'confirm',
  'send_back',
  'ask',
  'grant',
  'refuse',
  'hand',
  'hand_back',
  'end',
  'give_anew',
  'move_finish',
  'add_window',
  'end_window',
] as const satisfies readonly StepMove[]

export function stateAfter(state: AssignmentState, move: AssignmentMove): AssignmentState | null {
  return assignmentMoves[state][move] ?? null
}

export function completionAfter(completion: Completion, move: CompletionMove): Completion | null {
  return completionMoves[completion][move] ?? null
}

/** Is it in the unit's hands, so that it may report on it? */
export function isInHand(state: AssignmentState): boolean {
  return state === 'given' || state === 'acknowledged'
}

const reasoned: ReadonlySet<StepMove> = new Set(['return', 'drop', 'send_back', 'take_back', 'ask', 'refuse'])

/** What somebody else has to live with is said with its reason. */
export function needsReason(move: StepMove): boolean {
  return reasoned.has(move)
}

/** The unit answers and asks, its head hands on within the unit, the issuer decides. */
export function actionOf(
  move: StepMove,
): Extract<Action, 'assignment.report' | 'assignment.hand' | 'assignment.decide' | 'plan.publish'> {
  if (isDecision(move)) return 'assignment.decide'
  switch (move) {
    case 'acknowledge':
    case 'return':
    case 'claim':
    case 'take_back':
    case 'ask':
      return 'assignment.report'
    case 'hand':
    case 'hand_back':
      return 'assignment.hand'
    case 'end':
    case 'give_anew':
    case 'move_finish':
    case 'add_window':
    case 'end_window':
      return 'plan.publish'
  }
}

/** What a request for another finish is about: the printed finish, the one granted so far, the one asked for. */
export type Finish = {
  printedOn: LocalDate | null
  grantedOn: LocalDate | null
  askedOn: LocalDate | null
  completion: Completion
}

export type ExtensionReason = 'no_finish' | 'not_later' | 'asked_already' | 'not_asked' | 'done_already'

/** The finish by which a window is judged. */
export function finishOf({
  printedOn,
  grantedOn,
}: Pick<Finish, 'printedOn' | 'grantedOn'>): LocalDate | null {
  return grantedOn ?? printedOn
}

/**
 * What asking for, granting or refusing another finish makes of it. A finish is only moved to a later day; one request at
 * a time; nothing is asked for what is done.
 */
export function extend(
  finish: Finish,
  move: ExtensionMove,
  on: LocalDate | null,
): Verdict<Finish, ExtensionReason> {
  const present = finishOf(finish)
  if (present === null) return { ok: false, reason: 'no_finish' }
  if (move === 'refuse')
    return finish.askedOn === null
      ? { ok: false, reason: 'not_asked' }
      : { ok: true, value: { ...finish, askedOn: null } }
  if (move === 'grant' && finish.askedOn === null) return { ok: false, reason: 'not_asked' }
  if (move === 'ask' && finish.askedOn !== null) return { ok: false, reason: 'asked_already' }
  if (finish.completion === 'claimed' || finish.completion === 'confirmed')
    return { ok: false, reason: 'done_already' }
  if (on === null || on <= present) return { ok: false, reason: 'not_later' }
  return {
    ok: true,
    value: move === 'ask' ? { ...finish, askedOn: on } : { ...finish, askedOn: null, grantedOn: on },
  }
}

export type Step = {
  move: StepMove
  windowNo: number | null
  dueOn: LocalDate | null
  holderId: PersonId | null
}

export type WindowLife = { completion: Completion; askedOn: LocalDate | null; grantedOn: LocalDate | null }
export type Life = { state: AssignmentState; holderId: PersonId | null; windows: Map<number, WindowLife> }

/** The state as its history tells it; null where the history holds a step that was not open. */
export function lifeOf(steps: readonly Step[]): Life | null {
  const life: Life = { state: 'given', holderId: null, windows: new Map() }
  for (const { move, windowNo, dueOn, holderId } of steps) {
    const window = life.windows.get(windowNo ?? 0) ?? { completion: 'open', askedOn: null, grantedOn: null }
    switch (move) {
      case 'hand':
      case 'hand_back':
        life.holderId = holderId
        break
      case 'ask':
        window.askedOn = dueOn
        break
      case 'grant':
        window.askedOn = null
        window.grantedOn = dueOn
        break
      case 'refuse':
        window.askedOn = null
        break
      case 'move_finish':
        window.askedOn = null
        window.grantedOn = null
        break
      case 'add_window':
      case 'end_window':
        break
      case 'claim':
      case 'take_back':
      case 'confirm':
      case 'send_back': {
        const next = completionAfter(window.completion, move)
        if (next === null) return null
        window.completion = next
        break
      }
      case 'acknowledge':
      case 'return':
      case 'give_again':
      case 'drop':
      case 'pass_on':
      case 'hand_over':
      case 'end':
      case 'give_anew': {
        const next = stateAfter(life.state, move)
        if (next === null) return null
        life.state = next
      }
    }
    if (windowNo !== null) life.windows.set(windowNo, window)
  }
  return life
}
