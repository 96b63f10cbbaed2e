import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/basics/text.ts'
import { readDocument } from './read-document.ts'
import type { ReadTask } from './reading.ts'
import { docxSource, flattened, tableOf, textSource } from './sample-sources.ts'
import { keysOf } from './words.ts'

const heads = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Bắt đầu', 'Hoàn thành']
const words = [
  'Phòng',
  'Nội vụ',
  'và',
  'các',
  'trường',
  'Tiểu học',
  ',',
  ';',
  'Tháng',
  '9/2025',
  'năm học',
  '2025-2026',
  '1',
  '2',
  '3.',
  'I.',
  'a)',
  '-',
  'TT',
  'Nội dung',
  'Chủ trì',
  'Phối hợp',
  'Thời gian',
  'UBND',
  'Trước',
  'ngày',
  '5/9',
  '\n',
  '\n\n',
  '\t',
  '|',
  'KẾ HOẠCH',
  'Căn cứ',
  'Số:',
  '12/KH-UBND',
  'kèm theo',
  'Quyết định',
  'Thường xuyên',
  '“',
  ')',
  '–',
]

describe('an empty or foreign document', () => {
  test('without a single block', () => {
    const reading = readDocument({ format: 'text', blocks: [], notes: [] })
    expect(reading).toMatchObject({
      document: { type: 'other', number: null, date: null, issuer: null, title: null, schoolYear: null },
      legalBases: [],
      sections: [],
      targets: [],
      duties: [],
      tasks: [],
    })
    expect(reading.notFound).toEqual([
      'number',
      'date',
      'issuer',
      'title',
      'schoolYear',
      'legalBases',
      'sections',
      'targets',
      'duties',
      'tasks',
    ])
    expect(reading.problems.every((problem) => 'line' in problem.at)).toBe(true)
  })

  test('of another language', () => {
    const reading = readDocument(
      textSource('The quick brown fox\n\njumps over the lazy dog in September 2025.'),
    )
    expect(reading).toMatchObject({
      document: { type: 'other', number: null, issuer: null },
      tasks: [],
      legalBases: [],
    })
  })

  test('what the format had to say is handed on', () => {
    const reading = readDocument({
      ...textSource('KẾ HOẠCH'),
      notes: [
        { code: 'old_encoding_converted', at: null },
        { code: 'undecodable_bytes', at: { line: 1 } },
      ],
    })
    expect(reading.problems.slice(0, 2).map((problem) => problem.code)).toEqual([
      'old_encoding_converted',
      'undecodable_bytes',
    ])
  })
})

