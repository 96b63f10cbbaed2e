// namhoc backup FILE: also while the server runs.
import { resolve } from 'node:path'
import { carryOutCommand } from './carry-out.ts'
import { parseOptions, settingsFor, wrongUsage } from './options.ts'
import { say } from './say.ts'

export async function backup(args: string[]): Promise<number> {
  const parsed = parseOptions(args, {})
  if (parsed === null) return wrongUsage
  const file = parsed.positionals[0]
  if (file === undefined) {
    say((texts) => texts.fileNeeded('backup'))
    return wrongUsage
  }
  const settings = await settingsFor(parsed.values)
  if (settings === null) return wrongUsage
  const reply = await carryOutCommand(settings, { command: 'backup', file: resolve(file) })
  if (reply === null) return 1
  if (!reply.ok) {
    say((texts) => texts.failed(reply.message))
    return 1
  }
  if ('backup' in reply)
    say((texts) => texts.backedUp(reply.backup.file, reply.backup.rows, reply.backup.files))
  return 0
}
