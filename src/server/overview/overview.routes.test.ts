import { describe, expect } from 'vitest'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aPublishedPlan } from '#test/support/plans.ts'
import { record } from '#test/support/units.ts'

type Hit = { kind: string; title: string }
const find = async (who: Caller, text: string, kind?: string) => {
  const hits: Hit[] = (await who.get(`/api/search?text=${encodeURIComponent(text)}`)).json
  return hits.filter((hit) => kind === undefined || hit.kind === kind).map((hit) => hit.title)
}

describe('the search', () => {
  test.for(['Đằng Lâm', 'dang lam', 'ĐẰNG  LÂM', 'lâm đằng', 'Đa\u0306\u0300ng La\u0302m'])(
    'finds %j with or without accents, however they are encoded',
    async (text, { scene }) => {
      expect(await find(scene.as.hung, text, 'unit')).toEqual([
        'Trường Tiểu học Đằng Lâm',
        'Trường Trung học cơ sở Đằng Lâm',
        'Ủy ban nhân dân phường Đằng Lâm',
      ])
    },
  )

  test('finds by code and by what a unit is called besides', async ({ scene }) => {
    const { primary } = scene.world.units
    await record(scene.as.hung, [
      {
        kind: 'rename',
        on: '2024-08-01',
        unit: primary,
        officialName: 'Trường Hoà Bình',
        shortName: 'TH Hoà Bình',
        otherNames: ['Trường cũ Cát Hải'],
      },
    ])
    for (const text of ['th-dl', 'hòa bình', 'hoa binh', 'cat hai'])
      expect(await find(scene.as.hung, text, 'unit')).toEqual(['Trường Hoà Bình'])
    expect(await find(scene.as.hung, 'tieu hoc dang lam', 'unit')).toEqual([])
  })

  test.for(['', ' ', 'a', '%', '%%', '__', "'; drop table unit; --", '\\\\'])(
    'finds nothing for %j, and does not fall over it',
    async (text, { scene }) => {
      const reply = await scene.as.hung.get(`/api/search?text=${encodeURIComponent(text)}`)
      expect([reply.status, reply.json]).toEqual([200, []])
    },
  )

  test('keeps to what one may see, of units and people', async ({ scene }) => {
    const { as } = scene
    expect([await find(as.mai, 'dang lam', 'unit'), await find(as.kien, 'dang lam', 'unit')]).toEqual([
      ['Trường Tiểu học Đằng Lâm'],
      [],
    ])
    expect([await find(as.kien, 'quan hai an'), await find(as.la, 'quan hai an')]).toEqual([[], []])
    expect(await find(as.quang, 'khac')).toEqual([])
    expect(await find(as.hung, 'pham thi mai', 'person')).toEqual(['Phạm Thị Mai'])
    for (const who of ['cuc', 'viet', 'kien', 'nga', 'la'] as const)
      expect(await find(as[who], 'pham thi mai', 'person')).toEqual([])
  })

  test('finds published plans and their tasks along the line of the issuer, drafts never', async ({
    scene,
  }) => {
    const { as } = scene
    const plan = await aPublishedPlan(scene)
    const expected = (who: 'mai' | 'hung' | 'quang') => find(as[who], 'kiem tra', 'task')
    for (const who of ['mai', 'hung', 'quang'] as const)
      expect(await expected(who)).toEqual(['2. Kiểm tra nội bộ trường học'])
    expect(await find(as.mai, 'ke hoach 2024-2025', 'plan')).toEqual([plan.title])
    for (const who of ['kien', 'la'] as const)
      expect([await find(as[who], 'kiem tra'), await find(as[who], 'ke hoach')]).toEqual([[], []])
    await scene.db.updateTable('plan').set({ state: 'draft' }).where('id', '=', plan.planId).execute()
    for (const who of ['mai', 'hung'] as const)
      expect([await find(as[who], 'kiem tra'), await find(as[who], 'ke hoach')]).toEqual([[], []])
  })

  test('is for whoever is signed in', async ({ scene }: { scene: Scene }) => {
    expect((await scene.as.nobody.get('/api/search?text=dang')).status).toBe(401)
    expect((await scene.as.mai.get(`/api/search?text=${'a'.repeat(101)}`)).json.code).toBe('bad_request')
    expect((await scene.as.mai.get('/api/search')).json.code).toBe('bad_request')
  })
})
