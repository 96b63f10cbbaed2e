// What a test needs beside Node and npm. Where it is missing the test is skipped and counted with the reason;
// with REQUIRE_ALL=1 (CI) what is missing is a failure.
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as vitest from 'vitest'
import { findPostgres } from '#scripts/postgres.mjs'

export type Requirement = 'chromium' | 'libreoffice' | 'postgres' | 'shared'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges with vitest's
  interface TaskMeta {
    /** Why the test was skipped; scripts/test-reporter.mjs lists it. */
    missing?: string
  }
}

type Body = () => void | Promise<void>
type Registers = {
  describe: (name: string, body: () => void) => void
  test: (name: string, body: Body, timeout?: number) => void
}

/** `describe` and `test` for what needs it: `whenAvailable('chromium').describe('the thread', () => { … })`. */
export function whenAvailable(requirement: Requirement): Registers {
  if (isAvailable(requirement)) {
    return {
      describe: (name, body) => vitest.describe(name, body),
      test: (name, body, timeout) => vitest.test(name, body, timeout),
    }
  }
  const missing = reasons[requirement]
  if (process.env['REQUIRE_ALL'] === '1') {
    const fail = (name: string): void => {
      vitest.test(name, () => {
        throw new Error(`REQUIRE_ALL=1, but ${missing}`)
      })
    }
    return { describe: fail, test: fail }
  }
  const skipped = { skip: true, meta: { missing } }
  return {
    describe: (name, body) => vitest.describe(name, skipped, body),
    test: (name, body) => vitest.test(name, skipped, body),
  }
}

const reasons: Record<Requirement, string> = {
  chromium: 'Chromium is not installed (or CHROMIUM does not name it)',
  libreoffice: 'LibreOffice is not installed',
  postgres: 'PostgreSQL is not installed and TEST_DATABASE_URL is not set',
  shared: 'the folder of the real documents does not lie beside the project',
}

function isAvailable(requirement: Requirement): boolean {
  switch (requirement) {
    case 'chromium':
      return chromiumPath() !== null
    case 'libreoffice':
      return libreOfficePath() !== null
    case 'postgres':
      return process.env['TEST_DATABASE_URL'] !== undefined || findPostgres() !== null
    case 'shared':
      return existsSync(sharedFolder)
  }
}

export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM']
  if (named !== undefined) return existsSync(named) ? named : null
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return (
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']) ??
    (existsSync(mac) ? mac : null)
  )
}

export function libreOfficePath(): string | null {
  return onPath(['soffice', 'libreoffice', 'soffice.exe'])
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}

const sharedFolder = fileURLToPath(new URL('../../../shared/documents/', import.meta.url))

/** The text of one of the real documents: ask only inside `whenAvailable('shared')`. */
export function readSharedDocument(name: string): string {
  return readFileSync(join(sharedFolder, name), 'utf8')
}
