import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './my-work.vi.ts'

export const en = {
  title: 'My work',
  facts: (unit) => unit,
  groups: {
    sent_back: 'Sent back, to be done again',
    claimable: 'All items of the plan are done, to be reported as done',
    late: 'Late',
    due_soon: 'Due soon',
    acknowledge: 'New, to be acknowledged',
    asked: 'Regular, not reported for this period',
    open: 'Under way',
    carried: 'Given, carried out through the unit’s own plan',
  },
  decide: 'For me to decide',
  issuer: {
    returned: 'Returned by units',
    unit_ended: 'The unit has ended, to be handed over',
    extension: 'Extensions asked for',
    claim: 'Done, to be confirmed',
  },
  whose: 'Whose work',
  ofUnit: 'The whole unit',
  ofMine: (count) => `Handed to me (${formatNumber(count)})`,
  group: (name, count) => `${name} (${formatNumber(count)})`,
  empty: 'Nothing is waiting',
  emptyText: 'Tasks of the unit that are late, due soon or under way appear here.',
  later: (count) => `${formatNumber(count)} not yet begun, see Tasks`,
  all: 'All tasks',
  below: (late) => `${formatNumber(late)} shares of units below are late`,
  belowSee: 'See what is late',
  forms: {
    title: 'Figures that wait',
    columns: { title: 'Round', closesOn: 'Closes', state: 'State' },
    states: { missing: 'not begun', draft: 'begun', returned: 'returned to be mended' },
    toReview: (count) => `${formatNumber(count)} to review`,
  },
} satisfies typeof vi
