// Hands letters to the mail server of the installation. Knows no slice and keeps nothing; who waits for what, and when it is
// tried again, is the outbox's.
import { createTransport } from 'nodemailer'
import type { Language } from '#contract/error-texts.ts'

export type MailSettings = {
  host: string
  port: number
  /** TLS from the first byte; otherwise the connection turns to TLS where the server offers it. */
  secure: boolean
  /** Only over TLS: a password never goes over the wire in clear. */
  mustBeEncrypted: boolean
  account: { user: string; password: string } | null
  from: { name: string; address: string }
  /** Where links lead: the installation's own address, without a slash at the end. */
  publicUrl: string
}

export type Letter = {
  /** The same for every attempt, so that the receiving server can tell a second copy. */
  id: string
  to: { name: string; address: string }
  language: Language
  subject: string
  text: string
  html: string
  at: Date
}

export type HandedOver =
  | { ok: true }
  /**
   * refused: never for this address or letter; put_off: not this letter now; unreachable: the server takes none now.
   */
  | { ok: false; reason: 'refused' | 'put_off' | 'unreachable'; message: string }

export type Mailer = {
  from: string
  publicUrl: string
  send: (letter: Letter) => Promise<HandedOver>
  close: () => void
}

export function openMailer(settings: MailSettings): Mailer {
  const { from, account } = settings
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: settings.mustBeEncrypted,
    ...(account === null ? {} : { auth: { user: account.user, pass: account.password } }),
    // Its own patience is ten minutes; a round would stand still for as long.
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = new URL(settings.publicUrl).hostname
  return {
    from: `${from.name} <${from.address}>`,
    publicUrl: settings.publicUrl,
    send: async (letter) => {
      try {
        await transport.sendMail({
          messageId: `<${letter.id}@${host}>`,
          date: letter.at,
          from: { name: oneLine(from.name), address: from.address },
          to: { name: oneLine(letter.to.name), address: letter.to.address },
          subject: oneLine(letter.subject),
          text: letter.text,
          html: letter.html,
          // Vietnamese in quoted-printable is three times as long.
          textEncoding: 'base64',
          headers: {
            'Content-Language': letter.language,
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
          },
        })
        return { ok: true }
      } catch (error) {
        return refusalOf(error)
      }
    },
    close: () => transport.close(),
  }
}

// A name with a line break must not begin a header of its own; the library folds it as well.
function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim()
}

/** Codes and replies of SMTP (RFC 5321): 5yz for good, 4yz for now; without a reply the server was not reached. */
function refusalOf(error: unknown): HandedOver {
  const { message, code, responseCode, command } = factsOf(error)
  const said = oneLine(message).slice(0, 300)
  const isOfLetter = command.startsWith('RCPT') || command === 'DATA' || command === ''
  if (code === 'EENVELOPE' && responseCode === null) return { ok: false, reason: 'refused', message: said }
  if (responseCode === null || !isOfLetter) return { ok: false, reason: 'unreachable', message: said }
  // 421: it is shutting down. 503: out of step, not a refusal.
  if (responseCode === 421) return { ok: false, reason: 'unreachable', message: said }
  return {
    ok: false,
    reason: responseCode >= 500 && responseCode !== 503 ? 'refused' : 'put_off',
    message: said,
  }
}

function factsOf(error: unknown): {
  message: string
  code: string
  responseCode: number | null
  command: string
} {
  if (!(error instanceof Error)) return { message: String(error), code: '', responseCode: null, command: '' }
  const { message } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const responseCode =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const command = 'command' in error && typeof error.command === 'string' ? error.command : ''
  return { message, code, responseCode, command }
}
