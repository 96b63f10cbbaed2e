import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { describe, expect, test } from 'vitest'
import type { SourceBlock, SourceDocument, SourceLine, SourceTable } from '#domain/reading/source.ts'
import { samplePlan, sampleReport, taskAnnexRows } from '#domain/writing/official-document-samples.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { libreOfficePath, whenAvailable } from '#test/support/require.ts'
import { writeDocx } from './docx-write.ts'
import { writePdf } from './pdf-write.ts'
import { readSource } from './read-source.ts'

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  return await readSource(bytes, 'kế hoạch.pdf')
}
function linesOf(blocks: readonly SourceBlock[], role: SourceLine['role'] = 'body'): SourceLine[] {
  return blocks.filter((block) => block.kind !== 'table').filter((line) => line.role === role)
}
function tablesOf(source: SourceDocument, bordered: boolean): SourceTable[] {
  return source.blocks
    .filter((block) => block.kind === 'table')
    .filter((table) => table.bordered === bordered)
}
/** Cells as 'column+span×span text', the paragraphs of a cell in one line; a head that the page before had is left out. */
function cellsOf(tables: readonly SourceTable[]): string[][] {
  const rows = tables.map((table) =>
    table.rows.map((row) =>
      row.cells.map(
        (one) => `${one.column}+${one.columnSpan}×${one.rowSpan} ${one.text.replaceAll(/\s+/g, ' ')}`,
      ),
    ),
  )
  return rows.flatMap((own, index) =>
    own.filter(
      (row, at) =>
        !(tables[index]?.rows[at]?.header === true && rows[index - 1]?.[at]?.join() === row.join()),
    ),
  )
}
/** The text outside tables; numbers that Word prints by itself stand before it. */
function textOf(blocks: readonly SourceBlock[]): string {
  return linesOf(blocks)
    .map((line) => `${line.number ?? ''}${line.text}`)
    .join(' ')
    .replaceAll(/\s+/g, '')
}

function longPlan(rows: number): OfficialDocument {
  const plan = samplePlan()
  const [annex] = plan.annexes
  if (annex === undefined) throw new Error('no annex')
  const body = annex.body.map((block) =>
    block.kind === 'table' ? { ...block, rows: taskAnnexRows(rows) } : block,
  )
  return { ...plan, annexes: [{ ...annex, body }] }
}

describe('our own PDF says what our own DOCX says', () => {
  test.each([
    ['the plan', samplePlan()],
    ['the report', sampleReport()],
  ])(
    '%s: all its words in order, all its ruled tables cell by cell',
    async (_name, document) => {
      const pdf = await read(await writePdf(document))
      const docx = await readSource(await writeDocx(document), 'a.docx')
      expect(textOf(pdf.blocks)).toBe(textOf(docx.blocks))
      expect(cellsOf(tablesOf(pdf, true))).toEqual(cellsOf(tablesOf(docx, true)))
    },
    30_000,
  )

  test('an annex of 120 rows over many pages keeps each row and marks each repeated head', async () => {
    const source = await read(await writePdf(longPlan(120)))
    const tables = tablesOf(source, true).slice(1)
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables)
      expect(table.rows.slice(0, 3).map((row) => row.header)).toEqual([true, true, true])
    const rows = cellsOf(tables).slice(3)
    expect(rows.map((row) => row.map((one) => one.replace(/^\S+ /, '')))).toEqual(taskAnnexRows(120))
  }, 60_000)

  test('the head and the end of the document are tables without lines, as in DOCX', async () => {
    const [head, end] = tablesOf(await read(await writePdf(samplePlan())), false)
    expect(head?.rows[0]?.cells.map((one) => one.text)).toEqual([
      'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN\nSố: /KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHải An, ngày tháng năm 2024',
    ])
    expect(end?.rows[0]?.cells[0]?.text).toMatch(
      /^Nơi nhận:\n- Sở Giáo dục và Đào tạo;\n[^]*- Lưu: VT, PGDĐT\.$/,
    )
    expect(end?.rows[0]?.cells[1]?.text).toBe(
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐặng Thục Quỳnh',
    )
  }, 30_000)

  test('the numbers of pages are no text of the body, those of annexes neither', async () => {
    const source = await read(await writePdf(sampleReport()))
    expect(linesOf(source.blocks, 'page_header').map((line) => [line.text, line.page])).toEqual([
      ['2', 2],
      ['2', 4],
    ])
    expect(linesOf(source.blocks).filter((line) => /^\d+$/.test(line.text))).toEqual([])
  }, 30_000)

  test('a line has its page, its height on it and its look', async () => {
    const { blocks } = await read(await writePdf(samplePlan()))
    expect(linesOf(blocks)[0]).toMatchObject({
      kind: 'line',
      text: 'KẾ HOẠCH',
      at: { page: 1, y: 130 },
      page: 1,
      style: { bold: true, align: 'center', fontSize: 14 },
    })
    expect(linesOf(blocks).find((line) => line.text.startsWith('Căn cứ Luật'))?.style).toMatchObject({
      italic: true,
      fontSize: 14,
    })
  }, 30_000)
})

