// The district of Hải An in an installation of its own: units and accounts made over the open API, as another program would.
import type { Browser, BrowserContext } from 'playwright-core'
import { accountsContract, peopleContract, tenantContract } from '#contract/people.ts'
import { type UnitEventGiven, unitsContract } from '#contract/units.ts'
import { localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { Role } from '#domain/rights/can.ts'
import type { UnitEvent } from '#domain/units/events.ts'
import { foundingsOf } from '#server/demo/facts/demo-units.ts'
import { haiAnUnits } from '#server/demo/facts/hai-an.ts'
import { haiAnClasses, haiAnSchools } from '#server/demo/facts/hai-an-schools.ts'
import { recordsBegin } from '#server/demo/facts/unit-facts.ts'
import { call } from './api.ts'

export const password = 'chín bậc thềm đá'
const rootCode = 'HA'

export type HaiAn = { admin: BrowserContext; unitId: (code: string) => UnitId }

export async function setUpHaiAn(browser: Browser, url: string): Promise<HaiAn> {
  const admin = await openContext(browser, url)
  const session = await call(admin, peopleContract.setUp, {
    body: {
      tierCode: 'district',
      authorityName: 'Ủy ban nhân dân quận Hải An',
      authorityShortName: 'UBND quận Hải An',
      authorityCode: rootCode,
      place: 'Hải An',
      fullName: 'Kiều Đức Quân',
      userName: 'quan',
      password,
    },
  })
  const root = session.grants[0]
  if (root === undefined) throw new Error('the administrator has no role')
  const { version, name } = await call(admin, tenantContract.getTenant)
  await call(admin, tenantContract.changeTenant, {
    body: { version, name, businessDate: localDate('2025-01-20') },
  })

  const own = new Set([...haiAnUnits, ...haiAnSchools, ...haiAnClasses].map((unit) => unit.code))
  const units = [...haiAnUnits, ...haiAnSchools, ...haiAnClasses].filter(
    (unit) => unit.code !== rootCode && unit.parentCode !== null && own.has(unit.parentCode),
  )
  // The first run founds the authority on a day of its own; nothing here can be older than that.
  const founded = foundingsOf(
    units.map((unit) => ({ ...unit, validFrom: recordsBegin })),
    (code) => (code === rootCode ? root.scopeUnitId : (`new:${code}` as UnitId)),
  ).map((act) => act.event)
  // The contract's shape is the domain's but for the keys of new units.
  const events = founded as readonly UnitEvent[] as UnitEventGiven[]
  const { newUnits } = await call(admin, unitsContract.recordEvents, {
    body: { events, basis: { number: null, date: null, issuer: null, title: null }, note: null },
  })
  const unitId = (code: string) => {
    const id = code === rootCode ? root.scopeUnitId : newUnits[`new:${code}`]
    if (id === undefined) throw new Error(`no unit ${code}`)
    return id
  }
  return { admin, unitId }
}

/** A person with an account, who has taken it by the one-time link: the context is signed in. */
export async function addPerson(
  browser: Browser,
  url: string,
  haiAn: HaiAn,
  person: { fullName: string; userName: string; role: Role; unit: string; scope?: string },
): Promise<BrowserContext> {
  const membership = {
    role: person.role,
    unitId: haiAn.unitId(person.unit),
    scopeUnitId: haiAn.unitId(person.scope ?? person.unit),
  }
  const { personId } = await call(haiAn.admin, accountsContract.addPerson, {
    body: {
      fullName: person.fullName,
      userName: person.userName,
      jobTitle: null,
      email: null,
      phone: null,
      signInPhone: null,
      membership,
    },
  })
  const [link] = await call(haiAn.admin, accountsContract.issueLinks, { body: { personIds: [personId] } })
  const context = await openContext(browser, url)
  await call(context, accountsContract.useLink, { body: { token: link?.token ?? '', password } })
  return context
}

async function openContext(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  return context
}
