// A table with real cells (DOCX, PDF geometry, tabs): which columns it has, which rows are tasks, which go on with the
// row before them because a page cut it.
import { type AnnexCell, type AnnexRow, type AnnexTable, isTimeRole, isUnitsRole } from './annex.ts'
import { columnNumbersAt, columnRoleOf, isAnnexHead, withFinish } from './column-heads.ts'
import type { ColumnRole } from './column-lexicon.ts'
import { numberAtStart } from './row-numbers.ts'
import type { At, SourceTable } from './source.ts'
import { type GridCell, type GridRow, gridOf } from './table-grid.ts'
import { isUpperCase, keysOf, startsInLowerCase, wordKey } from './words.ts'

type Head = { columns: (ColumnRole | null)[]; rows: number }

// Heads of three rows with the column numbers below them occur; more were not seen.
const mostHeadRows = 4

/** Reads tables that hand out tasks; a table without a head that follows one and has its columns goes on with it. */
export function readRealTables(tables: readonly SourceTable[]): {
  annexes: AnnexTable[]
  used: ReadonlySet<SourceTable>
} {
  const used = new Set<SourceTable>()
  const found: AnnexTable[] = []
  let open: { table: AnnexTable; columns: (ColumnRole | null)[] } | null = null
  for (const table of tables) {
    const grid = gridOf(table)
    const head = headOf(grid)
    const same: boolean = open !== null && head !== null && head.columns.join() === open.columns.join()
    if (head !== null && !same) {
      open = {
        table: { at: table.at, columns: head.columns.map((role) => role ?? 'other'), rows: [], problems: [] },
        columns: head.columns,
      }
      found.push(open.table)
    } else if (open === null || (head === null && widthOf(grid) !== open.columns.length)) {
      open = null
      continue
    }
    addRows(open.table, open.columns, withMonths(grid, head?.rows ?? 0), table.at)
    used.add(table)
  }
  return { annexes: found.filter((table) => table.rows.length > 0), used }
}

function widthOf(grid: readonly GridRow[]): number {
  return Math.max(0, ...grid.slice(0, 50).map((row) => row.length))
}

/** The rows at the top that name the columns, taken together. */
function headOf(grid: readonly GridRow[]): Head | null {
  const width = widthOf(grid.slice(0, mostHeadRows))
  let best: Head | null = null
  for (let rows = 1; rows <= Math.min(mostHeadRows, grid.length); rows += 1) {
    const top = grid.slice(0, rows)
    if (rows > 1 && !isHeadRow(grid[rows - 1])) break
    const columns = Array.from({ length: width }, (_, column) => roleOf(headText(top, column)))
    if (isAnnexHead(columns.filter((role) => role !== null))) best = { columns: settled(columns), rows }
  }
  return best
}

// A calendar of work has a column "Tháng" and bare numbers in it; in flattened text the word says nothing.
function roleOf(head: string): ColumnRole | null {
  const keys = keysOf(head)
  return keys.length === 1 && keys[0] === month ? 'time' : columnRoleOf(keys)
}

const month = wordKey('tháng')

/** "9", "8/2025" below "Tháng". */
function withMonths(grid: readonly GridRow[], heads: number): readonly GridRow[] {
  const columns = (grid[0] ?? []).flatMap((_, column) => {
    const keys = keysOf(headText(grid.slice(0, heads), column))
    return keys.length === 1 && keys[0] === month ? [column] : []
  })
  if (columns.length === 0) return grid.slice(heads)
  return grid
    .slice(heads)
    .map((row) =>
      row.map((cell, column) =>
        cell !== null && columns.includes(column) && /^\d{1,2}(?:\s?[/-]\s?\d{2,4})?$/.test(cell.text)
          ? { ...cell, text: `Tháng ${cell.text}` }
          : cell,
      ),
    )
}

function headText(top: readonly GridRow[], column: number): string {
  const texts = top.flatMap((row) => (row[column]?.own === true ? [row[column].text] : []))
  return texts.join(' ').slice(0, 200)
}

/** Below the first row only heads of single columns and the column numbers belong to the head. */
function isHeadRow(row: GridRow | undefined): boolean {
  if (row === undefined) return false
  const texts = row.flatMap((cell) => (cell?.own === true && cell.text !== '' ? [cell.text] : []))
  if (
    columnNumbersAt(
      texts.map((text) => text.replaceAll(/[()]/g, '')),
      0,
    ) === texts.length &&
    texts.length >= 3
  )
    return true
  return (
    texts.length > 0 &&
    texts.every(
      (text) =>
        text.length < 60 && !/\d{4}/.test(text) && roleOf(text) !== null && numberAtStart(text) === null,
    )
  )
}

