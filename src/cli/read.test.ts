import { describe, expect, test } from 'vitest'
import { readCommand } from './read.ts'

const plan = `UBND XÃ AN BÌNH
Số: 5/KH-UBND
An Bình, ngày 12 tháng 8 năm 2025
KẾ HOẠCH
Năm học 2025-2026

Căn cứ Nghị định số 24/2021/NĐ-CP ngày 23/3/2021 của Chính phủ;

I. NHIỆM VỤ

TT\tNội dung\tChủ trì\tPhối hợp\tThời gian
1\tKhai giảng\tCác trường học\tCông an xã\t05/9/2025
`

async function run(args: string[], files: Record<string, string | Uint8Array> = {}) {
  const said = { out: '', err: '' }
  const code = await readCommand(args, {
    readFile: (path) => {
      const content = files[path]
      if (content === undefined) return Promise.reject(new Error('no such file'))
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

describe('namhoc read', () => {
  test('prints one JSON object, and nothing on standard error', async () => {
    const { code, out, err } = await run(['plan.txt', '--json'], { 'plan.txt': plan })
    const reading: unknown = JSON.parse(out)
    expect(reading).toMatchObject({
      document: {
        type: 'plan',
        number: '5/KH-UBND',
        date: '2025-08-12',
        issuer: 'UBND XÃ AN BÌNH',
        title: 'Năm học 2025-2026',
        schoolYear: '2025-2026',
      },
      legalBases: [{ type: 'Nghị định', number: '24/2021/NĐ-CP', citations: [{ line: 7 }] }],
      sections: [{ number: 'I', title: 'NHIỆM VỤ', at: { line: 9 }, children: [] }],
      targets: [],
      duties: [],
      tasks: [
        {
          no: '1',
          title: 'Khai giảng',
          lead: ['Các trường học'],
          coordinating: ['Công an xã'],
          start: { date: '2025-09-05' },
          finish: { date: '2025-09-05' },
          timeText: '05/9/2025',
          product: null,
          at: { line: 12 },
        },
      ],
      problems: [],
      notFound: ['targets', 'duties'],
    })
    expect([err, code]).toEqual(['', 0])
  })

  test('without --json a summary in Vietnamese', async () => {
    const { out } = await run(['plan.txt'], { 'plan.txt': plan })
    expect(out).toContain('Kế hoạch: Năm học 2025-2026')
    expect(out).toContain('Chủ trì: Các trường học')
    expect(out).toContain('0 chỉ tiêu, 0 nhiệm vụ của đơn vị, 1 công việc trong phụ lục')
  })

  test('1 where something was not surely read, and says what and where', async () => {
    const vague = plan.replace('05/9/2025', 'sau khi có hướng dẫn')
    const { code, out } = await run(['plan.txt'], { 'plan.txt': vague })
    expect(code).toBe(1)
    expect(out).toContain('Cần xem lại:')
    expect(out).toContain('(dòng 12)')
  })

  test.each<[string, string[], Record<string, string | Uint8Array>]>([
    ['no file named', [], {}],
    ['two files named', ['a.txt', 'b.txt'], {}],
    ['an unknown option', ['a.txt', '--xml'], {}],
    ['a file that is not there', ['missing.txt', '--json'], {}],
    ['an empty file', ['empty.txt', '--json'], { 'empty.txt': '' }],
    [
      'a picture',
      ['a.png', '--json'],
      { 'a.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) },
    ],
  ])('%s: 2, and one line on standard error', async (_name, args, files) => {
    const { code, out, err } = await run(args, files)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
