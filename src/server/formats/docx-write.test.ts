import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { samplePlan, sampleReport, taskAnnexRows } from '#domain/writing/official-document-samples.ts'
import { type OfficialDocument, paragraph } from '#domain/writing/official-document.ts'
import { decreeLayout } from '#domain/writing/page-layout.ts'
import { writeDocx } from './docx-write.ts'

const hostile = '*đậm* #panic("x") $x$ <b>thẻ</b> ]]> &amp; `mã` @nhãn \\'

async function parts(document: OfficialDocument): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(await writeDocx(document)))
  return Object.fromEntries(files.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}
async function xml(document: OfficialDocument): Promise<string> {
  return (await parts(document))['word/document.xml'] ?? ''
}
async function textOf(document: OfficialDocument): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(document)) })
  return value
}
function count(text: string, what: RegExp): number {
  return [...text.matchAll(what)].length
}

describe('the words', () => {
  test('of a plan are all there, numbers as text, in reading order', async () => {
    const text = await textOf(samplePlan())
    const order = [
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:      /KH-UBND',
      'Hải An, ngày     tháng     năm 2024',
      'KẾ HOẠCH',
      'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;',
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      'b) Tiểu học: 12.246 học sinh',
      'xem xét./.',
      'Nơi nhận:',
      '- Lưu: VT, PGDĐT.',
      'TM. ỦY BAN NHÂN DÂN',
      'Đặng Thục Quỳnh',
      'Phụ lục',
      'PHÂN CÔNG NHIỆM VỤ',
      '(Kèm theo Kế hoạch số      /KH-UBND',
      'Tổng kết năm học, xét thi đua, khen thưởng',
    ]
    let from = 0
    for (const part of order) {
      const at = text.indexOf(part, from)
      expect(at, part).toBeGreaterThanOrEqual(from)
      from = at
    }
  })

  test('of a report have number, date and addressees', async () => {
    const text = await textOf(sampleReport())
    expect(text).toContain('Số: 09/BC-PGDĐT')
    expect(text).toContain('Hải An, ngày 05 tháng 01 năm 2025')
    expect(text).toContain('- Sở Giáo dục và Đào tạo thành phố Hải Phòng;')
    expect(text).toContain('- Như trên;')
  })

  test('that look like mark-up are printed as they are, and what XML forbids is left out', async () => {
    const document = samplePlan({
      about: `${hostile}\u0000\u0007\ud800`,
      body: [
        paragraph(`${hostile}\u0000`),
        { kind: 'table', columns: [{ title: hostile, width: 1, align: 'left' }], rows: [[hostile]] },
      ],
    })
    const text = await textOf(document)
    expect(text.replace(/\s+/g, ' ').split(hostile).length - 1).toBe(4)
    expect(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(
        (await parts(document))['word/document.xml'] ?? '',
      ),
    ).toBe(false)
  })
})

