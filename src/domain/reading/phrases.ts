import { keysOf } from './words.ts'

type Node<T> = { next: Map<string, Node<T>>; value: T | undefined }

/** Phrases of a lexicon, found in a run of word keys without regard to punctuation. */
export type PhraseBook<T> = { root: Node<T> }

export function phraseBook<T>(entries: Iterable<readonly [string, T]>): PhraseBook<T> {
  const root: Node<T> = { next: new Map(), value: undefined }
  for (const [phrase, value] of entries) {
    let node = root
    for (const key of keysOf(phrase)) {
      const known = node.next.get(key)
      if (known !== undefined) {
        node = known
        continue
      }
      const made: Node<T> = { next: new Map(), value: undefined }
      node.next.set(key, made)
      node = made
    }
    node.value = value
  }
  return { root }
}

export type PhraseFound<T> = { length: number; value: T }

/** The longest phrase that begins at `from` and ends before `to`; `length` in words. */
export function longestAt<T>(
  book: PhraseBook<T>,
  keys: readonly string[],
  from: number,
  to: number = keys.length,
): PhraseFound<T> | null {
  let node: Node<T> | undefined = book.root
  let found: PhraseFound<T> | null = null
  for (let index = from; index < to; index += 1) {
    node = node.next.get(keys[index] ?? '')
    if (node === undefined) break
    if (node.value !== undefined) found = { length: index - from + 1, value: node.value }
  }
  return found
}

/** Whether the words from `from` up to `to` are the beginning of a longer phrase without being one: "Giáo dục và". */
export function breaksOff<T>(
  book: PhraseBook<T>,
  keys: readonly string[],
  from: number,
  to: number = keys.length,
): boolean {
  let node: Node<T> | undefined = book.root
  for (let index = from; index < to; index += 1) {
    node = node.next.get(keys[index] ?? '')
    if (node === undefined) return false
  }
  return to > from && node.value === undefined
}
