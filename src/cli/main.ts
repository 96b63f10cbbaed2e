// namhoc: finds the command and loads it alone, so that `read` and `check` never touch the database's code.
// Nothing but Node's own modules is loaded before the command is known.
import { answer, say } from './say.ts'

type Command = (args: string[]) => Promise<number>

const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  demo: async () => (await import('./demo.ts')).demo,
  read: async () => (await import('./read.ts')).readCommand,
  check: async () => (await import('./check.ts')).check,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  user: async () => (await import('./user.ts')).user,
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || args.includes('--help') || args.includes('-h')) {
    const version = await ownVersion()
    answer((texts) => texts.help(version))
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    process.stdout.write(`${await ownVersion()}\n`)
    return 0
  }
  // Own names only: `namhoc constructor` is no command.
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    say((texts) => texts.unknownCommand(name))
    return 2
  }
  const command = await load()
  return await command(rest)
}

async function ownVersion(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  // The bundle lies in dist, one folder below package.json.
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}

// Not process.exit: what was written to a pipe must arrive.
process.exitCode = await main(process.argv.slice(2))
