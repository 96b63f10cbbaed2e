import { toNfc } from '#domain/basics/text.ts'

// Time as printed, taken apart into numbers, words without tones and signs, and walked through.

export type Cursor = { atoms: readonly string[]; at: number }

/** Numbers, words without tones and single signs of a time as printed. */
export function atomsOf(text: string): string[] {
  const plain = toNfc(text)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
  return (plain.match(/\d+|\p{L}+|[^\s\p{L}\d]/gu) ?? []).map((atom) => (/^[–—−~]$/.test(atom) ? '-' : atom))
}

export function peek(cursor: Cursor, ahead = 0): string {
  return cursor.atoms[cursor.at + ahead] ?? ''
}

/** Groups of words without tones, longer ones first, to be taken at the cursor. */
export type Groups = readonly (readonly string[])[]

export function groupsOf(phrases: readonly string[]): Groups {
  return phrases.map((phrase) => phrase.split(' ')).toSorted((a, b) => b.length - a.length)
}

const plainAtom = /^(?:\d+|[^\p{L}\d]|[ivt])$/u

/** Whether every word of a text may stand in a time: a quick no for most texts. `words` are those of all groups. */
export function mayBeTime(text: string, words: ReadonlySet<string>): boolean {
  return text.length <= 80 && atomsOf(text).every((atom) => plainAtom.test(atom) || words.has(atom))
}

/** Steps over one of the groups if it stands here, and answers it as text. */
export function take(cursor: Cursor, groups: Groups): string | null {
  const group = groups.find((words) => words.every((word, index) => cursor.atoms[cursor.at + index] === word))
  if (group === undefined) return null
  cursor.at += group.length
  return group.join(' ')
}
