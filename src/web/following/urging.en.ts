import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './urging.vi.ts'

export const en: typeof vi = {
  urgeAll: (count) => `Urge ${formatNumber(count)} late`,
  urgeChosen: (count) => `Urge the ${formatNumber(count)} chosen`,
  chosen: (count) => `${formatNumber(count)} chosen`,
  clear: 'Choose none',
  history: 'Urgings so far',
  dialog: {
    title: 'Urge',
    question: (units, items) =>
      `${formatNumber(units)} units are told at once about ${formatNumber(items)} shares of work, each in one notice.`,
    leftOut: (count) =>
      `${formatNumber(count)} of those chosen are left out: no longer late or due soon, or urged today.`,
    mailed: (units, persons, all) =>
      persons === 0
        ? 'Nobody in these units gets e-mail: the notice shows in the system only.'
        : units === all
          ? `All units get an e-mail as well, ${formatNumber(persons)} persons in all.`
          : `${formatNumber(units)} of ${formatNumber(all)} units get an e-mail as well, ${formatNumber(persons)} persons in all.`,
    nothing: 'There is nothing to urge: nothing is late, or it was urged today.',
    message: 'A line of your own',
    messageHint: 'For example: report before 22/01',
    unit: 'Unit',
    items: 'Shares of work',
    step: 'Urged',
    count: (count) => `${formatNumber(count)} shares`,
    stepSince: (step, day) => `${step}, last on ${day}`,
    caption: 'The units that will be urged',
    leader: (count) =>
      `${formatNumber(count)} units were urged twice without an answer: the leader is told as well.`,
    copy: 'Copy as text',
    copied: 'Copied. Paste it into the chat group.',
    send: 'Urge',
    cancel: 'Cancel',
    done: (units) => `${formatNumber(units)} units were urged`,
  },
  steps: {
    first: 'for the first time',
    again: 'for the second time',
    leader: 'third time or more, leader told',
  },
  list: {
    title: (unit) => `Urgings of ${unit}`,
    crumb: 'Tasks',
    caption: 'Urgings and what followed',
    on: 'On',
    unit: 'Unit',
    about: 'About',
    by: 'By',
    aftermath: 'Then',
    letter: 'Letter',
    more: (count) => `and ${formatNumber(count)} more`,
    aftermaths: {
      done: 'done',
      reported: (day) => `reported on ${day}`,
      reportedSome: 'reported in part',
      nothing: 'no answer yet',
    },
    empty: 'Nobody was urged yet',
    emptyText: 'Open the list of tasks, filter what is late and press Urge.',
    toTasks: 'To the tasks',
    days: { late: (days) => `${days} working days late`, due_soon: (days) => `${days} working days left` },
  },
  letter: {
    title: 'Formal letter',
    text: 'In the layout of Decree 30/2020; number and date are left blank for the register. What was done since is not printed.',
    to: 'To',
    all: (units) => `All units urged in this act (${formatNumber(units)})`,
    unit: (name) => `${name} only`,
    reportBy: 'Asked to report before',
    dateMissing: 'Enter the day',
    dateBehind: 'The day must be after today',
    docx: 'Word',
    pdf: 'PDF',
    close: 'Close',
  },
  task: 'Urgings',
}
