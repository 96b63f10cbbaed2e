// What tasks, targets and duties of a plan are made of on the wire.
import { z } from 'zod'
import type { UnitId } from '#domain/basics/ids.ts'
import type { When } from '#domain/basics/when.ts'
import type { NameTarget } from '#domain/plans/plan-task.ts'
import { audience } from './audience.ts'
import { id, localDate, text } from './values.ts'

export const when = z.union([
  z.object({ date: localDate, before: z.literal(true).optional() }),
  z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.object({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
  z.object({ year: z.string().regex(/^\d{4}$/) }),
  z.object({
    recurring: z.enum(['weekly', 'monthly', 'quarterly', 'term', 'yearly', 'regularly']),
    on: z.string().max(40).optional(),
  }),
  // Checked by shape; the brand of the days inside is the domain's.
]) as unknown as z.ZodType<When, When>

export const timeWindow = z.object({ start: when.nullable(), finish: when.nullable() })

// The domain's type is readonly; what is parsed may be.
export const nameTarget = z.union([
  z.object({ unit: id<UnitId>() }),
  z.object({ audience }),
  // The domain's type is readonly; what is parsed may be.
]) as unknown as z.ZodType<NameTarget, NameTarget>

export const taskRole = z.enum(['lead', 'coordinating'])
/** Where in the source: a line, a paragraph, a cell of a table, or a height on a page. */
export const at = z.record(z.string(), z.number())

export const printedUnits = z
  .array(z.object({ role: taskRole, printedName: text(300), target: nameTarget.nullable() }))
  .max(60)

/** A name as printed, and what it was matched to. */
export const matchedUnit = z.object({
  role: taskRole,
  printedName: z.string(),
  target: nameTarget.nullable(),
  score: z.number().nullable(),
  targetName: z.string().nullable(),
})
