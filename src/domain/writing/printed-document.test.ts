import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { numberBody } from './numbering.ts'
import { type Block, draftDocument, item, type OfficialDocument, paragraph } from './official-document.ts'
import { samplePlan, sampleReport } from './official-document-samples.ts'
import { checkPageLayout, decreeLayout, textWidthOf } from './page-layout.ts'
import { printableLine, printableText } from './printable-text.ts'
import { type PrintedBlock, printDocument } from './printed-document.ts'
import { lineText } from './printed-table.ts'
import { longestWidth, textWidth } from './times-metrics.ts'

function words(block: PrintedBlock | undefined): string {
  if (block === undefined) return ''
  switch (block.kind) {
    case 'heading':
      return `${block.level}${block.lines[0]?.[0]?.bold ? 'b' : ''}: ${block.lines.map(lineText).join(' | ')}`
    case 'text':
      return lineText(block.runs)
    case 'table':
      return 'table'
  }
}
const body = (blocks: readonly Block[]) =>
  printDocument(samplePlan({ body: blocks }), decreeLayout).body.map(words)

describe('the body', () => {
  test('prints each level in the form of the decree', () => {
    const printed = body(
      numberBody([
        { kind: 'part', title: 'Kết quả' },
        { kind: 'section', title: 'Quy mô' },
        { kind: 'clause', title: 'Trường lớp' },
        { kind: 'clause', text: 'Không có tên.' },
        { kind: 'point', text: 'Một.' },
        { kind: 'point', title: 'Có tên' },
        { kind: 'clause', number: '2.1', title: 'Thập phân' },
        { kind: 'article', title: 'Phạm vi' },
        { kind: 'article', text: 'Ban hành kèm theo.' },
        item('gạch đầu dòng'),
        item('dấu cộng', '+'),
        paragraph('Hết.'),
      ]),
    )
    expect(printed).toEqual([
      '1b: Phần I | KẾT QUẢ',
      '2b: I. QUY MÔ',
      '3b: 1. Trường lớp',
      '2. Không có tên.',
      'a) Một.',
      '4: b) Có tên',
      '3b: 2.1. Thập phân',
      '2b: Điều 1. Phạm vi',
      'Điều 2. Ban hành kèm theo.',
      '- gạch đầu dòng',
      '+ dấu cộng',
      'Hết./.',
    ])
  })

  test('drops what is empty', () => {
    expect(
      body([
        paragraph(''),
        paragraph(' \u0000 '),
        item(''),
        { kind: 'section', number: null },
        paragraph('A'),
      ]),
    ).toEqual(['A./.'])
    expect(body([])).toEqual([])
  })

  test.each([
    ['Hết.', 'Hết./.'],
    ['Hết', 'Hết./.'],
    ['Hết./.', 'Hết./.'],
    ['v.v...', 'v.v./.'],
    ['Hết; ', 'Hết./.'],
  ])('closes %j as %j', (text, closed) => {
    expect(body([paragraph(text)])).toEqual([closed])
  })

  test('closes behind the last run that says something, and alone after a table', () => {
    expect(body([paragraph([{ text: 'Đạt ' }, { text: '85,7%', bold: true }, { text: '. ' }])])).toEqual([
      'Đạt 85,7%./.',
    ])
    expect(body([{ kind: 'table', columns: [{ title: 'A', width: 1, align: 'left' }], rows: [] }])).toEqual([
      'table',
      './.',
    ])
  })
})

describe('rules and columns', () => {
  const shapes: [string, OfficialDocument][] = [
    ['a plan without superior', samplePlan()],
    ['a report with superior', sampleReport()],
    [
      'a three-line title',
      samplePlan({ about: 'Triển khai nhiệm vụ giáo dục và đào tạo '.repeat(4).trim() }),
    ],
  ]
  test.each(shapes)('of %s have the lengths of the decree', (_, document) => {
    const { header, title } = printDocument(document, decreeLayout)
    const issuer = longestWidth(header.issuer, header.issuerSize, 'bold')
    expect(header.mottoRule).toBeCloseTo(
      textWidth('Độc lập - Tự do - Hạnh phúc', header.mottoSize, 'bold'),
      6,
    )
    expect(header.issuerRule / issuer).toBeGreaterThanOrEqual(1 / 3)
    expect(header.issuerRule / issuer).toBeLessThanOrEqual(1 / 2)
    const about = longestWidth(title?.about ?? [], 14, 'bold')
    expect((title?.rule ?? 0) / about).toBeGreaterThanOrEqual(1 / 3)
    expect((title?.rule ?? 0) / about).toBeLessThanOrEqual(1 / 2)
    expect(header.leftWidth + header.rightWidth).toBeCloseTo(textWidthOf(decreeLayout, false), 6)
    expect(textWidth(header.nation, header.issuerSize, 'bold')).toBeLessThan(header.rightWidth)
    expect(issuer).toBeLessThan(header.leftWidth)
  })

  test('the smaller size is taken where it saves the issuer a line', () => {
    expect(printDocument(samplePlan(), decreeLayout).header).toMatchObject({
      issuerSize: 13,
      mottoSize: 14,
      issuer: ['ỦY BAN NHÂN DÂN', 'QUẬN HẢI AN'],
    })
    expect(printDocument(sampleReport(), decreeLayout).header).toMatchObject({
      issuerSize: 12,
      mottoSize: 13,
      superior: ['UBND QUẬN HẢI AN'],
      issuer: ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'],
    })
  })

  test('sixty recipients stand partly beside the signature, partly below', () => {
    const recipients = Array.from({ length: 60 }, (_, index) => `Trường số ${index + 1}`)
    const { closing } = printDocument(samplePlan({ recipients }), decreeLayout)
    expect(closing.recipients.length + closing.moreRecipients.length).toBe(61)
    expect(closing.recipients.length).toBeGreaterThan(8)
    expect(closing.moreRecipients.at(-1)).toBe('- Lưu: VT.')
  })
})

