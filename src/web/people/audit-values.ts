import { formatDate, parseLocalDate } from '#domain/basics/dates.ts'

export type AuditWords = {
  fields: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * A stored state as a person can read it: without ids (what they name stands beside them or in the entry), without what
 * is empty, days as printed, lists of records as numbered ones.
 */
export function readable(state: unknown, item: (no: number) => string): unknown {
  if (Array.isArray(state)) {
    const parts = state.map((one) => readable(one, item))
    if (!parts.some((one) => typeof one === 'object' && one !== null))
      return parts.filter((one) => one !== undefined)
    return Object.fromEntries(parts.map((one, index) => [item(index + 1), one]))
  }
  if (typeof state === 'object' && state !== null) {
    const entries = Object.entries(state).map(([name, value]): [string, unknown] => [
      name,
      readable(value, item),
    ])
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null))
  }
  if (typeof state !== 'string') return state
  if (uuid.test(state)) return undefined
  return isDay(state) ? dayWords(state) : state
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function dayWords(text: string): string {
  const day = parseLocalDate(text)
  return day === null ? text : formatDate(day)
}

/** 'basis.number' → 'Căn cứ, Số'; a name that has no words stays as it is. */
export function sayField(words: AuditWords, path: string): string {
  return path
    .split('.')
    .map((name) => words.fields[name] ?? name)
    .join(', ')
}

export function sayValue(words: AuditWords, value: string): string {
  return Object.hasOwn(words.values, value) ? (words.values[value] ?? value) : value
}
