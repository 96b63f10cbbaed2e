// Where the keys of the grid lead, and where a pasted block falls. Rows and columns are those shown, totals among them.

export type Position = { row: number; column: number }
/** From the cell where a selection began to the one where it stands. */
export type Range = { from: Position; to: Position }

export type Shape = { rows: number; columns: number; isOpen: (at: Position) => boolean }

export type Direction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row_start'
  | 'row_end'
  | 'start'
  | 'end'
  | 'next'
  | 'previous'

/** The open cell that a key leads to; null where there is none that way. Totals and computed cells are passed over. */
export function moved(at: Position, direction: Direction, shape: Shape): Position | null {
  switch (direction) {
    case 'up':
      return along(at, { row: -1, column: 0 }, shape)
    case 'down':
      return along(at, { row: 1, column: 0 }, shape)
    case 'left':
      return along(at, { row: 0, column: -1 }, shape)
    case 'right':
      return along(at, { row: 0, column: 1 }, shape)
    case 'row_start':
      return along({ row: at.row, column: -1 }, { row: 0, column: 1 }, shape)
    case 'row_end':
      return along({ row: at.row, column: shape.columns }, { row: 0, column: -1 }, shape)
    case 'start':
      return openCells(shape)[0] ?? null
    case 'end':
      return openCells(shape).at(-1) ?? null
    case 'next':
    case 'previous': {
      const all = openCells(shape)
      const here = all.findIndex((cell) => cell.row === at.row && cell.column === at.column)
      return here < 0 ? null : (all[direction === 'next' ? here + 1 : here - 1] ?? null)
    }
  }
}

function along(at: Position, step: Position, shape: Shape): Position | null {
  let next = { row: at.row + step.row, column: at.column + step.column }
  while (next.row >= 0 && next.row < shape.rows && next.column >= 0 && next.column < shape.columns) {
    if (shape.isOpen(next)) return next
    next = { row: next.row + step.row, column: next.column + step.column }
  }
  return null
}

/** In reading order. */
export function openCells(shape: Shape): Position[] {
  if (shape.rows === 0 || shape.columns === 0) return []
  return allCells({
    from: { row: 0, column: 0 },
    to: { row: shape.rows - 1, column: shape.columns - 1 },
  }).filter(shape.isOpen)
}

/** A selection with its corners in order. */
export function corners({ from, to }: Range): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  }
}

export function isWithin(at: Position, range: Range): boolean {
  const { top, bottom, left, right } = corners(range)
  return at.row >= top && at.row <= bottom && at.column >= left && at.column <= right
}

export function allCells(range: Range): Position[] {
  const { top, bottom, left, right } = corners(range)
  const cells: Position[] = []
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ row, column })
  return cells
}

export type Placed = {
  cells: { at: Position; text: string }[] /** Texts that fell outside of the table. */
  outside: number
}

/**
 * Where a block falls: from the upper left corner of the selection, as in Excel; one text alone fills the whole selection.
 * What falls on a total is left out, what falls outside is counted.
 */
export function placeBlock(block: readonly (readonly string[])[], range: Range, shape: Shape): Placed {
  const { top, left } = corners(range)
  const only = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? '') : null
  const texts =
    only !== null
      ? allCells(range).map((at) => ({ at, text: only }))
      : block.flatMap((line, row) =>
          line.map((text, column) => ({ at: { row: top + row, column: left + column }, text })),
        )
  const inside = texts.filter(({ at }) => at.row < shape.rows && at.column < shape.columns)
  return {
    cells: inside.filter(({ at }) => shape.isOpen(at)),
    outside:
      texts.filter(({ text }) => text.trim() !== '').length -
      inside.filter(({ text }) => text.trim() !== '').length,
  }
}
