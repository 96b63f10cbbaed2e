// Shares while they are typed: what is saved, what stands in the cells, and the way back.
import type { AllocationPage } from './use-allocation.ts'
import { readNumber } from '#domain/basics/numbers.ts'
import { fold } from '#domain/basics/text.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import {
  isSameShare,
  noShare,
  notConcerned,
  type ShareField,
  type ShareFigures,
} from '#domain/allocation/shares.ts'

export type Shares = ReadonlyMap<UnitId, ShareFigures>
export type SharesState = {
  saved: Shares
  shares: Shares
  /** Typed texts that are no numbers, by cell: they stay where they were typed and are not saved. */
  texts: Readonly<Record<string, string>>
  undo: readonly Pick<SharesState, 'shares' | 'texts'>[]
}

export function sharesRead(rows: AllocationPage['rows']): SharesState {
  const saved = new Map(
    rows.map(({ unitId, applies, value, numerator, denominator }) => [
      unitId,
      { applies, value, numerator, denominator },
    ]),
  )
  return { saved, shares: saved, texts: {}, undo: [] }
}

export const shareCell = (unitId: UnitId, field: ShareField) => `${unitId}.${field}`

// What people write where there is nothing to report.
const marksOfNone = new Set(['x', 'k', 'ka', 'kad', 'khong ap dung', 'n/a', 'na'])
const fields = ['value', 'numerator', 'denominator'] as const

/** What was typed or pasted, as one step that can be taken back. */
export function typeShares(
  state: SharesState,
  typed: readonly { cell: string; text: string }[],
): SharesState {
  const shares = new Map(state.shares)
  const texts = { ...state.texts }
  for (const { cell, text } of typed) {
    const found = cellOf(state, cell)
    if (found === null) continue
    const { unitId, field } = found
    const before = shares.get(unitId) ?? noShare
    const read = readNumber(text)
    delete texts[cell]
    if (read.ok) shares.set(unitId, { ...before, applies: true, [field]: read.value })
    else if (read.reason === 'empty') shares.set(unitId, { ...before, applies: true, [field]: null })
    else if (marksOfNone.has(fold(text))) {
      shares.set(unitId, notConcerned)
      for (const other of fields) delete texts[shareCell(unitId, other)]
    } else texts[cell] = text.trim()
  }
  return stepped(state, shares, texts)
}

function cellOf(state: SharesState, cell: string): { unitId: UnitId; field: ShareField } | null {
  for (const unitId of state.shares.keys())
    for (const field of fields) if (shareCell(unitId, field) === cell) return { unitId, field }
  return null
}

/** Whole shares put in at once: divided, or out of a file. */
export function putShares(state: SharesState, put: Shares): SharesState {
  const shares = new Map(state.shares)
  for (const [unitId, share] of put) if (shares.has(unitId)) shares.set(unitId, share)
  const texts = Object.fromEntries(
    Object.entries(state.texts).filter(([cell]) => {
      const at = cellOf(state, cell)
      return at !== null && !put.has(at.unitId)
    }),
  )
  return stepped(state, shares, texts)
}

function stepped(state: SharesState, shares: Shares, texts: SharesState['texts']): SharesState {
  const { shares: before, texts: beforeTexts } = state
  return { ...state, shares, texts, undo: [...state.undo, { shares: before, texts: beforeTexts }] }
}

export function undoShares(state: SharesState): SharesState {
  const last = state.undo.at(-1)
  return last === undefined ? state : { ...state, ...last, undo: state.undo.slice(0, -1) }
}

export function isUnsaved({ saved, shares }: SharesState): boolean {
  return [...shares].some(([unitId, share]) => !isSameShare(share, saved.get(unitId) ?? noShare))
}
