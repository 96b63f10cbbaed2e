// An official document as data: what it says, never how it looks. `printed-document.ts` makes its layout.
import type { LocalDate } from '#domain/basics/dates.ts'
import { type DocumentType, documentTypes, symbolFor } from './type-abbreviations.ts'

export type Issuer = {
  /** Printed above the issuer, regular; null where there is none (a People's Committee has none). */
  superior: string | null
  /** As printed in the header, upper case; a '\n' asks for a line break there. */
  name: string
  /** As it stands in a sentence ("Ủy ban nhân dân quận Hải An"); the printed name where left out. */
  nameInText?: string
  /** Of the date line: "Hải An". */
  place: string
}

export type Signature = {
  /** One printed line each: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']. */
  authority: readonly string[]
  /** Without academic titles; null leaves the line to the signer. */
  name: string | null
}

export type OfficialDocument = {
  issuer: Issuer
  type: DocumentType
  /** 'KẾ HOẠCH'; '' for a công văn, which prints its subject under the number as "V/v …" instead. */
  typeName: string
  /** Trích yếu, without the type's name. */
  about: string
  /** `text` null prints a blank: numbers are given by the agency's register, never by us. */
  number: { text: string | null; symbol: string }
  /** null prints "ngày     tháng     năm" with `year`, so that day and month are filled in when it is issued. */
  date: LocalDate | null
  year?: number
  /** Issued as an electronic document: the annexes' "(Kèm theo … số …)" then stays blank (Annex I, III.1). */
  electronic?: true
  /** "Kính gửi"; empty where the type has none. */
  addressedTo: readonly string[]
  /** "Căn cứ …", without the closing ';' or '.'. */
  bases: readonly string[]
  body: readonly Block[]
  signature: Signature
  /** Without dashes and closing marks; "Như trên" and "Lưu: VT" are added where the rule wants them. */
  recipients: readonly string[]
  annexes: readonly Annex[]
}

export type Annex = {
  /** Roman; null where it is the only one. */
  number: string | null
  title: string
  landscape: boolean
  body: readonly Block[]
}

/** `article` is Điều (scheme a, decisions); the others are phần, mục, khoản, điểm (scheme b). */
export type HeadingKind = 'part' | 'section' | 'article' | 'clause' | 'point'

export type Heading = {
  kind: HeadingKind
  /** Bare: 'I', '1', '2.1', 'đ'; null prints none. The marks around it are the writer's. */
  number: string | null
  title?: string
  text?: string
}
export type Paragraph = { kind: 'paragraph'; runs: readonly Run[] }
export type Item = { kind: 'item'; marker: '-' | '+'; runs: readonly Run[] }
export type Block = Heading | Paragraph | Item | Table

export type Run = { text: string; bold?: true; italic?: true; figure?: FigureRef }

/** Where a figure comes from. Kept with the run so that a reader of the data can follow it; printed plain. */
export type FigureRef = { source: string; note?: string }

export type Align = 'left' | 'center' | 'right'

export type Column = {
  title: string
  /** Relative to the other columns of the table. */
  width: number
  align: Align
  /** Neighbours with the same group share a head cell above them ("Thời gian": Bắt đầu | Hoàn thành). */
  group?: string
}

/** A '\n' in a cell starts a new line. */
export type Cell = string | { runs: readonly Run[]; align?: Align; colSpan?: number }

export type Table = {
  kind: 'table'
  caption?: string
  columns: readonly Column[]
  /** A third head row "1 2 3 …", as annex tables print it. */
  columnNumbers?: true
  rows: readonly (readonly Cell[])[]
  totals?: readonly Cell[]
  /** Below the table, italic: the source of its figures, an explanation of signs. */
  note?: string
  /** What a table without rows says; "Không có" where left out. */
  emptyText?: string
  /** Points; where left out the largest of 12, 11, 10 at which no word is wider than its column. */
  fontSize?: 10 | 11 | 12 | 13
}

export type DraftFields = Pick<OfficialDocument, 'issuer' | 'type' | 'about' | 'signature'> & {
  /** After the type's abbreviation: 'UBND' gives KH-UBND. */
  symbolSuffix: string
} & Partial<OfficialDocument>

/** A document with everything the caller leaves open left open: no number, no date, no recipients, no annexes. */
export function draftDocument(fields: DraftFields): OfficialDocument {
  const { symbolSuffix, ...given } = fields
  return {
    typeName: given.type === 'letter' ? '' : upperCase(documentTypes[given.type].name),
    number: { text: null, symbol: symbolFor(given.type, symbolSuffix) },
    date: null,
    addressedTo: [],
    bases: [],
    body: [],
    recipients: [],
    annexes: [],
    ...given,
  }
}

export function paragraph(content: string | readonly Run[]): Paragraph {
  return { kind: 'paragraph', runs: runsOf(content) }
}

export function item(content: string | readonly Run[], marker: '-' | '+' = '-'): Item {
  return { kind: 'item', marker, runs: runsOf(content) }
}

export function runsOf(content: string | readonly Run[]): readonly Run[] {
  return typeof content === 'string' ? [{ text: content }] : content
}

export function cellRuns(cell: Cell): readonly Run[] {
  return typeof cell === 'string' ? [{ text: cell }] : cell.runs
}

export function cellSpan(cell: Cell): number {
  return typeof cell === 'string' ? 1 : (cell.colSpan ?? 1)
}

/** NFC first: upper-casing a decomposed letter would leave its marks behind in some environments. */
export function upperCase(text: string): string {
  return text.normalize('NFC').toUpperCase()
}
