import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import mammoth from 'mammoth'
import { describe, expect, test, vi } from 'vitest'
import type { SourceBlock, SourceDocument, SourceLine, SourceTable } from '#domain/reading/source.ts'
import { samplePlan, sampleReport } from '#domain/writing/official-document-samples.ts'
import { libreOfficePath, whenAvailable } from '#test/support/require.ts'
import { craftDocx } from './crafted-zip.ts'
import { writeDocx } from './docx-write.ts'
import { FormatRefusal } from './format-refusal.ts'
import { readSource } from './read-source.ts'

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  return await readSource(bytes, 'kế hoạch.docx')
}
async function body(xml: string, parts: Record<string, string> = {}): Promise<SourceBlock[]> {
  return (await read(craftDocx(xml, parts))).blocks
}
function linesOf(blocks: readonly SourceBlock[]): SourceLine[] {
  return blocks.filter((block) => block.kind !== 'table')
}
function tableIn(blocks: readonly SourceBlock[]): SourceTable {
  const table = blocks.find((block) => block.kind === 'table')
  if (table === undefined) throw new Error('no table')
  return table
}
async function texts(xml: string, parts: Record<string, string> = {}): Promise<string[]> {
  return linesOf(await body(xml, parts)).map((line) => line.text)
}

function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
function item(text: string, numId: number, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
}
function part(name: string, inside: string): Record<string, string> {
  return {
    [`word/${name}.xml`]: `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`,
  }
}
function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}
function list(id: number, levels: string, more = ''): string {
  return `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`
}
async function labels(xml: string, numbering: string, styles = ''): Promise<(string | null)[]> {
  const blocks = await body(xml, { ...part('numbering', numbering), ...part('styles', styles) })
  return linesOf(blocks).map((line) => line.number)
}

const legal = list(
  1,
  level(0, 'upperRoman', '%1.') +
    level(1, 'decimal', '%1.%2.', '<w:isLgl/>') +
    level(2, 'lowerLetter', '%3)'),
)

