// namhoc check FILE: the figures of one document, checked without server or database. Exit 0: nothing found; 1: findings; 2: could not be read.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { At } from '#domain/reading/source.ts'
import { wrongUsage } from './options.ts'
import { say } from './say.ts'

export async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, explain: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  })
  const file = positionals[0]
  if (file === undefined) {
    say((texts) => texts.fileNeeded('check'))
    return wrongUsage
  }
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) {
    say((texts) => texts.fileNotReadable(file))
    return wrongUsage
  }
  const { readSource } = await import('#server/formats/read-source.ts')
  const { checkSource } = await import('#domain/checking/check-source.ts')
  try {
    const { findings, proofs } = checkSource(await readSource(bytes, basename(file)))
    const shown = findings.map(({ at, message, ...finding }) => ({
      ...finding,
      lines: at.flatMap(lineOf),
      at,
      message: message.vi,
    }))
    const notChecked = [
      'Mới kiểm tra tỷ lệ phần trăm có phân số kèm theo và ngày tháng; các quy tắc khác chưa có.',
    ]
    const output = { findings: shown, notChecked, ...(values['explain'] === true ? { proven: proofs } : {}) }
    if (values['json'] === true) process.stdout.write(`${JSON.stringify(output, null, 2)}\n`)
    else
      process.stdout.write(
        `${shown.map((finding) => `${finding.lines.join(', ') || JSON.stringify(finding.at[0])}\t${finding.quotes.join(' | ')}\t${finding.message}`).join('\n')}\n`,
      )
    return findings.length === 0 ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return wrongUsage
  }
}

function lineOf(at: At): number[] {
  return 'line' in at ? [at.line] : []
}
