import type { ErrorCode, Problem } from '#contract/errors.ts'

/** What a call can come to: a refusal of the server, or no answer at all (status 0). */
export type ProblemCode = ErrorCode | 'unreachable'

export type ProblemField = { path: string; message: string }

/** A refusal in words, in the person's language: what happened, what is safe, what to do. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly title: string
  readonly detail: string
  /** The closed reason within the code ("cycle"), for screens that say more. */
  readonly reason: string | null
  readonly fields: readonly ProblemField[]
  readonly details: Readonly<Record<string, unknown>>
  /** The request's id in the server's log. */
  readonly instance: string

  constructor(problem: Omit<Problem, 'type' | 'code'> & { code: ProblemCode }) {
    super(`${problem.status} ${problem.code}: ${problem.title}`)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title
    this.detail = problem.detail
    this.reason = problem.reason
    this.fields = problem.fields
    this.details = problem.details
    this.instance = problem.instance
  }

  /** The message for a field of the sent body ("membership.unitId"), if the server named one. */
  fieldMessage(path: string): string | undefined {
    return this.fields.find((field) => field.path === path)?.message
  }
}
