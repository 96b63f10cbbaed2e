import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/basics/text.ts'
import { checkPassword } from '#domain/people/password.ts'
import { phoneDigits } from '#domain/people/phone.ts'
import { roles } from '#domain/rights/can.ts'
import { allUnits, endsOfUnits, issuers } from './demo-units.ts'
import { demoToday } from './hai-phong.ts'
import { demoPassword, type PersonFact } from './person-facts.ts'
import { namedPersons, shownAccounts } from './persons.ts'
import { clerkNameOf, headNameOf, persons } from './rule-persons.ts'
import { secondPersons, secondTenant, secondUnits } from './second-tenant.ts'
import { districtsEnd } from './unit-facts.ts'

const everybody = [...persons, ...secondPersons]
const byName = new Map(everybody.map((one) => [one.userName, one]))
const units = new Map([...allUnits, ...secondUnits].map((unit) => [unit.code, unit]))

function rolesOn(person: PersonFact | undefined, day: string): string[] {
  return (person?.memberships ?? [])
    .filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo > day))
    .map((one) => `${one.role} ${one.scopeCode}`)
}

describe('people of the demo', () => {
  test('have user names of their own in the whole installation, in lower case', () => {
    expect(byName.size).toBe(everybody.length)
    expect(everybody.filter((one) => !/^[a-z\d.-]+$/.test(one.userName))).toEqual([])
  })

  test('may use the shared password', () => {
    expect(everybody.filter((one) => !checkPassword(demoPassword, one.userName).ok)).toEqual([])
  })

  test('have phone numbers that are nobody’s, once each', () => {
    const phones = everybody.flatMap((one) => (one.phone === null ? [] : [phoneDigits(one.phone)]))
    expect(phones.filter((phone) => phone?.startsWith('0000') !== true)).toEqual([])
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('work in units that exist, within their life', () => {
    const wrong = everybody.flatMap((one) =>
      one.memberships.filter(({ unitCode, scopeCode, validFrom, validTo }) =>
        [unitCode, scopeCode].some((code) => {
          const unit = units.get(code)
          const end = endsOfUnits.get(code)
          return (
            unit === undefined ||
            validFrom < unit.validFrom ||
            (end !== undefined && (validTo === null || validTo > end))
          )
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('are one for each role among those shown', () => {
    expect(shownAccounts.filter((shown) => !byName.has(shown.userName))).toEqual([])
    const shownRoles = shownAccounts.flatMap((shown) =>
      rolesOn(byName.get(shown.userName), demoToday).map((line) => line.split(' ')[0]),
    )
    expect(roles.filter((role) => !shownRoles.includes(role))).toEqual([])
  })

  test('go on in the ward when the district ends', () => {
    expect(rolesOn(byName.get('lan'), demoToday)).toEqual(['officer HA'])
    expect(rolesOn(byName.get('lan'), '2025-06-30')).toEqual(['officer HA'])
    expect(rolesOn(byName.get('lan'), districtsEnd)).toEqual(['officer HP-P-HAIAN'])
    expect(rolesOn(byName.get('hung'), districtsEnd)).toEqual(['leader HP-P-HAIAN'])
    expect(rolesOn(byName.get('trang'), demoToday)).toEqual([])
  })

  test('are a clerk for every school and class and a head for every unit that may get a task', () => {
    const places = allUnits.filter((unit) => ['school', 'independent_class'].includes(unit.kind))
    expect(places.filter((unit) => !byName.has(clerkNameOf(unit.code)))).toEqual([])
    const carriers = allUnits.filter(
      (unit) => !['independent_class', 'committee'].includes(unit.kind) && !unit.code.endsWith('-QU'),
    )
    expect(carriers.filter((unit) => !byName.has(headNameOf(unit)))).toEqual([])
  })

  test('sign for the authorities', () => {
    const names = new Set(namedPersons.map((one) => one.fullName))
    const signers = issuers.flatMap((issuer) => issuer.signers.map((signer) => signer.name))
    expect(signers.filter((name) => !names.has(name))).toEqual(['Đoàn Trọng Nghĩa'])
  })

  test.skipIf(!existsSync('../shared'))('are none of those whom the documents name', () => {
    const text = ['hai-an-plan-2024-2025', 'kien-an-report-2022-2023']
      .map((name) => fold(readFileSync(`../shared/documents/${name}.txt`, 'utf8')))
      .join(' ')
    expect(
      [...everybody.map((one) => one.fullName), 'Đoàn Trọng Nghĩa'].filter((name) =>
        text.includes(fold(name)),
      ),
    ).toEqual([])
  })
})

describe('the second tenant', () => {
  test('has one root, parents that exist and an administrator over the root', () => {
    const codes = secondUnits.map((unit) => unit.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(secondUnits.filter((unit) => unit.parentCode === null).map((unit) => unit.code)).toEqual([
      secondTenant.rootCode,
    ])
    expect(
      secondUnits.filter((unit) => unit.parentCode !== null && !codes.includes(unit.parentCode)),
    ).toEqual([])
    expect(rolesOn(byName.get('binh'), demoToday)).toEqual(['administrator SM'])
  })

  test('shares no person and no unit with the first', () => {
    expect(
      secondPersons.flatMap((one) => one.memberships).filter((one) => !one.unitCode.startsWith('SM')),
    ).toEqual([])
    expect(persons.flatMap((one) => one.memberships).filter((one) => one.unitCode.startsWith('SM'))).toEqual(
      [],
    )
    expect(secondUnits.filter((unit) => allUnits.some((other) => other.code === unit.code))).toEqual([])
  })
})
