// A form while it is typed into: what is saved, what is typed, the way back, and what two people typed at once.
import { readNumber } from '#domain/basics/numbers.ts'
import type { Cell, CellId } from '#domain/forms/form.ts'
import type { PreparedForm } from '#domain/forms/prepared-form.ts'
import { type CellChange, mergeCells } from '#domain/submissions/cell-changes.ts'

/** A cell as it stands on the screen: a value, and a text where what was typed is no number. */
type Shown = { value: Cell; text: string | null }
type Edit = { cell: CellId; index: number; before: Shown; after: Shown }

export type Entry = {
  version: number
  savedAt: string | null
  saved: readonly Cell[]
  cells: readonly Cell[]
  /** Typed texts that are no numbers: they stay where they were typed and are not saved. */
  texts: Readonly<Record<CellId, string>>
  undo: readonly (readonly Edit[])[]
  redo: readonly (readonly Edit[])[]
  /** Cells where somebody else saved another figure meanwhile: mine is offered, theirs stands. */
  conflicts: readonly { cell: CellId; mine: Cell }[]
}

export type Stored = { version: number; cells: readonly Cell[]; savedAt: string | null }

// What the contract takes; more is a slip of the finger.
const most = 1_000_000_000

export function beginEntry({ version, cells, savedAt }: Stored): Entry {
  return { version, savedAt, saved: cells, cells, texts: {}, undo: [], redo: [], conflicts: [] }
}

/** What was typed or pasted, as one step that can be taken back. Numbers that cannot be sent are kept all the same. */
export function typeInto(
  form: PreparedForm,
  entry: Entry,
  typed: readonly { cell: CellId; text: string }[],
): Entry {
  const edits = typed.flatMap(({ cell, text }): Edit[] => {
    const index = form.cellById.get(cell)?.index
    if (index === undefined || entry.cells[index] === 'na') return []
    const before = shownAt(entry, cell, index)
    const read = readNumber(text)
    const after: Shown =
      read.ok && Math.abs(read.value) <= most
        ? { value: read.value, text: null }
        : read.ok || read.reason === 'not_a_number'
          ? { value: before.value, text: text.trim() }
          : { value: null, text: null }
    return before.value === after.value && before.text === after.text ? [] : [{ cell, index, before, after }]
  })
  if (edits.length === 0) return entry
  return { ...applyEdits(entry, edits, 'after'), undo: [...entry.undo, edits], redo: [] }
}

function shownAt(entry: Entry, cell: CellId, index: number): Shown {
  return { value: entry.cells[index] ?? null, text: entry.texts[cell] ?? null }
}

function applyEdits(entry: Entry, edits: readonly Edit[], side: 'before' | 'after'): Entry {
  const cells = [...entry.cells]
  const texts = { ...entry.texts }
  for (const edit of edits) {
    const { value, text } = edit[side]
    cells[edit.index] = value
    if (text === null) delete texts[edit.cell]
    else texts[edit.cell] = text
  }
  return { ...entry, cells, texts }
}

export function undo(entry: Entry): Entry {
  const last = entry.undo.at(-1)
  if (last === undefined) return entry
  return { ...applyEdits(entry, last, 'before'), undo: entry.undo.slice(0, -1), redo: [...entry.redo, last] }
}

export function redo(entry: Entry): Entry {
  const last = entry.redo.at(-1)
  if (last === undefined) return entry
  return { ...applyEdits(entry, last, 'after'), undo: [...entry.undo, last], redo: entry.redo.slice(0, -1) }
}

/** What has to be sent to the server. */
export function unsaved(form: PreparedForm, entry: Entry): CellChange[] {
  return form.cells.flatMap((cell) => {
    const value = entry.cells[cell.index] ?? null
    return value === 'na' || value === (entry.saved[cell.index] ?? null) ? [] : [{ cell: cell.id, value }]
  })
}

/** The server has taken `sent`; what was typed since is still to be saved. */
export function afterSave(
  form: PreparedForm,
  entry: Entry,
  sent: readonly CellChange[],
  reply: { version: number; savedAt: string },
): Entry {
  const saved = [...entry.saved]
  for (const change of sent) {
    const index = form.cellById.get(change.cell)?.index
    if (index !== undefined) saved[index] = change.value
  }
  return { ...entry, ...reply, saved }
}

/** Somebody else has saved meanwhile: both are brought together, and what cannot be is asked. */
export function afterMeeting(form: PreparedForm, entry: Entry, stored: Stored): Entry {
  const { merged, conflicts } = mergeCells(entry.saved, entry.cells, stored.cells)
  const met = conflicts.flatMap((index) => {
    const cell = form.cells[index]
    return cell === undefined ? [] : [{ cell: cell.id, mine: entry.cells[index] ?? null }]
  })
  const still = entry.conflicts.filter((one) => !met.some((other) => other.cell === one.cell))
  // Taking a step back would now undo another's figures.
  return {
    ...entry,
    version: stored.version,
    savedAt: stored.savedAt,
    saved: stored.cells,
    cells: merged,
    undo: [],
    redo: [],
    conflicts: [...still, ...met],
  }
}

export function settleConflict(
  form: PreparedForm,
  entry: Entry,
  cell: CellId,
  keep: 'mine' | 'theirs',
): Entry {
  const conflict = entry.conflicts.find((one) => one.cell === cell)
  const index = form.cellById.get(cell)?.index
  const conflicts = entry.conflicts.filter((one) => one.cell !== cell)
  if (conflict === undefined || index === undefined || keep === 'theirs') return { ...entry, conflicts }
  return { ...entry, conflicts, cells: entry.cells.with(index, conflict.mine) }
}
