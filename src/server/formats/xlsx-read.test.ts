import ExcelJs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { craftXlsx } from './crafted-zip.ts'
import { formatOfCode } from './xlsx-formats.ts'
import { type ReadSheet, readWorkbook } from './xlsx-read.ts'
import type { ReadValue } from './xlsx-sheet-read.ts'

function sheetOf(bytes: Uint8Array): ReadSheet {
  const [sheet] = readWorkbook(bytes, 'số liệu.xlsx').sheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}
/** 'A1' → what stands there, in short. */
function cells(bytes: Uint8Array): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const { row, cells: inRow } of sheetOf(bytes).rows)
    for (const cell of inRow)
      found[`${String.fromCharCode(64 + cell.column)}${row}`] = short(cell.value, cell.isFormula)
  return found
}
function short(value: ReadValue, isFormula: boolean): unknown {
  const mark = isFormula ? '=' : ''
  switch (value.kind) {
    case 'text':
      return `${mark}“${value.text}”`
    case 'number':
      return value.isPercent ? `${mark}${value.value} %` : isFormula ? `=${value.value}` : value.value
    case 'boolean':
      return value.value
    case 'date':
      return value.time === 0 ? value.date : `${value.date} ${value.time}`
    case 'error':
      return value.code
    case 'not_calculated':
      return 'not calculated'
  }
}
function data(rows: string): string {
  return `<sheetData>${rows}</sheetData>`
}
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

describe('a workbook of the oracle', () => {
  async function written(): Promise<Uint8Array> {
    const book = new ExcelJs.Workbook()
    const sheet = book.addWorksheet('Lớp 1')
    sheet.getCell('A1').value = 'Trường Mầm non Hoa Hồng'
    sheet.getCell('B1').value = {
      richText: [{ text: 'Đặng ', font: { bold: true } }, { text: 'Thục Quỳnh' }],
    }
    sheet.getCell('A2').value = 12_246
    sheet.getCell('B2').value = 0.857
    sheet.getCell('B2').numFmt = '0.0%'
    sheet.getCell('C2').value = new Date(Date.UTC(2024, 8, 5))
    sheet.getCell('C2').numFmt = 'dd/mm/yyyy'
    sheet.getCell('D2').value = true
    sheet.getCell('A3').value = { formula: 'A2*2', result: 24_492 }
    sheet.getCell('B3').value = { formula: 'A1&"x"', result: 'chữ' }
    sheet.getCell('C3').value = { error: '#DIV/0!' }
    sheet.getCell('D3').value = { formula: 'A9', result: undefined } as never
    sheet.getCell('E3').value = '  '
    sheet.getCell('F3').numFmt = '0.0'
    sheet.mergeCells('A5:C6')
    book.addWorksheet('Ẩn', { state: 'veryHidden' }).getCell('A1').value = 'khóa'
    book.definedNames.add("'Lớp 1'!$A$2", 'SoHocSinh')
    return new Uint8Array(await book.xlsx.writeBuffer())
  }

  test('is read cell by cell', async () => {
    expect(cells(await written())).toEqual({
      A1: '“Trường Mầm non Hoa Hồng”',
      B1: '“Đặng Thục Quỳnh”',
      A2: 12_246,
      B2: '0.857 %',
      C2: '2024-09-05',
      D2: true,
      A3: '=24492',
      B3: '=“chữ”',
      C3: '#DIV/0!',
      D3: 'not calculated',
    })
  })

  test('with its sheets, merged cells and names', async () => {
    const book = readWorkbook(await written(), 'a.xlsx')
    expect(book.sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ['Lớp 1', false],
      ['Ẩn', true],
    ])
    expect(book.sheets[0]?.merges).toEqual([{ fromRow: 5, fromColumn: 1, toRow: 6, toColumn: 3 }])
    expect(book.names).toEqual({ SoHocSinh: "'Lớp 1'!$A$2" })
  })
})