/** Milliseconds of work so far: a busy machine lengthens the wall clock, not this. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** All the words of a task stand in the source; only the heads of a list may be repeated, and "các" left out. */
function isPrinted(task: ReadTask, source: string): boolean {
  const known = new Set(keysOf(source))
  return [task.title, ...task.lead, ...task.coordinating, task.product ?? ''].every((text) =>
    keysOf(text).every((word) => known.has(word)),
  )
}

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => parts.join(' ')),
    fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => parts.join('\n')),
    fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => [...heads, ...parts].join('\n')),
  )

  test('is read without an error, and nothing is invented', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readDocument(textSource(text))
        for (const task of reading.tasks) {
          expect(isPrinted(task, text)).toBe(true)
          expect(task.confidence).toBeGreaterThan(0)
          expect(task.confidence).toBeLessThanOrEqual(1)
          expect(Array.isArray(task.start) && Array.isArray(task.finish) ? task.start.length : 0).toBe(
            Array.isArray(task.start) && Array.isArray(task.finish) ? task.finish.length : 0,
          )
        }
        if (reading.document.number !== null)
          expect(fold(text).replaceAll(/\s/g, '')).toContain(fold(reading.document.number))
        const last = text.split('\n').length
        expect(reading.problems.every(({ at }) => 'line' in at && at.line >= 1 && at.line <= last)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('in the cells of a table is read without an error', () => {
    const cell = fc.oneof(fc.constantFrom('', ...words), fc.string({ unit: 'grapheme', maxLength: 30 }))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
        fc.boolean(),
        (rows, headed) => {
          const reading = readDocument(docxSource(['KẾ HOẠCH', tableOf(1, headed ? [heads, ...rows] : rows)]))
          const source = [...heads, ...rows.flat()].join(' ')
          expect(reading.tasks.every((task) => isPrinted(task, source))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('time grows with the length, whatever is in it', { timeout: 60_000 }, () => {
  // Long runs of what the patterns look for; a quadratic step would take minutes.
  const traps: [string, string][] = [
    ['spaces', ' '.repeat(200_000)],
    ['one word', 'a'.repeat(200_000)],
    ['digits', '1'.repeat(200_000)],
    ['commas', ','.repeat(200_000)],
    ['dashes', '- '.repeat(100_000)],
    ['dots', '. '.repeat(100_000)],
    ['parentheses', '('.repeat(200_000)],
    ['quotes', '“'.repeat(200_000)],
    ['months', 'Tháng 9, '.repeat(30_000)],
    ['heads of columns', 'Nội dung Chủ trì Phối hợp Thời gian\n'.repeat(6_000)],
    ['heads one by one', 'TT\nNội dung\nChủ trì\nPhối hợp\nThời gian\n'.repeat(6_000)],
    ['units', `${heads.join('\n')}\n1\nLàm\n${'Phòng Nội vụ,\n'.repeat(20_000)}`],
    [
      'numbers of rows',
      `${heads.join('\n')}\n${Array.from({ length: 20_000 }, (_, index) => `${index + 1}`).join('\n')}`,
    ],
    ['legal documents', 'Nghị định số 1/2020/NĐ-CP ngày 1/1/2020 của Chính phủ '.repeat(5_000)],
    ['laws', 'Luật Luật Luật '.repeat(20_000)],
    ['numbers', '1.1.1.1.'.repeat(30_000)],
    ['short lines', 'Thực hiện\n'.repeat(30_000)],
    ['200,000 paragraphs', 'Một.\n'.repeat(200_000)],
    ['tabs', 'TT\tNội dung\tChủ trì\tThời gian\n'.repeat(5_000)],
    ['bars', '| a | b |\n'.repeat(20_000)],
    ['"của"', `Quyết định số 1/QĐ-UBND của ${'Bộ '.repeat(50_000)}`],
    ['"và"', 'Phòng Nội vụ và '.repeat(20_000)],
  ]

  test.each(traps)('%s', (_name, text) => {
    const begun = cpuMs()
    readDocument(textSource(text))
    // 200 KB in at most 4 s on a slow, busy machine; measured: 1.0 s at most.
    expect(cpuMs() - begun).toBeLessThan(30_000)
  })

  test('a cell of 200,000 letters', () => {
    for (const text of [
      'a '.repeat(100_000),
      'Phòng Nội vụ, '.repeat(15_000),
      'Tháng 9/2025; '.repeat(15_000),
      '\n'.repeat(200_000),
      ';'.repeat(200_000),
    ]) {
      const begun = cpuMs()
      readDocument(
        docxSource([
          'KẾ HOẠCH',
          tableOf(1, [
            ['TT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian'],
            ['1', text, text, text, text],
          ]),
        ]),
      )
      expect(cpuMs() - begun).toBeLessThan(30_000)
    }
  })

  test('a table of 1,050 rows, numbers of four digits included', () => {
    const rows = Array.from({ length: 1050 }, (_, index) => [
      String(index + 1),
      'Kiểm tra các trường học trên địa bàn',
      'Phòng Nội vụ',
      'Các trường Tiểu học, Công an phường',
      'Tháng 9/2025',
      'Tháng 5/2026',
    ])
    const begun = cpuMs()
    const reading = readDocument(textSource(flattened(heads, rows, [4, 20, 12, 16, 9, 9], '\n')))
    expect(reading.tasks).toHaveLength(1050)
    expect(cpuMs() - begun).toBeLessThan(50_000)
  })
})
