import type { vi } from './calendar.vi.ts'

export const en: typeof vi = {
  open: 'Add to calendar',
  title: 'Due days in the calendar of your phone or computer',
  tasks: 'Tasks',
  lead: 'With one of these addresses a calendar program (Google Calendar, Outlook, that of the phone) fetches the due days by itself. It only reads, and asks again every few hours.',
  unit: (unit) => `Work of ${unit}`,
  person: 'Work handed to me',
  personHint: 'What heads of units have put into my own hands, wherever I work.',
  unitHint: 'All due days of this unit alone, without the units below it.',
  since: (at) => `There is an address, made ${at}`,
  none: 'No address yet',
  make: 'Make an address',
  renew: 'Change the address',
  end: 'End the address',
  ended: 'The calendar address no longer works',
  address: 'Calendar address',
  copy: 'Copy',
  copied: 'Calendar address copied',
  once: 'The address is shown this once. Whoever has it sees these due days, so do not pass it on; if it got out, change it: the old one ends at once.',
  howTitle: 'How to add it',
  how: [
    'Google Calendar (on a computer): Other calendars, +, From URL, paste the address, Add calendar.',
    'Outlook: Add calendar, Subscribe from web, paste the address, Import.',
    'iPhone: Settings, Calendar, Accounts, Add Account, Other, Add Subscribed Calendar, paste the address.',
    'Google and Outlook fetch it only where the Năm Học server is open to the Internet; within an office network use the calendar program of a computer there.',
  ],
}
