import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/basics/text.ts'
import { allUnits, eventsSince } from './demo-units.ts'
import { recordsBegin } from './unit-facts.ts'
import { doubtsOf, unconfirmed } from './unconfirmed.ts'

const documents = ['hai-an-plan-2024-2025.txt', 'kien-an-report-2022-2023.txt'].map(
  (name) => `../shared/documents/${name}`,
)

function plainText(text: string): string {
  return fold(text).replaceAll(/\s*-\s*/g, '-')
}

function doubted(code: string, what: string): boolean {
  return doubtsOf(code).some((doubt) => doubt.what === what)
}

describe('what no source confirms', () => {
  test('is about units, days and files that exist', () => {
    const codes = allUnits.map((unit) => unit.code)
    const empty = unconfirmed.filter(
      ({ subject }) =>
        'units' in subject &&
        !codes.some((code) => subject.units.some((pattern) => doubtsOf(code).length > 0 && pattern !== '')),
    )
    expect(empty).toEqual([])
    const days = new Set<string>(eventsSince.map((event) => event.on))
    expect(unconfirmed.filter(({ subject }) => 'eventOn' in subject && !days.has(subject.eventOn))).toEqual(
      [],
    )
    expect(
      unconfirmed.filter(
        ({ subject }) => 'file' in subject && !existsSync(new URL(subject.file, import.meta.url)),
      ),
    ).toEqual([])
  })

  test('says so in both languages', () => {
    expect(unconfirmed.filter((entry) => entry.vi.trim() === '' || entry.en.trim() === '')).toEqual([])
  })

  test('knows every pattern by at least one unit', () => {
    const idle = unconfirmed.flatMap(({ subject }) =>
      'units' in subject
        ? subject.units.filter(
            (pattern) => !pattern.startsWith('!') && !allUnits.some((unit) => wild(pattern).test(unit.code)),
          )
        : [],
    )
    expect(idle).toEqual([])
  })

  test('covers every unit whose first day stands for an unknown one', () => {
    expect(
      allUnits
        .filter((unit) => unit.validFrom === recordsBegin && !doubted(unit.code, 'founding'))
        .map((unit) => unit.code),
    ).toEqual([])
    expect(allUnits.filter((unit) => unit.kind === 'ward' && doubted(unit.code, 'founding'))).toEqual([])
  })

  test.skipIf(!existsSync('../shared'))(
    'covers every unit that neither a document nor a decree names',
    () => {
      const text = documents.map((path) => plainText(readFileSync(path, 'utf8'))).join(' ')
      // The wards stand in the decrees of 1994, 2002, 2007 and the resolutions of 2024 and 2025.
      const unnamed = allUnits.filter(
        (unit) =>
          unit.kind !== 'ward' &&
          ![unit.officialName, unit.shortName, ...unit.otherNames].some((name) =>
            text.includes(plainText(name)),
          ),
      )
      expect(unnamed.length).toBeGreaterThan(100)
      expect(
        unnamed
          .filter((unit) => !doubted(unit.code, 'existence') && !doubted(unit.code, 'name'))
          .map((unit) => unit.code),
      ).toEqual([])
    },
  )

  test('leaves alone what the documents name', () => {
    for (const code of [
      'HA-MN-CATBI',
      'HA-TH-DANGLAM',
      'HA-THCS-NAMHAI',
      'KA-MN-NHIDUC',
      'KA-TH-NGUYENDU',
      'KA-THCS-NAMHA',
      'HA-PGDDT',
    ]) {
      expect(doubted(code, 'existence') || doubted(code, 'name')).toBe(false)
    }
    expect(doubtsOf('HA-P-CATBI')).toEqual([])
  })
})

function wild(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`)
}
