import type { LocalDate } from '#domain/basics/dates.ts'
import type { Verdict } from '#domain/basics/result.ts'
import { type AssignmentState, type Completion, isInHand, type StepMove } from './life.ts'
import type { AssignmentWindow, WindowStatus } from './standing.ts'

export type ProgressReport = { status: WindowStatus; percent: number; note: string | null; evidence: number }
export type ProgressReason =
  | 'percent_out_of_range'
  | 'percent_does_not_fit'
  | 'nothing_said'
  | 'reopen_needs_note'
  | 'confirmed_already'
  | 'not_in_hand'

export type ReportedWindow = AssignmentWindow & { state: AssignmentState; completion: Completion }
/** The window after a report, and the moves that the report makes besides: taking the work up, saying that it is done. */
export type Reported<Window extends ReportedWindow> = { window: Window; moves: StepMove[] }

/**
 * What a report makes of a window on a day. `done` is 100 per cent and nothing else is, and claims the completion, which
 * the issuer confirms; said by the issuer himself (for a unit that told him so) it is confirmed at once. Taking back a
 * claim needs a note that says why; what is confirmed only the issuer opens again. A report that changes nothing must say
 * something. Who reports has taken the work up.
 */
export function applyProgress<Window extends ReportedWindow>(
  window: Window,
  report: ProgressReport,
  today: LocalDate,
  by: 'unit' | 'issuer',
): Verdict<Reported<Window>, ProgressReason> {
  if (!isInHand(window.state)) return { ok: false, reason: 'not_in_hand' }
  if (!Number.isInteger(report.percent) || report.percent < 0 || report.percent > 100)
    return { ok: false, reason: 'percent_out_of_range' }
  if ((report.status === 'done') !== (report.percent === 100))
    return { ok: false, reason: 'percent_does_not_fit' }
  if (report.status === 'not_started' && report.percent !== 0)
    return { ok: false, reason: 'percent_does_not_fit' }
  const same = report.status === window.status && report.percent === window.percent
  if (same && report.note === null && report.evidence === 0) return { ok: false, reason: 'nothing_said' }
  const isDone = report.status === 'done'
  if (window.completion === 'confirmed' && !isDone) return { ok: false, reason: 'confirmed_already' }
  if (window.status === 'done' && !isDone && report.note === null)
    return { ok: false, reason: 'reopen_needs_note' }
  const moves: StepMove[] = window.state === 'given' ? ['acknowledge'] : []
  let completion: Completion = window.completion
  if (isDone && (completion === 'open' || completion === 'sent_back')) {
    moves.push('claim')
    completion = 'claimed'
    if (by === 'issuer') {
      moves.push('confirm')
      completion = 'confirmed'
    }
  }
  if (!isDone && completion === 'claimed') {
    moves.push('take_back')
    completion = 'open'
  }
  const doneOn = isDone ? (window.doneOn ?? today) : null
  const next = { status: report.status, percent: report.percent, doneOn, completion }
  return { ok: true, value: { window: { ...window, ...next, state: 'acknowledged' }, moves } }
}
