import { isTimeLike, readTimes } from './time-text.ts'
import { wordKey } from './words.ts'

/** A number that a line begins with: '13', '2.1', 'II'; `rest` is what stands behind it on the line. */
export type PrintedNumber = { no: string; rest: string; roman: boolean }

export function numberAtStart(text: string): PrintedNumber | null {
  const arabic = /^(\d{1,4}(?:\.\d{1,2}){0,3})[.)]?(?:\s+(\S.*))?$/su.exec(text)
  if (arabic !== null) return { no: arabic[1] ?? '', rest: arabic[2] ?? '', roman: false }
  const roman = /^([IVX]{1,5}|[A-H])[.)]?(?:\s?[-–]?\s+(\p{Lu}.*))?$/su.exec(text)
  return roman === null ? null : { no: roman[1] ?? '', rest: roman[2] ?? '', roman: true }
}

/** How a number follows the one before it: as the next, with a gap, as a repetition, or not at all. */
export function followUp(no: string, before: string | null): 'next' | 'gap' | 'same' | null {
  const parts = no.split('.').map(Number)
  const last = parts.at(-1) ?? 0
  if (before === null) return parts.every((part) => part === 1) ? 'next' : null
  const previous = before.split('.').map(Number)
  if (no === before) return 'same'
  // "2.1" below "2", "3" behind "2.4", "2.2" behind "2.1".
  if (parts.length === previous.length + 1)
    return last === 1 && sameStart(parts, previous, previous.length) ? 'next' : null
  if (parts.length > previous.length || !sameStart(parts, previous, parts.length - 1)) return null
  const step = last - (previous[parts.length - 1] ?? 0)
  if (step === 1) return 'next'
  return step > 1 && step <= 9 ? 'gap' : null
}

function sameStart(a: readonly number[], b: readonly number[], length: number): boolean {
  return a.slice(0, length).every((part, index) => part === b[index])
}

// A number behind one of these belongs to it: "Tháng" / "9", "lớp" / "5".
const numbered = new Set(
  [
    'tháng',
    'ngày',
    'quý',
    'năm',
    'lớp',
    'số',
    'mức',
    'độ',
    'kỳ',
    'khối',
    'thứ',
    'điều',
    'khoản',
    'chu',
    'cấp',
    'hạng',
    'từ',
    'đến',
    'và',
    't',
  ].map(wordKey),
)

export function leavesNumberOpen(line: string): boolean {
  if (/[-–,/(]$/.test(line)) return true
  const last = /(\p{L}+)$/u.exec(line)?.[1]
  return last !== undefined && numbered.has(wordKey(last))
}

const yearOnly = /^(?:năm\s)?\d{4}(?:\s?[-–]\s?\d{4})?[.;,]?$/iu

/**
 * Whether the last lines, up to five, are wholly a time: the row's last column is filled. A year alone is none: titles
 * break before "2025" and "năm 2025".
 */
export function endsWithTime(lines: readonly string[]): boolean {
  for (let count = 1; count <= Math.min(5, lines.length); count += 1) {
    if (!isTimeLike(lines.at(-count) ?? '')) return false
    const text = lines.slice(-count).join(' ')
    const before = lines.at(-count - 1)
    if (!yearOnly.test(text) && readTimes(text, null).complete)
      return before === undefined || !/[-–/]$/.test(before)
  }
  return false
}
