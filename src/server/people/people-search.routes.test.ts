import { expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { routeTest as test } from '#test/support/route-test.ts'
import { record } from '#test/support/units.ts'
import { today } from '#test/support/world.ts'

const names = (reply: { json: { rows: { fullName: string }[] } }) =>
  reply.json.rows.map((row) => row.fullName)

test('people are found by the unit where they work, under the unit that is looked at', async ({ scene }) => {
  const { units } = scene.world
  const found = async (who: 'quang' | 'hung' | 'kien' | 'mai', unit: UnitId, text: string) =>
    names(await scene.as[who].get(`/api/people?unitId=${unit}&search=${encodeURIComponent(text)}`))
  expect(await found('quang', units.city, 'tiểu học Đằng Lâm')).toEqual(['Vũ Thị Cúc', 'Phạm Thị Mai'])
  expect(await found('hung', units.haiAn, 'dang lam tieu')).toEqual(['Vũ Thị Cúc', 'Phạm Thị Mai'])
  expect(await found('mai', units.primary, 'TH-DL')).toEqual(['Vũ Thị Cúc', 'Phạm Thị Mai'])
  // hung works in an office of the district and not in the district itself.
  expect(await found('quang', units.city, 'quận Hải An')).toEqual(['Trần Thị Lan', 'Hoàng Quốc Việt'])
  expect(await found('quang', units.kienAn, 'tiểu học Đằng Lâm')).toEqual([])
  expect(await found('kien', units.kienAn, 'Đằng Lâm')).toEqual([])
  expect(await found('quang', units.city, '%')).toEqual([])
  // By an earlier name, and not where he no longer works.
  const rename = { kind: 'rename', on: '2025-01-20', unit: units.primary }
  const called = { officialName: 'Trường Tiểu học Cát Bi', shortName: 'TH Cát Bi', otherNames: [] }
  expect((await record(scene.as.hung, [{ ...rename, ...called }])).status).toBe(200)
  expect(await found('hung', units.haiAn, 'TH Cát Bi')).toEqual(['Vũ Thị Cúc', 'Phạm Thị Mai'])
  await scene.db
    .updateTable('membership')
    .set({ valid_to: today })
    .where('person_id', '=', scene.world.people.mai.personId)
    .execute()
  expect(await found('hung', units.haiAn, 'tiểu học Đằng Lâm')).toEqual(['Vũ Thị Cúc'])
})
