import { z } from 'zod'
import type { UnitId } from '#domain/basics/ids.ts'
import type { Audience } from '#domain/units/audience.ts'
import { ownerships, schoolLevels, unitKinds } from '#domain/units/unit.ts'
import { id } from './values.ts'

const rule = z.union([
  z.object({ units: z.array(id<UnitId>()).min(1).max(5000) }).strict(),
  z
    .object({
      kinds: z.array(z.enum(unitKinds)).optional(),
      levels: z.array(z.enum(schoolLevels)).optional(),
      ownership: z.array(z.enum(ownerships)).optional(),
      ranks: z.array(z.union([z.literal(1), z.literal(2), z.literal(3)])).optional(),
      under: id<UnitId>().optional(),
    })
    .strict(),
])

/** Which units are meant: named ones, rules, and exceptions. */
export const audience = z.object({
  any: z.array(rule).min(1).max(50),
  except: z.array(id<UnitId>()).max(5000).optional(),
  // The domain's type is readonly and has no undefined; what is parsed fits it.
}) as unknown as z.ZodType<Audience, Audience>
