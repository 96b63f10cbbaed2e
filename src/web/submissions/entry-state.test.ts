import { describe, expect, test } from 'vitest'
import { emptyCells } from '#domain/forms/applies.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import { scaleForm } from '#domain/forms/scale-form.ts'
import {
  afterMeeting,
  afterSave,
  beginEntry,
  type Entry,
  redo,
  settleConflict,
  typeInto,
  undo,
  unsaved,
} from './entry-state.ts'

const form = prepareForm(scaleForm)
const empty = emptyCells(form, { kind: 'school', levels: ['primary'] })
const begun = beginEntry({ version: 0, cells: empty, savedAt: null })
const type = (entry: Entry, typed: Record<string, string>) =>
  typeInto(
    form,
    entry,
    Object.entries(typed).map(([cell, text]) => ({ cell, text })),
  )
const cell = (entry: Entry, id: string) => entry.cells[form.cellById.get(id)?.index ?? -1]

describe('typing', () => {
  test('numbers are kept, also those that cannot be sent; words stay as they were typed and are not saved', () => {
    const entry = type(begun, {
      'k1.pupils': '1.234',
      'k2.pupils': '12,5',
      'k3.pupils': 'ba mươi',
      'k4.pupils': '0',
    })
    expect(['k1.pupils', 'k2.pupils', 'k3.pupils', 'k4.pupils'].map((id) => cell(entry, id))).toEqual([
      1234,
      12.5,
      null,
      0,
    ])
    expect(entry.texts).toEqual({ 'k3.pupils': 'ba mươi' })
    expect(unsaved(form, entry)).toEqual([
      { cell: 'k1.pupils', value: 1234 },
      { cell: 'k2.pupils', value: 12.5 },
      { cell: 'k4.pupils', value: 0 },
    ])
    const emptied = type(entry, { 'k1.pupils': ' ', 'k3.pupils': '30' })
    expect([cell(emptied, 'k1.pupils'), cell(emptied, 'k3.pupils'), emptied.texts]).toEqual([null, 30, {}])
  })

  test('cells that are not asked, unknown cells and unchanged ones are left alone', () => {
    expect(type(begun, { 'k6.pupils': '5', 'x.y': '1', 'k1.pupils': '' })).toBe(begun)
    expect(type(begun, { 'k1.pupils': '99999999999' }).texts).toEqual({ 'k1.pupils': '99999999999' })
  })

  test('a pasted block is taken back in one step, and brought again', () => {
    const pasted = type(type(begun, { 'k1.pupils': '30' }), {
      'k1.pupils': '31',
      'k2.pupils': '32',
      'k3.pupils': 'x',
    })
    const back = undo(pasted)
    expect([cell(back, 'k1.pupils'), cell(back, 'k2.pupils'), back.texts]).toEqual([30, null, {}])
    expect([redo(back).cells, redo(back).texts]).toEqual([pasted.cells, pasted.texts])
    expect(undo(undo(back))).toEqual({ ...undo(back), redo: undo(back).redo })
    expect(type(back, { 'k5.pupils': '1' }).redo).toEqual([])
  })
})

describe('saving', () => {
  test('what is typed while it runs is still to be saved', () => {
    const first = type(begun, { 'k1.pupils': '30' })
    const sent = unsaved(form, first)
    const meanwhile = type(first, { 'k2.pupils': '31' })
    const saved = afterSave(form, meanwhile, sent, { version: 1, savedAt: '2025-01-20T03:42:00Z' })
    expect([saved.version, unsaved(form, saved)]).toEqual([1, [{ cell: 'k2.pupils', value: 31 }]])
  })

  test('two who typed different cells both keep theirs; over the same cell one is asked', () => {
    const mine = type(begun, { 'k1.pupils': '30', 'k2.pupils': '31' })
    const theirs = type(begun, { 'k1.pupils': '99', 'k3.pupils': '33' }).cells
    const met = afterMeeting(form, mine, { version: 4, cells: theirs, savedAt: null })
    expect(['k1.pupils', 'k2.pupils', 'k3.pupils'].map((id) => cell(met, id))).toEqual([99, 31, 33])
    expect([met.version, met.conflicts, unsaved(form, met)]).toEqual([
      4,
      [{ cell: 'k1.pupils', mine: 30 }],
      [{ cell: 'k2.pupils', value: 31 }],
    ])
    expect(cell(settleConflict(form, met, 'k1.pupils', 'mine'), 'k1.pupils')).toBe(30)
    expect(unsaved(form, settleConflict(form, met, 'k1.pupils', 'mine'))).toHaveLength(2)
    expect([
      cell(settleConflict(form, met, 'k1.pupils', 'theirs'), 'k1.pupils'),
      settleConflict(form, met, 'k1.pupils', 'theirs').conflicts,
    ]).toEqual([99, []])
  })
})