describe('automatic numbers', () => {
  test('are counted by level, start again below a higher one, and write roman as digits where asked', async () => {
    const numbering = `${legal}<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>`
    const found = await labels(
      [
        item('a', 5),
        item('b', 5, 1),
        item('c', 5, 2),
        item('d', 5, 2),
        item('e', 5, 1),
        item('f', 5, 2),
        item('g', 5),
        item('h', 5, 1),
      ].join(''),
      numbering,
    )
    expect(found).toEqual(['I.', '1.1.', 'a)', 'b)', '1.2.', 'a)', 'II.', '2.1.'])
  })

  test('of lists of one definition go on; a list with a start of its own begins anew', async () => {
    const numbering = `${list(1, level(0, 'decimal', '%1.'))}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`
    expect(
      await labels(
        [item('a', 1), item('b', 2), item('c', 3), item('d', 3), item('e', 9), item('f', 0)].join(''),
        numbering,
      ),
    ).toEqual(['1.', '2.', '4.', '5.', null, null])
  })

  test('come from the style of the paragraph, its level from the list, and can be taken away', async () => {
    const numbering = `${list(1, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', '<w:pStyle w:val="Muc2"/>'))}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    const styles =
      '<w:style w:type="paragraph" w:styleId="Muc1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Muc2"><w:basedOn w:val="Muc1"/></w:style>'
    const xml =
      p('a', '<w:pStyle w:val="Muc1"/>') +
      p('b', '<w:pStyle w:val="Muc2"/>') +
      p('c', '<w:pStyle w:val="Muc2"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      p('d', '<w:pStyle w:val="Muc2"/>')
    expect(await labels(xml, numbering, styles)).toEqual(['I.', '1.', null, '2.'])
  })

  test('of bullets are signs that everybody can print', async () => {
    const levels =
      level(0, 'bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>') +
      level(1, 'bullet', 'o', '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>') +
      level(2, 'bullet', '\uf0a7', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>') +
      level(3, 'bullet', '-') +
      level(4, 'none', '')
    const numbering = `${list(1, levels)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    expect(await labels([0, 1, 2, 3, 4].map((at) => item('x', 1, at)).join(''), numbering)).toEqual([
      '•',
      '○',
      '▪',
      '-',
      null,
    ])
  })

  test('of a list style are found behind its link; a level may never start again', async () => {
    const numbering = `${list(1, level(0, 'decimal', '%1.') + level(1, 'decimal', 'Bảng %2', '<w:lvlRestart w:val="0"/>'), '<w:styleLink w:val="DanhSach"/>')}${list(2, '', '<w:numStyleLink w:val="DanhSach"/>')}<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>`
    expect(
      await labels([item('a', 1), item('b', 1, 1), item('c', 1), item('d', 1, 1)].join(''), numbering),
    ).toEqual(['1.', 'Bảng 1', '2.', 'Bảng 2'])
  })

  test('in other formats, and a level that was never counted, print as Word prints them', async () => {
    const numbering = `${list(1, level(0, 'decimalZero', '%1') + level(1, 'lowerRoman', '(%2)') + level(2, 'upperLetter', 'Phụ lục %3') + level(3, 'cardinalText', '%1.%4'))}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    expect(
      await labels([item('a', 1, 3), item('b', 1), item('c', 1, 1), item('d', 1, 2)].join(''), numbering),
    ).toEqual(['01.1', '01', '(i)', 'Phụ lục A'])
  })
})

describe('text', () => {
  test('keeps tabs and breaks, hyphens and signs, and leaves out what is not printed', async () => {
    const run =
      '<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    const hidden =
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t>hoa</w:t></w:r>'
    expect(await texts(`<w:p>${run}${hidden}</w:p>`)).toEqual(['một\thai\nba-bốn✓HOA'])
  })

  test('of fields is their result, also over several paragraphs', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
    const xml = `<w:p>${field('begin')}${code}<w:r><w:t>mã</w:t></w:r>${field('separate')}<w:r><w:t>kết quả</w:t></w:r></w:p><w:p><w:r><w:t>tiếp</w:t></w:r>${field('end')}<w:fldSimple w:instr="DATE"><w:r><w:t>05/9</w:t></w:r></w:fldSimple></w:p>`
    expect(await texts(xml)).toEqual(['kết quả', 'tiếp05/9'])
  })

  test('inside links, content controls, custom XML and formulas is read', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const xml = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink r:id="rId9">${run('a')}</w:hyperlink><w:sdt><w:sdtContent>${run('b')}</w:sdtContent></w:sdt><w:smartTag>${run('c')}</w:smartTag><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>`
    expect(await texts(xml)).toEqual(['abcx+1'])
  })

  test('in an old font is converted, and that is said', async () => {
    const xml =
      '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t> n¨m häc</w:t></w:r></w:p>'
    const source = await read(craftDocx(xml))
    expect(linesOf(source.blocks)[0]?.text).toBe('Kế hoạch NĂM HỌC')
    expect(source.notes).toEqual([{ code: 'old_encoding_converted', at: null }])
  })

  test('has the look of its style, what it is based on and its own', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/><w:basedOn w:val="B"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    const xml =
      p('một', '<w:pStyle w:val="A"/>') +
      '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>hai</w:t></w:r></w:p>' +
      p('ba')
    const styled = linesOf(await body(xml, part('styles', styles))).map((line) => line.style)
    expect(styled).toEqual([
      { heading: 2, align: 'center', bold: true, fontSize: 14, indent: 18 },
      { heading: 2, align: 'center', italic: true, fontSize: 14, indent: 18 },
      { fontSize: 14 },
    ])
  })
})

