import type { vi } from './mail.vi.ts'

export const en: typeof vi = {
  product: 'Năm Học',
  urgent: (others) => (others === 0 ? 'Urged' : `Urged, and ${others} more notices`),
  several: (count) => `${count} new notices`,
  to: (name) => `To: ${name}`,
  lead: 'Your units have unread notices:',
  leadOne: (unit) => `${unit} has unread notices:`,
  open: 'Open',
  more: (count) => `and ${count} more; open Năm Học to see all.`,
  footer: (tenant) =>
    `An automatic letter of Năm Học (${tenant}); please do not answer it. At most one a day, unless somebody urges.`,
  off: 'Change the language, or get no more letters',
  test: {
    subject: 'Test letter',
    text: (tenant) =>
      `A test letter of Năm Học (${tenant}). That you read it means that the mail server works.`,
  },
}
