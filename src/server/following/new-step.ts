import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, StepId } from '#domain/basics/ids.ts'
import type { StepMove } from '#domain/following/life.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { newId } from '#server/platform/ids.ts'
import type { Colleague, NewStep } from './steps.queries.ts'

type Given = {
  move: StepMove
  windowNo?: number
  reason?: string | null
  dueOn?: LocalDate | null
  holder?: Colleague | null
  otherId?: AssignmentId
  onBehalf?: boolean
}

export function stepOf(
  ctx: Ctx,
  assignmentId: AssignmentId,
  given: Omit<Given, 'windowNo'> & { windowNo?: number | null },
): NewStep {
  return {
    id: newId<StepId>(ctx.now.getTime()),
    assignmentId,
    windowNo: given.windowNo ?? null,
    move: given.move,
    reason: given.reason ?? null,
    dueOn: given.dueOn ?? null,
    holderId: given.holder?.personId ?? null,
    holderName: given.holder?.name ?? null,
    otherId: given.otherId ?? null,
    on: ctx.today,
    at: ctx.now,
    personId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    personName: ctx.actor.name,
    onBehalf: given.onBehalf ?? false,
  }
}
