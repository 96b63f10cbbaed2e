import { squeeze } from '#domain/basics/text.ts'
import { longestAt, phraseBook } from './phrases.ts'
import { columnWidth, firstWord, printedWidth, spaceWidth, wouldHaveFitted } from './printed-width.ts'
import { sentenceOpeners } from './sentence-lexicon.ts'
import type { At, SourceStyle } from './source.ts'
import { gapBehind, type TextLine } from './text-lines.ts'
import { isUpperCase, keysOf, startsInLowerCase } from './words.ts'

/** A paragraph put together from its printed lines. `lines` tells which part of the text stands where. */
export type Paragraph = {
  text: string
  at: At
  style: SourceStyle
  /** `from`: index in `text` where the line begins. */
  lines: { at: At; from: number }[]
}

// A line that begins so begins a paragraph: bullets, numbers with a sign behind them, "Điều 5", "Phần I".
const beginning =
  /^(?:[-–—+*•▪]\s?\S|\d{1,3}(?:\.\d{1,2}){0,3}\s?(?:[.)](?!\d)\s?\S|\/\s)|\d{1,2}(?:\.\d{1,2}){1,3}\s+\p{Lu}|[IVXLC]{1,6}\s?[.)\-–]\s?\S|[a-zđ]\s?\)\s?\S|[A-HĐ]\s?[.)]\s+\p{Lu}|(?:điều|phần|chương|mục|phụ lục)\s(?:thứ\s)?(?:[\dIVX]+|nhất|hai|ba|tư|năm)(?![\p{L}])|căn cứ\s|nơi nhận\s?:|kính gửi\s?:)/iu
const lowerLetter = /^[a-zđ]\s?\)/u
// "C)" and "i." are beginnings only in their own case, which the flag of the pattern above gives away.
const capitalNumber = /^(?:[IVXLC]{1,6}\s?[.)\-–]|[A-HĐ]\s?[.)])/u

// "Cơ quan chủ trì: …", "Thời gian thực hiện: …"
const label =
  /^(?:cơ quan|đơn vị|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|sản phẩm|kết quả)[^:.;]{0,40}:/iu

export function beginsParagraph(text: string): boolean {
  if (label.test(text)) return true
  if (!beginning.test(text)) return false
  if (/^[a-zđ]{1,6}\s?[.)\-–]/iu.test(text)) return lowerLetter.test(text) || capitalNumber.test(text)
  return true
}

/**
 * Puts printed lines together to paragraphs. A paragraph ends where the next line begins one (a bullet, a number), or
 * where a line ended although the next word would have fitted: the page was not full there. Blank lines say nothing:
 * many texts taken out of PDFs have one behind every line.
 */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const width = bodyWidth(lines.filter((line) => !line.whole).map((line) => line.text))
  const wrapped = isWrapped(lines)
  const paragraphs: Paragraph[] = []
  let open: TextLine[] = []
  for (const [index, line] of lines.entries()) {
    const previous = open.at(-1)
    if (
      previous !== undefined &&
      (endsBetween(previous, line, open.length === 1 ? width - firstLineIndent : width) ||
        (!wrapped && endsSentence.test(previous.text)) ||
        isIndented(previous, line, lines[index + 1], width))
    ) {
      paragraphs.push(paragraphOf(open))
      open = []
    }
    open.push(line)
  }
  if (open.length > 0) paragraphs.push(paragraphOf(open))
  return paragraphs
}

const endsSentence = /[.;:!?…/]$/

/** A text without a single line that goes on in the middle of a sentence has a paragraph a line. */
function isWrapped(lines: readonly TextLine[]): boolean {
  return lines.some((line, index) => {
    const next = lines[index + 1]
    return (
      next !== undefined &&
      !endsSentence.test(line.text) &&
      startsInLowerCase(next.text) &&
      !beginsParagraph(next.text)
    )
  })
}

