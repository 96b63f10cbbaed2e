import { z } from 'zod'
import type { Cell, FormDefinition } from '#domain/forms/form.ts'
import { schoolLevels } from '#domain/units/unit.ts'
import { endpoint } from './endpoint.ts'

/** A text of the forms in both languages: the screen shows the reader's. */
export const caption = z.object({ vi: z.string(), en: z.string() })

/** A number, null where nothing is reported yet, "na" where the unit is not asked. */
export const cell: z.ZodType<Cell, Cell> = z.union([z.number(), z.null(), z.literal('na')])
/** As it is typed. A draft may hold what cannot be sent; beyond a thousand million nothing is a count of anything. */
export const typedNumber = z.number().min(-1_000_000_000).max(1_000_000_000).nullable()
/** "k1.pupils": row and column. */
export const cellId = z.string().regex(/^[a-z][a-z0-9_]{0,39}\.[a-z][a-z0-9_]{0,39}$/)

const cellKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), most: z.number() }),
  z.object({ kind: z.literal('decimal'), decimals: z.int(), least: z.number(), most: z.number() }),
])
const title = { code: z.string(), title: caption }
const column = z.union([
  z.object({ ...title, entry: cellKind, required: z.boolean() }),
  z.object({ ...title, computed: z.string(), decimals: z.int() }),
])
const totalRow = z.object({ ...title, sumOf: z.array(z.string()) })
const row = z.union([totalRow, z.object({ ...title, limits: z.record(z.string(), z.number()).optional() })])

const formShape = z.object({
  code: z.string(),
  version: z.int(),
  title: caption,
  guide: caption,
  columns: z.array(column),
  sections: z.array(z.object({ ...title, levels: z.array(z.enum(schoolLevels)), rows: z.array(row) })),
  totals: z.array(totalRow),
  rules: z.array(
    z.object({
      code: z.string(),
      over: z.enum(['row', 'form']),
      holds: z.string(),
      at: z.string(),
      severity: z.enum(['stop', 'warn']),
      message: caption,
    }),
  ),
})
// Optional parts are absent, never undefined, in the domain's type; JSON knows no undefined either.
export const formDefinition = formShape as unknown as z.ZodType<FormDefinition, FormDefinition>

export const formHead = z.object({
  code: z.string(),
  version: z.int(),
  title: caption,
  guide: caption,
  levels: z.array(z.enum(schoolLevels)),
  cells: z.int(),
})
export type FormHead = z.output<typeof formHead>

export const formsContract = {
  listForms: endpoint({
    method: 'GET',
    path: '/api/forms',
    summary: 'The forms that can be sent out, in their latest versions.',
    reply: z.array(formHead),
  }),
  getForm: endpoint({
    method: 'GET',
    path: '/api/forms/:code',
    summary: 'One form as data: its tables, its totals, and what must hold.',
    params: z.object({ code: z.string().max(60) }),
    reply: formDefinition,
  }),
}
