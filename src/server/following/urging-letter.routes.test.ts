import { describe, expect } from 'vitest'
import { readSource } from '#server/formats/read-source.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

async function urged(scene: Scene): Promise<string> {
  await scene.as.hung.post('/api/urgings', {
    unitId: scene.world.units.haiAn,
    schoolYear: '2024-2025',
    keys: null,
    message: 'Gửi kèm minh chứng',
  })
  const { json } = await scene.as.hung.get(
    `/api/urgings?unitId=${scene.world.units.primary}&schoolYear=2024-2025`,
  )
  return json.rows[0].urgingId
}
const wordsOf = async (bytes: Uint8Array, format: string) => {
  const source = await readSource(new Uint8Array(bytes), `a.${format}`)
  return JSON.stringify(source).replaceAll(/\s+/g, ' ')
}

describe('the formal letter of an urging', () => {
  test.for(['docx', 'pdf'] as const)(
    'is written as %s, to all units or to one',
    async (format, { scene }) => {
      const { tasks } = await aPublishedPlan(scene)
      const urgingId = await urged(scene)
      const whole = await scene.as.hung.get(`/api/urgings/${urgingId}/${format}?reportBy=2025-01-24`)
      expect(whole.status).toBe(200)
      const words = await wordsOf(whole.bytes, format)
      expect(words).toContain('V/v đôn đốc thực hiện')
      expect(words).toContain('24/01/2025')
      expect(words).toContain('Gửi kèm minh chứng')
      const own = await scene.as.hung.get(`/api/urgings/${urgingId}/${format}?reportBy=2025-01-24&to=unit`)
      expect(await wordsOf(own.bytes, format)).toContain('Kính gửi: ')
      const id = await assignmentOf(scene, tasks[1], scene.world.units.primary)
      const report = { version: 1, status: 'done', percent: 100, note: 'Đã xong', evidence: [] }
      expect((await scene.as.mai.post(`/api/assignments/${id}/windows/1/progress`, report)).status).toBe(200)
      const later = await scene.as.hung.get(`/api/urgings/${urgingId}/${format}?reportBy=2025-01-24&to=unit`)
      expect(later.json).toMatchObject({ code: 'progress_refused', reason: 'all_done_since' })
    },
  )

  test('is offered to whoever may urge, and to nobody else', async ({ scene }) => {
    await aPublishedPlan(scene)
    const urgingId = await urged(scene)
    const offered = async (who: keyof Scene['as']) =>
      (
        await scene.as[who].get(`/api/urgings?unitId=${scene.world.units.primary}&schoolYear=2024-2025`)
      ).json.rows.map((row: { letterTo: number | null }) => row.letterTo)
    expect(await offered('hung')).toEqual([5])
    expect(await offered('mai')).toEqual([null])
    for (const [who, status] of [
      ['mai', 403],
      ['viet', 403],
      ['kien', 404],
      ['la', 404],
      ['nobody', 401],
    ] as const)
      for (const format of ['docx', 'pdf'])
        expect(
          (await scene.as[who].get(`/api/urgings/${urgingId}/${format}?reportBy=2025-01-24`)).status,
        ).toBe(status)
    expect((await scene.as.hung.get(`/api/urgings/${urgingId}/docx?reportBy=hôm nay`)).status).toBe(400)
  })
})
