import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './views.vi.ts'

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const short = (month: string) => `${names[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`

export const en: typeof vi = {
  label: 'View',
  views: { table: 'Table', board: 'By status', gantt: 'Gantt', calendar: 'Month', units: 'By unit' },
  print: 'Print',
  counts: (done, units) => `${formatNumber(done)} of ${formatNumber(units)} units done`,
  late: (count) => `${formatNumber(count)} late`,
  percent: (percent) => `${percent}%`,
  due: (day) => `due ${day}`,
  more: (count) => `Show ${formatNumber(count)} more`,
  tooMany: (shown, total) =>
    `The first ${formatNumber(shown)} of ${formatNumber(total)} tasks to end are shown. Narrow the list to see the others.`,
  noneHere: 'None',
  gantt: {
    label: 'Tasks by month of the school year',
    task: 'Task',
    today: 'Today',
    month: short,
    span: (from, to) => `${from} – ${to}`,
    regularly: 'regularly',
    endsIn: (month) => `Due in ${short(month)}`,
    noEnd: 'Regularly, asked about each term',
    legend: {
      late: 'late',
      due_soon: 'due soon',
      open: 'under way',
      later: 'not yet begun',
      done: 'done',
      overdue: 'time overdue',
    },
  },
  month: {
    title: short,
    before: 'Previous month',
    after: 'Next month',
    now: 'This month',
    ends: 'Due',
    starts: 'Begins',
    off: 'Off',
    worked: 'Worked',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    dayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    today: 'today',
    empty: 'No task begins or ends in this month.',
  },
  units: {
    caption: 'Each unit: shares given, done, late, due soon, not reported about',
    unit: 'Unit',
    given: 'Given',
    done: 'Done',
    late: 'Late',
    due_soon: 'Due soon',
    not_reported: 'Not reported',
    last_report: 'Last report',
    never: 'none yet',
    count: (count) => `${formatNumber(count)} units`,
    title: (unit, year) => `Tasks by unit, ${unit}, school year ${year}`,
  },
}
