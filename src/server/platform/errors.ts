// Refusals: services throw AppError with a code; this file alone knows HTTP numbers and turns errors into problem details.
import { errorTexts, fillText, type Language } from '#contract/error-texts.ts'
import type { ErrorCode, Problem } from '#contract/errors.ts'

export type ErrorDetails = Record<string, unknown> & {
  /** The closed reason within the code ("cycle"), for screens. */
  reason?: string
  /** Already in words, per language. */
  message?: Record<Language, string>
  fields?: { path: string; message: string }[]
}

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.reason === undefined ? code : `${code}: ${details.reason}`)
    this.code = code
    this.details = details
  }
}

export const httpStatus = {
  bad_request: 400,
  not_signed_in: 401,
  sign_in_failed: 401,
  too_many_attempts: 429,
  cross_site: 403,
  not_allowed: 403,
  not_found: 404,
  changed_meanwhile: 409,
  step_not_allowed: 409,
  already_set_up: 409,
  link_not_valid: 410,
  password_too_weak: 422,
  user_name_taken: 409,
  phone_taken: 409,
  own_account: 409,
  last_administrator: 409,
  scope_beyond_own: 403,
  too_large: 413,
  unsupported_content_type: 415,
  file_refused: 422,
  import_faults: 422,
  import_changed: 409,
  unit_event_refused: 422,
  audience_empty: 422,
  plan_exists: 409,
  plan_not_complete: 422,
  amendment_not_complete: 422,
  progress_refused: 422,
  result_refused: 422,
  round_exists: 409,
  round_not_open: 409,
  cells_refused: 422,
  shares_refused: 422,
  mail_refused: 422,
  database_busy: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

export function toProblem(error: AppError, language: Language, requestId: string): Problem {
  const { reason, message, fields, ...details } = error.details
  const known = {
    ...details,
    instance: requestId,
    ...(message === undefined ? {} : { message: message[language] }),
  }
  const text = errorTexts[language][error.code]
  return {
    type: `/problems/${error.code}`,
    title: fillText(text.title, known),
    status: httpStatus[error.code],
    detail: fillText(text.detail, known),
    instance: requestId,
    code: error.code,
    reason: reason ?? null,
    fields: fields ?? [],
    details,
  }
}

type DatabaseError = { code: string; constraint: string | undefined }

export function databaseError(error: unknown): DatabaseError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
  return { code: error.code, constraint }
}

/** Integrity lives in the database: a race that passed the checks of a service is told by the constraint's name. */
export function fromConstraint(error: unknown): AppError | null {
  const known = databaseError(error)
  if (known === null) return null
  switch (known.constraint) {
    case 'account_user_name':
      return new AppError('user_name_taken')
    case 'account_sign_in_phone':
      return new AppError('phone_taken')
    case 'plan_published_once':
      return new AppError('plan_exists', { schoolYear: '' })
    case 'round_tenant_id_issuer_unit_id_form_id_school_year_period_key':
      return new AppError('round_exists')
    case 'unit_state_one_a_day':
    case 'unit_state_code_once_a_day':
    case 'submission_tenant_id_round_id_unit_id_key':
      return new AppError('changed_meanwhile')
    case undefined:
    default:
      // 40001 serialization, 40P01 deadlock, 53xxx no resources, 57xxx shutting down.
      return /^(40|53|57)/.test(known.code) ? new AppError('database_busy') : null
  }
}