describe('an annex', () => {
  test('has its reference broken beside number and date, never inside', () => {
    const [blank] = printDocument(samplePlan(), decreeLayout).annexes
    expect(blank?.reference).toEqual([
      '(Kèm theo Kế hoạch số      /KH-UBND',
      'ngày     tháng     năm 2024 của Ủy ban nhân dân quận Hải An)',
    ])
    const number = { text: '12', symbol: 'KH-UBND' }
    const [issued] = printDocument(
      samplePlan({ number, date: localDate('2024-08-30') }),
      decreeLayout,
    ).annexes
    expect(issued?.reference).toEqual([
      '(Kèm theo Kế hoạch số 12/KH-UBND',
      'ngày 30 tháng 8 năm 2024 của Ủy ban nhân dân quận Hải An)',
    ])
  })

  test('has its title in capitals and its own width', () => {
    const [landscape, portrait] = printDocument(sampleReport(), decreeLayout).annexes
    expect(landscape).toMatchObject({
      label: 'Phụ lục I',
      title: ['SỐ LỚP, HỌC SINH TIỂU HỌC THEO KHỐI'],
      landscape: true,
    })
    expect(portrait).toMatchObject({ label: 'Phụ lục II', landscape: false })
    const widths = landscape?.body[0]?.kind === 'table' ? landscape.body[0].widths : []
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(textWidthOf(decreeLayout, true), 6)
  })
})

describe('a công văn', () => {
  const letter = draftDocument({
    type: 'letter',
    symbolSuffix: 'UBND-VX',
    issuer: { superior: null, name: 'ỦY BAN NHÂN DÂN PHƯỜNG HẢI AN', place: 'Hải An' },
    about: 'gửi báo cáo đầu năm học',
    addressedTo: ['Trường Tiểu học Đằng Hải'],
    body: [paragraph('Đề nghị nhà trường gửi báo cáo')],
    signature: { authority: ['TL. CHỦ TỊCH'], name: null },
  })

  test('has its subject under the number and no type', () => {
    const printed = printDocument(letter, decreeLayout)
    expect(printed.title).toBeNull()
    expect(printed.header.subject.join(' ')).toBe('V/v gửi báo cáo đầu năm học')
    expect(printed.header.number).toBe('Số:      /UBND-VX')
    expect(printed.address?.label).toBe('Kính gửi: Trường Tiểu học Đằng Hải.')
    expect(printed.closing).toMatchObject({ recipients: ['- Như trên;', '- Lưu: VT.'], name: null })
  })
})

describe('page layout', () => {
  test('the default is within the decree', () => {
    expect(checkPageLayout(decreeLayout)).toEqual([])
    expect(checkPageLayout({ ...decreeLayout, top: 25, left: 35, right: 15, lineSpacing: 1.5 })).toEqual([])
  })

  test('what is outside is named', () => {
    expect(
      checkPageLayout({
        ...decreeLayout,
        top: 19.9,
        bottom: 26,
        left: 20,
        right: 21,
        paragraphGap: 5,
        lineSpacing: Number.NaN,
      }),
    ).toEqual(['top', 'bottom', 'left', 'right', 'paragraph_gap', 'line_spacing'])
  })
})

describe('printable text', () => {
  test('is composed and without what XML forbids', () => {
    expect(printableText('a\u0000b\u001b[31m\ud800c\ufffe\ufeff')).toBe('ab[31mc')
    expect(printableText('Ủy'.normalize('NFD'))).toBe('Ủy')
    expect(printableText('x\r\ny\rz\tw')).toBe('x\ny\nz w')
    expect(printableLine('x \n y')).toBe('x y')
    expect(printableText('😀 * # <b> ]]>')).toBe('😀 * # <b> ]]>')
    expect(printableText('')).toBe('')
  })

  test('does not turn its direction', () => {
    expect(printableText('a\u202eb\u2066c')).toBe('abc')
  })
})
