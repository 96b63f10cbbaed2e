// What stands behind the question mark: flat, readable, several values of one name joined by commas.

export type SearchValues = Readonly<Record<string, string>>

export function parseSearch(search: string): SearchValues {
  return Object.fromEntries(new URLSearchParams(search))
}

export function writeSearch(values: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encode(String(value))}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

// Commas, colons and slashes may stand in a query as they are (RFC 3986, 3.4) and are read by people.
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
}

/** One name of the query: how it is read from its text (null: not there) and written back (null: left out). */
// Methods, so that a field of any type fits a shape of many.
export type SearchField<T> = { read(text: string | null): T; write(value: T): string | null }

export function textField(): SearchField<string> {
  return { read: (text) => text ?? '', write: (value) => (value === '' ? null : value) }
}

export function choiceField<const T extends string>(choices: readonly T[]): SearchField<T | null>
export function choiceField<const T extends string>(choices: readonly T[], usual: NoInfer<T>): SearchField<T>
export function choiceField<const T extends string>(choices: readonly T[], usual?: T): SearchField<T | null> {
  return {
    read: (text) => choices.find((choice) => choice === text) ?? usual ?? null,
    write: (value) => (value === usual ? null : value),
  }
}

export function choicesField<const T extends string>(choices: readonly T[]): SearchField<readonly T[]> {
  return {
    read: (text) => {
      const said = new Set((text ?? '').split(','))
      return choices.filter((choice) => said.has(choice))
    },
    write: (value) => (value.length === 0 ? null : value.join(',')),
  }
}

/** A value that a function of the domain reads, such as parseLocalDate: what cannot be read is not there. */
export function readField<T extends string>(read: (text: string) => T | null): SearchField<T | null> {
  return { read: (text) => (text === null ? null : read(text)), write: (value) => value }
}

export type SearchShape = Readonly<Record<string, SearchField<unknown>>>

export type SearchOf<S> = { [K in keyof S]: S[K] extends SearchField<infer T> ? T : never }