type Options = { filter?: string; from?: string }

function toPdf(bytes: Uint8Array, { filter = 'pdf', from = 'docx' }: Options = {}): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'))
  try {
    writeFileSync(join(folder, `a.${from}`), bytes)
    spawnSync(
      libreOfficePath() ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        join(folder, `a.${from}`),
      ],
      { timeout: 60_000 },
    )
    return readFileSync(join(folder, 'a.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function text(content: string, options: Record<string, unknown> = {}): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: content, size: 28 })], ...options })
}
function cell(content: string, options: Record<string, unknown> = {}): TableCell {
  return new TableCell({ ...options, children: content.split('\n').map((line) => text(line)) })
}
function table(...rows: TableCell[][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((children) => new TableRow({ children })),
  })
}

whenAvailable('libreoffice').describe('a PDF of LibreOffice', () => {
  test.each([
    ['the plan', samplePlan()],
    ['the report', sampleReport()],
  ])(
    '%s says what ours says',
    async (_name, document) => {
      const theirs = await read(toPdf(await writeDocx(document)))
      const ours = await read(await writePdf(document))
      expect(textOf(theirs.blocks)).toBe(textOf(ours.blocks))
      expect(cellsOf(tablesOf(theirs, true))).toEqual(cellsOf(tablesOf(ours, true)))
      expect(tablesOf(theirs, false)).toHaveLength(2)
    },
    60_000,
  )

  test('with footnotes, running heads and page numbers keeps them out of the body', async () => {
    const body = Array.from({ length: 80 }, (_, index) =>
      text(
        `Đoạn ${index + 1} nói về việc của các trường trong quận, có đủ chữ để thành hai dòng trên trang giấy khổ A4 này.`,
      ),
    )
    const marked = new Paragraph({
      children: [
        new TextRun({ text: 'Huy động 7.910', size: 28 }),
        new FootnoteReferenceRun(1),
        new TextRun({ text: ' trẻ, sân chơi 1.200 m', size: 28 }),
        new TextRun({ text: '2', size: 28, superScript: true }),
        new TextRun({ text: ' cho mỗi trường.', size: 28 }),
      ],
    })
    const page = new Footer({
      children: [
        new Paragraph({
          children: [new TextRun({ children: ['Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
        }),
      ],
    })
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('Theo báo cáo của các trường đầu năm học.')] } },
      sections: [
        {
          headers: {
            default: new Header({ children: [new Paragraph('UBND quận Hải An - Kế hoạch năm học')] }),
          },
          footers: { default: page },
          children: [marked, ...body],
        },
      ],
    })
    const { blocks } = await read(toPdf(await Packer.toBuffer(document)))
    const pages = new Set(linesOf(blocks).map((line) => line.page)).size
    expect(linesOf(blocks)[0]?.text).toBe('Huy động 7.910 trẻ, sân chơi 1.200 m² cho mỗi trường.')
    expect(linesOf(blocks, 'footnote').map((line) => line.text)).toEqual([
      'Theo báo cáo của các trường đầu năm học.',
    ])
    expect(linesOf(blocks, 'page_header')).toHaveLength(pages)
    expect(linesOf(blocks, 'page_footer').map((line) => line.text)).toEqual(
      Array.from({ length: pages }, (_, index) => `Trang ${index + 1}/${pages}`),
    )
    expect(linesOf(blocks).filter((line) => /^Trang|^UBND/.test(line.text))).toEqual([])
  }, 60_000)

  test('with merged cells, narrow columns, cells over several pages and lists inside keeps the geometry', async () => {
    const units = ['- Phòng Giáo dục và Đào tạo', '- Công an quận', '- Ủy ban nhân dân các phường'].join('\n')
    const document = new Document({
      sections: [
        {
          children: [
            table(
              [
                cell('TT', { rowSpan: 2 }),
                cell('Nội dung', { rowSpan: 2 }),
                cell('Thời gian', { columnSpan: 2 }),
              ],
              [cell('Bắt đầu'), cell('Kết thúc')],
              [cell('1', { verticalAlign: 'center' }), cell(units), cell('9/2024'), cell('5/2025')],
              [cell('2'), cell('Gộp cả ba cột còn lại', { columnSpan: 3 })],
            ),
            text('Sau bảng'),
          ],
        },
      ],
    })
    const source = await read(toPdf(await Packer.toBuffer(document)))
    const [first] = tablesOf(source, true)
    expect(
      first?.rows.map((row) => row.cells.map((one) => [one.text, one.column, one.columnSpan, one.rowSpan])),
    ).toEqual([
      [
        ['TT', 0, 1, 2],
        ['Nội dung', 1, 1, 2],
        ['Thời gian', 2, 2, 1],
      ],
      [
        ['Bắt đầu', 2, 1, 1],
        ['Kết thúc', 3, 1, 1],
      ],
      [
        ['1', 0, 1, 1],
        [units, 1, 1, 1],
        ['9/2024', 2, 1, 1],
        ['5/2025', 3, 1, 1],
      ],
      [
        ['2', 0, 1, 1],
        ['Gộp cả ba cột còn lại', 1, 3, 1],
      ],
    ])
    expect(linesOf(source.blocks).map((line) => line.text)).toEqual(['Sau bảng'])
  }, 60_000)

  test('with a table without lines keeps its columns, rows of several lines and the text around it', async () => {
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const borders = {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    }
    const widths = [700, 4200, 2600, 1500]
    const contents = [
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Thời gian'],
      [
        '1',
        'Kiểm kê phòng học, bàn ghế, thiết bị; lập danh mục cần sửa chữa trước khai giảng',
        'Phòng Giáo dục và Đào tạo',
        '7/2024',
      ],
      ['2', 'Khám sức khỏe đầu năm', 'Trung tâm Y tế', '11/2024'],
      [
        '3',
        'Bảo đảm an toàn giao thông tại cổng trường vào giờ đến lớp và tan học',
        'Công an quận',
        'Thường xuyên',
      ],
    ]
    const rows = contents.map(
      (row) =>
        new TableRow({
          children: row.map((content, column) =>
            cell(content, { borders, width: { size: widths[column] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    )
    const document = new Document({
      sections: [
        {
          children: [
            text('Bảng phân công nhiệm vụ của các đơn vị trong năm học, kèm theo kế hoạch:'),
            new Table({ borders, columnWidths: widths, rows }),
            text('Các đơn vị căn cứ bảng này để thực hiện và báo cáo đúng thời gian quy định.'),
          ],
        },
      ],
    })
    const source = await read(toPdf(await Packer.toBuffer(document)))
    expect(
      source.blocks.map((block) =>
        block.kind === 'table' ? block.rows.map((row) => row.cells.map((one) => one.text)) : block.text,
      ),
    ).toEqual([
      'Bảng phân công nhiệm vụ của các đơn vị trong năm học, kèm theo kế hoạch:',
      contents,
      'Các đơn vị căn cứ bảng này để thực hiện và báo cáo đúng thời gian quy định.',
    ])
  }, 60_000)

  test('with a password is refused, with one for changing only it is read', async () => {
    const docx = await writeDocx(samplePlan({ annexes: [] }))
    const filter = (name: string, more: string) =>
      `pdf:writer_pdf_Export:{${more}"${name}":{"type":"string","value":"bí mật"}}`
    const closed = toPdf(docx, {
      filter: filter('DocumentOpenPassword', '"EncryptFile":{"type":"boolean","value":"true"},'),
    })
    await expect(read(closed)).rejects.toMatchObject({ code: 'encrypted' })
    const guarded = toPdf(docx, {
      filter: filter('PermissionPassword', '"RestrictPermissions":{"type":"boolean","value":"true"},'),
    })
    expect(linesOf((await read(guarded)).blocks)[0]?.text).toBe('KẾ HOẠCH')
  }, 60_000)
})
