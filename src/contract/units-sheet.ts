import { z } from 'zod'

/** One thing to mend in an uploaded workbook: where, what stands there, what is wrong, what to do. */
export const sheetFault = z.object({
  sheet: z.string(),
  /** "B7"; null where a whole column or sheet is missing. */
  cell: z.string().nullable(),
  value: z.string(),
  message: z.string(),
  mend: z.string(),
})
export type SheetFaultView = z.output<typeof sheetFault>

export const plannedUnit = z.object({
  row: z.int(),
  code: z.string(),
  name: z.string(),
  what: z.enum(['founded', 'changed', 'unchanged']),
  parentCode: z.string().nullable(),
  changes: z.array(
    z.object({
      field: z.enum([
        'officialName',
        'shortName',
        'otherNames',
        'kind',
        'tier',
        'parentCode',
        'levels',
        'ownership',
        'rank',
        'place',
        'address',
        'phone',
        'email',
        'website',
        'sites',
      ]),
      before: z.string(),
      after: z.string(),
    }),
  ),
})
