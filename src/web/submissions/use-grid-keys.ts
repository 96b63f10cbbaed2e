// The keyboard of the grid, as in Excel: a cell is chosen or edited; arrows, Enter and Tab lead on; digits replace.
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { readBlock, writeBlock } from '#domain/forms/paste.ts'
import type { CellId } from '#domain/forms/form.ts'
import { cellAt, type GridModel } from './grid-model.ts'
import {
  allCells,
  corners,
  type Direction,
  moved,
  openCells,
  placeBlock,
  type Position,
  type Range,
} from './grid-moves.ts'

export type GridActs = {
  /** undefined: the grid is only read. */
  onType?: ((typed: readonly { cell: CellId; text: string }[]) => void) | undefined
  onUndo?: (() => void) | undefined
  onRedo?: (() => void) | undefined
  onPasted?: ((told: { outside: number }) => void) | undefined
  /** Enter on a cell that is only read. */
  onOpen?: ((cell: CellId) => void) | undefined
}

export type Editing = { at: Position; text: string }

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row_start',
  End: 'row_end',
}

export function useGridKeys(model: GridModel, range: Range, onRange: (range: Range) => void, acts: GridActs) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const { shape } = model
  const at = range.to
  const { onType } = acts

  const choose = (position: Position) => onRange({ from: position, to: position })
  const idAt = (position: Position) => cellAt(model, position)?.id ?? ''
  const begin = (position: Position, text?: string) => {
    if (onType === undefined || !shape.isOpen(position)) return
    setEditing({ at: position, text: text ?? cellAt(model, position)?.text ?? '' })
  }
  /** What is in the edited cell is taken over; `lead` goes on from there. */
  const finish = (lead: Direction | null) => {
    if (editing === null) return
    onType?.([{ cell: idAt(editing.at), text: editing.text }])
    setEditing(null)
    const next = lead === null ? editing.at : (moved(editing.at, lead, shape) ?? editing.at)
    choose(next)
  }
  const empty = () =>
    onType?.(
      allCells(range)
        .filter(shape.isOpen)
        .map((position) => ({ cell: idAt(position), text: '' })),
    )

  const inEditor = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setEditing(null)
      choose(at)
      return
    }
    const lead =
      event.key === 'Enter'
        ? event.shiftKey
          ? 'up'
          : 'down'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'previous'
            : 'next'
          : event.key === 'ArrowDown'
            ? 'down'
            : event.key === 'ArrowUp'
              ? 'up'
              : null
    if (lead === null) return
    // Beyond the last cell Tab leaves the grid, as it leaves every field.
    if (event.key !== 'Tab' || moved(at, lead, shape) !== null) event.preventDefault()
    finish(lead)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (editing !== null) return inEditor(event)
    const held = event.ctrlKey || event.metaKey
    if (held && !event.altKey) {
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey && acts.onUndo !== undefined) return acted(event, acts.onUndo)
      if ((key === 'y' || (key === 'z' && event.shiftKey)) && acts.onRedo !== undefined)
        return acted(event, acts.onRedo)
      if (key === 'a')
        return acted(event, () =>
          onRange({ from: openCells(shape)[0] ?? at, to: openCells(shape).at(-1) ?? at }),
        )
      if (key === 'home' || key === 'end')
        return acted(event, () => choose(moved(at, key === 'home' ? 'start' : 'end', shape) ?? at))
      return
    }
    if (event.altKey) return
    const direction = arrows[event.key]
    if (direction !== undefined) {
      const next = moved(at, direction, shape)
      return acted(
        event,
        () => next !== null && (event.shiftKey ? onRange({ from: range.from, to: next }) : choose(next)),
      )
    }
    switch (event.key) {
      case 'Enter':
        if (onType === undefined)
          return acts.onOpen === undefined ? undefined : acted(event, () => acts.onOpen?.(idAt(at)))
        return acted(event, () => choose(moved(at, event.shiftKey ? 'up' : 'down', shape) ?? at))
      case 'Tab': {
        const next = moved(at, event.shiftKey ? 'previous' : 'next', shape)
        return next === null ? undefined : acted(event, () => choose(next))
      }
      case 'F2':
        return acted(event, () => begin(at))
      case 'Delete':
      case 'Backspace':
        return onType === undefined ? undefined : acted(event, empty)
      default:
        // Whatever prints begins a new value.
        if (event.key.length === 1 && event.key !== ' ' && onType !== undefined)
          acted(event, () => begin(at, event.key))
    }
  }

  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null) return
    const { top, bottom, left, right } = corners(range)
    const block = model.rows
      .slice(top, bottom + 1)
      .map((row) => row.cells.slice(left, right + 1).map((cell) => cell.text))
    event.clipboardData.setData('text/plain', writeBlock(block))
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null || onType === undefined) return
    event.preventDefault()
    const placed = placeBlock(readBlock(event.clipboardData.getData('text/plain')), range, shape)
    onType(placed.cells.map(({ at: position, text }) => ({ cell: idAt(position), text })))
    acts.onPasted?.({ outside: placed.outside })
    const last = placed.cells.at(-1)
    const first = placed.cells[0]
    if (first !== undefined && last !== undefined) onRange({ from: first.at, to: last.at })
  }

  return {
    editing,
    edit: (text: string) => setEditing((before) => (before === null ? null : { ...before, text })),
    begin,
    finish,
    choose,
    handlers: { onKeyDown, onCopy, onPaste },
  }
}

function acted(event: { preventDefault: () => void }, act: () => unknown): void {
  event.preventDefault()
  act()
}
