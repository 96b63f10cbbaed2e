// Notices by e-mail: what a person chooses, and what an administrator sees of it.
import { z } from 'zod'
import type { MailId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, versionOrNone } from './values.ts'

const languages = z.enum(['vi', 'en'])

const ownMail = z.object({
  /** The installation has a mail server. */
  setUp: z.boolean(),
  address: z.string().nullable(),
  wanted: z.boolean(),
  language: languages,
  /** 0: nothing was chosen yet; letters are wanted, in Vietnamese. */
  version: versionOrNone,
})

export const mailContract = {
  getOwnMail: endpoint({
    method: 'GET',
    path: '/api/account/mail',
    summary: 'Whether the signed-in person gets notices by e-mail, where and in which language.',
    reply: ownMail,
  }),
  setOwnMail: endpoint({
    method: 'PUT',
    path: '/api/account/mail',
    summary: 'Turns the own e-mails on or off and chooses their language.',
    body: z.object({ wanted: z.boolean(), language: languages, version: versionOrNone }),
    reply: ownMail,
  }),
  getMailState: endpoint({
    method: 'GET',
    path: '/api/mail',
    summary: 'Whether mail is set up, what waits, and what was not delivered in the last thirty days.',
    reply: z.object({
      setUp: z.boolean(),
      from: z.string().nullable(),
      waiting: z.int(),
      sent: z.int(),
      failed: z.int(),
      lastSentAt: instant.nullable(),
      /** What waits for another attempt and what failed, the newest first, 20 at most. */
      troubles: z.array(
        z.object({
          mailId: id<MailId>(),
          personName: z.string(),
          address: z.string(),
          state: z.enum(['queued', 'failed']),
          attempts: z.int(),
          /** What the mail server said. */
          error: z.string(),
          nextAttemptAt: instant.nullable(),
          endedAt: instant.nullable(),
        }),
      ),
    }),
  }),
  sendTestMail: endpoint({
    method: 'POST',
    path: '/api/mail/test',
    summary: 'Sends a test letter to the own address.',
    reply: z.object({ address: z.string() }),
  }),
}
