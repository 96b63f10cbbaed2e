import { expect, test } from 'vitest'
import type { AccountId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Actor, Role } from '#domain/rights/can.ts'
import { menu, menuFor, type MenuName } from './menu.ts'

// Object.keys loses the key type.
const all = new Set(Object.keys(menu) as MenuName[])

function actorWith(...roles: Role[]): Actor {
  return {
    kind: 'person',
    tenantId: 't' as TenantId,
    personId: 'p' as PersonId,
    accountId: 'a' as AccountId,
    name: 'Lan',
    grants: roles.map((role) => ({ role, unitId: 'u' as UnitId, scopeUnitId: 'u' as UnitId, scope: '1.2' })),
  }
}

test('a clerk sees what a school comes for, and no administration', () => {
  expect(menuFor(actorWith('clerk'), all)).toEqual(['work', 'plans', 'tasks', 'figures', 'targets', 'units'])
})

test('a leader begins with the overview', () => {
  expect(menuFor(actorWith('leader'), all).slice(0, 2)).toEqual(['overview', 'work'])
})

test('an administrator finds people, audit trail and settings at the end', () => {
  expect(menuFor(actorWith('administrator'), all).slice(-3)).toEqual(['people', 'audit', 'settings'])
})

test('an entry whose screen does not exist is not shown', () => {
  expect(menuFor(actorWith('officer', 'leader'), new Set<MenuName>(['units', 'work']))).toEqual([
    'work',
    'units',
  ])
})

test('who has no role sees only what everybody sees', () => {
  expect(menuFor(actorWith(), all)).toEqual(['work'])
})

test('no two entries share a letter', () => {
  const letters = Object.values(menu).map((entry) => entry.letter)
  expect(new Set(letters).size).toBe(letters.length)
})
