// namhoc restore FILE: into an empty data directory or database, never while a server runs on it.
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseOptions, settingsFor, wrongUsage } from './options.ts'
import { refusalText } from './refusal-text.ts'
import { say } from './say.ts'

export async function restore(args: string[]): Promise<number> {
  const parsed = parseOptions(args, {})
  if (parsed === null) return wrongUsage
  const given = parsed.positionals[0]
  if (given === undefined) {
    say((texts) => texts.fileNeeded('restore'))
    return wrongUsage
  }
  const file = resolve(given)
  const settings = await settingsFor(parsed.values)
  if (settings === null) return wrongUsage
  if (!(await isReadable(file))) {
    say((texts) => texts.fileNotReadable(file))
    return 1
  }
  const { CannotStart, openGround } = await import('#server/main.ts')
  const { CannotRestore, restoreBackup } = await import('#server/database/backup.ts')
  try {
    const ground = await openGround(settings, () => new Date())
    try {
      const count = await restoreBackup(ground.database.pool, ground.services.files, file)
      const rows = Object.values(count.tables).reduce((sum, one) => sum + one, 0)
      say((texts) => texts.restored(rows, count.files))
      return 0
    } finally {
      await ground.close()
    }
  } catch (error) {
    if (error instanceof CannotStart) say((texts) => refusalText(texts, error.refusal))
    else if (error instanceof CannotRestore) say((texts) => texts.cannotRestore[error.reason])
    else throw error
    return 1
  }
}

async function isReadable(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
