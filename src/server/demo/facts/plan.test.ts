import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { firstDay, lastDay } from '#domain/basics/when.ts'
import { readDocument } from '#domain/reading/read-document.ts'
import { checkDocument } from '#domain/writing/check-document.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { readText } from '#server/formats/text-read.ts'
import { allUnits, endsOfUnits, issuers } from './demo-units.ts'
import { demoToday } from './hai-phong.ts'
import { planHaiAn } from './plan-hai-an.ts'
import { meaningOf, type NameMeaning, planNames } from './plan-names.ts'
import type { DemoTask } from './plan-task.ts'
import { planTasks } from './plan-tasks.ts'
import { planWard2025, wardNames, wardTasks } from './plan-ward-2025.ts'

const units = new Map(allUnits.map((unit) => [unit.code, unit]))

function livingOn(code: string, day: LocalDate): boolean {
  const unit = units.get(code)
  const end = endsOfUnits.get(code)
  return unit !== undefined && unit.validFrom <= day && (end === undefined || end > day)
}

function codesOf(meaning: NameMeaning): string[] {
  if ('unit' in meaning) return [meaning.unit]
  return meaning.audience.any.flatMap((rule) => ('units' in rule ? [...rule.units] : [rule.under]))
}

function textsOf(document: OfficialDocument): string {
  return JSON.stringify(document)
}

function printedNames(tasks: readonly DemoTask[]): string[] {
  return [...new Set(tasks.flatMap((task) => [...task.lead, ...task.coordinating]))]
}

describe.each([
  ['Hải An', planTasks, planNames, demoToday, planHaiAn],
  ['the ward', wardTasks, wardNames, localDate('2025-09-05'), planWard2025],
] as const)('the plan of %s', (_name, tasks, names, day, document) => {
  test('names units that live on its day, or rules over such units', () => {
    expect(printedNames(tasks).filter((name) => meaningOf(names, name) === undefined)).toEqual([])
    const codes = Object.values(names).flatMap(codesOf)
    expect(codes.filter((code) => !livingOn(code, day))).toEqual([])
  })

  test('explains no name that it does not print', () => {
    const printed = new Set(printedNames(tasks).map((name) => name.toLowerCase()))
    expect(Object.keys(names).filter((name) => !printed.has(name.toLowerCase()))).toEqual([])
  })

  test('names every single unit in one of its spellings', () => {
    const odd = Object.entries(names).filter(([name, meaning]) => {
      if (!('unit' in meaning)) return false
      const unit = units.get(meaning.unit)
      return (
        unit === undefined ||
        ![unit.officialName, unit.shortName, ...unit.otherNames].some((one) => fold(one) === fold(name))
      )
    })
    expect(odd.map(([name]) => name)).toEqual([])
  })

  test('prints in its cells the names that it gives one by one', () => {
    for (const task of tasks) {
      const cells = fold(
        `${task.leadText ?? task.lead.join(', ')} | ${task.coordinatingText ?? task.coordinating.join(', ')}`,
      )
      const missing = [...task.lead, ...task.coordinating].filter(
        (name) =>
          !fold(name)
            .split(/[ ,]+/)
            .every((word) => cells.includes(word)),
      )
      expect(missing).toEqual([])
    }
  })

  test('has a leading unit and a time for each task, beginning before it ends', () => {
    expect(
      tasks.filter((task) => task.lead.length === 0 || task.windows.length === 0 || task.title === ''),
    ).toEqual([])
    const windows = tasks.flatMap((task) => task.windows)
    expect(windows.filter(({ start, finish }) => (firstDay(start) ?? '') > (lastDay(finish) ?? ''))).toEqual(
      [],
    )
  })

  test('is a document without faults of form', () => {
    expect(checkDocument(document)).toEqual([])
    expect(document.number.text).toBeNull()
    expect(document.date).toBeNull()
  })

  test('is signed by a signer of its issuer', () => {
    const signers = issuers.flatMap((issuer) =>
      issuer.printedName === document.issuer.name ? issuer.signers : [],
    )
    expect(signers.map((signer) => signer.name)).toContain(document.signature.name)
  })

  test('has its tasks in the annex, a row each', () => {
    const [table] = document.annexes[0]?.body ?? []
    expect(table?.kind === 'table' ? table.rows.map((row) => row[1]) : []).toEqual(
      tasks.map((task) => task.title),
    )
  })
})

