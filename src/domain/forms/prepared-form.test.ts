import { describe, expect, test } from 'vitest'
import type { FormColumn, FormDefinition, FormRule } from './form.ts'
import { formFault, numbersFrom, prepareForm, sumOf } from './prepared-form.ts'
import { readyForms } from './scale-form.ts'

const caption = { vi: 'x', en: 'x' }
const a: FormColumn = { code: 'a', title: caption, entry: { kind: 'count', most: 10 }, required: true }
const rule: FormRule = {
  code: 'one',
  over: 'row',
  holds: 'a < most',
  at: 'a',
  severity: 'stop',
  message: caption,
}

function aForm(over: Partial<FormDefinition> = {}): FormDefinition {
  return {
    code: 'thu',
    version: 1,
    title: caption,
    guide: caption,
    columns: [a],
    sections: [
      {
        code: 's',
        title: caption,
        levels: ['primary'],
        rows: [
          { code: 'r1', title: caption, limits: { most: 5 } },
          { code: 'r2', title: caption },
        ],
      },
    ],
    totals: [{ code: 'sum', title: caption, sumOf: ['r1', 'r2'] }],
    rules: [rule],
    ...over,
  }
}

describe('a definition', () => {
  test.each(readyForms.map((form) => [form.code, form] as const))(
    'the ready form %s has no fault',
    (_code, form) => {
      expect(formFault(form)).toBeNull()
    },
  )

  test.each<[string, Partial<FormDefinition>, string | null]>([
    ['as it should be', {}, null],
    ['a row twice', { totals: [{ code: 'r1', title: caption, sumOf: [] }] }, 'code_twice'],
    ['a column twice', { columns: [a, a] }, 'code_twice'],
    ['a code that no expression can name', { columns: [{ ...a, code: 'số' }] }, 'code_not_valid'],
    [
      'a sum of what is not there',
      { totals: [{ code: 'sum', title: caption, sumOf: ['r3'] }] },
      'unknown_row',
    ],
    ['a sum of itself', { totals: [{ code: 'sum', title: caption, sumOf: ['sum'] }] }, 'sum_in_circle'],
    [
      'sums of each other',
      {
        totals: [
          { code: 'x', title: caption, sumOf: ['y'] },
          { code: 'y', title: caption, sumOf: ['x'] },
        ],
      },
      'sum_in_circle',
    ],
    [
      'an expression over an unknown column',
      { columns: [a, { code: 'b', title: caption, computed: 'c + 1.0', decimals: 0 }] },
      'expression',
    ],
    ['a rule over an unknown limit', { rules: [{ ...rule, holds: 'a < least' }] }, 'expression'],
    ['a rule told at no column', { rules: [{ ...rule, at: 'b' }] }, 'unknown_place'],
    [
      'a rule told at a computed column',
      {
        columns: [a, { code: 'b', title: caption, computed: 'a', decimals: 0 }],
        rules: [{ ...rule, at: 'b' }],
      },
      'unknown_place',
    ],
    ['a rule over the form', { rules: [{ ...rule, over: 'form', holds: 'sum.a > 0.0', at: 'r1.a' }] }, null],
    [
      'a rule over the form told at a total',
      { rules: [{ ...rule, over: 'form', holds: 'sum.a > 0.0', at: 'sum.a' }] },
      'unknown_place',
    ],
  ])('%s', (_fact, over, reason) => {
    expect(formFault(aForm(over))?.reason ?? null).toBe(reason)
  })

  test('one with a fault is not prepared', () => {
    expect(() => prepareForm(aForm({ columns: [a, a] }))).toThrow(RangeError)
  })
})

test('sums keep what is missing apart from zero and tidy decimals', () => {
  expect([sumOf([]), sumOf([null, null]), sumOf([0, null]), sumOf([0.1, 0.2])]).toEqual([null, null, 0, 0.3])
  expect(numbersFrom(prepareForm(aForm()), () => 3).get('sum.a')).toBe(6)
})
