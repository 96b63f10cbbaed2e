import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { text } from './values.ts'

/** The largest list that leaves as Excel at once; a longer one is narrowed by its filters first. */
export const mostSheetRows = 20_000

export const sheetFormats = ['text', 'integer', 'decimal', 'percent', 'date'] as const

const cell = z.union([z.string().max(5000), z.number(), z.null()])

export const sheetsContract = {
  writeSheet: endpoint({
    method: 'POST',
    path: '/api/sheets',
    summary:
      'A list as it is shown, made an Excel file: title, what it was asked for, columns, rows. Days are written 2025-01-20; shares are 0.857. Nothing is kept.',
    large: true,
    body: z.object({
      title: text(300),
      facts: z.array(z.string().max(500)).max(10),
      columns: z
        .array(z.object({ title: text(200), width: z.int().min(3).max(120), format: z.enum(sheetFormats) }))
        .min(1)
        .max(60),
      rows: z.array(z.array(cell).max(60)).max(mostSheetRows),
    }),
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
}
