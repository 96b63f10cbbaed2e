// Tables of a PDF by their ruling lines: the real geometry, also where cells are merged over rows and columns.
import type { Rule } from './pdf-page.ts'

export type GridCell = {
  column: number
  row: number
  columnSpan: number
  rowSpan: number
  left: number
  right: number
  top: number
  bottom: number
}
export type Grid = {
  left: number
  right: number
  top: number
  bottom: number
  rows: number
  columns: number
  xs: readonly number[]
  cells: GridCell[]
}

// How far lines that belong together may miss each other: writers round, and a line has its width.
const slack = 2.5
const mostSlots = 20_000

/** The tables that the lines of a page draw: at least two cells each. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const joined = [...joinRules(rules, 'horizontal'), ...joinRules(rules, 'vertical')]
  return groupsOf(joined)
    .flatMap((group) => gridOf(group) ?? [])
    .toSorted((a, b) => a.top - b.top)
}

/** Pieces of one line drawn cell by cell become one. */
function joinRules(rules: readonly Rule[], axis: Rule['axis']): Rule[] {
  const lines: Rule[][] = []
  const sorted = rules.filter((rule) => rule.axis === axis).toSorted((a, b) => a.at - b.at)
  for (const rule of sorted) {
    const line = lines.at(-1)
    if (line !== undefined && rule.at - (line[0]?.at ?? 0) <= slack) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap((line) => {
    const joined: Rule[] = []
    const at = line.reduce((sum, rule) => sum + rule.at, 0) / line.length
    for (const rule of line.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last !== undefined && rule.from <= last.to + slack) last.to = Math.max(last.to, rule.to)
      else joined.push({ axis, at, from: rule.from, to: rule.to })
    }
    return joined
  })
}

/** Lines that touch, directly or by others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const owner = rules.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (owner[root] !== undefined && owner[root] !== root) root = owner[root] ?? root
    owner[index] = root
    return root
  }
  const horizontals = rules.flatMap((rule, index) => (rule.axis === 'horizontal' ? [index] : []))
  const verticals = rules.flatMap((rule, index) => (rule.axis === 'vertical' ? [index] : []))
  for (const one of horizontals) {
    for (const other of verticals) {
      const [a, b] = [rules[one], rules[other]]
      if (a !== undefined && b !== undefined && touch(a, b)) owner[rootOf(one)] = rootOf(other)
    }
  }
  const groups = new Map<number, Rule[]>()
  for (const [index, rule] of rules.entries()) {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [rule])
    else group.push(rule)
  }
  return [...groups.values()]
}

function touch(horizontal: Rule, vertical: Rule): boolean {
  return (
    vertical.at >= horizontal.from - slack &&
    vertical.at <= horizontal.to + slack &&
    horizontal.at >= vertical.from - slack &&
    horizontal.at <= vertical.to + slack
  )
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontals = rules.filter((rule) => rule.axis === 'horizontal')
  const verticals = rules.filter((rule) => rule.axis === 'vertical')
  const xs = placesOf(verticals)
  const ys = placesOf(horizontals)
  const columns = xs.length - 1
  const rows = ys.length - 1
  // A frame around one text is no table; neither is an underline or a cross.
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > mostSlots) return null
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0]
  const cells = cellsOf(xs, ys, horizontals, verticals)
  return cells.length < 2 ? null : { left, right, top, bottom, rows, columns, xs, cells }
}

function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = []
  for (const { at } of rules.toSorted((a, b) => a.at - b.at)) {
    const last = places.at(-1)
    if (last === undefined || at - last > slack) places.push(at)
  }
  return places
}

/** Slots with no line drawn between them are one cell. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  horizontals: readonly Rule[],
  verticals: readonly Rule[],
): GridCell[] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const taken = new Set<number>()
  const cells: GridCell[] = []
  const isDrawn = (lines: readonly Rule[], at: number, middle: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= slack && line.from <= middle && line.to >= middle)
  const middle = (places: readonly number[], index: number): number =>
    ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2
  const opensRight = (row: number, column: number): boolean =>
    column + 1 < columns &&
    !taken.has(row * columns + column + 1) &&
    !isDrawn(verticals, xs[column + 1] ?? 0, middle(ys, row))
  const opensDown = (row: number, column: number): boolean =>
    row + 1 < rows &&
    !taken.has((row + 1) * columns + column) &&
    !isDrawn(horizontals, ys[row + 1] ?? 0, middle(xs, column))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let columnSpan = 1
      while (opensRight(row, column + columnSpan - 1)) columnSpan += 1
      let rowSpan = 1
      while (
        Array.from({ length: columnSpan }, (_, at) => at).every((at) =>
          opensDown(row + rowSpan - 1, column + at),
        )
      )
        rowSpan += 1
      for (let y = row; y < row + rowSpan; y++)
        for (let x = column; x < column + columnSpan; x++) taken.add(y * columns + x)
      const [left, right] = [xs[column] ?? 0, xs[column + columnSpan] ?? 0]
      const [top, bottom] = [ys[row] ?? 0, ys[row + rowSpan] ?? 0]
      cells.push({ row, column, rowSpan, columnSpan, left, right, top, bottom })
    }
  }
  return cells
}
