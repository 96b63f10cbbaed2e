import type { Paragraph } from './paragraphs.ts'
import { problem } from './problems.ts'
import type { ReadProblem, Section } from './reading.ts'
import { gapTo, type HeadingNumber, headingNumber, isFirst, isNext } from './section-numbers.ts'

export type PlacedSection = {
  /** The number as printed: 'II', '2.1', 'a'. */
  label: string
  section: Section
}
/** Where a paragraph stands: the sections around it, outermost first; with a number of its own it is the last of them. */
export type Placed = { path: PlacedSection[]; number: HeadingNumber | null }

type Open = { number: HeadingNumber; section: Section }

// A numbered paragraph longer than this is a clause with its text, no heading; its first sentence then serves as title.
const longestHeading = 320
// "3." behind "1.": one may be missing in the print. Further apart it is another list.
const widestGap = 2

/**
 * The tree of numbered headings. A number continues the innermost open list that it is next in; a first number ("1",
 * "a", "2.1") opens a list below what is open. Numbers that fit nowhere are numbers in the text, not headings.
 */
export function readSections(paragraphs: readonly Paragraph[]): {
  sections: Section[]
  problems: ReadProblem[]
  placed: Placed[]
} {
  const roots: Section[] = []
  const problems: ReadProblem[] = []
  const open: Open[] = []
  const placed: Placed[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const number = headingNumber(paragraph.text)
    const level = number === null || !isHeading(number, paragraph) ? null : levelOf(open, number)
    if (number === null || level === null) {
      placed.push({ path: pathNow(open), number: null })
      continue
    }
    if (level.gap) problems.push(problem('section_number_gap', paragraph.at, number.label))
    open.length = level.depth
    const parent = open.at(-1)
    const section: Section = {
      number: pathOf(parent, number),
      title: titleOf(number.title, paragraph, paragraphs[index + 1]),
      at: paragraph.at,
      children: [],
    }
    ;(parent?.section.children ?? roots).push(section)
    open.push({ number, section })
    placed.push({ path: pathNow(open), number })
  }
  return { sections: roots, problems, placed }
}

function pathNow(open: readonly Open[]): PlacedSection[] {
  return open.map(({ number, section }) => ({ label: number.label, section }))
}

function isHeading(number: HeadingNumber, paragraph: Paragraph): boolean {
  if (number.style === 'part') return true
  // "2. năm" or "1.5 lần" in the middle of a text: headings begin with a capital letter, a quotation or a figure ("100% …").
  return number.title !== '' && /^[“"(]?[\p{Lu}\d]/u.test(number.title) && paragraph.text.length > 2
}

/** At which depth the number goes on; `gap` where one before it is missing. */
function levelOf(open: readonly Open[], number: HeadingNumber): { depth: number; gap: boolean } | null {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const before = open[depth]
    if (before !== undefined && isNext(before.number, number)) return { depth, gap: false }
  }
  if (
    number.style === 'part' ||
    (number.style === 'roman' && isFirst(number) && !open.some((item) => item.number.style === 'roman'))
  ) {
    return { depth: open.findLastIndex((item) => rank(item.number) < rank(number)) + 1, gap: false }
  }
  const repeated = repeatedDepth(open, number)
  if (repeated !== null) return { depth: repeated, gap: true }
  if (isFirst(number)) return { depth: depthForFirst(open, number), gap: false }
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const before = open[depth]
    const gap = before === undefined ? null : gapTo(before.number, number)
    if (gap !== null && gap > 0 && gap <= widestGap) return { depth, gap: true }
  }
  return null
}

/** "II." a second time, "3.2" behind "2.1": misnumbered, but a heading. */
function repeatedDepth(open: readonly Open[], number: HeadingNumber): number | null {
  const depth = open.findLastIndex(({ number: before }) => {
    if (before.style !== number.style || before.path.length !== number.path.length) return false
    if (number.style === 'roman') return number.path[0] === before.path[0] && !isFirst(number)
    return number.style === 'decimal' && number.path.at(-1) === (before.path.at(-1) ?? 0) + 1
  })
  return depth < 0 ? null : depth
}

/** A new list stands below what is open; a decimal one below the number that it begins with. */
function depthForFirst(open: readonly Open[], number: HeadingNumber): number {
  if (number.style === 'decimal') {
    const prefix = number.path.slice(0, -1).join('.')
    const parent = open.findLastIndex(
      (item) =>
        item.number.path.join('.') === prefix &&
        (item.number.style === 'arabic' || item.number.style === 'decimal'),
    )
    if (parent >= 0) return parent + 1
  }
  // A roman list never stands below an arabic one; a capital letter never below a roman one.
  const outer = open.findLastIndex((item) => rank(item.number) < rank(number))
  return number.style === 'roman' || number.style === 'capital' ? outer + 1 : open.length
}

const ranks: Record<HeadingNumber['style'], number> = {
  part: 0,
  capital: 1,
  roman: 2,
  arabic: 3,
  decimal: 4,
  letter: 5,
}

function rank(number: HeadingNumber): number {
  return ranks[number.style]
}

// "2.1" below "2" repeats its parent's number.
function pathOf(parent: Open | undefined, number: HeadingNumber): string {
  if (parent === undefined) return number.label
  const own = parent.number.label
  const label =
    number.style === 'decimal' && number.label.startsWith(`${own}.`)
      ? number.label.slice(own.length + 1)
      : number.label
  return `${parent.section.number}.${label}`
}

function titleOf(title: string, paragraph: Paragraph, next: Paragraph | undefined): string {
  const text = title.trim()
  // "PHẦN I" stands on a line of its own above its title.
  if (text === '')
    return next !== undefined && next.text.length <= longestHeading && headingNumber(next.text) === null
      ? next.text
      : paragraph.text
  if (text.length <= longestHeading) return text
  const sentence = text.slice(0, longestHeading).search(/[.;:]\s/)
  return sentence > 0 ? text.slice(0, sentence) : `${text.slice(0, longestHeading)}…`
}
