import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { samplePlan, sampleReport, taskAnnexRows } from '#domain/writing/official-document-samples.ts'
import { type OfficialDocument, paragraph } from '#domain/writing/official-document.ts'
import { decreeLayout } from '#domain/writing/page-layout.ts'
import { writePdf } from './pdf-write.ts'

const hostile = '*đậm* _x_ #panic("x") $x^2$ <b>thẻ</b> ]]> `mã` @nhãn \\ // hết'

type Placed = { text: string; left: number; right: number; fromTop: number; height: number }

/** The texts of each page with their places, in points from the left and the top. */
async function placedPages(document: OfficialDocument): Promise<Placed[][]> {
  const pdf = await getDocumentProxy(await writePdf(document))
  const pages: Placed[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const height = page.view[3] ?? 0
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , , x, y] = item.transform
        return [{ text: item.str, left: x, right: x + item.width, fromTop: height - y, height }]
      }),
    )
  }
  return pages
}

async function pageTexts(document: OfficialDocument): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(await writePdf(document)))
  return text.map((page) => page.replace(/\s+/g, ' '))
}

describe('the words', () => {
  test('of a plan are there with all their marks', async () => {
    const [first, second] = await pageTexts(samplePlan())
    for (const part of [
      'ỦY BAN NHÂN DÂN QUẬN HẢI AN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'KẾ HOẠCH',
      'I. MỤC ĐÍCH, YÊU CẦU',
      'a) Mầm non: huy động 7.910/9.232 trẻ ra lớp, đạt 85,7%',
    ])
      expect(first).toContain(part)
    expect(second).toContain('trình Ủy ban nhân dân quận xem xét./.')
    expect(second).toContain('PHÓ CHỦ TỊCH')
    expect(second).toContain('- Lưu: VT, PGDĐT.')
  })

  test('that look like mark-up are printed as they are, and control signs are left out', async () => {
    const pages = await pageTexts(
      samplePlan({
        body: [
          paragraph(`${hostile}\u0000\u0007\ud800`),
          { kind: 'table', columns: [{ title: 'A', width: 1, align: 'left' }], rows: [[hostile]] },
        ],
        recipients: [hostile],
        annexes: [],
      }),
    )
    expect(pages.join(' ').split(hostile).length - 1).toBe(3)
  })
})

describe('the form', () => {
  test('numbers pages in the middle of the top margin, never a first one, each annex from 1', async () => {
    const report = sampleReport()
    const pages = await placedPages(report)
    // The top margin is 20 mm, 56.7 pt.
    const numbers = pages.map((page) => page.filter((item) => item.fromTop < 56).map((item) => item.text))
    expect(numbers).toEqual([[], ['2'], [], ['2'], []])
    const second = pages[1]?.find((item) => item.fromTop < 56)
    const middle = ((second?.left ?? 0) + (second?.right ?? 0)) / 2
    // 30 mm left, 160 mm of text: the middle of the text, in points.
    expect(middle).toBeCloseTo((110 * 72) / 25.4, 0)
  })

  test('stands issuer and state on one level', async () => {
    const [page] = await placedPages(samplePlan())
    const level = (text: string) => page?.find((item) => item.text.startsWith(text))?.fromTop ?? Number.NaN
    expect(level('CỘNG HÒA')).toBeCloseTo(level('ỦY BAN'), 1)
    expect(Math.abs(level('Độc lập') - level('QUẬN'))).toBeLessThan(0.5)
    expect(Math.abs(level('Hải An, ngày') - level('Số:'))).toBeLessThan(0.5)
    expect(level('TM. ')).toBeNaN()
  })

  test('lets nothing run over the margins, long words and hostile names included', async () => {
    const long = 'x'.repeat(200)
    const [page, ...others] = await placedPages(
      samplePlan({
        issuer: { superior: long, name: long, place: 'Hải An' },
        about: long,
        body: [
          paragraph(`a ${long}`),
          {
            kind: 'table',
            columns: Array.from({ length: 14 }, () => ({ title: 'Cột', width: 1, align: 'right' as const })),
            rows: [Array.from({ length: 14 }, () => '1.234.567.890')],
          },
        ],
        recipients: [long],
        signature: { authority: [long], name: long },
        annexes: [],
      }),
    )
    const items = [page ?? [], ...others].flat()
    expect(Math.min(...items.map((item) => item.left))).toBeGreaterThan((30 * 72) / 25.4 - 0.5)
    expect(Math.max(...items.map((item) => item.right))).toBeLessThan((190 * 72) / 25.4 + 0.5)
  })

  test('repeats the head of a table on every page of it', async () => {
    const document = samplePlan()
    const [annex] = document.annexes
    const [table] = annex?.body ?? []
    if (annex === undefined || table?.kind !== 'table') throw new Error('the sample has its annex')
    const pages = await pageTexts({
      ...document,
      annexes: [{ ...annex, landscape: true, body: [{ ...table, rows: taskAnnexRows(300) }] }],
    })
    const annexPages = pages.slice(2)
    expect(annexPages.length).toBeGreaterThan(25)
    expect(annexPages.filter((page) => page.includes('Đơn vị phối hợp'))).toHaveLength(annexPages.length)
    expect(annexPages.at(-1)).toContain('300 Tổng kết năm học')
  })
})

describe('the file', () => {
  test('is tagged, names itself and its language, and says no time', async () => {
    const bytes = await writePdf(samplePlan())
    const pdf = await getDocumentProxy(bytes.slice())
    const { info } = await getMeta(pdf)
    expect(info).toMatchObject({
      Title: 'Kế hoạch Thực hiện nhiệm vụ giáo dục và đào tạo quận Hải An năm học 2024-2025',
      Author: 'Ủy ban nhân dân quận Hải An',
      Language: 'vi-VN',
      PDFFormatVersion: '1.7',
    })
    expect(info).not.toHaveProperty('CreationDate')
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const outline = await pdf.getOutline()
    expect(outline.map((entry: { title: string }) => entry.title)).toContain('Phụ lục')
  })

  test('carries the four faces of Tinos and no other font', async () => {
    const objects = Buffer.from(await writePdf(samplePlan())).toString('latin1')
    const fonts = [
      ...objects.matchAll(/\/Type\s*\/FontDescriptor\s*\/FontName\s*\/[A-Z]{6}\+(\S+?)[\s/]/g),
    ].map(([, name = '']) => name)
    expect(fonts.toSorted()).toEqual(['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular'])
    expect([...objects.matchAll(/\/FontFile2\s/g)]).toHaveLength(4)
  })

  test('is the same for the same document, and when several are written at once', async () => {
    const [first, second] = await Promise.all([writePdf(samplePlan()), writePdf(samplePlan())])
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('of a layout outside the decree is refused', async () => {
    await expect(writePdf(samplePlan(), { ...decreeLayout, top: 30 })).rejects.toThrow(RangeError)
  })

  test('of the smallest document is one page', async () => {
    const pages = await pageTexts(
      samplePlan({
        body: [],
        bases: [],
        recipients: [],
        annexes: [],
        about: 'x',
        signature: { authority: [], name: null },
      }),
    )
    expect(pages).toHaveLength(1)
  })
})
