// Old Word, RTF and OpenDocument texts become .docx by the LibreOffice of the machine, where there is one. It runs with a
// profile of its own that is thrown away, follows no link out of the file and runs nothing that is in it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FormatRefusal } from './format-refusal.ts'

export type OldOffice = 'doc' | 'rtf' | 'odt'

/** Less than a conversion may take as a whole (run-in-worker.ts); 40 pages take 3 s, half of it the start. */
const mostMilliseconds = 35_000

/** null where there is no LibreOffice. Throws FormatRefusal. */
export async function toDocx(bytes: Uint8Array, kind: OldOffice): Promise<Uint8Array | null> {
  const program = findLibreOffice()
  if (program === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'namhoc-office-'))
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings)
    await writeFile(join(folder, `given.${kind}`), bytes)
    await run(program, folder, kind)
    return await readFile(join(folder, 'given.docx')).catch(() => {
      throw new FormatRefusal('corrupt')
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** LIBREOFFICE names the program; set to nothing, none is used. */
function findLibreOffice(): string | null {
  const named = process.env['LIBREOFFICE']
  if (named !== undefined) return named !== '' && existsSync(named) ? named : null
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = [
    ...folders.flatMap((folder) =>
      ['soffice', 'libreoffice', 'soffice.exe'].map((name) => join(folder, name)),
    ),
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    join(process.env['ProgramFiles'] ?? 'C:\\Program Files', 'LibreOffice', 'program', 'soffice.exe'),
  ]
  return places.find((place) => existsSync(place)) ?? null
}

function run(program: string, folder: string, kind: OldOffice): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      program,
      [
        '--headless',
        '--norestore',
        '--nolockcheck',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        folder,
        join(folder, `given.${kind}`),
      ],
      // A group of its own: the program that works is a child of the one that is started.
      { stdio: 'ignore', detached: true, env: { ...process.env, HOME: folder } },
    )
    const patience = setTimeout(() => {
      end(child.pid)
      reject(new FormatRefusal('too_slow', { seconds: mostMilliseconds / 1000 }))
    }, mostMilliseconds)
    child.once('error', (error) => {
      clearTimeout(patience)
      reject(error)
    })
    child.once('exit', () => {
      clearTimeout(patience)
      resolve()
    })
  })
}

function end(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Gone by itself.
  }
}

const security = (name: string, value: string) =>
  `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${security('DisableMacrosExecution', 'true')}
${security('MacroSecurityLevel', '3')}
${security('BlockUntrustedRefererLinks', 'true')}
${security('DisableActiveContent', 'true')}
</oor:items>
`
