// What every format (text, DOCX, PDF, HTML, pasted text) is turned into before it is read: a flat list of lines,
// paragraphs and tables, each with its place. Formats know nothing of plans; the reader knows nothing of formats.

/**
 * A place in the source. `line` for text, 1-based, blank lines counted. `page`, `y` for PDF: points from the top of
 * the page. `paragraph` and `table`, `row`, `column` for DOCX and HTML: 1-based, counted apart; a paragraph inside a
 * table cell is not counted as a paragraph. For a workbook `table` is the sheet, `row` and `column` its own.
 */
export type At =
  | { line: number }
  | { page: number; y: number }
  | { paragraph: number }
  | { table: number; row: number; column: number }

export type SourceFormat = 'text' | 'markdown' | 'docx' | 'pdf' | 'html' | 'xlsx'

/** How a line or paragraph looks, as far as the format tells; whatever is not known is left out. */
export type SourceStyle = {
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right' | 'justify'
  /** Points. */
  fontSize?: number
  /** Points from the left edge of the text area (DOCX: the indent; PDF: x on the page). */
  indent?: number
  /** The level of a heading style, from 1. */
  heading?: number
}

/**
 * `line`: one printed line, of which several may make a paragraph (text, PDF). Blank lines of text are handed over too
 * (`text: ''`), those of PDF are not. `paragraph`: a whole one (DOCX, HTML).
 */
export type SourceLine = {
  kind: 'line' | 'paragraph'
  /** As in the file, tabs kept; a soft break inside a paragraph is '\n'. Without the automatic number. */
  text: string
  at: At
  /** The number or bullet that the format prints by itself, as printed: '1.', 'a)', 'II.', '-'; null without one. */
  number: string | null
  /** 1-based; null where the format has no pages. */
  page: number | null
  /** Where it stands; `footnote` texts come once, after the line that refers to them. */
  role: 'body' | 'page_header' | 'page_footer' | 'footnote'
  style: SourceStyle
}

export type SourceCell = {
  /** Paragraphs of the cell, joined by '\n'; automatic numbers written out before each ('1. …'). */
  text: string
  /** 0-based column of the table's grid where the cell begins (merged cells counted). */
  column: number
  columnSpan: number
  /** A cell merged downwards stands once, in its first row. */
  rowSpan: number
  at: At
}

export type SourceRow = {
  cells: SourceCell[]
  /** Marked in the file as a row that is repeated on each page. */
  header: boolean
}

/** A real table (DOCX, HTML, or rebuilt from a PDF's geometry). A table cut by a page may come as two blocks. */
export type SourceTable = {
  kind: 'table'
  rows: SourceRow[]
  at: At
  page: number | null
  /** false for a table that only lays out text (the header block of an official document); null where not known. */
  bordered: boolean | null
}

export type SourceBlock = SourceLine | SourceTable

/** Something that the format could not hand over as it stands, or changed: 'tracked_changes_accepted', 'no_text_layer' … */
export type SourceNote = {
  code:
    | 'tracked_changes_accepted'
    | 'text_box_moved'
    | 'old_encoding_converted'
    | 'undecodable_bytes'
    | 'no_text_layer'
    | 'picture_left_out'
    | 'too_long_cut'
  at: At | null
}

export type SourceDocument = { format: SourceFormat; blocks: SourceBlock[]; notes: SourceNote[] }