describe('tracked changes', () => {
  test('count as accepted, and that is said', async () => {
    const t = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const xml = `<w:p>${t('giữ ')}<w:ins>${t('thêm ')}</w:ins><w:del><w:r><w:delText>bỏ </w:delText></w:r></w:del><w:moveFrom>${t('đi ')}</w:moveFrom><w:moveTo>${t('đến')}</w:moveTo></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${t('đầu ')}</w:p>${p('cuối')}<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('bỏ')}</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>${p('còn')}</w:tc></w:tr></w:tbl>`
    const source = await read(craftDocx(xml))
    expect(linesOf(source.blocks).map((line) => [line.text, line.at])).toEqual([
      ['giữ thêm đến', { paragraph: 1 }],
      ['đầu cuối', { paragraph: 2 }],
    ])
    expect(tableIn(source.blocks).rows.map((row) => row.cells[0]?.text)).toEqual(['còn'])
    expect(source.notes).toEqual([{ code: 'tracked_changes_accepted', at: null }])
  })

  test('of formatting alone are none of the text', async () => {
    const source = await read(
      craftDocx(
        '<w:p><w:pPr><w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>còn</w:t></w:r></w:p>',
      ),
    )
    expect(source.blocks).toMatchObject([{ text: 'còn', style: {} }])
    expect(source.notes).toEqual([])
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

  test('have their cells once, with columns, spans and places', async () => {
    const xml = `<w:tbl><w:tblPr/>${row(cell('TT', '<w:vMerge w:val="restart"/>') + cell('Thời gian', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(cell('', '<w:vMerge/>') + cell('Đầu') + cell('Cuối'))}${row(cell('cuối', ''), '<w:gridBefore w:val="2"/>')}</w:tbl>`
    const table = tableIn(await body(p('trước') + xml))
    expect(table.rows.map((one) => one.header)).toEqual([true, false, false])
    expect(
      table.rows.flatMap((one) =>
        one.cells.map(({ text, column, columnSpan, rowSpan, at }) => [text, column, columnSpan, rowSpan, at]),
      ),
    ).toEqual([
      ['TT', 0, 1, 2, { table: 1, row: 1, column: 1 }],
      ['Thời gian', 1, 2, 1, { table: 1, row: 1, column: 2 }],
      ['Đầu', 1, 1, 1, { table: 1, row: 2, column: 2 }],
      ['Cuối', 2, 1, 1, { table: 1, row: 2, column: 3 }],
      ['cuối', 2, 1, 1, { table: 1, row: 3, column: 3 }],
    ])
  })

  test('are known to be drawn or not: by themselves, by their cells, by their style', async () => {
    const borders = (value: string) =>
      `<w:tblBorders><w:top w:val="${value}"/><w:insideH w:val="${value}"/></w:tblBorders>`
    const drawn = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>'
    const table = (properties: string, cells: string) =>
      `<w:tbl><w:tblPr>${properties}</w:tblPr>${row(cells)}</w:tbl>`
    const xml =
      table(borders('single'), cell('a')) +
      table(borders('nil'), cell('b', drawn)) +
      table('', cell('c', drawn)) +
      table('', cell('d')) +
      table('<w:tblStyle w:val="Luoi"/>', cell('e'))
    const styles = `<w:style w:type="table" w:styleId="Goc"><w:tblPr>${borders('single')}</w:tblPr></w:style><w:style w:type="table" w:styleId="Luoi"><w:basedOn w:val="Goc"/></w:style>`
    const found = (await body(xml, part('styles', styles))).map(
      (block) => block.kind === 'table' && block.bordered,
    )
    expect(found).toEqual([true, false, true, false, true])
  })

  test('give the paragraphs of a cell with their numbers, a table inside as lines', async () => {
    const inner = `<w:tbl>${row(cell('x') + cell('y'))}</w:tbl>`
    const numbering = `${list(1, level(0, 'decimal', '%1.'))}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    const xml = `<w:tbl>${row(`<w:tc>${item('một', 1)}${p('')}${item('hai', 1)}${inner}${p('')}</w:tc>`)}</w:tbl>`
    expect(tableIn(await body(xml, part('numbering', numbering))).rows[0]?.cells[0]?.text).toBe(
      '1. một\n2. hai\nx\ty',
    )
  })
})

describe('notes and boxes', () => {
  const footnotes = part(
    'footnotes',
    `<w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> theo Nghị định</w:t></w:r></w:p></w:footnote>`,
  )
  const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'

  test('a footnote comes once, behind its line, and leaves no mark on the figure', async () => {
    const found = linesOf(
      await body(
        `<w:p><w:r><w:t>đạt 97%</w:t></w:r>${mark}<w:r><w:t> năm</w:t></w:r></w:p>${p('sau')}`,
        footnotes,
      ),
    )
    expect(found.map((line) => [line.text, line.role, line.number, line.at])).toEqual([
      ['đạt 97% năm', 'body', null, { paragraph: 1 }],
      ['theo Nghị định', 'footnote', '1', { paragraph: 1 }],
      ['sau', 'body', null, { paragraph: 2 }],
    ])
  })

  test('one in a cell comes behind the table', async () => {
    const blocks = await body(
      `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r>${mark}</w:p></w:tc></w:tr></w:tbl>`,
      footnotes,
    )
    expect(
      blocks.map((block) =>
        block.kind === 'table' ? block.rows[0]?.cells[0]?.text : [block.text, block.role],
      ),
    ).toEqual(['5', ['theo Nghị định', 'footnote']])
  })

  test('a text box comes once, behind the paragraph that holds it', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const xml = `<w:p><w:r><w:t>ngoài</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><wps:wsp><wps:txbx>${box('MẬT')}</wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('MẬT')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p('sau')}`
    const source = await read(craftDocx(xml))
    expect(linesOf(source.blocks).map((line) => [line.text, line.at])).toEqual([
      ['ngoài', { paragraph: 1 }],
      ['MẬT', { paragraph: 1 }],
      ['sau', { paragraph: 2 }],
    ])
    expect(source.notes).toEqual([{ code: 'text_box_moved', at: { paragraph: 1 } }])
  })

  test('a picture is told of; a document of pictures alone is a scan', async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId4"/></w:drawing></w:r></w:p>'
    expect((await read(craftDocx(p('x') + picture))).notes).toEqual([
      { code: 'picture_left_out', at: { paragraph: 2 } },
    ])
    await expect(read(craftDocx(picture))).rejects.toMatchObject({ code: 'no_text_layer' })
    await expect(read(craftDocx(p('')))).rejects.toMatchObject({ code: 'no_text' })
  })
})

describe('a document of the kept library', () => {
  async function written(): Promise<Uint8Array> {
    const cell = (text: string, options: Record<string, unknown> = {}) =>
      new TableCell({ ...options, children: [new Paragraph(text)] })
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'muc',
            levels: [
              { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.LEFT },
              { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.LEFT },
            ],
          },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Số liệu đầu năm.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'MỤC ĐÍCH', numbering: { reference: 'muc', level: 0 } }),
            new Paragraph({ text: 'Giữ quy mô', numbering: { reference: 'muc', level: 1 } }),
            new Paragraph({
              children: [
                new TextRun('12.246 học sinh'),
                new FootnoteReferenceRun(1),
                new TextRun(', 291 lớp'),
              ],
            }),
            new Table({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [cell('TT', { rowSpan: 2 }), cell('Thời gian', { columnSpan: 2 })],
                }),
                new TableRow({ children: [cell('Đầu'), cell('Cuối')] }),
              ],
            }),
          ],
        },
      ],
    })
    return await Packer.toBuffer(document)
  }

  test('is read with numbers, notes and merged cells', async () => {
    const { blocks } = await read(await written())
    expect(linesOf(blocks).map((line) => [line.number, line.text, line.role])).toEqual([
      ['I.', 'MỤC ĐÍCH', 'body'],
      ['1.', 'Giữ quy mô', 'body'],
      [null, '12.246 học sinh, 291 lớp', 'body'],
      ['1', 'Số liệu đầu năm.', 'footnote'],
    ])
    expect(
      tableIn(blocks).rows.map((row) =>
        row.cells.map((cell) => `${cell.text} ${cell.column}+${cell.columnSpan}×${cell.rowSpan}`),
      ),
    ).toEqual([
      ['TT 0+1×2', 'Thời gian 1+2×1'],
      ['Đầu 1+1×1', 'Cuối 2+1×1'],
    ])
  })
})

/** All words in order, without numbers and signs of lists, which the oracles leave out or write elsewhere. */
function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
}
function allText(source: SourceDocument): string {
  return source.blocks
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')).join(' ')
        : block.text,
    )
    .join(' ')
}

describe('every word that the kept library finds is found', () => {
  test.each([
    ['the plan', samplePlan()],
    ['the report', sampleReport()],
  ])('in %s', async (_name, document) => {
    const bytes = await writeDocx(document)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    // It leaves out breaks inside a paragraph: only the letters can be compared.
    expect(words(allText(await read(bytes))).join('')).toBe(words(value).join(''))
  })
})

function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'))
  try {
    writeFileSync(join(folder, `a.${from}`), bytes)
    const office = libreOfficePath() ?? ''
    spawnSync(
      office,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        join(folder, `a.${from}`),
      ],
      { timeout: 60_000 },
    )
    return readFileSync(join(folder, `a.${to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

whenAvailable('libreoffice').describe('what LibreOffice makes of our plan', () => {
  test('saved as ODT and as DOCX again says the same, cell by cell', async () => {
    const ours = await writeDocx(samplePlan())
    const theirs = convert(convert(ours, 'docx', 'odt'), 'odt', 'docx')
    const [before, after] = [await read(ours), await read(theirs)]
    const shape = (source: SourceDocument): unknown[] =>
      source.blocks.map((block) =>
        block.kind === 'table'
          ? block.rows.map((row) =>
              row.cells.map((cell) => [cell.text, cell.column, cell.columnSpan, cell.rowSpan]),
            )
          : [block.number, block.text],
      )
    expect(shape(after)).toEqual(shape(before))
  }, 120_000)

  test('saved as a web page says the same words', async () => {
    const ours = await writeDocx(samplePlan())
    const page = await readSource(convert(ours, 'docx', 'html'), 'a.html')
    expect(words(allText(page))).toEqual(words(allText(await read(ours))))
  }, 120_000)

  test.each(['doc', 'rtf', 'odt'])(
    'saved as .%s says the same words, through LibreOffice',
    async (kind) => {
      const ours = await writeDocx(samplePlan())
      const theirs = await readSource(convert(ours, 'docx', kind), `a.${kind}`)
      expect(words(allText(theirs))).toEqual(words(allText(await read(ours))))
      expect(theirs.blocks.filter((block) => block.kind === 'table').length).toBeGreaterThan(0)
    },
    120_000,
  )

  test.each(['doc', 'rtf'])(
    'as .%s is told how to be saved where there is no LibreOffice',
    async (kind) => {
      const old = convert(await writeDocx(samplePlan()), 'docx', kind)
      vi.stubEnv('LIBREOFFICE', '')
      await expect(readSource(old, `a.${kind}`)).rejects.toMatchObject({
        code: kind === 'doc' ? 'old_word' : 'other_office',
        detail: { actual: kind },
      })
      vi.unstubAllEnvs()
    },
    120_000,
  )

  test('what only looks like an RTF text ends in a plain refusal', async () => {
    const rubbish = new TextEncoder().encode(`{\\rtf1 {\\*\\${'{'.repeat(5000)}`)
    await expect(readSource(rubbish, 'a.rtf')).rejects.toBeInstanceOf(FormatRefusal)
  }, 120_000)
})
