import type { AccountId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'

/** Where a unit hangs: the labels from the root down, "1.23.456". */
export type TreePath = string

export type Role = 'leader' | 'officer' | 'unit_head' | 'clerk' | 'viewer' | 'administrator'
export const roles = [
  'leader',
  'officer',
  'unit_head',
  'clerk',
  'viewer',
  'administrator',
] as const satisfies readonly Role[]

/** A role that holds over a unit and everything below it; where the person works is a separate matter. */
export type Grant = { role: Role; unitId: UnitId; scopeUnitId: UnitId; scope: TreePath }

export type Actor =
  | {
      kind: 'person'
      tenantId: TenantId
      personId: PersonId
      accountId: AccountId
      name: string
      grants: readonly Grant[]
    }
  | { kind: 'system'; tenantId: TenantId; name: string }

/** What is acted upon. `path` null stands for the tenant as a whole. */
export type Subject = { tenantId: TenantId; path: TreePath | null }

type Rule = { roles: readonly Role[]; reach: 'below' | 'strictly_below' | 'line' | 'tenant' }

const everybody: readonly Role[] = roles
const office: readonly Role[] = ['leader', 'officer', 'administrator']

// below: the unit of the role and what hangs under it. strictly_below: only what hangs under it.
// line: below, and also the units above (a school reads what its authority has published). tenant: whoever signs in.
const rules = {
  'search.use': { roles: everybody, reach: 'tenant' },
  'unit.read': { roles: everybody, reach: 'line' },
  'unit.change': { roles: ['administrator', 'officer'], reach: 'below' },
  'unit.contact': { roles: ['administrator', 'officer', 'unit_head', 'clerk'], reach: 'below' },
  'issuer.change': { roles: ['administrator', 'officer'], reach: 'below' },
  'person.read': { roles: [...office, 'unit_head'], reach: 'below' },
  'person.change': { roles: ['administrator'], reach: 'below' },
  'audit.read': { roles: ['administrator', 'leader'], reach: 'below' },
  'holiday.read': { roles: everybody, reach: 'tenant' },
  'tenant.settings': { roles: ['administrator'], reach: 'below' },
  // A school or an office draws up its own plan; whoever stands above it approves it.
  'plan.draft': { roles: ['officer', 'leader', 'unit_head', 'clerk'], reach: 'below' },
  'plan.approve': { roles: ['officer', 'leader'], reach: 'strictly_below' },
  'plan.publish': { roles: ['officer', 'leader'], reach: 'below' },
  'plan.read': { roles: everybody, reach: 'line' },
  'target.record': { roles: ['officer', 'leader'], reach: 'below' },
  'assignment.read': { roles: everybody, reach: 'below' },
  'assignment.report': { roles: ['unit_head', 'clerk'], reach: 'below' },
  'assignment.report_on_behalf': { roles: ['officer'], reach: 'below' },
  'assignment.hand': { roles: ['unit_head', 'leader'], reach: 'below' },
  'assignment.decide': { roles: ['officer', 'leader'], reach: 'below' },
  'assignment.urge': { roles: ['officer', 'leader'], reach: 'below' },
  'assignment.overview': { roles: office, reach: 'below' },
  'round.open': { roles: ['officer'], reach: 'below' },
  'round.read': { roles: everybody, reach: 'line' },
  'submission.read': { roles: everybody, reach: 'below' },
  'submission.fill': { roles: ['unit_head', 'clerk'], reach: 'below' },
  'submission.review': { roles: ['officer'], reach: 'strictly_below' },
  'indicator.read': { roles: everybody, reach: 'below' },
  'target.allocate': { roles: ['officer', 'leader'], reach: 'below' },
  'target.keep_difference': { roles: ['leader'], reach: 'below' },
  'target.read_shares': { roles: [...office, 'viewer'], reach: 'below' },
  'target.read_given': { roles: everybody, reach: 'below' },
  'report.read': { roles: [...office, 'viewer'], reach: 'below' },
  'report.change': { roles: ['officer', 'leader'], reach: 'below' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof rules
// Object.keys loses the key type; the table above is the only source.
export const actions = Object.keys(rules) as Action[]

export function isBelow(path: TreePath, scope: TreePath): boolean {
  return path === scope || path.startsWith(`${scope}.`)
}

/** The one place where rights are decided. An actor never reaches into another tenant. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (actor.tenantId !== subject.tenantId) return false
  if (actor.kind === 'system') return true
  const rule: Rule = rules[action]
  return actor.grants.some(
    (grant) => rule.roles.includes(grant.role) && reaches(rule.reach, grant.scope, subject.path),
  )
}

function reaches(reach: Rule['reach'], scope: TreePath, path: TreePath | null): boolean {
  if (reach === 'tenant') return true
  // The whole tenant is under its root only.
  if (path === null) return !scope.includes('.')
  switch (reach) {
    case 'below':
      return isBelow(path, scope)
    case 'strictly_below':
      return path !== scope && isBelow(path, scope)
    case 'line':
      return isBelow(path, scope) || isBelow(scope, path)
  }
}

/** What a list may show: everything under one of `below`; `above` adds the units over the scopes. `everything` is the system's. */
export type Scope = {
  tenantId: TenantId
  everything: boolean
  below: readonly TreePath[]
  above: readonly TreePath[]
}

export function scopeOf(actor: Actor, action: Action): Scope {
  if (actor.kind === 'system') return { tenantId: actor.tenantId, everything: true, below: [], above: [] }
  const rule: Rule = rules[action]
  const scopes = actor.grants.filter((grant) => rule.roles.includes(grant.role)).map((grant) => grant.scope)
  const below = widest(scopes)
  return {
    tenantId: actor.tenantId,
    everything: rule.reach === 'tenant' && scopes.length > 0,
    below,
    above: rule.reach === 'line' ? [...new Set(below.flatMap(pathsAbove))] : [],
  }
}

/**
 * The same person on another day. A role holds over its unit and over what hangs below it on the day that is asked about,
 * so each is put where its unit stood then; `placeOn` gives that, of a unit that has ended the last place, and null before
 * it was founded, when the role gives no rights. Through the reorganisation of 1 July 2025 that means:
 * - the officer of a district reads what hung below it on any earlier day, as it then was, for as long as he holds the role;
 * - on a later day nothing hangs below it: wards and schools that came after are not his until a role over them is;
 * - the clerk of a school sees the district above it before, and the ward after.
 * Beside it, who answers for a unit today reads its past (`canSee`): the ward that took a school over opens its history.
 */
export function actorOn(actor: Actor, placeOn: (unitId: UnitId) => TreePath | null): Actor {
  if (actor.kind === 'system') return actor
  const grants = actor.grants.flatMap((grant) => {
    const scope = placeOn(grant.scopeUnitId)
    return scope === null ? [] : [{ ...grant, scope }]
  })
  return { ...actor, grants }
}

/**
 * May what belongs to a unit be read as it was on a day? First the actor on that day and the unit's place on it. `now` is
 * the same today, for days gone by only, since what is recorded for later is nobody's by what he has today.
 */
export function canSee(
  action: Action,
  tenantId: TenantId,
  then: { actor: Actor; path: TreePath },
  now: { actor: Actor; path: TreePath } | null,
): boolean {
  return [then, ...(now === null ? [] : [now])].some(({ actor, path }) =>
    can(actor, action, { tenantId, path }),
  )
}

// A scope inside another one adds nothing.
function widest(scopes: readonly TreePath[]): TreePath[] {
  return [...new Set(scopes)].filter(
    (scope) => !scopes.some((other) => other !== scope && isBelow(scope, other)),
  )
}

/** The paths of the units above: "1.2.3" → "1", "1.2". */
export function pathsAbove(path: TreePath): TreePath[] {
  const labels = path.split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(0, index + 1).join('.'))
}

/** Has the person this role anywhere? For menus only; acts are asked with their subject. */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind === 'person' && actor.grants.some((grant) => grant.role === role)
}

/** May the person do this anywhere? For menus and buttons above a list; the server asks with the subject. */
export function canSomewhere(actor: Actor, action: Action): boolean {
  if (actor.kind === 'system') return true
  const rule: Rule = rules[action]
  return actor.grants.some((grant) => rule.roles.includes(grant.role))
}
