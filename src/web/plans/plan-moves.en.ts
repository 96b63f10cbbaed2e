import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './plan-moves.vi.ts'

export const en: typeof vi = {
  submit: 'Hand in',
  withdraw: 'Take back',
  return: 'Return',
  approve: 'Approve',
  titles: {
    submit: 'Hand in the plan for approval',
    withdraw: 'Take the plan back?',
    return: 'Return the plan',
    approve: 'Approve the plan',
  },
  consequences: {
    submit:
      'The authority above is told and can read the plan. While it waits nobody changes it; to change it, take it back.',
    withdraw: 'The plan is a draft of the unit again; the authority above is told.',
    return: 'The plan is a draft again; the unit is told why, mends it and hands it in again.',
    approve: 'The plan is published at once, its work is given out, and the unit is told.',
  },
  sends: { submit: 'Hand in', withdraw: 'Take back', return: 'Return', approve: 'Approve and publish' },
  cancel: 'Not now',
  note: 'Message',
  reason: 'Why it is returned',
  reasonMissing: 'Say what has to be mended.',
  done: {
    submit: 'The plan is handed in',
    withdraw: 'The plan is taken back',
    return: 'The plan is returned',
    approve: 'The plan is approved and published',
  },
  returned: (name, day) => `Returned by ${name} on ${day}`,
  story: 'The way to approval',
  steps: {
    submit: 'Handed in by the unit',
    withdraw: 'Taken back by the unit',
    return: 'Returned to the unit',
    approve: 'Approved',
  },
  waiting: 'The plan waits for approval by the authority above',
  contents: {
    label: 'What the plan says',
    target: 'Targets',
    duty: 'Duties of units',
    task: 'Annex',
    noGroup: 'In no group',
    none: {
      target: 'The plan has no targets.',
      duty: 'The plan has no duties of units.',
      task: 'The plan has no annex of tasks.',
    },
    figure: 'To be reached',
    statement: 'What it says',
    units: 'Given to',
    followed: 'Followed through',
    ofTask: (no) => (no === null ? 'a task of the annex' : `task ${no} of the annex`),
    ofItself: 'a report each term',
    loose: (count) => `Only duties without a task (${formatNumber(count)})`,
  },
  goOn: 'Go on writing',
  given: 'What was given',
  unitPlans: 'Plans of units',
}
