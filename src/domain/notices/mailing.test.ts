import { describe, expect, test } from 'vitest'
import { isLetterTime, minutesToNextAttempt, mostAttempts } from './mailing.ts'

describe('the letter of the day', () => {
  test.each([
    ['midnight in Việt Nam', '2025-01-19T17:00:00Z', false],
    ['a millisecond before seven', '2025-01-19T23:59:59.999Z', false],
    ['seven in the morning', '2025-01-20T00:00:00Z', true],
    ['noon', '2025-01-20T05:00:00Z', true],
    ['a minute before midnight', '2025-01-20T16:59:00Z', true],
    ['before 1970', '1969-12-31T20:00:00Z', false],
  ])('%s: %s is %s', (_what, instant, expected) => {
    expect(isLetterTime(Date.parse(instant))).toBe(expected)
  })
})

describe('the next attempt', () => {
  test.each([
    [0, 5],
    [1, 5],
    [2, 15],
    [7, 1440],
    [8, null],
    [1000, null],
  ])('after %i attempts comes in %s minutes', (attempts, minutes) => {
    expect(minutesToNextAttempt(attempts)).toBe(minutes)
  })

  test('comes until the last one that is allowed', () => {
    expect(minutesToNextAttempt(mostAttempts - 1)).not.toBeNull()
    expect(minutesToNextAttempt(mostAttempts)).toBeNull()
  })
})
