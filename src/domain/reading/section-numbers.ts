/** The kinds of numbers that headings carry, outermost first; Decree 30/2020 knows all but the decimal ones. */
export type NumberStyle = 'part' | 'capital' | 'roman' | 'arabic' | 'decimal' | 'letter'

/** `path`: the places of a decimal number ('2.10' → [2, 10]), one place otherwise; `label` as it is put into the section's number. */
export type HeadingNumber = { style: NumberStyle; path: number[]; label: string; title: string }

const vietnameseLetters = 'abcdđeghiklmnopqrstuvxy'
const latinLetters = 'abcdefghijklmnopqrstuvwxyz'

/** The number that a paragraph begins with, if it is that of a heading; null for bullets and plain text. */
export function headingNumber(text: string): HeadingNumber | null {
  const part =
    /^(?:phần|chương)\s(?:thứ\s)?([IVXLC]{1,6}|\d{1,2}|nhất|hai|ba|tư|năm)(?=[\s.:,-]|$)[\s.:–-]*(.*)$/isu.exec(
      text,
    )
  if (part !== null)
    return {
      style: 'part',
      path: [partValue(part[1] ?? '')],
      label: `${part[0].slice(0, 1).toUpperCase()}${part[0].slice(1, part[0].search(/\s/)).toLowerCase()} ${part[1] ?? ''}`,
      title: part[2] ?? '',
    }
  const roman = /^([IVXLC]{1,6})\s?[.)–/-]\s?(?=\S)(.*)$/su.exec(text)
  if (roman !== null && romanValue(roman[1] ?? '') !== null)
    return {
      style: 'roman',
      path: [romanValue(roman[1] ?? '') ?? 0],
      label: roman[1] ?? '',
      title: roman[2] ?? '',
    }
  const decimal =
    /^(\d{1,2}(?:\.\d{1,2}){1,3})\s?[.)]?\s(.*)$/su.exec(text) ??
    /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)](?!\d)(.*)$/su.exec(text)
  if (decimal !== null)
    return {
      style: 'decimal',
      path: (decimal[1] ?? '').split('.').map(Number),
      label: decimal[1] ?? '',
      title: (decimal[2] ?? '').trim(),
    }
  const arabic = /^(\d{1,2})\s?[.)]\s?(?=\D)(.*)$/su.exec(text)
  if (arabic !== null)
    return { style: 'arabic', path: [Number(arabic[1])], label: arabic[1] ?? '', title: arabic[2] ?? '' }
  const letter = /^([a-zđ])\s?\)\s?(.*)$/su.exec(text)
  if (letter !== null)
    return {
      style: 'letter',
      path: [letterValue(letter[1] ?? '')],
      label: letter[1] ?? '',
      title: letter[2] ?? '',
    }
  const capital = /^([A-HĐ])\s?[.)–-]\s?(?=\p{Lu}{2})(.*)$/su.exec(text)
  return capital === null
    ? null
    : {
        style: 'capital',
        path: [letterValue((capital[1] ?? '').toLowerCase())],
        label: capital[1] ?? '',
        title: capital[2] ?? '',
      }
}

/** Whether `next` comes directly behind `before` in a list of its style; letters count in either alphabet. */
export function isNext(before: HeadingNumber, next: HeadingNumber): boolean {
  if (before.style !== next.style || before.path.length !== next.path.length) return false
  if (next.style === 'letter' || next.style === 'capital')
    return followsInAlphabet(before.label.toLowerCase(), next.label.toLowerCase())
  return (
    before.path.slice(0, -1).every((part, index) => part === next.path[index]) &&
    next.path.at(-1) === (before.path.at(-1) ?? 0) + 1
  )
}

export function isFirst(number: HeadingNumber): boolean {
  return number.path.at(-1) === 1
}

/** How far `next` lies behind the expected one: 1 for one left out. */
export function gapTo(before: HeadingNumber, next: HeadingNumber): number | null {
  if (before.style !== next.style || before.path.length !== next.path.length) return null
  if (!before.path.slice(0, -1).every((part, index) => part === next.path[index])) return null
  return (next.path.at(-1) ?? 0) - (before.path.at(-1) ?? 0) - 1
}

function followsInAlphabet(before: string, next: string): boolean {
  return [vietnameseLetters, latinLetters].some((alphabet) => {
    const at = alphabet.indexOf(before)
    return at >= 0 && alphabet[at + 1] === next
  })
}

function letterValue(letter: string): number {
  return vietnameseLetters.indexOf(letter) + 1 || latinLetters.indexOf(letter) + 1
}

const words: Record<string, number> = { nhất: 1, hai: 2, ba: 3, tư: 4, năm: 5 }

function partValue(text: string): number {
  return words[text.toLowerCase()] ?? romanValue(text.toUpperCase()) ?? Number(text)
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

function romanValue(text: string): number | null {
  if (!/^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return null
  const values = [...text].map((digit) => romanDigits[digit] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
