// namhoc start: the product on the data of its folder or of DATABASE_URL, until it is told to stop.
import { createServer } from 'node:net'
import type { CannotStart, Ground } from '#server/main.ts'
import type { DemoAccounts } from '#server/platform/route.ts'
import type { Settings } from '#server/platform/settings.ts'
import { parseOptions, settingsFor, wrongUsage } from './options.ts'
import { refusalText } from './refusal-text.ts'
import { say } from './say.ts'

export async function start(args: string[]): Promise<number> {
  const parsed = parseOptions(args, {})
  if (parsed === null) return wrongUsage
  const settings = await settingsFor(parsed.values)
  if (settings === null) return wrongUsage
  return await serve(
    settings,
    () => new Date(),
    null,
    async () => {},
  )
}

/** Opens, prepares (the demo fills in its data), listens, and stays until the signal to stop. */
export async function serve(
  settings: Settings,
  clock: () => Date,
  demo: DemoAccounts | null,
  prepare: (ground: Ground) => Promise<void>,
): Promise<number> {
  const { CannotStart, openGround, startServer } = await import('#server/main.ts')
  const stopAsked = onStop()
  try {
    // Said before the data are opened and the demo is made, which takes a while.
    const refusal = await portRefusal(settings)
    if (refusal !== null) throw new CannotStart(refusal)
    const ground = await openGround(settings, clock, demo)
    const running = await prepare(ground)
      .then(() => startServer(settings, ground))
      .catch(async (error: unknown) => {
        // The embedded database runs in a thread that would keep the process alive.
        await ground.close()
        throw error
      })
    say((texts) => `${texts.listening(running.address)}. ${texts.stopHint}`)
    await stopAsked
    say((texts) => texts.stopping)
    await running.stop()
    return 0
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    const { refusal } = error
    say((texts) => refusalText(texts, refusal))
    return 1
  }
}

function portRefusal({ port, host }: Settings): Promise<CannotStart['refusal'] | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ reason: 'port_taken', port })
      else if (error.code === 'EACCES') resolve({ reason: 'port_not_allowed', port })
      else resolve({ reason: 'failed', message: error.message })
    })
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}

function onStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
