// The entries of the main menu, in their order. One appears when its screen is registered and the person's role may use it.
import { type Action, type Actor, canSomewhere, hasRole } from '#domain/rights/can.ts'
import type { IconName } from '#web/ui/icon-paths.ts'

export type MenuEntry = {
  icon: IconName
  /** The letter after `g`. */
  letter: string
  /** What one must be able to do somewhere; null: everybody. */
  action: Action | null
  administration: boolean
}

export const menu = {
  work: { icon: 'work', letter: 'v', action: null, administration: false },
  overview: { icon: 'overview', letter: 'q', action: 'assignment.overview', administration: false },
  plans: { icon: 'plan', letter: 'k', action: 'plan.read', administration: false },
  tasks: { icon: 'task', letter: 'n', action: 'assignment.read', administration: false },
  figures: { icon: 'figures', letter: 's', action: 'submission.read', administration: false },
  targets: { icon: 'target', letter: 'c', action: 'indicator.read', administration: false },
  reports: { icon: 'report', letter: 'b', action: 'report.read', administration: false },
  units: { icon: 'unit', letter: 'd', action: 'unit.read', administration: false },
  people: { icon: 'people', letter: 'u', action: 'person.read', administration: true },
  audit: { icon: 'audit', letter: 'l', action: 'audit.read', administration: true },
  settings: { icon: 'settings', letter: 't', action: 'tenant.settings', administration: true },
} as const satisfies Record<string, MenuEntry>

export type MenuName = keyof typeof menu

// Object.keys loses the key type; the table above is the only source.
const order = Object.keys(menu) as MenuName[]

/** What this person's menu shows, of the screens that exist; a leader's begins with the overview. */
export function menuFor(actor: Actor, existing: ReadonlySet<MenuName>): MenuName[] {
  const shown = order.filter((name) => {
    const { action } = menu[name]
    return existing.has(name) && (action === null || canSomewhere(actor, action))
  })
  const leads = hasRole(actor, 'leader') && shown.includes('overview')
  return leads ? ['overview', ...shown.filter((name) => name !== 'overview')] : shown
}
