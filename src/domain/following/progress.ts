import type { LocalDate } from '#domain/basics/dates.ts'
import type { Verdict } from '#domain/basics/result.ts'
import type { AssignmentWindow, WindowStatus } from './standing.ts'

export type ProgressReport = { status: WindowStatus; percent: number; note: string | null; evidence: number }
export type ProgressReason =
  | 'percent_out_of_range'
  | 'percent_does_not_fit'
  | 'nothing_said'
  | 'reopen_needs_note'

/**
 * What a report makes of a window on a day. `done` is 100 per cent and nothing else is; taking back a completion needs a
 * note that says why; a report that changes nothing must say something.
 */
export function applyProgress(
  window: AssignmentWindow,
  report: ProgressReport,
  today: LocalDate,
): Verdict<AssignmentWindow, ProgressReason> {
  if (!Number.isInteger(report.percent) || report.percent < 0 || report.percent > 100)
    return { ok: false, reason: 'percent_out_of_range' }
  if ((report.status === 'done') !== (report.percent === 100))
    return { ok: false, reason: 'percent_does_not_fit' }
  if (report.status === 'not_started' && report.percent !== 0)
    return { ok: false, reason: 'percent_does_not_fit' }
  const same = report.status === window.status && report.percent === window.percent
  if (same && report.note === null && report.evidence === 0) return { ok: false, reason: 'nothing_said' }
  if (window.status === 'done' && report.status !== 'done' && report.note === null)
    return { ok: false, reason: 'reopen_needs_note' }
  const doneOn = report.status === 'done' ? (window.doneOn ?? today) : null
  return { ok: true, value: { ...window, status: report.status, percent: report.percent, doneOn } }
}
