import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJs from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { libreOfficePath, whenAvailable } from '#test/support/require.ts'
import { readSource } from './read-source.ts'
import { readWorkbook } from './xlsx-read.ts'
import { sheetNameFrom, writeWorkbook } from './xlsx-write.ts'
import type { SheetPlan, SheetValue, WorkbookPlan } from './xlsx-write-plan.ts'
import { headerStyle } from './xlsx-write-styles.ts'

const message = { title: 'Sai giá trị', text: 'Chọn một giá trị trong danh sách.' }
const wards = Array.from({ length: 60 }, (_, index) => `Phường số ${index}, quận Hải An`)

function formPlan(): WorkbookPlan {
  return {
    sheets: [
      {
        name: "Lớp '1' A",
        columns: [
          { width: 4, hidden: true },
          { width: 34, style: { format: 'text' } },
          { width: 12, style: { format: 'integer', unlocked: true, fill: 'input', border: true } },
          { width: 12, style: { format: 'percent', unlocked: true } },
          { width: 14, style: { format: 'date' } },
        ],
        rows: [
          {
            cells: ['khóa', 'Đơn vị', 'Học sinh', 'Tỷ lệ', 'Ngày'].map((value) => ({
              value,
              style: headerStyle,
            })),
            height: 33,
          },
          { cells: ['u1', 'Trường Mầm non Hoa Hồng', 12_246, 0.857, { date: localDate('2024-09-05') }] },
          { cells: ['u2', '=1+1', null, 0] },
        ],
        frozen: { rows: 1, columns: 2 },
        merges: [{ fromRow: 5, fromColumn: 2, toRow: 5, toColumn: 4 }],
        validations: [
          {
            kind: 'list',
            values: ['Công lập', 'Tư thục'],
            range: { fromRow: 2, fromColumn: 2, toRow: 100, toColumn: 2 },
            message,
          },
          {
            kind: 'list',
            values: wards,
            range: { fromRow: 2, fromColumn: 3, toRow: 100, toColumn: 3 },
            message,
          },
          { kind: 'whole', min: 0, range: { fromRow: 2, fromColumn: 4, toRow: 100, toColumn: 4 }, message },
          {
            kind: 'date',
            min: localDate('2024-08-01'),
            max: localDate('2025-07-31'),
            range: { fromRow: 2, fromColumn: 5, toRow: 100, toColumn: 5 },
            message,
          },
        ],
        protected: true,
        landscape: true,
        repeatedRows: 1,
      },
    ],
    names: [
      { name: 'BieuMau', sheet: "Lớp '1' A", cells: { fromRow: 1, fromColumn: 1, toRow: 1, toColumn: 1 } },
    ],
  }
}

async function byOracle(plan: WorkbookPlan): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(Uint8Array.from(writeWorkbook(plan)).buffer)
  return book
}
function oneSheet(...rows: SheetValue[][]): WorkbookPlan {
  return { sheets: [{ name: 'Trang', columns: [], rows: rows.map((cells) => ({ cells })) }] }
}
function textsIn(bytes: Uint8Array): string[] {
  const [sheet] = readWorkbook(bytes, 'a.xlsx').sheets
  return (
    sheet?.rows.flatMap((row) =>
      row.cells.map(({ value }) => (value.kind === 'text' ? value.text : value.kind)),
    ) ?? []
  )
}

