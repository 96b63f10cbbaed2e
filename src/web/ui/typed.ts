import { formatDate, type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { formatNumber, readNumber } from '#domain/basics/numbers.ts'

/**
 * What somebody typed and what it means. `value` is null for nothing typed and for a fault: look at `fault` before
 * sending, so that a mistyped figure is never sent as a missing one.
 */
export type Typed<T> = { text: string; value: T | null; fault: boolean }

const nothing = { text: '', value: null, fault: false } as const

export function typedNumber(value: number | null, decimals = 2): Typed<number> {
  return value === null ? nothing : { text: formatNumber(value, decimals), value, fault: false }
}

export function readTypedNumber(text: string): Typed<number> {
  const read = readNumber(text)
  if (read.ok) return { text, value: read.value, fault: false }
  return { text, value: null, fault: read.reason !== 'empty' }
}

export function typedDate(value: LocalDate | null): Typed<LocalDate> {
  return value === null ? nothing : { text: formatDate(value), value, fault: false }
}

/** Also '5/9/2024', '05-09-2024' and eight digits in a row, '05092024', as phones make them easiest. */
export function readTypedDate(text: string): Typed<LocalDate> {
  const trimmed = text.trim()
  if (trimmed === '') return { text, value: null, fault: false }
  const value = parseLocalDate(trimmed.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3'))
  return { text, value, fault: value === null }
}
