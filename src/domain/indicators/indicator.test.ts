import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { emptyCells } from '#domain/forms/applies.ts'
import type { Cell } from '#domain/forms/form.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import { scaleForm } from '#domain/forms/scale-form.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import { concerns, formatMeasure, indicatorValue, mustCountGivers, prepareIndicator } from './indicator.ts'
import { readyIndicators } from './ready-indicators.ts'
import { addCells, emptyRollup, joinRollups, type Rollup, takeCells } from '#domain/submissions/rollup.ts'
import { roundsFor } from './sources.ts'

const form = prepareForm(scaleForm)
const at = (id: string) => form.cellById.get(id)?.index ?? -1

function school(levels: SchoolLevel[], typed: Record<string, number>): Cell[] {
  const cells = emptyCells(form, { kind: 'school', levels })
  for (const [id, value] of Object.entries(typed)) cells[at(id)] = value
  return cells
}
const all = (...schools: Cell[][]): Rollup => schools.reduce<Rollup>(addCells, emptyRollup(form.cells.length))
const source = (expression: string, rollup: Rollup) => ({
  indicator: prepareIndicator({ expression }, form),
  rollup,
})
const value = (expression: string, rollup: Rollup) => indicatorValue([source(expression, rollup)])

const small = school(['primary'], {
  'k1.pupils': 30,
  'k1.classes': 1,
  'k1.girls': 12,
  'k2.pupils': 0,
  'k2.classes': 0,
})
const large = school(['primary', 'lower_secondary'], {
  'k1.pupils': 70,
  'k1.classes': 2,
  'k6.pupils': 45,
  'k6.classes': 1,
})

describe('how many units are behind a figure', () => {
  const nursery = school(['preschool'], { 'nt1.pupils': 20 })
  const secondary = school(['lower_secondary'], { 'k6.pupils': 80 })
  const two = 'k1.pupils + k6.pupils'
  test.each([
    ['one level: whoever gave a number', 'k1.pupils', all(small, large, nursery), undefined, 2],
    ['all levels: a school of two levels is one', 'all.pupils', all(small, large, nursery), undefined, 3],
    // The sums of one school of two levels and of two schools are the same.
    ['two of three, one school of both', two, all(large, nursery), 1, 1],
    ['two of three, a school of each', two, all(small, secondary, nursery), 2, 2],
    ['two of three, nobody', two, all(nursery), 0, 0],
  ])('%s', (_fact, expression, rollup, givers, units) => {
    const given = givers === undefined ? {} : { givers }
    expect(indicatorValue([{ ...source(expression, rollup), ...given }]).units).toBe(units)
    const prepared = prepareIndicator({ expression }, form)
    expect(prepared !== null && mustCountGivers(prepared, form)).toBe(givers !== undefined)
  })
})

describe('adding up', () => {
  test('keeps apart a zero, what is missing and what is not asked', () => {
    const rollup = all(small, large)
    const sums = (id: string) => [rollup.sums[at(id)], rollup.counts[at(id)]]
    expect(sums('k1.pupils')).toEqual([100, 2])
    expect(sums('k2.pupils')).toEqual([0, 1])
    expect(sums('k3.pupils')).toEqual([null, 0])
    expect(sums('k6.pupils')).toEqual([45, 1])
    expect(sums('nt1.pupils')).toEqual([null, 0])
    expect(rollup.submissions).toBe(2)
  })

  test('what was added can be taken out again without a trace', () => {
    expect(takeCells(takeCells(all(small, large), large), small)).toEqual(emptyRollup(form.cells.length))
    const cell = fc.oneof(
      fc.constant<Cell>(null),
      fc.constant<Cell>('na'),
      fc.double({ min: 0, max: 5000, noNaN: true }).map((number): Cell => Math.round(number * 100) / 100),
    )
    const cells = fc.array(cell, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 20 }), cells, (others, one) => {
        const before = others.reduce<Rollup>(addCells, emptyRollup(4))
        expect(takeCells(addCells(before, one), one)).toEqual(before)
        expect(joinRollups(4, [before, addCells(emptyRollup(4), one)])).toEqual(addCells(before, one))
      }),
    )
  })

  test('joins parts that one authority counted apart', () => {
    expect(joinRollups(form.cells.length, [all(small), all(large)])).toEqual(all(small, large))
    expect(joinRollups(form.cells.length, [])).toEqual(emptyRollup(form.cells.length))
  })
})