describe('the oracle reads', () => {
  test('values, formats, styles and widths', async () => {
    const sheet = (await byOracle(formPlan())).worksheets[0]
    if (sheet === undefined) throw new Error('no sheet')
    expect(sheet.name).toBe("Lớp '1' A")
    expect(sheet.getCell('B2').value).toBe('Trường Mầm non Hoa Hồng')
    expect([sheet.getCell('C2').value, sheet.getCell('C2').numFmt]).toEqual([12_246, '#,##0'])
    expect([sheet.getCell('D2').value, sheet.getCell('D2').numFmt]).toEqual([0.857, '0.0%'])
    expect([sheet.getCell('E2').value, sheet.getCell('E2').numFmt]).toEqual([
      new Date(Date.UTC(2024, 8, 5)),
      'dd/mm/yyyy',
    ])
    expect(sheet.getCell('D3').value).toBe(0)
    expect(sheet.getCell('B1').font).toMatchObject({ bold: true, name: 'Times New Roman', size: 12 })
    expect(sheet.getCell('B1').alignment).toMatchObject({
      wrapText: true,
      horizontal: 'center',
      vertical: 'middle',
    })
    expect(sheet.getCell('B1').fill).toMatchObject({ fgColor: { argb: 'FFD9D9D9' } })
    expect([sheet.getColumn(1).hidden, sheet.getColumn(2).width, sheet.getRow(1).height]).toEqual([
      true,
      34,
      33,
    ])
    expect(sheet.getCell('B5').isMerged).toBe(true)
  })

  test('protection with unlocked cells, the frozen pane, print settings', async () => {
    const sheet = (await byOracle(formPlan())).worksheets[0]
    expect(sheet?.getCell('C2').protection).toMatchObject({ locked: false })
    expect(sheet?.getCell('B2').protection).toBeUndefined()
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1, topLeftCell: 'C2' })
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '1:1' })
    expect(
      new TextDecoder().decode(unzipSync(writeWorkbook(formPlan()))['xl/worksheets/sheet1.xml']),
    ).toContain('<sheetProtection sheet="1"')
  })

  test('validation: a short list in the rule, a long one in a hidden sheet, numbers and dates by their bounds', async () => {
    const book = await byOracle(formPlan())
    const sheet = book.worksheets[0]
    expect(sheet?.getCell('B2').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"Công lập,Tư thục"'],
      error: message.text,
    })
    expect(sheet?.getCell('C2').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'_danh_muc'!$A$1:$A$60"],
    })
    expect(sheet?.getCell('D2').dataValidation).toMatchObject({
      type: 'whole',
      operator: 'between',
      formulae: [0, 999_999_999_999],
    })
    const lists = book.getWorksheet('_danh_muc')
    expect([lists?.state, lists?.getCell('A60').value]).toEqual(['hidden', 'Phường số 59, quận Hải An'])
    expect(book.definedNames.getRanges('BieuMau').ranges).toEqual(["'Lớp ''1'' A'!$A$1"])
  })
})

describe('what was written is read again', () => {
  test('by our own reader, with the hidden key column', () => {
    const book = readWorkbook(writeWorkbook(formPlan()), 'a.xlsx')
    expect(book.names).toMatchObject({ BieuMau: "'Lớp ''1'' A'!$A$1" })
    expect(book.sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ["Lớp '1' A", false],
      ['_danh_muc', true],
    ])
    expect(book.sheets[0]?.rows[1]?.cells.map((cell) => cell.value)).toEqual([
      { kind: 'text', text: 'u1' },
      { kind: 'text', text: 'Trường Mầm non Hoa Hồng' },
      { kind: 'number', value: 12_246, isPercent: false },
      { kind: 'number', value: 0.857, isPercent: true },
      { kind: 'date', date: '2024-09-05', time: 0 },
    ])
  })

  test('any text and number, as it was', () => {
    const text = fc.string({ unit: 'binary' }).map((raw) =>
      raw
        .normalize('NFC')
        .replaceAll(
          /[\u0000-\u001f\u007f-\u009f\u00ad\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\ufff0-\uffff\u00a0]/gu,
          '',
        )
        .trim(),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(text, fc.constantFrom('_x000D_', '=1+1', '<a>&"\'', "'x", ']]>')), {
          minLength: 1,
          maxLength: 8,
        }),
        (texts) => {
          expect(textsIn(writeWorkbook(oneSheet(texts)))).toEqual(
            texts.filter((one) => one !== '').map((one) => one.normalize('NFC')),
          )
        },
      ),
      { numRuns: 40 },
    )
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [sheet] = readWorkbook(writeWorkbook(oneSheet([value])), 'a.xlsx').sheets
        expect(sheet?.rows[0]?.cells[0]?.value).toEqual({
          kind: 'number',
          value: value === 0 ? 0 : value,
          isPercent: false,
        })
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  test('the same bytes for the same plan', () => {
    expect(writeWorkbook(formPlan())).toEqual(writeWorkbook(formPlan()))
  })
})

