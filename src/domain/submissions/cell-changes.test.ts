import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { emptyCells } from '#domain/forms/applies.ts'
import type { Cell } from '#domain/forms/form.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import { scaleForm } from '#domain/forms/scale-form.ts'
import { applyChanges, diffCells, mergeCells } from './cell-changes.ts'
import { checkSend } from './send-check.ts'

const form = prepareForm(scaleForm)
const empty = emptyCells(form, { kind: 'school', levels: ['primary'] })

describe('typing', () => {
  test('changes the cells typed and tells what was there', () => {
    const first = applyChanges(form, empty, [
      { cell: 'k1.pupils', value: 0 },
      { cell: 'k2.pupils', value: 31 },
    ])
    expect(first.ok && first.value.diff).toEqual({ 'k1.pupils': [null, 0], 'k2.pupils': [null, 31] })
    const second = applyChanges(form, first.ok ? first.value.cells : [], [
      { cell: 'k1.pupils', value: null },
      { cell: 'k2.pupils', value: 31 },
    ])
    expect(second.ok && second.value.diff).toEqual({ 'k1.pupils': [0, null] })
  })

  test('a draft keeps also what cannot be sent', () => {
    const read = applyChanges(form, empty, [{ cell: 'k1.pupils', value: 12.5 }])
    expect(read.ok && checkSend(form, read.value.cells).verdict).toBe('stop')
  })

  test.each([
    ['a cell that the form does not have', 'k10.pupils', 'unknown_cell'],
    ['a total', 'primary.pupils', 'unknown_cell'],
    ['a cell of another level', 'k6.pupils', 'not_asked'],
  ])('%s is refused', (_fact, cell, reason) => {
    expect(
      applyChanges(form, empty, [
        { cell: 'k1.pupils', value: 1 },
        { cell, value: 1 },
      ]),
    ).toEqual({ ok: false, reason })
  })
})

describe('two who type at once', () => {
  test.each<[string, Cell[], Cell[], Cell[], Cell[], number[]]>([
    ['different cells: both stay', [null, null], [5, null], [null, 7], [5, 7], []],
    ['the same figure: no conflict', [null], [5], [5], [5], []],
    ['the same cell: theirs stands, mine is kept to be shown', [1], [5], [7], [7], [0]],
    ['mine emptied what theirs changed', [1], [null], [7], [7], [0]],
    ['nothing of mine: theirs', [1, 2], [1, 2], [3, 0], [3, 0], []],
    ['not asked stays so', ['na'], ['na'], ['na'], ['na'], []],
  ])('%s', (_fact, base, mine, theirs, merged, conflicts) => {
    expect(mergeCells(base, mine, theirs)).toEqual({ merged, conflicts })
  })

  test('nothing saved is ever lost, nothing typed goes unmentioned', () => {
    const cell = fc.constantFrom<Cell>(null, 0, 1, 2)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
        const [base, mine, theirs] = [0, 1, 2].map((at) => rows.map((row) => row[at] ?? null))
        const { merged, conflicts } = mergeCells(base ?? [], mine ?? [], theirs ?? [])
        rows.forEach(([was, own, their], index) => {
          if (their !== was) expect(merged[index]).toBe(their)
          if (own !== was) expect(merged[index] === own || conflicts.includes(index)).toBe(true)
        })
      }),
    )
  })
})

test('a whole form may be sent, one with a large class after a look, one with a gap not', () => {
  const values = { classes: 4, pupils: 130 }
  const whole = empty.map((cell, index) => {
    const column = form.cells[index]?.column.code
    return cell === 'na' ? cell : column === 'classes' || column === 'pupils' ? values[column] : null
  })
  const at = (id: string) => form.cellById.get(id)?.index ?? -1
  expect(checkSend(form, whole)).toEqual({ verdict: 'send', findings: [] })
  expect(checkSend(form, whole.with(at('k1.pupils'), 150)).verdict).toBe('warn')
  expect(checkSend(form, whole.with(at('k1.pupils'), null)).verdict).toBe('stop')
  expect(checkSend(form, []).verdict).toBe('stop')
  expect(diffCells(form, whole, whole.with(at('k1.pupils'), 150))).toEqual({ 'k1.pupils': [130, 150] })
})
