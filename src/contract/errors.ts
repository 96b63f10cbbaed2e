/** Every refusal has one code; the server gives it an HTTP number, the texts say it in the person's language. */
export const errorCodes = [
  'bad_request',
  'not_signed_in',
  'sign_in_failed',
  'too_many_attempts',
  'cross_site',
  'not_allowed',
  'not_found',
  'changed_meanwhile',
  'step_not_allowed',
  'already_set_up',
  'link_not_valid',
  'password_too_weak',
  'user_name_taken',
  'phone_taken',
  'own_account',
  'last_administrator',
  'scope_beyond_own',
  'too_large',
  'unsupported_content_type',
  'file_refused',
  'import_faults',
  'import_changed',
  'unit_event_refused',
  'audience_empty',
  'plan_exists',
  'plan_not_complete',
  'amendment_not_complete',
  'progress_refused',
  'result_refused',
  'round_exists',
  'round_not_open',
  'cells_refused',
  'shares_refused',
  'mail_refused',
  'database_busy',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** RFC 9457 problem details, with our code and, where a form is at fault, its fields. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: ErrorCode
  reason: string | null
  fields: { path: string; message: string }[]
  details: Record<string, unknown>
}
