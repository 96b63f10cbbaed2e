import { z } from 'zod'
import type { UnitId } from '#domain/basics/ids.ts'
import { roles } from '#domain/rights/can.ts'
import { endpoint } from './endpoint.ts'
import { plannedUnit, sheetFault } from './units-sheet.ts'
import { id, localDate } from './values.ts'

const params = z.object({ unitId: id<UnitId>() })
const counts = z.object({
  founded: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  invited: z.int(),
  accountsUnchanged: z.int(),
})
const fileName = z.string().min(1).max(300)
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The first so many of each list are answered; the counts are of all. */
export const mostListed = 500

/** Units and accounts from one workbook, and back into one. */
export const importContract = {
  downloadTemplate: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/import-template',
    summary: 'An empty workbook for units and accounts below a unit, with the choices of each column.',
    params,
    download: xlsx,
  }),
  exportWorkbook: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/workbook',
    summary:
      'The unit and everything below it as of a day, and the accounts that one may see, in the form that can be imported again.',
    params,
    query: z.object({ asOf: localDate.optional() }),
    download: xlsx,
  }),
  checkImport: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/import/check',
    summary:
      'Judges a workbook without changing anything: every fault with its cell, what would change, and the digest of that.',
    upload: true,
    params,
    query: z.object({ fileName, on: localDate.optional() }),
    reply: z.object({
      faults: z.array(sheetFault),
      faultCount: z.int(),
      counts,
      units: z.array(plannedUnit),
      accounts: z.array(
        z.object({
          row: z.int(),
          fullName: z.string(),
          userName: z.string(),
          unitCode: z.string(),
          role: z.enum(roles),
          what: z.enum(['invited', 'unchanged']),
        }),
      ),
      /** Of what would change, and of what it was judged against; null while there are faults. */
      digest: z.string().nullable(),
    }),
  }),
  importWorkbook: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/import',
    summary:
      'Carries out a workbook as it was checked: all of it or nothing. Refused when the outcome is no longer that of the digest.',
    upload: true,
    params,
    query: z.object({ fileName, on: localDate.optional(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    reply: counts,
  }),
}
