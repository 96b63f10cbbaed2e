import { describe, expect, test } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { noShare, notConcerned } from '#domain/allocation/shares.ts'
import { isUnsaved, putShares, type SharesState, typeShares, undoShares } from './shares-state.ts'

// Ids of tests need no shape.
const a = 'a' as UnitId
const b = 'b' as UnitId
const five = { ...noShare, value: 5 }

function state(): SharesState {
  const saved = new Map([
    [a, five],
    [b, noShare],
  ])
  return { saved, shares: saved, texts: {}, undo: [] }
}
const typed = (text: string, from = state()) => typeShares(from, [{ cell: 'a.value', text }])

describe('typing shares', () => {
  test.each([
    ['a number', '1.020', { ...noShare, value: 1020 }],
    ['zero', '0', { ...noShare, value: 0 }],
    ['nothing', ' ', noShare],
    ['not concerned', 'x', notConcerned],
    ['in words', 'Không áp dụng', notConcerned],
  ])('%s', (_fact, text, expected) => {
    const after = typed(text)
    expect(after.shares.get(a)).toEqual(expected)
    expect(isUnsaved(after)).toBe(true)
    expect(undoShares(after).shares.get(a)).toEqual(five)
  })

  test('what is no number stays as a text and keeps the figure', () => {
    const after = typed('năm')
    expect([after.texts, after.shares.get(a), isUnsaved(after)]).toEqual([{ 'a.value': 'năm' }, five, false])
    expect(typed('6', after).texts).toEqual({})
  })

  test('a pasted block is one step', () => {
    const block = [
      { cell: 'a.value', text: '1' },
      { cell: 'b.value', text: '2' },
      { cell: 'z.value', text: '3' },
    ]
    const after = typeShares(state(), block)
    expect([after.shares.get(b), after.shares.size, after.undo.length]).toEqual([
      { ...noShare, value: 2 },
      2,
      1,
    ])
  })

  test('what is put in whole replaces texts, and only for units that are there', () => {
    const after = putShares(
      typed('năm'),
      new Map([
        [a, notConcerned],
        ['z' as UnitId, five],
      ]),
    )
    expect([after.shares.get(a), after.shares.size, after.texts]).toEqual([notConcerned, 2, {}])
  })

  test('there is nothing to take back at first', () => {
    const first = state()
    expect(undoShares(first)).toBe(first)
  })
})