describe('nothing typed becomes a formula', () => {
  const typed = ['=HYPERLINK("http://x","Xem")', '+84 225', '-1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"]

  test('a text that looks like one is a text for the oracle, marked to stay one when it is edited', async () => {
    const book = await byOracle(oneSheet(typed))
    const values = typed.map((_, index) => book.worksheets[0]?.getCell(1, index + 1))
    expect(values.map((cell) => [cell?.type, cell?.value])).toEqual(
      typed.map((text) => [ExcelJs.ValueType.String, text]),
    )
    const styles = new TextDecoder().decode(unzipSync(writeWorkbook(oneSheet(typed)))['xl/styles.xml'])
    expect(styles).toContain('quotePrefix="1"')
    expect(
      new TextDecoder().decode(unzipSync(writeWorkbook(oneSheet(['thường'])))['xl/styles.xml']),
    ).not.toContain('quotePrefix')
  })
})

describe('bounds', () => {
  test('what is no number is an empty cell, a text too long for Excel is cut', async () => {
    const book = await byOracle(
      oneSheet([Number.NaN, Number.POSITIVE_INFINITY, '', null, 'x'.repeat(40_000)]),
    )
    const row = book.worksheets[0]?.getRow(1)
    expect([1, 2, 3, 4].map((column) => row?.getCell(column).value)).toEqual([null, null, null, null])
    expect(row?.getCell(5).value).toHaveLength(32_767)
  })

  test('sheets need names that Excel takes, each once', () => {
    const sheet = (name: string): SheetPlan => ({ name, columns: [], rows: [] })
    for (const name of ['', 'a/b', 'a:b', "'a", 'x'.repeat(32)])
      expect(() => writeWorkbook({ sheets: [sheet(name)] }), name).toThrow(RangeError)
    expect(() => writeWorkbook({ sheets: [sheet('Lớp'), sheet('LỚP')] })).toThrow(RangeError)
    expect(sheetNameFrom("'TH/THCS: [Nam Hà] * 2024-2025, học kỳ I'")).toBe('TH THCS Nam Hà 2024-2025, học k')
    expect(sheetNameFrom('///')).toBe('Sheet')
  })

  test('yes and no are what they are', async () => {
    expect((await byOracle(oneSheet([true, false]))).worksheets[0]?.getRow(1).values).toEqual([
      undefined,
      true,
      false,
    ])
  })

  test('a workbook of one empty sheet opens', async () => {
    expect((await byOracle(oneSheet())).worksheets).toHaveLength(1)
  })
})

whenAvailable('libreoffice').describe('LibreOffice opens it', () => {
  function convert(to: string, filter: string): Uint8Array {
    const folder = mkdtempSync(join(tmpdir(), 'formats-'))
    try {
      writeFileSync(join(folder, 'a.xlsx'), writeWorkbook(formPlan()))
      spawnSync(
        libreOfficePath() ?? '',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          join(folder, 'out'),
          join(folder, 'a.xlsx'),
        ],
        { timeout: 60_000 },
      )
      return readFileSync(join(folder, 'out', `a.${to}`))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  test('and prints every word with its marks, numbers in their formats, the hidden column not', async () => {
    const source = await readSource(convert('pdf', 'pdf'), 'a.pdf')
    const text = JSON.stringify(source.blocks)
    for (const part of ['Trường Mầm non Hoa Hồng', 'Đơn vị', '=1+1', '12,246', '85.7%', '05/09/2024'])
      expect(text).toContain(part)
    expect(text).not.toContain('khóa')
    expect(text).not.toContain('Phường số 59')
  }, 60_000)

  test('and what it saves has the same values, list, protection and hidden sheet', async () => {
    const bytes = convert('xlsx', 'xlsx')
    const ours = readWorkbook(writeWorkbook(formPlan()), 'a.xlsx')
    const theirs = readWorkbook(bytes, 'a.xlsx')
    expect(theirs.sheets.map(({ name, isHidden, rows }) => [name, isHidden, rows])).toEqual(
      ours.sheets.map(({ name, isHidden, rows }) => [name, isHidden, rows]),
    )
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(Uint8Array.from(bytes).buffer)
    const sheet = book.worksheets[0]
    const parts = unzipSync(bytes)
    // The oracle knows no "false" for an unlocked cell.
    expect(new TextDecoder().decode(parts['xl/styles.xml'])).toContain('locked="false"')
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).toContain(
      '<sheetProtection sheet="true"',
    )
    expect(sheet?.getCell('C2').dataValidation.type).toBe('list')
  }, 60_000)
})
