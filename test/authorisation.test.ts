// long because: one line per endpoint; who may call it for his own unit, for one below, for a stranger's, for another tenant's.
// A new endpoint without a line fails.
import { describe, expect } from 'vitest'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { endpoints } from './support/endpoints.ts'
import type { Caller, Scene } from './support/route-test.ts'
import { routeTest as test } from './support/route-test.ts'

type Name = keyof Scene['as']
const everybody: readonly Name[] = [
  'quang',
  'lan',
  'hung',
  'nga',
  'mai',
  'cuc',
  'viet',
  'kien',
  'la',
  'nobody',
]
const unknownId = '01916893-c380-7056-b963-9e97c612ee16'

/** Fills an endpoint's path: ids of things that do not exist, codes that nobody bears. */
function pathOf(endpoint: AnyEndpoint, unitId: string): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) =>
    name === 'unitId'
      ? unitId
      : name === 'windowNo'
        ? '1'
        : name === 'code'
          ? 'KHONG-CO'
          : name === 'cell'
            ? 'k1.pupils'
            : name === 'sha256'
              ? 'a'.repeat(64)
              : name === 'day'
                ? '2025-03-03'
                : unknownId,
  )
  const query = new URLSearchParams({
    unitId,
    under: unitId,
    schoolYear: '2024-2025',
    fileName: 'a.txt',
    text: 'dang lam',
  })
  return `${path}?${query}`
}

async function call(
  caller: Caller,
  endpoint: AnyEndpoint,
  unitId: string,
): Promise<{ status: number; code: string; text: string }> {
  const url = pathOf(endpoint, unitId)
  const reply =
    endpoint.method === 'GET'
      ? await caller.get(url)
      : endpoint.upload
        ? await caller.upload(endpoint.method === 'PUT' ? 'PUT' : 'POST', url, new TextEncoder().encode('x'))
        : endpoint.method === 'POST'
          ? await caller.post(url, {})
          : endpoint.method === 'PUT'
            ? await caller.put(url, {})
            : endpoint.method === 'PATCH'
              ? await caller.patch(url, {})
              : await caller.delete(url)
  return {
    status: reply.status,
    code: String(reply.json?.code ?? ''),
    text: JSON.stringify(reply.json ?? ''),
  }
}

describe('every endpoint', () => {
  test('that asks for a session refuses nobody with not_signed_in', async ({ scene }) => {
    const answers: [string, number][] = []
    for (const [name, endpoint] of endpoints) {
      if (endpoint.access === 'public') continue
      const { status, code } = await call(scene.as.nobody, endpoint, scene.world.units.haiAn)
      // What is malformed may be said before anybody is asked who he is.
      if (!(status === 401 && code === 'not_signed_in') && !(status === 400 && code === 'bad_request'))
        answers.push([name, status])
    }
    expect(answers).toEqual([])
  })

  test('keeps the other tenant out: its ids are not found, and its names are never told', async ({
    scene,
  }) => {
    const told: [string, string, number][] = []
    for (const [name, endpoint] of endpoints) {
      for (const caller of everybody) {
        if (caller === 'la' || caller === 'nobody') continue
        const { status, text } = await call(scene.as[caller], endpoint, scene.world.units.otherSchool)
        if (text.includes('Khác') || text.includes('tỉnh khác') || status >= 500)
          told.push([name, caller, status])
      }
      const { status, text } = await call(scene.as.la, endpoint, scene.world.units.haiAn)
      if (text.includes('Hải An') || text.includes('Đằng Lâm') || status >= 500)
        told.push([name, 'la', status])
    }
    expect(told).toEqual([])
  })

  test('keeps a stranger of the same tenant out of what lies under another district', async ({ scene }) => {
    const told: [string, number][] = []
    for (const [name, endpoint] of endpoints) {
      if (endpoint.access === 'public') continue
      const { status, text } = await call(scene.as.kien, endpoint, scene.world.units.primary)
      // The units on his own line above are his to see; Hải An is not on it.
      if (text.includes('Đằng Lâm') || (endpoint.path.includes(':unitId') && status === 200))
        told.push([name, status])
    }
    expect(told).toEqual([])
  })
})

type Expected = Partial<Record<Name, number>>
// Lists and pages of a unit: own (o) is the unit of the role, d a unit below it, s a stranger's.
const lists: Record<string, { own: Expected; below: Expected; stranger: Expected }> = {
  listUnits: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listPlans: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listWork: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listYearItems: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listWorkByUnit: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listTargets: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  getYear: {
    own: { quang: 200, lan: 200, hung: 200, viet: 403, mai: 403, cuc: 403 },
    below: { quang: 200, lan: 200, hung: 200, viet: 403 },
    stranger: { mai: 404, cuc: 404, kien: 404, la: 404 },
  },
  listUrgings: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listPeople: {
    own: { quang: 200, lan: 200, hung: 200, viet: 403, mai: 200, cuc: 403 },
    below: { quang: 200, lan: 200, hung: 200, viet: 403 },
    stranger: { mai: 404, cuc: 404, kien: 404, la: 404 },
  },
  listReports: {
    own: { quang: 200, lan: 200, hung: 200, viet: 200, mai: 403, cuc: 403 },
    below: { quang: 200, lan: 200, hung: 200, viet: 200 },
    stranger: { mai: 404, cuc: 404, kien: 404, la: 404 },
  },
  listGivenTargets: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
  listRounds: same({ quang: 200, lan: 200, hung: 200, viet: 200 }, { mai: 200, cuc: 200 }, 404),
}

function same(
  office: Expected,
  school: Expected,
  stranger: number,
): { own: Expected; below: Expected; stranger: Expected } {
  return {
    own: { ...office, ...school },
    below: office,
    stranger: { mai: stranger, cuc: stranger, kien: stranger, la: stranger },
  }
}

describe('lists, by role and place', () => {
  for (const [name, expected] of Object.entries(lists)) {
    test(name, async ({ scene }) => {
      const endpoint = endpoints.get(name)
      if (endpoint === undefined) throw new Error(`no endpoint ${name}`)
      const { units } = scene.world
      const ownOf: Partial<Record<Name, string>> = {
        quang: units.city,
        lan: units.haiAn,
        hung: units.haiAn,
        viet: units.haiAn,
        mai: units.primary,
        cuc: units.primary,
      }
      const seen = { own: {} as Expected, below: {} as Expected, stranger: {} as Expected }
      // The names of the table are those of the cast.
      for (const who of Object.keys(expected.own) as Name[])
        seen.own[who] = (await call(scene.as[who], endpoint, ownOf[who] ?? units.city)).status
      for (const who of Object.keys(expected.below) as Name[])
        seen.below[who] = (await call(scene.as[who], endpoint, units.secondary)).status
      for (const who of Object.keys(expected.stranger) as Name[])
        seen.stranger[who] = (
          await call(
            scene.as[who],
            endpoint,
            who === 'kien' || who === 'la' ? units.primary : units.secondary,
          )
        ).status
      expect(seen).toEqual(expected)
    })
  }
})
