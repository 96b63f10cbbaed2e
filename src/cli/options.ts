// Options of the commands that open the data: each stands for a setting of the environment and wins over it.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Settings } from '#server/platform/settings.ts'
import { say } from './say.ts'

const common = { port: 'PORT', host: 'HOST', data: 'DATA_DIR', files: 'FILES_DIR' } as const

export const wrongUsage = 2

export type Parsed = { values: Record<string, string | boolean | undefined>; positionals: string[] }

/** Null after a message when the options are not those of the command. */
export function parseOptions(
  args: string[],
  options: NonNullable<ParseArgsConfig['options']>,
): Parsed | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...options, ...commonOptions() },
      allowPositionals: true,
      strict: true,
    })
    return { values, positionals }
  } catch (error) {
    // Node's message goes on about arguments that begin with a dash.
    const reason = (error instanceof Error ? error.message : String(error)).split('. ')[0] ?? ''
    say((texts) => texts.wrongOption(reason))
    return null
  }
}

function commonOptions(): Record<string, { type: 'string' }> {
  return Object.fromEntries(Object.keys(common).map((name) => [name, { type: 'string' }]))
}

/** The settings in force, or null after a message that names each wrong one. */
export async function settingsFor(values: Parsed['values']): Promise<Settings | null> {
  const { readSettings } = await import('#server/platform/settings.ts')
  const given = Object.entries(common).map(([option, setting]) => [setting, textOf(values[option])] as const)
  const verdict = readSettings(process.env, Object.fromEntries(given))
  if (verdict.ok) return verdict.settings
  say((texts) => `${texts.wrongSettings}\n${verdict.problems.map((problem) => `  ${problem}`).join('\n')}`)
  return null
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
