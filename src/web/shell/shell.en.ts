import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './shell.vi.ts'

export const en: typeof vi = {
  product: 'Năm Học',
  skip: 'To the main content',
  menu: {
    label: 'Main menu',
    administration: 'Administration',
    more: 'More',
    work: 'My work',
    overview: 'Overview',
    plans: 'Plans',
    tasks: 'Tasks',
    figures: 'Figures',
    targets: 'Targets',
    reports: 'Reports',
    units: 'Units',
    people: 'People',
    audit: 'Audit trail',
    settings: 'Settings',
  },
  unit: {
    label: (name) => `Unit on view: ${name}. Change the unit`,
    own: 'My units',
    search: 'Find another unit',
    found: 'Found',
    none: 'No unit that you may see matches',
    unknown: (code) => `No unit that you may see bears the code “${code}”.`,
    toOwn: 'To my unit',
  },
  year: 'School year on view',
  search: {
    label: 'Search units, plans, tasks, people',
    short: 'Search',
    open: 'Search',
    searching: 'Searching…',
    none: (text) => `Nothing matches “${text}”. Accents are not needed; try fewer letters.`,
    kinds: { unit: 'Units', plan: 'Plans', task: 'Tasks', person: 'People' },
    failed: 'The search did not work. Check the network and type again.',
  },
  notices: {
    label: (count) => (count === 0 ? 'Notices' : `Notices, ${count} unread`),
    title: 'Notices',
    none: 'No notices yet. New tasks, rounds that open and figures approved or returned will show here.',
    read: 'Mark all as read',
    plan: (title, tasks, duties) =>
      duties === 0
        ? `Published: ${title}. The unit has ${tasks} tasks.`
        : `Published: ${title}. The unit has ${tasks} tasks of the annex and ${duties} duties to report each term.`,
    round: (title, day) => `Round open: ${title}. Due ${day}.`,
    returned: (title, comment) => `Returned to be mended: ${title}. ${comment}`,
    urged: (issuer, late, dueSoon, message) =>
      `${issuer} urges: ${[
        late > 0 ? `${formatNumber(late)} late` : null,
        dueSoon > 0 ? `${formatNumber(dueSoon)} due soon` : null,
      ]
        .filter((part) => part !== null)
        .join(', ')}.${message === null ? '' : ` ${message}`}`,
    urgedInVain: (units, names) =>
      `${formatNumber(units)} units were urged three times or more without an answer: ${names}.`,
    approved: (title) => `Approved: ${title}.`,
    steps: {
      confirm: 'Completion confirmed',
      send_back: 'Completion sent back',
      grant: 'Extension granted',
      refuse: 'Extension refused',
      give_again: 'Task given again',
      drop: 'Task dropped',
      pass_on: 'Task given',
      hand_over: 'Task handed over',
    },
    amended: (title, count, reason) =>
      `Amended: ${title}: ${[
        count.given > 0 ? `${count.given} tasks more` : '',
        count.moved > 0 ? `${count.moved} finishes moved` : '',
        count.ended > 0 ? `${count.ended} tasks ended` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}. ${reason}`,
    target: (title, share, again, reason) =>
      `${share === null ? 'Target taken back' : again ? 'Target changed' : 'Target given'}: ${title}.${share === null ? '' : ` Share of the unit: ${share}.`}${reason === null ? '' : ` ${reason}`}`,
    step: (what, title, day, reason) =>
      `${what}${day === null ? '' : ` until ${day}`}: ${title}.${reason === null ? '' : ` ${reason}`}`,
  },
  person: {
    label: (name) => `${name}: account and options`,
    today: (day) => `Today: ${day}`,
    todayDemo: 'the day of the demo',
    todaySet: 'set by an administrator',
    account: 'My account',
    keys: 'Keys',
    signOut: 'Sign out',
  },
  keys: {
    title: 'Keys',
    search: 'Search',
    list: 'Show this list',
    go: (name) => `Go to ${name}`,
    between: 'then',
    on: 'Use keys',
    onHint: 'Turn them off if you use speech input. Keys are silent while you type in a field.',
  },
  signedOut: {
    title: 'The session has ended',
    detail:
      'What you were typing is still on the screen. Sign in again in a new tab, then come back and send it.',
    act: 'Sign in again',
  },
  offline: 'There is no network. What you were typing is still on the screen.',
  notFound: {
    title: 'Page not found',
    detail: 'The address may be mistyped, or this is outside what your account may see.',
    home: 'To the first page',
  },
  broken: {
    title: 'This page failed',
    detail: 'What was saved is safe. Load the page again to go on; if it fails again, tell an administrator.',
    again: 'Load again',
  },
  noGrant: {
    title: 'This account has no role yet',
    detail: 'Ask the administrator of your unit for a role, then sign in again.',
  },
}
