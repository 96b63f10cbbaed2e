// A web page (saved by Word, by a browser, by a document system) to paragraphs and tables. Tolerant, one pass, no recursion.
import { toNfc } from '#domain/basics/text.ts'
import type { SourceBlock, SourceDocument, SourceNote, SourceStyle } from '#domain/reading/source.ts'
import { FormatRefusal } from './format-refusal.ts'
import { createHtmlTable, type HtmlTable } from './html-table.ts'
import { type HtmlToken, tokensOf } from './html-tokens.ts'
import { listLabel } from './number-formats.ts'
import { decodeBytes, unmaskOldFont } from './text-encodings.ts'

// Deeper nesting changes nothing that is read; browsers stop at 512.
const mostOpen = 400
const mostBlocks = 100_000

const blockNames = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)
const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

type Open = {
  name: string
  isHidden: boolean
  isBold: boolean
  isItalic: boolean
  isPre: boolean
  align: SourceStyle['align'] | undefined
  heading: number | undefined
  list: { next: number; type: string } | null
}

export function readHtml(bytes: Uint8Array): SourceDocument {
  const html = htmlText(bytes)
  const walk = createWalk()
  for (const token of tokensOf(html.text)) {
    if (walk.blocks.length >= mostBlocks) {
      walk.notes.push({ code: 'too_long_cut', at: walk.blocks.at(-1)?.at ?? null })
      break
    }
    take(walk, token)
  }
  endParagraph(walk)
  while (walk.tables.length > 0) endTable(walk)
  if (walk.blocks.length === 0) throw new FormatRefusal('no_text')
  if (html.isOld) walk.notes.push({ code: 'old_encoding_converted', at: null })
  return { format: 'html', blocks: walk.blocks, notes: walk.notes }
}

function htmlText(bytes: Uint8Array): { text: string; isOld: boolean } {
  const found = decodeBytes(bytes)
  if (found === undefined) throw new FormatRefusal('unknown_format')
  if (found.encoding === 'latin1') {
    const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(found.text.slice(0, 4096))?.[1]
    return { text: decodeAs(label, bytes) ?? found.text, isOld: false }
  }
  if (!found.encoding.startsWith('utf')) return { text: found.text, isOld: true }
  const unmasked = unmaskOldFont(found.text)
  return { text: unmasked?.text ?? found.text, isOld: unmasked !== null }
}