// A role that was read twice belongs to the first column that has it; "Thời gian" over two columns is start and finish.
function settled(read: readonly (ColumnRole | null)[]): (ColumnRole | null)[] {
  const columns = withFinish(read)
  const times = columns.filter((role) => role === 'time').length
  return columns.map((role, index) => {
    if (role === 'time' && times === 2) return columns.indexOf('time') === index ? 'start' : 'finish'
    return role !== null && role !== 'other' && columns.indexOf(role) !== index ? 'other' : role
  })
}

function addRows(
  table: AnnexTable,
  columns: readonly (ColumnRole | null)[],
  grid: readonly GridRow[],
  tableAt: At,
): void {
  for (const [index, row] of grid.entries()) {
    const cells = cellsOf(row, columns)
    if (isHeadRow(row) || cells.length === 0) continue
    const no = printedNo(cells)
    const before = table.rows.at(-1)
    if (before !== undefined && goesOn(before, cells, columns, no, index === 0)) {
      append(before, cells)
      continue
    }
    if (isGroup(cells, row)) continue
    table.rows.push(rowOf(cells, no, row.find((cell) => cell !== null)?.at ?? tableAt))
  }
}

type Placed = { role: Exclude<ColumnRole, 'no'> | 'no'; cell: GridCell }

/** The cells with something in them; a cell over several columns stands in its first. */
function cellsOf(row: GridRow, columns: readonly (ColumnRole | null)[]): Placed[] {
  return row.flatMap((cell, column) => {
    const role = columns[column]
    if (cell === null || role === null || role === undefined || cell.text === '') return []
    // A time over start and finish holds for both.
    const isRepeated =
      column > 0 &&
      row[column - 1]?.at === cell.at &&
      !(isTimeRole(role) && isTimeRole(columns[column - 1] ?? undefined))
    return isRepeated ? [] : [{ role, cell }]
  })
}

function printedNo(cells: readonly Placed[]): string | null {
  const cell = cells.find((placed) => placed.role === 'no')
  const number = cell === undefined ? null : numberAtStart(cell.cell.text)
  return number?.no ?? null
}

/** A row without a number that goes on in the middle of the row before it, which the page's end cut. */
function goesOn(
  before: AnnexRow,
  cells: readonly Placed[],
  columns: readonly (ColumnRole | null)[],
  no: string | null,
  first: boolean,
): boolean {
  const title = cells.find((placed) => placed.role === 'title')
  // A title merged over several rows is one task, with a window or a unit in each.
  if (title?.cell.own === false) return true
  if (no !== null || !columns.includes('no')) return false
  if (title === undefined) return true
  const titleBefore = before.cells.title?.text ?? ''
  return startsInLowerCase(title.cell.text) || (first && cells.length > 1 && /[,\-–(]$/.test(titleBefore))
}

function append(row: AnnexRow, cells: readonly Placed[]): void {
  for (const { role, cell } of cells) {
    if (role === 'no' || !cell.own) continue
    const before = row.cells[role]
    if (before === undefined) row.cells[role] = { text: cell.text, at: cell.at }
    else if (before.text !== cell.text)
      row.cells[role] = {
        text: `${before.text}${startsInLowerCase(cell.text) ? ' ' : '\n'}${cell.text}`,
        at: before.at,
      }
  }
}

/** A heading inside the table: it names neither units nor time. */
function isGroup(cells: readonly Placed[], row: GridRow): boolean {
  if (cells.some((placed) => isUnitsRole(placed.role) || isTimeRole(placed.role))) {
    const only = new Set(row.flatMap((cell) => (cell === null ? [] : [cell.at])))
    return only.size === 1
  }
  const no = cells.find((placed) => placed.role === 'no')?.cell.text ?? ''
  const title = cells.find((placed) => placed.role === 'title')?.cell.text ?? ''
  return (
    cells.length <= 2 &&
    (title === '' || isUpperCase(title) || no === '' || numberAtStart(no)?.roman === true)
  )
}

function rowOf(cells: readonly Placed[], no: string | null, at: At): AnnexRow {
  const placed: Partial<Record<ColumnRole, AnnexCell>> = {}
  for (const { role, cell } of cells) placed[role] ??= { text: cell.text, at: cell.at }
  const { no: _, ...rest } = placed
  return { no, at, cells: rest, cost: 0 }
}