describe('an indicator', () => {
  test('adds up first and divides then', () => {
    const rollup = all(small, large)
    expect(value('primary.pupils / primary.classes', rollup)).toEqual({
      answer: { kind: 'value', value: 100 / 3 },
      share: { part: 100, whole: 3 },
      units: 2,
    })
    expect(value('primary.pupils', rollup)).toEqual({
      answer: { kind: 'value', value: 100 },
      share: null,
      units: 2,
    })
    // The larger school has two levels and is one school.
    expect(value('all.pupils', rollup)).toMatchObject({ answer: { kind: 'value', value: 145 }, units: 2 })
    expect(value('lower_secondary.pupils', rollup).units).toBe(1)
  })

  test('says why there is none', () => {
    expect(value('primary.pupils', emptyRollup(form.cells.length))).toEqual({
      answer: { kind: 'none', why: 'missing' },
      share: null,
      units: 0,
    })
    const none = all(school(['primary'], { 'k1.pupils': 0, 'k1.classes': 0 }))
    expect(value('primary.pupils', none).answer).toEqual({ kind: 'value', value: 0 })
    expect(value('primary.pupils / primary.classes', none).answer).toEqual({
      kind: 'none',
      why: 'zero_whole',
    })
    expect(indicatorValue([]).answer).toEqual({
      kind: 'none',
      why: 'missing',
    })
    expect(value('primary.teachers', all(small)).answer).toEqual({ kind: 'none', why: 'missing' })
    // A column that is computed within a row cannot be added up.
    expect(value('primary.average', all(small)).answer).toEqual({ kind: 'none', why: 'missing' })
  })

  test('rests on several forms where districts collected apart', () => {
    const answer = indicatorValue([
      source('primary.pupils', all(small)),
      source('primary.pupils', all(large)),
    ])
    expect(answer).toEqual({ answer: { kind: 'value', value: 100 }, share: null, units: 2 })
  })

  const prepared = (expression: string) => {
    const read = prepareIndicator({ expression }, form)
    if (read === null) throw new Error(expression)
    return read
  }

  test('leads to the cells behind it', () => {
    const cells = (expression: string) => prepared(expression).cells.map((cell) => cell.id)
    expect(cells('kindergarten.pupils + k1.pupils')).toEqual([
      'mg3.pupils',
      'mg4.pupils',
      'mg5.pupils',
      'k1.pupils',
    ])
    expect(cells('all.classes')).toHaveLength(15)
    expect(cells('1.0')).toEqual([])
  })

  test('concerns the units that are asked what it counts', () => {
    const unit = (...levels: SchoolLevel[]) => ({ kind: 'school' as const, levels })
    const units = [
      unit('preschool'),
      unit('primary'),
      unit('primary', 'lower_secondary'),
      unit('upper_secondary'),
    ]
    expect(units.map((one) => concerns(prepared('k1.pupils + primary.classes'), form, one))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(concerns(prepared('all.pupils'), form, unit('preschool'))).toBe(true)
    expect(concerns(prepared('1.0'), form, unit('primary'))).toBe(false)
  })

  test.each(readyIndicators.map((indicator) => [indicator.code, indicator] as const))(
    '%s can be computed',
    (code, indicator) => {
      expect(prepareIndicator(indicator, form)).not.toBeNull()
      expect(code).toMatch(/^[a-z0-9.-]{1,80}$/)
    },
  )

  test('codes are borne once', () => {
    expect(new Set(readyIndicators.map((indicator) => indicator.code)).size).toBe(readyIndicators.length)
  })

  test('is printed as its measure asks', () => {
    expect([
      formatMeasure(12_246, 'count'),
      formatMeasure(0, 'count'),
      formatMeasure(42.0824, 'average'),
      formatMeasure(0.8568, 'percent'),
    ]).toEqual(['12.246', '0', '42,1', '85,7%'])
  })
})

describe('which rounds tell about a place', () => {
  const of = (nodePath: string, ...paths: string[]) =>
    roundsFor(paths.map((issuerPath) => ({ issuerPath, nodePath }))).map((one) => one.issuerPath)
  test.each<[string, string, string[], string[]]>([
    ['its own', '1.2', ['1.2'], ['1.2']],
    ['that of the authority above', '1.2.7', ['1.2'], ['1.2']],
    ['the nearest above, when two collected', '1.2.7', ['1', '1.2'], ['1.2']],
    ['its own before those of its districts', '1', ['1', '1.2', '1.3'], ['1']],
    ['those of its districts together', '1', ['1.2', '1.3'], ['1.2', '1.3']],
    ['a ward within a counted district is not counted again', '1', ['1.2', '1.2.5', '1.3'], ['1.2', '1.3']],
    ['1.20 does not lie under 1.2', '1.2', ['1.20'], []],
    ['nobody collected', '1', [], []],
  ])('%s', (_fact, node, paths, expected) => {
    expect(of(node, ...paths)).toEqual(expected)
  })
})
