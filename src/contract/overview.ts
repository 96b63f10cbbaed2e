import { z } from 'zod'
import type { DutyId, RoundId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { planOfTargets, stateCounts, targetGroup } from './targets.ts'
import { id, localDate, schoolYear } from './values.ts'

const workCounts = z.object({
  late: z.int(),
  due_soon: z.int(),
  open: z.int(),
  later: z.int(),
  done: z.int(),
})
export type WorkCounts = z.output<typeof workCounts>

/** Of the units below, by how much of what they lead is late. */
export const unitBehind = z.object({
  unitId: id<UnitId>(),
  code: z.string(),
  name: z.string(),
  late: z.int(),
  dueSoon: z.int(),
  done: z.int(),
  total: z.int(),
  /** The oldest finish that was missed. */
  since: localDate.nullable(),
})
export type UnitBehind = z.output<typeof unitBehind>

/** Of a month in which shares of work end; those without a last day stand under null. */
export const workMonth = z.object({ month: z.string().nullable(), ...workCounts.shape })
export type WorkMonth = z.output<typeof workMonth>

/** A task or duty of which shares will be late, as far as one can tell. */
export const taskBehind = z.object({
  taskId: id<TaskId | DutyId>(),
  no: z.string().nullable(),
  title: z.string(),
  dueOn: localDate,
  units: z.int(),
  /** The mean of what they have reported. */
  percent: z.int(),
})

export const roundUnderWay = z.object({
  roundId: id<RoundId>(),
  title: z.string(),
  closesOn: localDate,
  asked: z.int(),
  sent: z.int(),
  approved: z.int(),
})

export const searchHit = z.object({
  kind: z.enum(['unit', 'task', 'plan', 'person']),
  id: z.string(),
  /** The code of a unit, the plan of a task: what the address of its screen needs. */
  code: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
})
export type SearchHit = z.output<typeof searchHit>

export const overviewContract = {
  getYear: endpoint({
    method: 'GET',
    path: '/api/overview',
    summary:
      'A school year at a glance for who answers for it: targets by how they stand, shares of work by month, the units most behind, what will be late, rounds under way.',
    query: z.object({ unitId: id<UnitId>(), schoolYear }),
    reply: z.object({
      plan: planOfTargets.nullable(),
      targets: z.object({ counts: stateCounts, groups: z.array(targetGroup) }).nullable(),
      work: workCounts,
      months: z.array(workMonth),
      unitsBehind: z.array(unitBehind),
      /** How many units are late with something, the ones above among them. */
      unitsLate: z.int(),
      willBeLate: z.array(taskBehind),
      waiting: z.object({ returned: z.int(), extension: z.int(), claim: z.int(), unit_ended: z.int() }),
      rounds: z.array(roundUnderWay),
    }),
  }),
  search: endpoint({
    method: 'GET',
    path: '/api/search',
    summary: 'Looks without accents through everything the person may see: units, tasks, plans, people.',
    query: z.object({ text: z.string().max(100) }),
    reply: z.array(searchHit),
  }),
}