describe('what other writers do', () => {
  test('cells and rows without their addresses follow on; inline and shared texts, with signs written out', () => {
    const shared = `<sst xmlns="${main}"><si><t>một</t></si><si><r><t>ha</t></r><r><t>i</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t> ba </t></is></c><c t="s"><v>2</v></c><c t="s"><v>99</v></c><c><v/></c><c t="str"><f>""</f><v></v></c></row>'
    expect(cells(craftXlsx(data(rows), { 'xl/sharedStrings.xml': shared }))).toEqual({
      A1: '“một”',
      B1: '“hai”',
      A2: '“ ba ”',
      B2: '“a\nb_x0041_”',
    })
  })

  test('texts of other forms of Unicode are NFC, spaces plain', () => {
    const text = 'Kế hoạch'.normalize('NFD').replace(' ', '\u00a0')
    expect(
      cells(craftXlsx(data(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`))),
    ).toEqual({ A1: '“Kế hoạch”' })
  })

  test('dates of the other calendar, with a time, and written out', () => {
    const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd\\ mmm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`
    const book = `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="x" r:id="rId1"/></sheets></workbook>`
    const rows =
      '<row r="1"><c r="A1" s="1"><v>44078</v></c><c r="B1" s="2"><v>44078.5</v></c><c r="C1" t="d"><v>2024-09-05T12:00:00Z</v></c><c r="D1" s="1"><v>-5</v></c><c r="E1" t="d"><v>không rõ</v></c></row>'
    expect(cells(craftXlsx(data(rows), { 'xl/styles.xml': styles, 'xl/workbook.xml': book }))).toEqual({
      A1: '2024-09-05',
      B1: '2024-09-05 0.5',
      C1: '2024-09-05 0.5',
      D1: -5,
      E1: '“không rõ”',
    })
  })

  test('rows out of order are put in order; another prefix for the same names is the same', () => {
    const rows = '<row r="9"><c r="A9"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    expect(sheetOf(craftXlsx(data(rows))).rows.map(({ row }) => row)).toEqual([2, 9])
    const prefixed = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(cells(craftXlsx('', { 'xl/worksheets/sheet1.xml': prefixed }))).toEqual({ A1: 5 })
  })

  test('a number that is none is the text that stands there', () => {
    expect(
      cells(
        craftXlsx(
          data('<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>0</v></c><c r="C1"><v>12,5</v></c></row>'),
        ),
      ),
    ).toEqual({ A1: '“1e999”', B1: 0, C1: '“12,5”' })
  })

  test('an empty sheet has no rows', () => {
    expect(sheetOf(craftXlsx('')).rows).toEqual([])
    expect(sheetOf(craftXlsx(data(''))).rows).toEqual([])
  })
})

test.each([
  ['dd/mm/yyyy', 'date'],
  ['m/d/yy h:mm', 'date'],
  ['[h]:mm:ss', 'date'],
  ['[$-42A]d mmmm yyyy;@', 'date'],
  ['0.0%', 'percent'],
  ['0%;[Red]-0%', 'percent'],
  ['General', 'other'],
  ['#,##0', 'other'],
  ['#,##0 "học sinh"', 'other'],
  ['[Red]#,##0\\ \\đ', 'other'],
  ['@', 'other'],
  ['', 'other'],
])('the format %s is of the kind %s', (code, kind) => {
  expect(formatOfCode(code)).toBe(kind)
})

describe('refused', () => {
  test('what is no workbook, and one whose inside is broken', () => {
    const refusal = (bytes: Uint8Array, name = 'a.xlsx') => {
      try {
        readWorkbook(bytes, name)
      } catch (error) {
        return error
      }
      return null
    }
    expect(refusal(new TextEncoder().encode('a,b'), 'a.csv')).toMatchObject({
      code: 'not_a_workbook',
      detail: { actual: 'text' },
    })
    expect(refusal(craftXlsx('', { 'xl/workbook.xml': '<x/>' }))).toMatchObject({ code: 'corrupt' })
    expect(refusal(craftXlsx('', { 'xl/worksheets/sheet1.xml': '<worksheet>' }))).toMatchObject({
      code: 'corrupt',
      detail: { place: 'xl/worksheets/sheet1.xml' },
    })
    expect(refusal(craftXlsx(data('<row r="0"/>')))).toMatchObject({ code: 'corrupt' })
    expect(refusal(craftXlsx(data('<row r="1"><c r="B2"><v>1</v></c></row>')))).toMatchObject({
      code: 'corrupt',
    })
    expect(refusal(craftXlsx('<!DOCTYPE x>'))).toMatchObject({ code: 'forbidden_xml' })
  })
})
