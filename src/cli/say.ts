// What the command line tells a person: Vietnamese, then English. Standard output belongs to results.
import { en } from './cli.en.ts'
import { vi } from './cli.vi.ts'

/** Of one text in both languages; on standard error. */
export function say(text: (texts: typeof vi) => string): void {
  process.stderr.write(`${text(vi)}\n${text(en)}\n`)
}

/** The same as an answer asked for; on standard output. */
export function answer(text: (texts: typeof vi) => string): void {
  process.stdout.write(`${text(vi)}\n\n${text(en)}\n`)
}
