// SMTP_URL and MAIL_FROM become what the mailer needs, or sentences that say what is wrong with them.
import { z } from 'zod'
import type { MailSettings } from './mailer.ts'

export type MailVerdict = { ok: true; settings: MailSettings | null } | { ok: false; problems: string[] }

export function readMailSettings(given: {
  SMTP_URL?: string | undefined
  MAIL_FROM?: string | undefined
  PUBLIC_URL?: string | undefined
}): MailVerdict {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = given
  if (SMTP_URL === undefined) return { ok: true, settings: null }
  const server = readServer(SMTP_URL)
  const from = MAIL_FROM === undefined ? null : readSender(MAIL_FROM)
  if (server !== null && from !== null && PUBLIC_URL !== undefined && /^https?:\/\//.test(PUBLIC_URL))
    return { ok: true, settings: { ...server, from, publicUrl: PUBLIC_URL.replace(/\/+$/, '') } }
  return {
    ok: false,
    problems: [
      ...(server === null
        ? [
            'SMTP_URL: must be smtp://host:port or smtps://host:port, with user:password@ before the host where the server asks for them (signs such as @ and / written as %40 and %2F)',
          ]
        : []),
      ...(from === null
        ? [
            'MAIL_FROM: needed with SMTP_URL, an address such as namhoc@example.vn or Năm Học <namhoc@example.vn>',
          ]
        : []),
      ...(PUBLIC_URL === undefined || !/^https?:\/\//.test(PUBLIC_URL)
        ? ['PUBLIC_URL: needed with SMTP_URL, links in letters lead there; such as https://namhoc.example.vn']
        : []),
    ],
  }
}

function readServer(text: string): Omit<MailSettings, 'from' | 'publicUrl'> | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '')
    return null
  const secure = url.protocol === 'smtps:'
  const user = decoded(url.username)
  const password = decoded(url.password)
  if (user === null || password === null || url.search !== '' || !/^\/?$/.test(url.pathname)) return null
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    mustBeEncrypted: user !== '' && !secure && !isHere,
    account: user === '' ? null : { user, password },
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function readSender(text: string): MailSettings['from'] | null {
  const named = /^(.*)<([^<>]+)>$/.exec(text.trim())
  const name = named === null ? 'Năm Học' : (named[1] ?? '').trim().replaceAll(/^"|"$/g, '')
  const address = (named === null ? text : (named[2] ?? '')).trim()
  return z.email().safeParse(address).success ? { name: name === '' ? 'Năm Học' : name, address } : null
}
