// Commands on the data: the server that runs on the embedded database is asked; otherwise the data is opened here.
import type { ControlReply, ControlRequest } from '#server/control.ts'
import type { Settings } from '#server/platform/settings.ts'
import { say } from './say.ts'

/** Null after a message when the data could not be reached. */
export async function carryOutCommand(
  settings: Settings,
  request: ControlRequest,
): Promise<ControlReply | null> {
  const { lockHolder } = await import('#server/database/directory-lock.ts')
  const { askServer, carryOut } = await import('#server/control.ts')
  if (settings.database.kind === 'directory' && lockHolder(settings.dataDir) !== null) {
    return await askServer(settings.dataDir, request).catch(() => {
      say((texts) => texts.serverSilent)
      return null
    })
  }
  const { CannotStart, openGround } = await import('#server/main.ts')
  try {
    const ground = await openGround(settings, () => new Date())
    try {
      return await carryOut(ground, request)
    } finally {
      await ground.close()
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    const { refusalText } = await import('./refusal-text.ts')
    say((texts) => refusalText(texts, error.refusal))
    return null
  }
}
