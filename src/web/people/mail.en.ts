import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './mail.vi.ts'

export const en: typeof vi = {
  own: {
    title: 'E-mail',
    to: (address) => `Unread notices are sent to ${address}.`,
    lead: 'At most one letter a day with all unread notices; what is urged is sent at once.',
    noAddress:
      'Your account has no e-mail address: notices show in the system only. An administrator writes it down on the page of people.',
    notSetUp: 'The system sends no e-mail yet: notices show in the system only.',
    wanted: 'Get notices by e-mail',
    language: 'Language of the letters',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    saved: 'Saved',
  },
  settings: {
    title: 'E-mail',
    notSetUp: 'There is no mail server: notices show in the system only.',
    notSetUpText:
      'Everything else works as usual. To send e-mail, whoever operates the installation sets SMTP_URL, MAIL_FROM and PUBLIC_URL and starts it again.',
    from: (sender) => `Letters are sent from ${sender}.`,
    test: 'Send me a test letter',
    tested: (address) => `A test letter was sent to ${address}`,
    sent: 'Sent in 30 days',
    waiting: 'Waiting',
    failed: 'Failed in 30 days',
    last: 'Latest letter',
    letters: (count) => `${formatNumber(count)} letters`,
    caption: 'Letters that were not delivered',
    person: 'To',
    error: 'The mail server said',
    state: 'State',
    queued: (instant) => `again ${instant}`,
    failedOn: (instant) => `given up ${instant}`,
    attempts: (count) => `${formatNumber(count)} attempts`,
    interrupted: 'The server stopped in the middle several times.',
    mend: 'An address that was refused is left alone for 7 days; once it is mended on the page of people, the next letter goes there.',
  },
}
