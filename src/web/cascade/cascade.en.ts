import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './cascade.vi.ts'

export const en: typeof vi = {
  crumb: 'Plans',
  given: {
    title: 'Work and targets that were given',
    facts: (taken, all, done) =>
      `${formatNumber(taken)} of ${formatNumber(all)} are in the plan${done === 0 ? '' : `, ${formatNumber(done)} were done before`}`,
    caption: 'Tasks, duties and targets that were given, and the items of the plan that carry them out',
    columns: { what: 'Given', share: 'Due, share', own: 'In the unit’s own plan' },
    groups: { task: 'Tasks', duty: 'Duties', target: 'Targets' },
    groupOf: (kind, issuer) => `${kind} given by ${issuer}`,
    missing: 'not in the plan',
    done: 'done before',
    over: 'no longer given',
    onlyMissing: (count) => `Only what is not in the plan (${formatNumber(count)})`,
    chosen: (count) => `${formatNumber(count)} chosen`,
    takeUp: 'Take into the plan',
    takeUpAll: (count) => `Take the remaining ${formatNumber(count)} into the plan`,
    taken: (count) =>
      count === 0 ? 'They were in the plan already' : `${formatNumber(count)} taken into the plan`,
    empty: 'The unit has been given nothing',
    emptyText:
      'Work and targets show here when an authority above publishes a plan and gives them to the unit.',
    allTaken: 'Everything that was given is in the plan.',
    noDue: 'standing',
    search: 'Search work and targets',
  },
  unitPlans: {
    title: 'Plans of units',
    facts: (year) => `School year ${year}`,
    caption: 'Units, their own plans, and how much of what was given is in them',
    columns: { unit: 'Unit', plan: 'Plan', state: 'State', since: 'Since', taken: 'Taken up' },
    states: {
      none: 'not begun',
      draft: 'being written',
      submitted: 'waiting for approval',
      published: 'published',
    },
    filterState: 'State',
    search: 'Search units',
    count: (count) => `${formatNumber(count)} units`,
    taken: (taken, all) => `${formatNumber(taken)} of ${formatNumber(all)}`,
    empty: 'No unit has been given anything yet',
    emptyText: 'A unit shows here when it is given work or targets, or has a plan of its own.',
    none: 'No unit fits',
    clear: 'Clear the filters',
  },
}
