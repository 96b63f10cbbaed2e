import { describe, expect, test } from 'vitest'
import { compileCondition, compileNumber, type ExpressionReason, type NumberOf } from './expression.ts'

const names = ['pupils', 'classes', 'girls', 'k1.pupils', 'k1.classes', 'k2.pupils']

function from(values: Record<string, number | null>): NumberOf {
  return (name) => values[name] ?? null
}

function number(text: string, values: Record<string, number | null>): unknown {
  const read = compileNumber(text, names)
  return read.ok ? read.value.answer(from(values)) : read.reason
}

function condition(text: string, values: Record<string, number | null>): unknown {
  const read = compileCondition(text, names)
  return read.ok ? read.value.answer(from(values)) : read.reason
}

const value = (of: number | boolean) => ({ kind: 'value', value: of })
const none = (why: 'missing' | 'zero_whole') => ({ kind: 'none', why })

describe('a number out of numbers', () => {
  test.each([
    ['pupils', { pupils: 12 }, value(12)],
    ['pupils + girls * 2.0', { pupils: 1, girls: 3 }, value(7)],
    ['k1.pupils + k2.pupils', { 'k1.pupils': 40, 'k2.pupils': 2 }, value(42)],
    ['pupils / classes', { pupils: 90, classes: 4 }, value(22.5)],
    ['-(pupils - girls)', { pupils: 5, girls: 2 }, value(-3)],
    ['classes > 0.0 ? pupils : girls', { classes: 0, pupils: 1, girls: 2 }, value(2)],
    ['pupils', { pupils: 0 }, value(0)],
  ])('%s', (text, values, expected) => {
    expect(number(text, values)).toEqual(expected)
  })

  test('what is missing, what is zero and what is divided by zero are three things', () => {
    expect(number('pupils / classes', { pupils: 0, classes: 3 })).toEqual(value(0))
    expect(number('pupils / classes', { pupils: null, classes: 3 })).toEqual(none('missing'))
    expect(number('pupils / classes', { pupils: 5, classes: 0 })).toEqual(none('zero_whole'))
    expect(number('pupils / classes', { pupils: 0, classes: 0 })).toEqual(none('zero_whole'))
  })

  test('a missing number counts as zero only where that is said', () => {
    expect(number('pupils + girls', { pupils: 5 })).toEqual(none('missing'))
    expect(number('pupils + orZero(girls)', { pupils: 5 })).toEqual(value(5))
    expect(number('given(k1.pupils) ? 1.0 : 2.0', {})).toEqual(value(2))
    expect(number('given(k1.pupils) ? 1.0 : 2.0', { 'k1.pupils': 0 })).toEqual(value(1))
  })

  test('a share tells its part and its whole', () => {
    const read = compileNumber('(k1.pupils + k2.pupils) / (k1.classes)', names)
    const share = read.ok ? read.value.share : null
    const values = from({ 'k1.pupils': 30, 'k2.pupils': 5, 'k1.classes': 1 })
    expect([share?.part.answer(values), share?.whole.answer(values)]).toEqual([value(35), value(1)])
    expect(read.ok && read.value.names).toEqual(['k1.pupils', 'k2.pupils', 'k1.classes'])
    const plain = compileNumber('pupils + girls', names)
    expect(plain.ok && plain.value.share).toBeNull()
  })
})

describe('a condition', () => {
  test.each([
    ['girls <= pupils', { girls: 3, pupils: 3 }, value(true)],
    ['girls <= pupils', { girls: 4, pupils: 3 }, value(false)],
    ['girls <= pupils', { girls: 4 }, none('missing')],
    ['pupils == 0.0 || classes > 0.0', { pupils: 0, classes: 0 }, value(true)],
    ['pupils == 0.0 || classes > 0.0', { pupils: 9, classes: 0 }, value(false)],
    ['!(pupils > 0.0) && girls != 1.0', { pupils: 0, girls: 0 }, value(true)],
    ['orZero(pupils) == 0.0 || given(classes)', {}, value(true)],
    ['orZero(pupils) == 0.0 || given(classes)', { pupils: 4 }, value(false)],
  ])('%s', (text, values, expected) => {
    expect(condition(text, values)).toEqual(expected)
  })

  test('comparing a share is refused: divided by zero it would be larger than everything', () => {
    expect(condition('pupils / classes <= 35.0', { pupils: 1, classes: 0 })).toBe('compares_a_share')
    expect(condition('35.0 >= 1.0 + pupils / classes', {})).toBe('compares_a_share')
  })
})

describe('what is refused', () => {
  test.each<[string, string, ExpressionReason]>([
    ['nothing', '', 'not_readable'],
    ['an unfinished sum', 'pupils +', 'not_readable'],
    ['an unknown name', 'teachers + 1.0', 'unknown_name'],
    ['an unknown field', 'k1.teachers', 'unknown_name'],
    ['a row without its column', 'k1 + 1.0', 'unknown_name'],
    ['a whole number where numbers are doubles', 'pupils / 2', 'not_allowed'],
    ['a truth where a number is asked', 'pupils > 1.0', 'wrong_type'],
    ['a text', '"a"', 'not_allowed'],
    ['a list', '[pupils]', 'not_readable'],
    ['a loop', '[1.0].map(x, x)', 'not_readable'],
    ['an index', 'k1["pupils"]', 'not_allowed'],
    ['a function that is not ours', 'double("1")', 'not_allowed'],
    ['a function over more than a name', 'orZero(pupils + girls)', 'not_allowed'],
    ['more than one could mean', `${'pupils + '.repeat(300)}pupils`, 'too_long'],
    ['more parts than allowed', `${'girls+'.repeat(260)}girls`, 'not_readable'],
    ['deep nesting', `${'('.repeat(200)}pupils${')'.repeat(200)}`, 'not_readable'],
    ['constructors', 'k1.constructor', 'unknown_name'],
  ])('%s', (_what, text, reason) => {
    expect(number(text, {})).toBe(reason)
  })
})
