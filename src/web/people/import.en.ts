import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './import.vi.ts'

const some = (count: number, what: string) => (count === 0 ? null : `${formatNumber(count)} ${what}`)
const listed = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(', ')

export const en: typeof vi = {
  title: 'Import units and accounts from Excel',
  units: 'Units',
  lead: (unit) => `Add or change many units and accounts below ${unit} with one Excel file.`,
  template: 'Download the template',
  export: 'Export what there is',
  steps: [
    'Download the template (or export what there is) and fill it in: one unit, one account a row.',
    'Choose the file. Every cell is checked; nothing changes yet.',
    'Look over what would change and import it: all of it or nothing.',
  ],
  on: 'Takes effect on',
  onHint: 'New units are founded and changes hold from this day, unless the file says another founding day',
  file: 'Excel file',
  fileHint: 'A file made from the template of this page',
  checking: 'Checking every cell of the file',
  wrong: 'Choose the day before the file.',
  faults: {
    title: (count) => `The file has ${formatNumber(count)} faults and cannot be imported yet`,
    text: 'Mend these cells in the file and choose it again. Nothing has changed.',
    caption: 'Faults in the file',
    sheet: 'Sheet',
    cell: 'Cell',
    value: 'Content',
    message: 'Fault',
    mend: 'How to mend it',
    empty: '(empty)',
    more: (shown, all) => `The first ${formatNumber(shown)} of ${formatNumber(all)} faults are shown.`,
  },
  preview: {
    title: 'Preview',
    nothing: 'The file says what is recorded already: there is nothing to import.',
    counts: (founded, changed, unchanged) =>
      listed([
        some(founded, 'new units'),
        some(changed, 'units changed'),
        some(unchanged, 'units unchanged'),
      ]),
    accounts: (invited, unchanged) =>
      listed([some(invited, 'new accounts'), some(unchanged, 'accounts unchanged')]),
    unitsCaption: 'Units of the file',
    accountsCaption: 'Accounts of the file',
    name: 'Unit',
    code: 'Code',
    what: 'Will be',
    changes: 'Changes',
    person: 'Full name',
    userName: 'User name',
    unit: 'Unit',
    role: 'Role',
    founded: 'Founded',
    changed: 'Changed',
    unchanged: 'Unchanged',
    invited: 'Invited',
    change: (field, before, after) =>
      `${field}: ${before === '' ? '(empty)' : before} → ${after === '' ? '(empty)' : after}`,
    more: (shown, all) => `The first ${formatNumber(shown)} of ${formatNumber(all)} rows are shown.`,
  },
  fields: {
    officialName: 'Official name',
    shortName: 'Short name',
    otherNames: 'Other names',
    kind: 'Kind',
    tier: 'Tier',
    parentCode: 'Unit above',
    levels: 'School levels',
    ownership: 'Ownership',
    rank: 'Rank',
    place: 'Place',
  },
  roles: {
    leader: 'Leader',
    officer: 'Officer',
    unit_head: 'Head of unit',
    clerk: 'Clerk',
    viewer: 'Viewer',
    administrator: 'Administrator',
  },
  send: (units, accounts) => `Import ${listed([some(units, 'units'), some(accounts, 'accounts')])}`,
  another: 'Choose another file',
  done: {
    title: (units, accounts) => `Imported: ${listed([some(units, 'units'), some(accounts, 'accounts')])}`,
    text: 'New people are invited but have no password yet. Print their slips so that they can choose one.',
    people: 'Print the slips',
    tree: 'See the tree',
    again: 'Import another file',
  },
}
