import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './amendments.vi.ts'

const n = formatNumber

export const en: typeof vi = {
  title: 'Amendments',
  crumb: 'Plans',
  count: (count) => `Amendments (${n(count)})`,
  list: {
    caption: 'Amendments of the plan',
    columns: { name: 'Amendment', reason: 'Reason', what: 'Contents', on: 'Published on', state: 'State' },
    no: (no) => `No. ${n(no)}`,
    draft: 'Draft',
    states: { draft: 'being written', published: 'published', discarded: 'put aside' },
    empty: 'The plan has not been amended',
    emptyText:
      'To change what was published (contents, time, units, targets), begin an amendment: compare before and after, then publish.',
    emptyReader: 'Amendments stand here once the issuer publishes them.',
  },
  what: ({ changed, added, ended }) =>
    [
      changed > 0 ? `${n(changed)} changed` : '',
      added > 0 ? `${n(added)} added` : '',
      ended > 0 ? `${n(ended)} ended` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'nothing yet',
  docx: 'Word',
  pdf: 'PDF',
  create: 'Begin an amendment',
  asOf: 'The plan on a day',
  joined: 'Give tasks to new units',
  joinedDone: (units, assignments) =>
    units === 0 ? 'No new unit waits for tasks.' : `${n(assignments)} shares given to ${n(units)} new units.`,
  head: {
    title: 'Begin an amendment',
    change: 'Reason, number, date',
    typeBack: 'Type back number and date',
    reason: 'Reason',
    reasonHint: 'Units read it in the notice and at each task.',
    reasonMissing: 'Give the reason.',
    number: 'Number of the document',
    signedOn: 'Signed on',
    later: 'May stay empty and be typed back once the document is issued.',
    save: 'Save',
    begin: 'Begin',
    cancel: 'Cancel',
  },
  facts: {
    reason: 'Reason',
    document: 'Document',
    noDocument: 'no number or date yet',
    numbered: (number, day) =>
      [number === null ? '' : `No. ${number}`, day === null ? '' : `of ${day}`]
        .filter((part) => part !== '')
        .join(' '),
    createdBy: 'Begun by',
    published: 'Published',
    by: (person, day) => `${person}, ${day}`,
  },
  draftNote:
    'The draft is saved at once; a colleague can go on with it. The plan has not changed and nobody is told.',
  kinds: { task: 'Task', duty: 'Duty of a unit', target: 'Target' },
  acts: { change: 'changed', add: 'new', end: 'ended' },
  fields: {
    no: 'Number',
    title: 'Contents',
    lead: 'Lead',
    coordinating: 'Coordinating',
    start: 'Start',
    finish: 'Finish',
    product: 'Product',
    heading: 'Given to',
    body: 'Contents',
    group: 'Group',
    statement: 'Target',
    scope: 'Scope',
    figure: 'Figure',
  },
  diff: {
    field: 'Field',
    before: 'Before',
    after: 'After',
    none: 'empty',
    same: (count) => `${n(count)} other fields stay.`,
    caption: (name) => `Before and after: ${name}`,
  },
  entries: {
    empty: 'Nothing is proposed yet',
    emptyText: 'Choose a task or target of the plan to change or end, or add a new one.',
    edit: 'Edit',
    remove: 'Withdraw',
    match: (name) => `Which unit is “${name}”?`,
  },
  pick: {
    add: 'Add a change',
    title: 'What is amended?',
    kind: 'Kind',
    item: 'Item of the plan',
    placeholder: 'Find by number or words',
    change: 'Change it',
    end: 'End it',
    fresh: 'Add a new one',
    cancel: 'Cancel',
  },
  faults: {
    no_title: 'No contents',
    no_lead: 'No lead unit',
    name_not_matched: 'A name means no unit yet',
    not_reviewed: 'Not reviewed',
    no_body: 'No contents',
    no_unit: 'No unit',
    no_statement: 'No contents',
    figure_missing: 'A figure is missing',
    no_changes: 'Nothing is proposed',
    same_as_before: 'The same as before',
    changed_since: 'Another amendment changed this item; withdraw the proposal and make it again',
    audience_empty: 'No unit carries it out',
  },
  publish: {
    act: 'Publish the amendment',
    title: 'Publish the amendment',
    question: (entries, units) =>
      units === 0
        ? `Puts ${n(entries)} changes into the plan. No unit’s work changes.`
        : `Puts ${n(entries)} changes into the plan and tells ${n(units)} units at once.`,
    given: (count) => `${n(count)} shares newly given`,
    moved: (count) => `${n(count)} open windows get another finish`,
    ended: (count) => `${n(count)} shares ended; reports and evidence are kept`,
    kept: (count) => `${n(count)} shares keep their progress and evidence`,
    stops: (count) => `${n(count)} places need attention`,
    send: 'Publish',
    cancel: 'Not yet',
    done: (units) =>
      units === 0 ? 'The amendment is published.' : `Published; ${n(units)} units were told.`,
  },
  discard: { act: 'Put the draft aside', done: 'The draft was put aside.' },
  day: {
    title: 'The plan on a day',
    label: 'At the end of',
    facts: (plan) => plan,
    caption: (kind) => `${kind} of the plan on this day`,
    columns: { name: 'Contents', details: 'Details' },
    differs: 'differs from today',
    same: 'On this day the plan was as it is today.',
    count: (count) => `${n(count)} items differ from today.`,
  },
  item: { title: 'Amendments', none: 'Never amended.' },
}
