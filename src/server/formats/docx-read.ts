// DOCX to the blocks that the reader reads: our own walk of document, styles, numbering and notes, since the kept library
// drops automatic numbers. Places are those that Word's own counting gives: paragraphs and tables of the body apart.
import type {
  At,
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceLine,
  SourceNote,
  SourceTable,
} from '#domain/reading/source.ts'
import type { Archive } from './archive.ts'
import { createStory } from './docx-blocks.ts'
import { readNumbering } from './docx-numbering.ts'
import type { DocxBlock, DocxParagraph, DocxTable, NoteReference, Story } from './docx-story.ts'
import { readStyles } from './docx-styles.ts'
import { FormatRefusal, refusalOfXml } from './format-refusal.ts'
import { mainPart, readPart, relationshipsOf } from './package-parts.ts'
import { eachChild, openRoot, type XmlReader } from './xml.ts'

const mostBlocks = 100_000

export function readDocx(archive: Archive): SourceDocument {
  let main = 'word/document.xml'
  try {
    main = mainPart(archive, main)
    return readMain(archive, main)
  } catch (error) {
    throw refusalOfXml(error, main)
  }
}

function readMain(archive: Archive, main: string): SourceDocument {
  const relations = relationshipsOf(archive, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const related = (type: string): XmlReader | undefined =>
    readPart(archive, relations.find((relation) => relation.type === type)?.target ?? `${folder}${type}.xml`)
  const document = readPart(archive, main)
  if (document === undefined) throw new FormatRefusal('corrupt', { place: main })
  const story = createStory(readStyles(related('styles')), readNumbering(related('numbering')))
  const body = readBody(story, document)
  const notes = new Map([
    ...readNotes(story, related('footnotes'), 'footnote'),
    ...readNotes(story, related('endnotes'), 'endnote'),
  ])
  const placed = createPlacing(notes)
  for (const block of body) placed.take(block)
  if (
    placed.blocks.every(
      (block) => block.kind !== 'table' && block.text.trim() === '' && block.number === null,
    )
  )
    throw new FormatRefusal(
      body.some((block) => block.kind === 'paragraph' && block.hasPicture) ? 'no_text_layer' : 'no_text',
    )
  if (story.hasTrackedChanges) placed.notes.unshift({ code: 'tracked_changes_accepted', at: null })
  if (story.hasOldFont) placed.notes.unshift({ code: 'old_encoding_converted', at: null })
  return { format: 'docx', blocks: placed.blocks, notes: placed.notes }
}

function readBody(story: Story, xml: XmlReader): DocxBlock[] {
  if (openRoot(xml) !== 'w:document') throw new FormatRefusal('corrupt', { place: 'word/document.xml' })
  const blocks: DocxBlock[] = []
  eachChild(xml, (name) => {
    if (name === 'w:body') blocks.push(...story.blocksOf(xml))
  })
  // The rest is read too: what is cut off or badly nested behind the body is a broken file.
  while (xml.next() !== 'end');
  return blocks
}

type Notes = Map<string, DocxBlock[]>

function readNotes(story: Story, xml: XmlReader | undefined, kind: NoteReference['kind']): Notes {
  const notes: Notes = new Map()
  if (xml === undefined) return notes
  openRoot(xml)
  eachChild(xml, (name) => {
    // Separators are notes of a type of their own.
    if (name !== `w:${kind}` || xml.attribute('w:type') !== undefined) return
    notes.set(`${kind}/${xml.attribute('w:id') ?? ''}`, story.blocksOf(xml))
  })
  return notes
}

type Placing = { blocks: SourceBlock[]; notes: SourceNote[]; take: (block: DocxBlock) => void }

function createPlacing(footnotes: Notes): Placing {
  const blocks: SourceBlock[] = []
  const notes: SourceNote[] = []
  let paragraphs = 0
  let tables = 0
  let noteCount = 0

  function note(code: SourceNote['code'], at: At): void {
    if (notes.length < 50) notes.push({ code, at })
  }
  function add(block: SourceBlock): void {
    if (blocks.length >= mostBlocks) throw new FormatRefusal('too_large', { most: mostBlocks })
    blocks.push(block)
  }
  function addNotes(references: readonly NoteReference[], at: At): void {
    for (const { kind, id } of references) {
      const text = (footnotes.get(`${kind}/${id}`) ?? []).map(textOfBlock).join('\n').trim()
      noteCount += 1
      if (text !== '') add({ ...lineOf(text, String(noteCount), at), role: 'footnote' })
    }
  }
  function takeParagraph(block: DocxParagraph, at: At): void {
    add({ ...lineOf(block.text, block.number, at), style: block.style })
    if (block.hasPicture) note('picture_left_out', at)
    for (const box of block.boxes) {
      note('text_box_moved', at)
      // What stands in a box has no place of its own in the count: it is found where the box is anchored.
      for (const inner of box) {
        if (inner.kind === 'paragraph') takeParagraph(inner, at)
        else takeTable(inner, () => at, at)
      }
    }
    addNotes(block.footnotes, at)
  }
  function takeTable(table: DocxTable, place: (row: number, column: number) => At, at: At): void {
    add(tableOf(table, place, at))
    const references = referencesIn(table)
    addNotes(references.notes, at)
    if (references.hasPicture) note('picture_left_out', at)
    if (references.hasBoxes) note('text_box_moved', at)
  }

  return {
    blocks,
    notes,
    take: (block) => {
      if (block.kind === 'paragraph') {
        paragraphs += 1
        takeParagraph(block, { paragraph: paragraphs })
      } else {
        tables += 1
        const table = tables
        takeTable(block, (row, column) => ({ table, row, column }), { table, row: 1, column: 1 })
      }
    },
  }
}

function lineOf(text: string, number: string | null, at: At): SourceLine {
  return { kind: 'paragraph', text, at, number, page: null, role: 'body', style: {} }
}

function tableOf(table: DocxTable, place: (row: number, column: number) => At, at: At): SourceTable {
  const rows = table.rows.map((row, index) => ({
    header: row.header,
    cells: row.cells.map((cell): SourceCell => {
      const { column, columnSpan, rowSpan } = cell
      return {
        text: textOfBlocks(cell.blocks),
        column,
        columnSpan,
        rowSpan,
        at: place(index + 1, column + 1),
      }
    }),
  }))
  return { kind: 'table', rows, at, page: null, bordered: table.bordered }
}

function textOfBlocks(blocks: readonly DocxBlock[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text.trim() !== '')
    .join('\n')
}

/** Inside a cell or a note: numbers written out, a table in it as lines, cells parted by tabs. */
function textOfBlock(block: DocxBlock): string {
  if (block.kind === 'table')
    return block.rows
      .map((row) => row.cells.map((cell) => textOfBlocks(cell.blocks).replaceAll('\n', ' ')).join('\t'))
      .join('\n')
  const text = block.number === null ? block.text : `${block.number} ${block.text}`.trimEnd()
  return [text, ...block.boxes.map(textOfBlocks)].filter((part) => part !== '').join('\n')
}

type Found = { notes: NoteReference[]; hasPicture: boolean; hasBoxes: boolean }

function referencesIn(table: DocxTable): Found {
  const found: Found = { notes: [], hasPicture: false, hasBoxes: false }
  const waiting: DocxBlock[] = [table]
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block.kind === 'table') {
      waiting.push(...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)).toReversed())
    } else {
      found.notes.push(...block.footnotes)
      found.hasPicture ||= block.hasPicture
      found.hasBoxes ||= block.boxes.length > 0
    }
  }
  return found
}
