import { readNumber } from '#domain/basics/numbers.ts'
import { fold } from '#domain/basics/text.ts'
import {
  faultAt,
  findTable,
  type GridFault,
  type SheetColumn,
  type SheetGrid,
  type SheetRules,
} from '#domain/units/sheet-grid.ts'
import {
  noShare,
  notConcerned,
  shareFaults,
  type ShareFault,
  type ShareField,
  shareFields,
  type ShareFigures,
} from './shares.ts'
import type { Measure, Whole } from './whole.ts'

export type ShareColumn = 'code' | 'name' | ShareField | 'notApplies'

const fieldHeadings: Readonly<Record<Measure, Partial<Record<ShareField, readonly [string, string]>>>> = {
  count: { value: ['Chỉ tiêu giao', 'Share'] },
  ratio: { numerator: ['Tử số', 'Numerator'], denominator: ['Mẫu số', 'Denominator'] },
  percent: { value: ['Tỷ lệ giao', 'Percentage'], denominator: ['Số để tính trọng số', 'Weight'] },
}

/** The sheet of a measure: the template has these heads, an upload is read by them. */
export function shareSheet(measure: Measure): SheetRules<ShareColumn> {
  const column = (
    key: ShareColumn,
    headings: readonly [string, string],
    required = false,
    most = 40,
  ): SheetColumn<ShareColumn> => ({ key, headings, required, most })
  return {
    sheetNames: ['Giao chỉ tiêu', 'Shares'],
    columns: [
      column('code', ['Mã đơn vị', 'Unit code'], true, 80),
      column('name', ['Tên đơn vị', 'Unit name'], false, 500),
      ...shareFields[measure].flatMap((field) => {
        const headings = fieldHeadings[measure][field]
        return headings === undefined ? [] : [column(field, headings)]
      }),
      column('notApplies', ['Không áp dụng', 'Does not apply']),
    ],
  }
}

export type ShareSheetReason =
  | GridFault['reason']
  | ShareFault
  | 'unknown_code'
  | 'code_twice'
  | 'not_a_number'
  | 'not_a_mark'
  | 'figure_and_not_concerned'
  | 'no_rows'

export type ShareSheetFault = Omit<GridFault, 'reason'> & { reason: ShareSheetReason }

export type ReadShares<UnitKey> = {
  faults: ShareSheetFault[]
  shares: { unit: UnitKey; share: ShareFigures }[]
}

/**
 * The shares of an uploaded sheet, each by the code of its unit, and everything that is wrong cell by cell. An empty cell is
 * a share that is still missing, 'x' under "Không áp dụng" one that the unit does not have; zero is zero. Units that the
 * sheet does not name keep what they have.
 */
export function readShareSheet<UnitKey>(
  grids: readonly SheetGrid[],
  whole: Whole,
  units: ReadonlyMap<string, UnitKey>,
): ReadShares<UnitKey> {
  const rules = shareSheet(whole.measure)
  const found = findTable(grids, rules)
  if (found === null) {
    const sheet = rules.sheetNames[0]
    return { faults: [{ sheet, row: null, column: null, value: sheet, reason: 'sheet_missing' }], shares: [] }
  }
  const { table } = found
  const faults: ShareSheetFault[] = [...found.faults]
  const broken = new Set(found.faults.map((fault) => `${fault.row}:${fault.column}`))
  const byCode = new Map([...units].map(([code, unit]) => [fold(code), unit]))
  const seen = new Set<string>()
  const shares: ReadShares<UnitKey>['shares'] = []
  if (table.rows.length === 0 && faults.length === 0)
    faults.push({ sheet: table.sheet, row: null, column: null, value: '', reason: 'no_rows' })
  for (const { row, values } of table.rows) {
    const tell = (key: ShareColumn, reason: ShareSheetReason) => {
      const fault = faultAt(table, row, key, reason, values[key] ?? '')
      if (!broken.has(`${fault.row}:${fault.column}`)) faults.push(fault)
    }
    const code = fold(values.code ?? '')
    const unit = byCode.get(code)
    if (values.code !== undefined && unit === undefined) tell('code', 'unknown_code')
    else if (seen.has(code)) tell('code', 'code_twice')
    seen.add(code)
    const figures: Partial<Record<ShareField, number>> = {}
    for (const field of shareFields[whole.measure]) {
      const read = readNumber(values[field] ?? '')
      if (read.ok) figures[field] = read.value
      else if (read.reason === 'not_a_number') tell(field, 'not_a_number')
    }
    const mark = markOf(values.notApplies)
    if (mark === 'other') tell('notApplies', 'not_a_mark')
    if (mark === 'yes' && figures.value !== undefined) tell('notApplies', 'figure_and_not_concerned')
    const share = mark === 'yes' ? notConcerned : { ...noShare, ...figures }
    for (const { field, fault } of shareFaults(whole, share)) tell(field, fault)
    if (unit !== undefined) shares.push({ unit, share })
  }
  return { faults: faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)), shares }
}

function markOf(written: string | undefined): 'yes' | 'no' | 'other' {
  const text = fold(written ?? '')
  if (['', '0', 'khong', 'no'].includes(text)) return 'no'
  return ['x', '1', 'co', 'yes', 'khong ap dung'].includes(text) ? 'yes' : 'other'
}
