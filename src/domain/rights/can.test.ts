import { describe, expect, test } from 'vitest'
import type { AccountId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import {
  type Action,
  actions,
  type Actor,
  actorOn,
  can,
  canSee,
  canSomewhere,
  hasRole,
  pathsAbove,
  type Role,
  roles,
  scopeOf,
} from './can.ts'

// Ids of tests need no shape.
const here = 'a' as TenantId
const elsewhere = 'b' as TenantId
const unit = 'u' as UnitId

function who(...grants: [Role, string][]): Actor {
  const held = grants.map(([role, scope]) => ({ role, scope, unitId: unit, scopeUnitId: unit }))
  return {
    kind: 'person',
    tenantId: here,
    personId: 'p' as PersonId,
    accountId: 'c' as AccountId,
    name: 'Ai đó',
    grants: held,
  }
}
const system: Actor = { kind: 'system', tenantId: here, name: 'Hệ thống' }
const at = (path: string | null, tenantId = here) => ({ tenantId, path })

describe('rights', () => {
  test.each([
    ['an officer of the district opens a round for it', who(['officer', '1.2']), 'round.open', '1.2', true],
    ['and not for the city above', who(['officer', '1.2']), 'round.open', '1', false],
    ['nor for the district beside it', who(['officer', '1.2']), 'round.open', '1.3', false],
    ['1.20 does not lie under 1.2', who(['officer', '1.2']), 'round.open', '1.20', false],
    ['a school reads the published plan of its district', who(['clerk', '1.2.7']), 'plan.read', '1.2', true],
    ['and that of the city', who(['clerk', '1.2.7']), 'plan.read', '1', true],
    ['and not that of another school', who(['clerk', '1.2.7']), 'plan.read', '1.2.8', false],
    ['a clerk fills in for his school', who(['clerk', '1.2.7']), 'submission.fill', '1.2.7', true],
    ['an officer does not fill in for a school', who(['officer', '1.2']), 'submission.fill', '1.2.7', false],
    ['he reviews what schools under him send', who(['officer', '1.2']), 'submission.review', '1.2.7', true],
    ['but not what his own unit sends', who(['officer', '1.2']), 'submission.review', '1.2', false],
    ['a viewer changes nothing', who(['viewer', '1']), 'unit.change', '1.2', false],
    [
      'an administrator of a school does not set the tenant',
      who(['administrator', '1.2.7']),
      'tenant.settings',
      null,
      false,
    ],
    ['one at the root does', who(['administrator', '1']), 'tenant.settings', null, true],
    [
      'a second role adds to the first',
      who(['viewer', '1.3'], ['officer', '1.2']),
      'plan.publish',
      '1.2',
      true,
    ],
    ['a role without grants gives nothing', who(), 'search.use', '1', false],
  ] as const)('%s', (_fact, actor, action, path, expected) => {
    expect(can(actor, action, at(path))).toBe(expected)
  })

  test('nobody reaches into another tenant, not even the system', () => {
    const everything = who(...roles.map((role): [Role, string] => [role, '1']))
    for (const action of actions) {
      expect(can(everything, action, at('1', elsewhere))).toBe(false)
      expect(can(system, action, at('1', elsewhere))).toBe(false)
      expect(can(system, action, at('1.2'))).toBe(true)
    }
  })

  test('what may be done somewhere agrees with what may be done there', () => {
    for (const role of roles) {
      const actor = who([role, '1.2'])
      for (const action of actions) {
        const anywhere = ['1', '1.2', '1.2.7', '1.3'].some((path) => can(actor, action, at(path)))
        expect([role, action, canSomewhere(actor, action)]).toEqual([role, action, anywhere])
      }
    }
  })

  test('a list sees exactly what may be read one by one', () => {
    const paths = ['1', '1.2', '1.2.7', '1.2.7.9', '1.20', '1.3', '1.3.4']
    const readable: Action[] = ['unit.read', 'plan.read', 'assignment.read', 'person.read']
    for (const actor of [
      who(['clerk', '1.2.7']),
      who(['officer', '1.2'], ['viewer', '1.2.7']),
      who(['leader', '1']),
      who(),
    ]) {
      for (const action of readable) {
        const scope = scopeOf(actor, action)
        const listed = paths.filter(
          (path) =>
            scope.everything ||
            scope.above.includes(path) ||
            scope.below.some((top) => path === top || path.startsWith(`${top}.`)),
        )
        expect(listed).toEqual(paths.filter((path) => can(actor, action, at(path))))
      }
    }
  })

  test('a role is held or not', () => {
    expect([
      hasRole(who(['leader', '1']), 'leader'),
      hasRole(who(['leader', '1']), 'clerk'),
      hasRole(system, 'leader'),
    ]).toEqual([true, false, false])
    expect(pathsAbove('1.2.3')).toEqual(['1', '1.2'])
    expect(pathsAbove('1')).toEqual([])
  })
})

describe('another day', () => {
  // The district 1.2 has the school 1.2.7 until it ends; then the ward 1.9 has it, as 1.9.7.
  const officer = who(['officer', '1.2'])
  const clerk = who(['clerk', '1.9.7'])
  const placed = (path: string | null) => () => path

  test('puts each role where its unit stood, and leaves out who was not founded yet', () => {
    expect(scopeOf(actorOn(clerk, placed('1.2.7')), 'unit.read')).toMatchObject({
      below: ['1.2.7'],
      above: ['1', '1.2'],
    })
    expect(actorOn(who(['officer', '1.9']), placed(null))).toMatchObject({ grants: [] })
    expect(actorOn(system, placed(null))).toBe(system)
  })

  test.each([
    ['the district’s officer sees the school as it was', officer, '1.2', '1.2.7', [officer, '1.9.7'], true],
    ['and not what came after his unit', officer, '1.2', '1.9.7', null, false],
    ['the school sees its district of that day', clerk, '1.2.7', '1.2', [clerk, '1.2'], true],
    [
      'the ward sees the past of what it took over',
      who(['officer', '1.9']),
      null,
      '1.2.7',
      [who(['officer', '1.9']), '1.9.7'],
      true,
    ],
    [
      'and not of what it did not',
      who(['officer', '1.9']),
      null,
      '1.2.8',
      [who(['officer', '1.9']), '1.3.8'],
      false,
    ],
    ['what hangs under him today is not his on a later day', officer, '1.2', '1.9.7', null, false],
  ] as const)('%s', (_fact, actor, then, path, now, seen) => {
    const today = now === null ? null : { actor: now[0], path: now[1] }
    expect(canSee('unit.read', here, { actor: actorOn(actor, placed(then)), path }, today)).toBe(seen)
    expect(canSee('unit.read', elsewhere, { actor: actorOn(actor, placed(then)), path }, today)).toBe(false)
  })
})
