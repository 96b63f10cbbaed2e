import { checkNumbering, type NumberingFault, romanNumeral } from './numbering.ts'
import { type Block, cellSpan, type OfficialDocument, type Table } from './official-document.ts'
import { documentTypes, typeOfSymbol } from './type-abbreviations.ts'

/** `block` is a place in the body, or in the body of the annex at `annex`; both count from 0. */
export type DocumentPlace = { annex: number | null; block: number }

export type DocumentFinding =
  | { code: 'issuer_missing' | 'place_missing' | 'about_missing' | 'body_missing' | 'authority_missing' }
  | { code: 'number_malformed' | 'symbol_malformed' | 'symbol_of_other_type'; found: string }
  | { code: 'annex_number'; annex: number; expected: string | null }
  | { code: 'numbering'; place: DocumentPlace; fault: NumberingFault }
  | { code: 'row_too_wide'; place: DocumentPlace; row: number }
  | { code: 'table_without_columns'; place: DocumentPlace }

/**
 * What of a document is not in the form of Decree 30/2020/NĐ-CP, Annex I. Only `row_too_wide` keeps it from being
 * written; the rest is for the officer to judge before it is signed.
 */
export function checkDocument(document: OfficialDocument): DocumentFinding[] {
  const findings: DocumentFinding[] = []
  if (document.issuer.name.trim() === '') findings.push({ code: 'issuer_missing' })
  if (document.issuer.place.trim() === '') findings.push({ code: 'place_missing' })
  if (document.about.trim() === '') findings.push({ code: 'about_missing' })
  if (document.body.length === 0) findings.push({ code: 'body_missing' })
  if (document.signature.authority.every((line) => line.trim() === ''))
    findings.push({ code: 'authority_missing' })
  findings.push(...checkNumber(document), ...checkBlocks(document.body, null))
  for (const [index, annex] of document.annexes.entries()) {
    const expected = document.annexes.length > 1 ? romanNumeral(index + 1) : null
    if (annex.number !== expected) findings.push({ code: 'annex_number', annex: index, expected })
    findings.push(...checkBlocks(annex.body, index))
  }
  return findings
}

// Numbers are Arabic from 01 within a year (Annex I, part II.3); a letter may follow an added one ("12a").
const numberForm = /^\d{1,5}[a-zđ]?$/
// Groups of letters joined by '-' without spaces.
const symbolForm = /^[\p{L}\d]+(-[\p{L}\d&]+)*$/u

function checkNumber({ number, type }: OfficialDocument): DocumentFinding[] {
  const findings: DocumentFinding[] = []
  if (number.text !== null && !numberForm.test(number.text))
    findings.push({ code: 'number_malformed', found: number.text })
  if (!symbolForm.test(number.symbol.normalize('NFC')))
    findings.push({ code: 'symbol_malformed', found: number.symbol })
  else if (documentTypes[type].abbreviation !== null && typeOfSymbol(number.symbol) !== type)
    findings.push({ code: 'symbol_of_other_type', found: number.symbol })
  return findings
}

function checkBlocks(blocks: readonly Block[], annex: number | null): DocumentFinding[] {
  const findings: DocumentFinding[] = checkNumbering(blocks).map((fault) => ({
    code: 'numbering',
    place: { annex, block: fault.index },
    fault,
  }))
  for (const [block, entry] of blocks.entries()) {
    if (entry.kind === 'table') findings.push(...checkTable(entry, { annex, block }))
  }
  return findings
}

function checkTable(table: Table, place: DocumentPlace): DocumentFinding[] {
  if (table.columns.length === 0) return [{ code: 'table_without_columns', place }]
  const rows = table.totals ? [...table.rows, table.totals] : table.rows
  return rows.flatMap((cells, row): DocumentFinding[] => {
    const width = cells.reduce((sum, cell) => sum + cellSpan(cell), 0)
    return width > table.columns.length ? [{ code: 'row_too_wide', place, row }] : []
  })
}