describe('the form', () => {
  test('of the page is A4 with the decree’s margins, first pages without a number, each part counted from 1', async () => {
    const files = await parts(sampleReport())
    const document = files['word/document.xml'] ?? ''
    const sections = [...document.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([section]) => section)
    expect(sections).toHaveLength(3)
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>')
      expect(section).toMatch(/<w:pgNumType w:start="1"\/>/)
      expect(section).toMatch(
        /<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"/,
      )
    }
    expect(sections.map((section) => /w:orient="(\w+)"/.exec(section)?.[1])).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ])
    expect(sections[1]).toMatch(/<w:pgSz w:w="16838" w:h="11906"/)
    const headers = Object.entries(files).filter(([path]) => /header\d+\.xml$/.test(path))
    // Two per section: one with the number, one empty for the first page.
    expect(headers.filter(([, content]) => content.includes('PAGE'))).toHaveLength(3)
    expect(headers).toHaveLength(6)
  })

  test('is Times New Roman 14, Vietnamese, justified, with a first line of 1.27 cm and 6 pt between paragraphs', async () => {
    const styles = (await parts(samplePlan()))['word/styles.xml'] ?? ''
    expect(styles).toMatch(
      /<w:rFonts w:ascii="Times New Roman"[^>]*\/><w:color w:val="000000"\/><w:sz w:val="28"\/>/,
    )
    expect(styles).toContain('<w:lang w:val="vi-VN"')
    const text = /<w:style [^>]*w:styleId="VbText".*?<\/w:style>/.exec(styles)?.[0] ?? ''
    expect(text).toContain('<w:jc w:val="both"/>')
    expect(text).toContain('w:firstLine="720"')
    expect(text).toContain('w:after="120"')
    expect(styles).toMatch(/w:styleId="Heading2".*?<w:outlineLvl w:val="1"\/>/)
  })

  test('of the rules follows the text: as long under the motto, shorter under the issuer', async () => {
    const indents = [
      ...(await xml(samplePlan())).matchAll(/<w:pBdr>.*?<\/w:pBdr><w:ind w:left="(\d+)" w:right="(\d+)"/g),
    ]
    const [issuer, mottoRule] = indents.map(([, left]) => Number(left))
    // 9071 twips between the margins; the columns are 3527 and 5544.
    expect(3527 - 2 * (issuer ?? 0)).toBeGreaterThan(0)
    expect((5544 - 2 * (mottoRule ?? 0)) / 20).toBeCloseTo(171.5, 0)
  })

  test('of a task table has a head of three rows that is repeated, merged cells, and rows kept whole', async () => {
    const document = await xml(samplePlan({ body: [paragraph('x')] }))
    expect(count(document, /<w:tblHeader\/>/g)).toBe(3)
    expect(document).toContain('<w:gridSpan w:val="2"/>')
    expect(count(document, /<w:vMerge w:val="restart"\/>/g)).toBe(4)
    // Two of the header, one of the signature, three of the head, fifteen tasks.
    expect(count(document, /<w:cantSplit\/>/g)).toBe(21)
  })

  test('of the list is text: nothing in it is numbered by Word', async () => {
    expect(await xml(samplePlan())).not.toContain('<w:numPr>')
  })
})

describe('the file', () => {
  test('names the document and its issuer, no machine and no time', async () => {
    const core = (await parts(samplePlan()))['docProps/core.xml'] ?? ''
    expect(core).toContain('<dc:title>Kế hoạch Thực hiện nhiệm vụ giáo dục')
    expect(core).toContain('<dc:creator>Ủy ban nhân dân quận Hải An</dc:creator>')
    expect(core).not.toContain('dcterms:created')
    expect(core).not.toContain('Un-named')
  })

  test('is the same for the same document', async () => {
    const [first, second] = [await writeDocx(samplePlan()), await writeDocx(samplePlan())]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('of a layout outside the decree is refused', async () => {
    await expect(writeDocx(samplePlan(), { ...decreeLayout, left: 20 })).rejects.toThrow(RangeError)
  })
})

describe('the extremes', () => {
  test('300 tasks, 60 recipients, no body, no name: all of it is written', async () => {
    const document = samplePlan({
      body: [],
      date: localDate('2024-12-31'),
      recipients: Array.from({ length: 60 }, (_, index) => `Trường số ${index + 1}`),
      signature: { authority: ['CHỦ TỊCH'], name: null },
    })
    const [annex] = document.annexes
    const [table] = annex?.body ?? []
    if (annex === undefined || table?.kind !== 'table') throw new Error('the sample has its annex')
    const text = await textOf({
      ...document,
      annexes: [{ ...annex, body: [{ ...table, rows: taskAnnexRows(300) }] }],
    })
    expect(text).toContain('- Trường số 60;')
    expect(text).toContain('\n300\n')
    expect(text).toContain('ngày 31 tháng 12 năm 2024')
  })

  test('an empty table says that there is nothing', async () => {
    expect(await textOf(sampleReport())).toContain('Không có trường nào')
  })
})
