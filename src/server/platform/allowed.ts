import { type Action, can, type Subject } from '#domain/rights/can.ts'
import type { Ctx } from './ctx.ts'
import { AppError } from './errors.ts'

/** Throws not_found where the subject may not even be seen, so that a stranger's id tells nothing; else not_allowed. */
export function mustBeAllowed(ctx: Ctx, action: Action, subject: Subject, seeing?: Action): void {
  if (can(ctx.actor, action, subject)) return
  if (seeing !== undefined && can(ctx.actor, seeing, subject)) throw new AppError('not_allowed')
  throw new AppError(seeing === undefined ? 'not_allowed' : 'not_found')
}
