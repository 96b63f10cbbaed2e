import { squeeze, toNfc } from '#domain/basics/text.ts'
import { withoutPageNumbers } from './page-numbers.ts'
import type { At, SourceDocument, SourceLine, SourceStyle, SourceTable } from './source.ts'

/** A printed line with something on it, or a whole paragraph; NFC, tabs and inner spaces as in the source. */
export type TextLine = {
  text: string
  at: At
  /** A whole paragraph: nothing is to be joined to it. */
  whole: boolean
  style: SourceStyle
  /** Right behind a page break. */
  pageStart: boolean
  blankBefore: boolean
}

export type BodyItem = { kind: 'line'; line: TextLine } | { kind: 'table'; table: SourceTable }

/** The lines and tables of the body in reading order: without page headers, footers, page numbers and blank lines. */
export function bodyOf(source: SourceDocument): BodyItem[] {
  const items: BodyItem[] = []
  let page: number | null = null
  let blank = false
  let broken = false
  for (const block of source.blocks) {
    if (block.kind === 'table') {
      items.push({ kind: 'table', table: block })
      page = block.page
      blank = false
      continue
    }
    if (block.role !== 'body') continue
    if (block.text.includes('\f')) broken = true
    // A tab at the beginning may stand for an empty first cell; the next step knows.
    const text = toNfc(block.text).replaceAll('\f', '').replace(/^ +/, '').trimEnd()
    if (text.trim() === '' && block.number === null) {
      blank = true
      continue
    }
    const pageStart = broken || (block.page !== null && block.page !== page)
    items.push({ kind: 'line', line: lineOf(block, text, pageStart, blank) })
    page = block.page
    blank = false
    broken = false
  }
  return withoutPageNumbers(items)
}

function lineOf(block: SourceLine, text: string, pageStart: boolean, blankBefore: boolean): TextLine {
  const numbered = block.number === null ? text : `${toNfc(block.number).trim()} ${text}`.trim()
  return {
    text: numbered,
    at: block.at,
    whole: block.kind === 'paragraph',
    style: block.style,
    pageStart,
    blankBefore,
  }
}

/** Lines of one text: one space between them, none behind a hyphen that follows a letter or digit directly. */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = []
  for (const line of lines) {
    const text = squeeze(line)
    if (text === '') continue
    const before = parts.at(-1)
    if (before !== undefined) parts.push(gapBehind(before))
    parts.push(text)
  }
  return parts.join('')
}

/** What stands between a line, squeezed, and the next one of its text. */
export function gapBehind(line: string): '' | ' ' {
  return line.endsWith('-') && /[\p{L}\p{N}]-$/u.test(line.slice(-3)) ? '' : ' '
}
