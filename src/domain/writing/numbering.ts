import type { Annex, Block, Heading, HeadingKind } from './official-document.ts'

/**
 * Điểm go by the Vietnamese alphabet, without the letters with a hat, breve or horn and without f, j, w, z
 * (Decree 30/2020/NĐ-CP, Annex I, part II.6; the skipped letters are established practice).
 */
const pointLetters = 'abcdđeghiklmnopqrstuvxy'

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 → 'I' … 3999 → 'MMMCMXCIX'; anything else is a RangeError. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999)
    throw new RangeError(`no Roman numeral for ${value}`)
  let rest = value
  let text = ''
  for (const [weight, sign] of romanParts) {
    while (rest >= weight) {
      text += sign
      rest -= weight
    }
  }
  return text
}

/** 'XIV' → 14; null where the text is not a numeral written the one right way ('IIII', 'iv', ''). */
export function readRoman(text: string): number | null {
  let rest = text
  let value = 0
  for (const [weight, sign] of romanParts) {
    while (rest.startsWith(sign)) {
      value += weight
      rest = rest.slice(sign.length)
    }
  }
  return rest === '' && value > 0 && value < 4000 && romanNumeral(value) === text ? value : null
}

/** 1 → 'a', 5 → 'đ', 23 → 'y', 24 → 'aa'. */
export function pointLetter(value: number): string {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`no point letter for ${value}`)
  const index = (value - 1) % pointLetters.length
  const rounds = Math.floor((value - 1) / pointLetters.length)
  return pointLetters.charAt(index).repeat(rounds + 1)
}

/** 'đ' → 5; null for f, j, w, z and whatever else is not a point's letter. */
export function readPointLetter(text: string): number | null {
  const letter = text.normalize('NFC')
  const first = letter.charAt(0)
  const index = pointLetters.indexOf(first)
  if (first === '' || index < 0 || letter !== first.repeat(letter.length)) return null
  return (letter.length - 1) * pointLetters.length + index + 1
}

/** A heading still to be numbered: left out takes the next number of its kind, null has none. */
export type DraftHeading = Omit<Heading, 'number'> & { number?: string | null }
export type DraftBlock = Exclude<Block, Heading> | DraftHeading

// Each kind starts again below these. An article (Điều) counts through the whole document.
const restartsBelow: Readonly<Record<HeadingKind, readonly HeadingKind[]>> = {
  part: ['section', 'clause', 'point'],
  section: ['clause', 'point'],
  article: ['clause', 'point'],
  clause: ['point'],
  point: [],
}

/**
 * Gives each heading that has no number the next one of its kind; a number already there is kept and counted
 * on from. Phần and mục in Roman, điều and khoản in Arabic numerals, điểm by letter (Annex I, part II.6).
 */
export function numberBody(blocks: readonly DraftBlock[]): Block[] {
  const last: Record<HeadingKind, number> = { part: 0, section: 0, article: 0, clause: 0, point: 0 }
  return blocks.map((block) => {
    if (!isHeading(block)) return block
    for (const below of restartsBelow[block.kind]) last[below] = 0
    if (block.number === null) return { ...block, number: null }
    if (block.number !== undefined) {
      const order = readNumber(block.kind, block.number)
      if (order !== null) last[block.kind] = order
      return { ...block, number: block.number }
    }
    last[block.kind] += 1
    return { ...block, number: writeNumber(block.kind, last[block.kind]) }
  })
}

/** Annexes carry a Roman number where there are two or more (Annex I, part III.1). */
export function numberAnnexes(annexes: readonly Omit<Annex, 'number'>[]): Annex[] {
  return annexes.map((annex, index) => ({
    ...annex,
    number: annexes.length > 1 ? romanNumeral(index + 1) : null,
  }))
}

/** The place of a printed number in its own series; null for '2.1' and for what the series does not know. */
export function readNumber(kind: HeadingKind, number: string): number | null {
  switch (kind) {
    case 'part':
    case 'section':
      return readRoman(number)
    case 'article':
    case 'clause':
      return /^[1-9]\d{0,3}$/.test(number) ? Number(number) : null
    case 'point':
      return readPointLetter(number)
  }
}

function writeNumber(kind: HeadingKind, order: number): string {
  switch (kind) {
    case 'part':
    case 'section':
      return romanNumeral(order)
    case 'article':
    case 'clause':
      return String(order)
    case 'point':
      return pointLetter(order)
  }
}

export type NumberingFault = { index: number; kind: HeadingKind; number: string; expected: string | null }

/**
 * Headings whose number does not follow from the one before: a gap, a repetition, or a letter that is no
 * point's. `index` is the block's place; `expected` null where the number is none of its series.
 * Decimal numbers ('2.1') are accepted: practice uses them beside the rule.
 */
export function checkNumbering(blocks: readonly Block[]): NumberingFault[] {
  const faults: NumberingFault[] = []
  const last: Record<HeadingKind, number> = { part: 0, section: 0, article: 0, clause: 0, point: 0 }
  for (const [index, block] of blocks.entries()) {
    if (!isHeading(block)) continue
    for (const below of restartsBelow[block.kind]) last[below] = 0
    const { kind, number } = block
    if (number === null || /^\d+(\.\d+)+$/.test(number)) {
      if (kind === 'clause') last.point = 0
      continue
    }
    const order = readNumber(kind, number)
    if (order === null) faults.push({ index, kind, number, expected: null })
    else {
      if (order !== last[kind] + 1)
        faults.push({ index, kind, number, expected: writeNumber(kind, last[kind] + 1) })
      last[kind] = order
    }
  }
  return faults
}

export function isHeading<B extends { kind: string }>(block: B): block is Extract<B, { kind: HeadingKind }> {
  switch (block.kind) {
    case 'part':
    case 'section':
    case 'article':
    case 'clause':
    case 'point':
      return true
    default:
      return false
  }
}
