// Every setting comes from an option or the environment, is checked at start, and a wrong one is said in words.
import { resolve } from 'node:path'
import { z } from 'zod'
import type { DatabaseTarget } from '#server/database/connect.ts'
import { readMailSettings } from './mail-settings.ts'
import type { MailSettings } from './mailer.ts'

export type Settings = {
  port: number
  host: string
  database: Exclude<DatabaseTarget, { kind: 'memory' }>
  dataDir: string
  filesDir: string
  trustProxy: boolean | string
  publicUrl: string | null
  mail: MailSettings | null
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

const environment = z.object({
  PORT: z.coerce.number('PORT: a number from 0 to 65535').int().min(0).max(65_535).default(4600),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL: must begin with postgres:// or postgresql://')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  FILES_DIR: z.string().min(1).optional(),
  TRUST_PROXY: z.string().optional(),
  PUBLIC_URL: z.url('PUBLIC_URL: an address such as https://namhoc.example.vn').optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export type SettingsVerdict = { ok: true; settings: Settings } | { ok: false; problems: string[] }

/** Options given on the command line win over the environment. Empty variables count as absent. */
export function readSettings(
  env: Record<string, string | undefined>,
  options: Record<string, string | undefined> = {},
): SettingsVerdict {
  const given = Object.fromEntries(
    Object.entries({ ...env, ...withoutAbsent(options) }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    }
  const value = parsed.data
  const mail = readMailSettings(value)
  if (!mail.ok) return mail
  const dataDir = resolve(value.DATA_DIR)
  return {
    ok: true,
    settings: {
      port: value.PORT,
      host: value.HOST,
      database:
        value.DATABASE_URL === undefined
          ? { kind: 'directory', path: dataDir }
          : { kind: 'postgres', url: value.DATABASE_URL },
      dataDir,
      filesDir: resolve(value.FILES_DIR ?? `${dataDir}/files`),
      trustProxy: readTrustProxy(value.TRUST_PROXY),
      publicUrl: value.PUBLIC_URL ?? null,
      mail: mail.settings,
      logLevel: value.LOG_LEVEL,
    },
  }
}

function withoutAbsent(options: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

// Explicit: a forwarded address is believed only from the proxies named here.
function readTrustProxy(text: string | undefined): boolean | string {
  if (text === undefined || text === 'false') return false
  return text === 'true' ? true : text
}