describe('the annex of Hải An', () => {
  test('has 41 lines numbered from 1', () => {
    expect(planTasks.map((task) => task.no)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
  })

  test('has one task of a single day and one of two windows', () => {
    expect(
      planTasks
        .filter((task) => task.windows.some((window) => 'date' in window.start))
        .map((task) => task.no),
    ).toEqual([13])
    expect(planTasks.filter((task) => task.windows.length > 1).map((task) => task.no)).toEqual([25])
  })

  test('keeps what is odd in the signed plan', () => {
    const [inspection, contest] = [planTasks[10], planTasks[29]]
    expect(inspection?.lead.filter((name) => inspection.coordinating.includes(name))).toEqual([
      'Ủy ban nhân dân các phường',
    ])
    expect([contest?.title.endsWith('Trung học cơ sở'), contest?.coordinating]).toEqual([
      true,
      ['Các trường Tiểu học'],
    ])
  })

  test.skipIf(!existsSync('../shared'))(
    'agrees with the signed plan in units, roles and times, line by line',
    () => {
      const signed = readDocument(readText(readFileSync('../shared/documents/hai-an-plan-2024-2025.txt')))
      // Line 13 of the signed plan leaves a word out of the office's name.
      const plain = (names: readonly string[]) =>
        names.map((name) => fold(name).replace('hoi dong nhan va', 'hoi dong nhan dan va'))
      const times = (read: unknown) => (Array.isArray(read) ? read : [read])
      expect(
        signed.tasks.map((task) => [
          task.no,
          plain(task.lead),
          plain(task.coordinating),
          times(task.start),
          times(task.finish),
        ]),
      ).toEqual(
        planTasks.map((task) => [
          String(task.no),
          plain(task.lead),
          plain(task.coordinating),
          task.windows.map((window) => window.start),
          task.windows.map((window) => window.finish),
        ]),
      )
    },
  )

  test('is led by the education office in 31 lines', () => {
    expect(planTasks.filter((task) => task.lead.includes('Phòng Giáo dục và Đào tạo'))).toHaveLength(31)
  })
})

describe('the body of Hải An', () => {
  test.each([
    '22 trường',
    '08 trường',
    '14 trường',
    '52 nhóm',
    '7.910/9.232',
    '85,7%',
    '1.640/2.898',
    '56,6%',
    '6.270/6.334',
    '99%',
    '2.348/2.348',
    '12.246',
    '291 lớp',
    '2.227',
    '57 lớp',
    '10.932',
    '227 lớp',
    '2.737',
    '59 lớp',
    '99-99,5%',
    '71-72%',
    '90-91%',
    '97-98%',
    '10-11%',
    '14-15%',
    '95%',
    '88-96%',
    '94-97%',
    '1,5%',
    '55-60%',
    '15-17%',
    '20-23%',
    '0,1-0,2%',
    '95-97%',
    '2,5-4,5%',
    '0,5%',
    '30-33%',
    '9-12%',
    '0,5-1%',
    '70-75%',
    '20-25%',
    '0-5%',
    '4-5 trường',
    '1-2 trường',
    '96-97%',
    '95-96%',
    '10 lớp học thông minh',
  ])('promises %s', (figure) => {
    expect(textsOf(planHaiAn)).toContain(figure)
  })

  test('has nine groups of targets and nine chapters of duties', () => {
    const headings = planHaiAn.body.filter((block) => block.kind === 'clause' || block.kind === 'point')
    const duties = headings.findIndex((block) => 'number' in block && block.number === '2.1')
    expect(
      headings.slice(0, duties).flatMap((block) => (block.kind === 'point' ? [block.number] : [])),
    ).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i'])
    expect(headings.filter((block) => 'number' in block && /^2\.\d$/.test(block.number ?? ''))).toHaveLength(
      9,
    )
  })
})