// 1.27 cm at 13 and 14 points (Decree 30/2020, Annex I), in units of the font size.
const firstLineIndent = 2.6

/** The width that most lines fill; footnotes in a smaller size are wider, headings and ends of paragraphs narrower. */
function bodyWidth(lines: readonly string[]): number {
  if (lines.length < 30) return columnWidth(lines)
  const counts = new Map<number, number>()
  for (const line of lines) {
    const width = Math.round(printedWidth(line))
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  // Three neighbours together; short lines are many in tables, so each counts with its width.
  const weight = (width: number): number =>
    width * ((counts.get(width - 1) ?? 0) + (counts.get(width) ?? 0) + (counts.get(width + 1) ?? 0))
  let best = 0
  for (const width of counts.keys()) if (weight(width) > weight(best)) best = width
  // A text with a paragraph a line has no such width: many of its lines are wider.
  const wider = lines.filter((line) => printedWidth(line) > best * 1.12).length
  return wider > lines.length * 0.15 ? columnWidth(lines) : best
}

const shortLabel = /^\p{Lu}[\p{L}\s]{1,38}:$/u
const openers = phraseBook(sentenceOpeners.map((words) => [words, true as const]))

function endsBetween(line: TextLine, next: TextLine, width: number): boolean {
  if (line.whole || next.whole || beginsParagraph(next.text)) return true
  // A title in capitals and the line below it, and the other way round.
  if (
    isUpperCase(line.text) !== isUpperCase(next.text) &&
    !startsInLowerCase(next.text) &&
    !/^[\d(“"]/.test(next.text)
  )
    return true
  const isOpen = !endsSentence.test(line.text)
  // "Tiểu học:" behind a full line that ended its sentence.
  if (!isOpen && shortLabel.test(next.text)) return true
  if (isOpen && (startsInLowerCase(next.text) || /[-–,(]$/.test(line.text))) return false
  // No sentence goes on with "Thực hiện" in capitals: a heading without a full stop ended.
  if (isOpen && !/[“"]/.test(line.text) && longestAt(openers, keysOf(next.text.slice(0, 60)), 0) !== null)
    return true
  return wouldHaveFitted(line.text, next.text, width)
}

/**
 * Behind the end of a sentence: a line that goes on below although the next word would have fitted was shorter from the
 * start, by the indent of a first line.
 */
function isIndented(previous: TextLine, line: TextLine, below: TextLine | undefined, width: number): boolean {
  if (below === undefined || below.whole || !endsSentence.test(previous.text)) return false
  const goesOn = !endsSentence.test(line.text) && startsInLowerCase(below.text)
  if (!goesOn || startsInLowerCase(line.text)) return false
  // Most lines are up to one unit wider than the commonest. A verb that opens items needs less proof.
  const isOpener = longestAt(openers, keysOf(line.text.slice(0, 60)), 0) !== null
  const needed = printedWidth(line.text.trim()) + spaceWidth + printedWidth(firstWord(below.text))
  return needed <= (isOpener ? (width + 1) * 0.98 : width * 0.97)
}

function paragraphOf(lines: readonly TextLine[]): Paragraph {
  const first = lines[0]
  const parts: Paragraph['lines'] = []
  const texts: string[] = []
  let length = 0
  for (const line of lines) {
    const text = squeeze(line.text)
    const before = texts.at(-1)
    const gap = before === undefined ? '' : gapBehind(before)
    parts.push({ at: line.at, from: length + gap.length })
    if (gap !== '') texts.push(gap)
    texts.push(text)
    length += gap.length + text.length
  }
  return { text: texts.join(''), at: first?.at ?? { line: 1 }, style: first?.style ?? {}, lines: parts }
}

/** Where the character at `index` of a paragraph stands. */
export function atIndex(paragraph: Paragraph, index: number): At {
  return paragraph.lines.findLast((line) => line.from <= index)?.at ?? paragraph.at
}
