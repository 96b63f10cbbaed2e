import { describe, expect } from 'vitest'
import { readWorkbook } from '#server/formats/xlsx-read.ts'
import { routeTest as test } from '#test/support/route-test.ts'

const list = {
  title: 'Nhiệm vụ của UBND quận Hải An',
  facts: ['Trễ hạn'],
  columns: [
    { title: 'Nhiệm vụ', width: 60, format: 'text' },
    { title: 'Thời hạn', width: 14, format: 'date' },
    { title: 'Tỷ lệ', width: 12, format: 'percent' },
  ],
  rows: [
    ['=1+1 không phải công thức', '2025-01-20', 0.857],
    ['0123', null, 0],
  ],
}

describe('a list as an Excel file', () => {
  test('has its title, what it was asked for, who took it, and its rows as they are', async ({ scene }) => {
    const reply = await scene.as.mai.post('/api/sheets', list)
    expect(reply.status).toBe(200)
    const { sheets } = readWorkbook(reply.bytes, 'danh-sach.xlsx')
    const rows = sheets[0]?.rows ?? []
    expect(JSON.stringify(rows[0])).toContain(list.title)
    expect(JSON.stringify(rows)).toContain('Xuất ngày 20/01/2025, người xuất: ')
    expect(JSON.stringify(rows)).toContain('=1+1 không phải công thức')
  })

  test('of too many rows, of none of its columns, or of a stranger is refused', async ({ scene }) => {
    expect((await scene.as.mai.post('/api/sheets', { ...list, columns: [] })).status).toBe(400)
    expect(
      (await scene.as.mai.post('/api/sheets', { ...list, rows: Array.from({ length: 20_001 }, () => ['a']) }))
        .status,
    ).toBe(400)
    expect((await scene.as.nobody.post('/api/sheets', list)).status).toBe(401)
  })
})
