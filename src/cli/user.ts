// namhoc user: who administers; namhoc user reset NAME: a one-time link for somebody who is locked out.
import { businessDate, formatDate } from '#domain/basics/dates.ts'
import { carryOutCommand } from './carry-out.ts'
import { parseOptions, settingsFor, wrongUsage } from './options.ts'
import { say } from './say.ts'

export async function user(args: string[]): Promise<number> {
  const parsed = parseOptions(args, {})
  if (parsed === null) return wrongUsage
  const settings = await settingsFor(parsed.values)
  if (settings === null) return wrongUsage
  const [verb, name] = parsed.positionals
  if (verb === undefined) {
    const reply = await carryOutCommand(settings, { command: 'administrators' })
    if (reply === null || !reply.ok || !('administrators' in reply)) return 1
    if (reply.administrators.length === 0) say((texts) => texts.noAdministrator)
    else
      process.stdout.write(
        `${reply.administrators.map((one) => `${one.userName}\t${one.fullName}\t${one.tenant}`).join('\n')}\n`,
      )
    return 0
  }
  if (verb !== 'reset' || name === undefined) {
    say((texts) => texts.wrongOption('namhoc user reset NAME'))
    return wrongUsage
  }
  const reply = await carryOutCommand(settings, { command: 'link', userName: name })
  if (reply === null) return 1
  if (!reply.ok) {
    say((texts) => (reply.reason === 'unknown_user' ? texts.unknownUser(name) : texts.failed(reply.message)))
    return 1
  }
  if (!('link' in reply)) return 1
  const base = reply.address ?? settings.publicUrl ?? `http://${settings.host}:${settings.port}`
  // The token follows the '#', so that no server's log and no proxy sees it.
  process.stdout.write(`${base.replace(/\/$/, '')}/link#${reply.link.token}\n`)
  say((texts) =>
    texts.linkIssued(
      reply.link.fullName,
      formatDate(businessDate(Date.parse(reply.link.expiresAt), 'Asia/Ho_Chi_Minh')),
    ),
  )
  return 0
}
