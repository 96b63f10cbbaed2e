import { z } from 'zod'
import type { DutyId, PlanId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { terms } from '#domain/following/term.ts'
import { unitSorts } from '#domain/following/unit-sorts.ts'
import { endpoint } from './endpoint.ts'
import { workAsked } from './following.ts'
import { timeWindow } from './plan-parts.ts'
import { cursor, id, localDate } from './values.ts'

/** One window of a task or a duty, with how the shares of its units stand. */
export const yearItem = z.object({
  kind: z.enum(['task', 'duty']),
  taskId: id<TaskId | DutyId>(),
  windowNo: z.int(),
  planId: id<PlanId>(),
  no: z.string().nullable(),
  title: z.string(),
  startsOn: localDate.nullable(),
  dueOn: localDate.nullable(),
  window: timeWindow.nullable(),
  term: z.enum(terms).nullable(),
  /** The unit that leads, where there is one alone. */
  lead: z.string().nullable(),
  units: z.int(),
  /** The mean of its shares. */
  percent: z.int(),
  late: z.int(),
  due_soon: z.int(),
  open: z.int(),
  later: z.int(),
  done: z.int(),
})
export type YearItem = z.output<typeof yearItem>

export const unitLine = z.object({
  unitId: id<UnitId>(),
  code: z.string(),
  name: z.string(),
  given: z.int(),
  done: z.int(),
  late: z.int(),
  dueSoon: z.int(),
  /** Begun, and never reported about. */
  notReported: z.int(),
  lastReportOn: localDate.nullable(),
})
export type UnitLine = z.output<typeof unitLine>

export const workViewsContract = {
  listYearItems: endpoint({
    method: 'GET',
    path: '/api/work-year',
    summary:
      'The tasks and duties of a school year with the shares of the units below one counted: for a board, a Gantt chart, a calendar. At most 2,000, the earliest to end first.',
    query: workAsked,
    reply: z.object({ items: z.array(yearItem), total: z.int() }),
  }),
  listWorkByUnit: endpoint({
    method: 'GET',
    path: '/api/work-by-unit',
    summary: 'What each unit has to do in a school year, in numbers.',
    query: workAsked.extend({
      sort: z.enum(unitSorts).default('late'),
      direction: z.enum(['ascending', 'descending']).default('descending'),
      after: cursor,
    }),
    reply: z.object({ rows: z.array(unitLine), next: z.string().nullable(), total: z.int() }),
  }),
}
