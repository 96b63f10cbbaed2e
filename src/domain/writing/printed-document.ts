// An official document laid out by Decree 30/2020/NĐ-CP, Annex I: every word, mark and length decided once, so
// that the DOCX, the PDF and the text say the same. Knows no file format.
import { balanceLines } from './balanced-lines.ts'
import { isHeading } from './numbering.ts'
import {
  type Annex,
  type Block,
  type Heading,
  type OfficialDocument,
  type Run,
  upperCase,
} from './official-document.ts'
import { type PageLayout, textWidthOf } from './page-layout.ts'
import { printableLine, printableText } from './printable-text.ts'
import {
  type PrintedAddress,
  type PrintedClosing,
  type PrintedHeader,
  type PrintedTitle,
  printAddress,
  printClosing,
  printHeader,
  printTitle,
} from './printed-header.ts'
import { closingMark, printedAnnexReference, printedBases, withoutClosing } from './printed-lines.ts'
import { face, lineText, type PrintedRun, type PrintedTable, printTable } from './printed-table.ts'
import { documentTypes } from './type-abbreviations.ts'

export type PrintedHeading = {
  kind: 'heading'
  /** Of the outline: part 1, section and article 2, clause 3, point 4. */
  level: 1 | 2 | 3 | 4
  centred: boolean
  lines: PrintedRun[][]
}
export type PrintedText = { kind: 'text'; runs: PrintedRun[] }
export type PrintedBlock = PrintedHeading | PrintedText | PrintedTable

export type PrintedAnnex = {
  label: string
  title: string[]
  reference: string[]
  landscape: boolean
  body: PrintedBlock[]
}

export type PrintedDocument = {
  /** For the file's properties and the reader's window. */
  name: string
  issuer: string
  layout: PageLayout
  header: PrintedHeader
  title: PrintedTitle | null
  address: PrintedAddress | null
  bases: string[]
  body: PrintedBlock[]
  closing: PrintedClosing
  annexes: PrintedAnnex[]
}

/** A row wider than its table is a RangeError; everything else that is not in order is printed as it is. */
export function printDocument(document: OfficialDocument, layout: PageLayout): PrintedDocument {
  const width = textWidthOf(layout, false)
  return {
    name: documentName(document),
    issuer: printableLine(document.issuer.nameInText ?? document.issuer.name),
    layout,
    header: printHeader(document, width),
    title: printTitle(document, width, layout.bodySize),
    address: printAddress(document, width, layout.bodySize),
    bases: printedBases(document.bases.map(printableLine)),
    body: closeBody(printBlocks(document.body, width)),
    closing: printClosing(document, width, layout.bodySize),
    annexes: document.annexes.map((annex) => printAnnex(document, annex, layout)),
  }
}

/** "Kế hoạch Triển khai …": what a window or a list calls the document. */
export function documentName(document: Pick<OfficialDocument, 'type' | 'about'>): string {
  return printableLine(`${documentTypes[document.type].name} ${document.about}`).trim()
}

function printAnnex(document: OfficialDocument, annex: Annex, layout: PageLayout): PrintedAnnex {
  const width = textWidthOf(layout, annex.landscape)
  return {
    label: printableLine(annex.number === null ? 'Phụ lục' : `Phụ lục ${annex.number}`),
    title: balanceLines(upperCase(printableText(annex.title)), width, layout.bodySize, 'bold'),
    reference: referenceLines(printableLine(printedAnnexReference(document)), width, layout.bodySize),
    landscape: annex.landscape,
    body: printBlocks(annex.body, width),
  }
}

/** Number and date are not broken, and the blanks in them stay as wide as they are. */
function referenceLines(text: string, width: number, size: number): string[] {
  const held = text.replace(/số *[^ ]*\/\S+|ngày.*?năm \S+/g, (part) => part.replaceAll(' ', '\u00a0'))
  return balanceLines(held, width, size).map((line) => line.replaceAll('\u00a0', ' '))
}

function printBlocks(blocks: readonly Block[], width: number): PrintedBlock[] {
  return blocks.flatMap((block): PrintedBlock[] => {
    if (isHeading(block)) return printHeading(block)
    switch (block.kind) {
      case 'paragraph':
        return texts(block.runs)
      case 'item':
        return texts(block.runs).length === 0 ? [] : texts([{ text: `${block.marker} ` }, ...block.runs])
      case 'table':
        return block.columns.length === 0 ? [] : [printTable(block, width)]
    }
  })
}

function texts(runs: readonly Run[]): PrintedBlock[] {
  const printed = runs
    .map((run) => ({ ...face(run), text: printableLine(run.text) }))
    .filter((run) => run.text !== '')
  return lineText(printed).trim() === '' ? [] : [{ kind: 'text', runs: printed }]
}

/** The forms of Annex I, part II.6: which heads are upper case, bold, centred, and what stands around a number. */
function printHeading(heading: Heading): PrintedBlock[] {
  const title = printableLine(heading.title ?? '').trim()
  const text = printableLine(heading.text ?? '').trim()
  const number = heading.number === null ? '' : printableLine(heading.number).trim()
  switch (heading.kind) {
    case 'part': {
      const lines = [number === '' ? '' : `Phần ${number}`, upperCase(title)].filter((line) => line !== '')
      return [...head(1, true, lines), ...texts([{ text }])]
    }
    case 'section':
      return [...head(2, false, [join(number, '.', upperCase(title))]), ...texts([{ text }])]
    case 'article': {
      const label = join(number === '' ? '' : `Điều ${number}`, '.', title)
      if (title !== '') return [...head(2, false, [label]), ...texts([{ text }])]
      return texts([{ text: `${label} `, bold: true }, { text }])
    }
    case 'clause':
      if (title !== '') return [...head(3, false, [join(number, '.', title)]), ...texts([{ text }])]
      return texts([{ text: join(number, '.', text) }])
    case 'point': {
      // A point's title is regular: the decree keeps bold for the levels above it.
      if (title === '') return texts([{ text: join(number, ')', text) }])
      const line: PrintedRun[] = [{ text: join(number, ')', title) }]
      return [{ kind: 'heading', level: 4, centred: false, lines: [line] }, ...texts([{ text }])]
    }
  }
}

function join(number: string, mark: '.' | ')', text: string): string {
  return [number === '' ? '' : `${number}${mark}`, text].filter((part) => part !== '').join(' ')
}

function head(level: 1 | 2 | 3, centred: boolean, lines: string[]): PrintedBlock[] {
  const printed = lines.filter((line) => line !== '').map((text): PrintedRun[] => [{ text, bold: true }])
  return printed.length === 0 ? [] : [{ kind: 'heading', level, centred, lines: printed }]
}

/** Puts `./.` at the end of the last paragraph; after a table or a heading it stands alone. */
function closeBody(blocks: PrintedBlock[]): PrintedBlock[] {
  const last = blocks.at(-1)
  if (last === undefined) return blocks
  if (last.kind !== 'text') return [...blocks, { kind: 'text', runs: [{ text: closingMark }] }]
  return [...blocks.slice(0, -1), { kind: 'text', runs: closeRuns(last.runs) }]
}

function closeRuns(runs: readonly PrintedRun[]): PrintedRun[] {
  const closed: PrintedRun[] = []
  let open = true
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index]
    if (run === undefined) break
    // A last run may hold nothing but the full stop that goes.
    const text = open ? withoutClosing(run.text) : run.text
    if (text === '') continue
    closed.unshift(open ? { ...run, text: `${text}${closingMark}` } : run)
    open = false
  }
  return closed
}
