// What a story of WordprocessingML (body, footnote, text box, cell) becomes, before it gets its places.
import type { SourceStyle } from '#domain/reading/source.ts'
import type { Numbering } from './docx-numbering.ts'
import type { Styles } from './docx-styles.ts'
import type { XmlReader } from './xml.ts'

export type NoteReference = { kind: 'footnote' | 'endnote'; id: string }

export type DocxParagraph = {
  kind: 'paragraph'
  text: string
  number: string | null
  style: SourceStyle
  /** Text boxes anchored in it. */
  boxes: DocxBlock[][]
  footnotes: NoteReference[]
  hasPicture: boolean
}

export type DocxCell = {
  blocks: DocxBlock[]
  /** 0-based, in the table's grid. */
  column: number
  columnSpan: number
  rowSpan: number
}
export type DocxTable = { kind: 'table'; rows: { cells: DocxCell[]; header: boolean }[]; bordered: boolean }

export type DocxBlock = DocxParagraph | DocxTable

/** What is looked up and what is learnt while walking a document. */
export type Story = {
  styles: Styles
  numbering: Numbering
  /** The blocks inside the element just opened; a child that is none of them goes to `other`. */
  blocksOf: (xml: XmlReader, other?: (name: string) => void) => DocxBlock[]
  /** Fields begun and not yet ended: what stands in their code is not printed. A field may go over paragraphs. */
  fields: ('code' | 'result')[]
  hasTrackedChanges: boolean
  hasOldFont: boolean
}
