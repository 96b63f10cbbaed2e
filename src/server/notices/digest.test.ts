import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { type DigestNotice, pagesOfThings, writeDigest } from './digest.ts'

const year = parseSchoolYear('2024-2025')
if (year === null) throw new Error('not a school year')
const given = {
  name: 'Mai',
  language: 'vi',
  tenantName: 'Hải Phòng',
  publicUrl: 'https://namhoc.example.vn',
  schoolYear: year,
} as const
const round = (title: string, unitName = 'TH Đằng Lâm'): DigestNotice => ({
  unitName,
  unitCode: 'TH ĐL',
  subject: { kind: 'round_opened', roundId: 'r1', title, closesOn: '2025-01-25' },
})

describe('the letter', () => {
  test('leads where the screens are', () => {
    const routes = readFileSync('src/web/routes.tsx', 'utf8')
    for (const [thing, page] of Object.entries(pagesOfThings))
      expect(routes).toMatch(new RegExp(`'${page}/[^']+': \\{[^}]*opens: '${thing}'`, 's'))
    for (const page of ['work', 'urgings', 'account'])
      expect(routes).toMatch(new RegExp(`\\b'?${page}'?: \\{`))
    expect(writeDigest([round('Một')], given).text).toContain(
      'https://namhoc.example.vn/TH%20%C4%90L/2024-2025/rounds/r1',
    )
  })

  test('of one notice says it in the subject, cut where it is long', () => {
    expect(writeDigest([round('Đợt một')], given).subject).toBe(
      '[Năm Học] Đợt báo cáo mở: Đợt một. Hạn nộp 25/01/2025.',
    )
    expect(writeDigest([round('ệ'.repeat(1000))], given).subject).toHaveLength('[Năm Học] '.length + 120)
  })

  test('of several units tells them apart', () => {
    const { text, html } = writeDigest([round('Một', 'Trường A'), round('Hai', 'Trường B')], given)
    expect(text).toMatch(/Trường A\n\n- .*Một.*\n.*\n\nTrường B\n\n- .*Hai/)
    expect(html).toContain('<h2 style="font-size:16px">Trường B</h2>')
  })

  test('of very many notices shows fifty and how many more there are', () => {
    const { text, subject } = writeDigest(
      Array.from({ length: 3000 }, (_, no) => round(`Đợt ${no}`)),
      given,
    )
    expect(subject).toBe('[Năm Học] 3000 thông báo mới')
    expect(text.match(/^- /gm)).toHaveLength(50)
    expect(text).toContain('và 2950 thông báo khác')
  })

  test('takes what people wrote as text', () => {
    const { html } = writeDigest([round('<img src=x onerror=alert(1)> "a" & \'b\'')], given)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;a&quot; &amp; &#39;b&#39;')
    expect(html).not.toContain('<img')
  })
})