function decodeAs(label: string | undefined, bytes: Uint8Array): string | null {
  if (label === undefined || /^(?:windows-1252|iso-8859-1|latin1|x-user-defined)$/i.test(label)) return null
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

type Walk = {
  open: Open[]
  /** How many of each name are open: ends of what nobody opened must cost nothing. */
  openNames: Map<string, number>
  tables: HtmlTable[]
  blocks: SourceBlock[]
  notes: SourceNote[]
  text: string
  number: string | null
  isAllBold: boolean
  isAllItalic: boolean
  paragraphs: number
  tableCount: number
}

function createWalk(): Walk {
  return {
    open: [],
    openNames: new Map(),
    tables: [],
    blocks: [],
    notes: [],
    text: '',
    number: null,
    isAllBold: true,
    isAllItalic: true,
    paragraphs: 0,
    tableCount: 0,
  }
}

function take(walk: Walk, token: HtmlToken): void {
  switch (token.kind) {
    case 'text':
      addText(walk, token.text)
      return
    case 'open':
      openTag(walk, token)
      return
    case 'close':
      closeTag(walk, token.name)
  }
}

function addText(walk: Walk, raw: string): void {
  const top = walk.open.at(-1)
  if (top?.isHidden === true) return
  const text = top?.isPre === true ? raw.replaceAll(/\r\n?/g, '\n') : raw.replaceAll(/[ \t\n\r\f]+/g, ' ')
  if (text.trim() !== '') {
    walk.isAllBold &&= top?.isBold === true
    walk.isAllItalic &&= top?.isItalic === true
  }
  walk.text += walk.text === '' || walk.text.endsWith('\n') ? text.trimStart() : text
}

function openTag(walk: Walk, token: Extract<HtmlToken, { kind: 'open' }>): void {
  const { name, attributes } = token
  if (name === 'br') {
    walk.text = `${walk.text.trimEnd()}\n`
    return
  }
  if (name === 'img' && walk.notes.length < 50)
    walk.notes.push({ code: 'picture_left_out', at: walk.blocks.at(-1)?.at ?? null })
  if (blockNames.has(name)) endParagraph(walk)
  if (voidNames.has(name)) return
  closeImplied(walk, name)
  if (name === 'table') {
    walk.tables.push(createHtmlTable(attributes, walk.tables.length === 0 ? ++walk.tableCount : null))
  } else walk.tables.at(-1)?.open(name, attributes, (walk.openNames.get('thead') ?? 0) > 0)
  if (walk.open.length < mostOpen) push(walk, openOf(walk.open.at(-1), name, attributes))
  if (name === 'li') numberItem(walk, attributes)
}

function openOf(outer: Open | undefined, name: string, attributes: ReadonlyMap<string, string>): Open {
  const style = attributes.get('style')?.toLowerCase() ?? ''
  const aligned =
    /text-align:\s*(left|center|right|justify)/.exec(style)?.[1] ?? attributes.get('align')?.toLowerCase()
  const heading = /^h([1-6])$/.exec(name)?.[1]
  return {
    name,
    isHidden:
      outer?.isHidden === true ||
      /display:\s*none|mso-hide:\s*all/.test(style) ||
      name === 'head' ||
      name === 'template' ||
      name === 'svg',
    isBold:
      (outer?.isBold === true && !/font-weight:\s*normal/.test(style)) ||
      /^(?:b|strong|th|h[1-6])$/.test(name) ||
      /font-weight:\s*(?:bold|[6-9]00)/.test(style),
    isItalic: outer?.isItalic === true || /^(?:i|em|cite)$/.test(name) || /font-style:\s*italic/.test(style),
    isPre: outer?.isPre === true || name === 'pre' || /white-space:\s*pre/.test(style),
    align: name === 'center' || aligned === 'center' ? 'center' : (alignOf(aligned) ?? outer?.align),
    heading: heading === undefined ? outer?.heading : Number(heading),
    list:
      name === 'ol' || name === 'ul'
        ? { next: startOf(attributes), type: name === 'ul' ? 'bullet' : (attributes.get('type') ?? '1') }
        : null,
  }
}

function alignOf(word: string | undefined): SourceStyle['align'] | undefined {
  return word === 'left' || word === 'right' || word === 'justify' ? word : undefined
}

function startOf(attributes: ReadonlyMap<string, string>): number {
  const start = Number(attributes.get('start') ?? '1')
  return Number.isInteger(start) ? start : 1
}

function numberItem(walk: Walk, attributes: ReadonlyMap<string, string>): void {
  const list = walk.open.findLast((tag) => tag.list !== null)?.list
  if (list === undefined || list === null) return
  const value = Number(attributes.get('value') ?? 'x')
  if (Number.isInteger(value)) list.next = value
  walk.number = listLabel(list.type, list.next)
  list.next += 1
}

// A cell ends where the next one begins, a paragraph where a block begins, whether or not the page says so.
const implied: Readonly<Record<string, readonly string[]>> = {
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['tr'],
  tbody: ['tr', 'thead', 'tbody'],
  tfoot: ['tr', 'thead', 'tbody'],
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
}
const fences: Readonly<Record<string, readonly string[]>> = { li: ['ul', 'ol'] }

function closeImplied(walk: Walk, name: string): void {
  const top = walk.open.at(-1)
  if (top?.name === 'p' && blockNames.has(name)) cutTo(walk, walk.open.length - 1)
  const ends = implied[name]
  if (ends === undefined) return
  const stop = fences[name] ?? ['table']
  for (let at = walk.open.length - 1; at >= 0; at--) {
    const tag = walk.open[at]
    if (tag === undefined || stop.includes(tag.name)) return
    if (ends.includes(tag.name)) {
      cutTo(walk, at)
      return
    }
  }
}

function push(walk: Walk, tag: Open): void {
  walk.open.push(tag)
  walk.openNames.set(tag.name, (walk.openNames.get(tag.name) ?? 0) + 1)
}

function cutTo(walk: Walk, length: number): void {
  while (walk.open.length > length) {
    const name = walk.open.pop()?.name ?? ''
    walk.openNames.set(name, (walk.openNames.get(name) ?? 1) - 1)
  }
}

function closeTag(walk: Walk, name: string): void {
  if (blockNames.has(name)) endParagraph(walk)
  if ((walk.openNames.get(name) ?? 0) === 0) return
  const at = walk.open.findLastIndex((tag) => tag.name === name)
  const table = walk.open.findLastIndex((tag) => tag.name === 'table')
  // An end tag inside a cell does not close what was opened around the table.
  if (at === -1 || (at < table && name !== 'table')) return
  cutTo(walk, at)
  if (name === 'table') endTable(walk)
}

function endParagraph(walk: Walk): void {
  const text = toNfc(walk.text).trim()
  const { number } = walk
  walk.text = ''
  if (text !== '') {
    walk.number = null
    addParagraph(walk, text, number)
  }
  walk.isAllBold = true
  walk.isAllItalic = true
}

function addParagraph(walk: Walk, text: string, number: string | null): void {
  const table = walk.tables.at(-1)
  const isCaption = walk.tables.length === 1 && (walk.openNames.get('caption') ?? 0) > 0
  if (table !== undefined && !isCaption) {
    table.addText(number === null ? text : `${number} ${text}`)
    return
  }
  const top = walk.open.at(-1)
  const style: SourceStyle = {}
  if (walk.isAllBold) style.bold = true
  if (walk.isAllItalic) style.italic = true
  if (top?.align !== undefined) style.align = top.align
  if (top?.heading !== undefined) style.heading = top.heading
  walk.paragraphs += 1
  walk.blocks.push({
    kind: 'paragraph',
    text,
    at: { paragraph: walk.paragraphs },
    number,
    page: null,
    role: 'body',
    style,
  })
}

function endTable(walk: Walk): void {
  const table = walk.tables.pop()
  if (table === undefined) return
  const outer = walk.tables.at(-1)
  // A table inside a cell is text of that cell.
  if (outer !== undefined) outer.addText(table.asText())
  else {
    const block = table.asBlock()
    if (block !== null) walk.blocks.push(block)
  }
}
