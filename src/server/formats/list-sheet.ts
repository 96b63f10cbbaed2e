// A list as it is shown, as one sheet: title, what it was asked for, heads, rows. Figures and days stay figures and days, so
// that Excel can sort and sum them.
import { sheetNameFrom, writeWorkbook } from './xlsx-write.ts'
import type { SheetValue } from './xlsx-write-plan.ts'
import { type CellFormatName, type CellStyle, headerStyle } from './xlsx-write-styles.ts'

export type ListSheet = {
  title: string
  /** Lines under the title. */
  facts: readonly string[]
  /** Width in characters. */
  columns: readonly { title: string; width: number; format: CellFormatName }[]
  rows: readonly (readonly SheetValue[])[]
}

export function writeList({ title, facts, columns, rows }: ListSheet): Uint8Array {
  const above = facts.length + 3
  const styles = columns.map(
    ({ format }): CellStyle => ({
      border: true,
      format,
      ...(format === 'text' ? { wrap: true } : { align: format === 'date' ? 'center' : 'right' }),
    }),
  )
  return writeWorkbook({
    sheets: [
      {
        name: sheetNameFrom(title),
        landscape: true,
        frozen: { rows: above, columns: 0 },
        repeatedRows: above,
        columns: columns.map(({ width }) => ({ width })),
        rows: [
          { cells: [{ value: title, style: { bold: true, size: 14 } }] },
          ...facts.map((fact) => ({ cells: [{ value: fact, style: { italic: true } satisfies CellStyle }] })),
          { cells: [] },
          { cells: columns.map((column) => ({ value: column.title, style: headerStyle })) },
          ...rows.map((row) => ({
            height: linesOf(row, columns) * lineHeight,
            cells: columns.map((_column, index) => ({
              value: row[index] ?? null,
              style: styles[index] ?? {},
            })),
          })),
        ],
      },
    ],
  })
}

// Of 12 points, in points.
const lineHeight = 15.75

/** Programs do not all fit the height of a row to what is wrapped in it. */
function linesOf(row: readonly SheetValue[], columns: ListSheet['columns']): number {
  const lines = columns.map(({ width, format }, index) => {
    const value = row[index]
    if (format !== 'text' || typeof value !== 'string') return 1
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / width)), 0)
  })
  return Math.min(Math.max(...lines, 1), 25)
}
