import { describe, expect, test } from 'vitest'
import { apportion, shareOfText, tableOf } from './apportion.ts'
import { allUnits } from './demo-units.ts'
import { rowsFor, type ScaleLevel, scaleRowCodes, scaleRows } from './form-scale.ts'
import {
  haiAn2024,
  kienAn2022Scale,
  type ScaleCells,
  type ScaleSet,
  scaleValues,
} from './form-scale-values.ts'
import {
  kienAn2022,
  kienAnChange,
  kienAnGrowth,
  kienAnGraduates,
  kienAnPrintedClasses,
} from './kien-an-figures.ts'

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

describe('apportioning', () => {
  test('loses nothing and keeps the proportions', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(100, [50, 30, 20])).toEqual([50, 30, 20])
    expect(apportion(7910, [22, 52])).toEqual([2352, 5558])
  })

  test('knows nothing to share, one share and shares of no weight', () => {
    expect(apportion(0, [3, 4])).toEqual([0, 0])
    expect(apportion(0, [])).toEqual([])
    expect(apportion(5, [2])).toEqual([5])
    expect(apportion(5, [0, 1, 0])).toEqual([0, 5, 0])
    expect(() => apportion(5, [])).toThrow(RangeError)
    expect(() => apportion(5, [0, 0])).toThrow(RangeError)
  })

  test('keeps the sums of rows and columns', () => {
    const table = tableOf([1, 1, 2, 14, 20], [4, 10, 24])
    expect(table.map(sum)).toEqual([1, 1, 2, 14, 20])
    expect([0, 1, 2].map((column) => sum(table.map((row) => row[column] ?? 0)))).toEqual([4, 10, 24])
    expect(table.flat().every((part) => part >= 0)).toBe(true)
    expect(() => tableOf([1], [2])).toThrow(RangeError)
  })

  test('spreads texts evenly enough', () => {
    const shares = allUnits.map((unit) => shareOfText(unit.code))
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
    expect(sum(shares) / shares.length).toBeGreaterThan(0.4)
    expect(sum(shares) / shares.length).toBeLessThan(0.6)
    expect(shareOfText('HA-MN-CATBI')).toBe(shareOfText('HA-MN-CATBI'))
  })
})

describe('the form', () => {
  test('has a row for each age group and grade, once', () => {
    expect(scaleRows.map((row) => row.code)).toEqual([...scaleRowCodes])
  })

  test('asks a multi-level school for both its levels and an upper secondary school for nothing', () => {
    expect(rowsFor(['primary', 'lower_secondary']).map((row) => row.code)).toEqual([
      'k1',
      'k2',
      'k3',
      'k4',
      'k5',
      'k6',
      'k7',
      'k8',
      'k9',
    ])
    expect(rowsFor(['preschool'])).toHaveLength(6)
    expect(rowsFor(['upper_secondary'])).toEqual([])
  })
})

const levels = ['preschool', 'primary', 'lower_secondary'] as const

function totalOf(set: ScaleSet, level: ScaleLevel, column: keyof ScaleCells): number {
  const rows = scaleRows.filter((row) => row.level === level)
  return sum(
    [...scaleValues(set).values()].flatMap((unit) => rows.map((row) => unit[row.code]?.[column] ?? 0)),
  )
}

describe('quận Hải An in the middle of 2024-2025', () => {
  test('adds up to the plan by level', () => {
    expect(totalOf(haiAn2024, 'preschool', 'pupils')).toBe(7910)
    expect([totalOf(haiAn2024, 'primary', 'classes'), totalOf(haiAn2024, 'primary', 'pupils')]).toEqual([
      291, 12_246,
    ])
    expect([
      totalOf(haiAn2024, 'lower_secondary', 'classes'),
      totalOf(haiAn2024, 'lower_secondary', 'pupils'),
    ]).toEqual([227, 10_932])
  })

  test('adds up to the plan where it names a grade or an age', () => {
    const { totals } = haiAn2024
    expect(totals.nt1.pupils + totals.nt2.pupils + totals.nt3.pupils).toBe(1640)
    expect(totals.mg3.pupils + totals.mg4.pupils + totals.mg5.pupils).toBe(6270)
    expect(totals.mg5.pupils).toBe(2348)
    expect(totals.k1).toEqual({ classes: 57, pupils: 2227 })
    expect(totals.k6).toEqual({ classes: 59, pupils: 2737 })
  })

  test('has every school and class of the district', () => {
    const units = allUnits.filter(
      (unit) => unit.code.startsWith('HA-') && ['school', 'independent_class'].includes(unit.kind),
    )
    expect([...scaleValues(haiAn2024).keys()].toSorted()).toEqual(units.map((unit) => unit.code).toSorted())
  })
})

describe('quận Kiến An at the end of 2022-2023', () => {
  test('adds up to the report by level', () => {
    for (const { level, classes, pupils } of kienAn2022) {
      const known = levels.find((one) => one === level)
      expect(
        known === undefined
          ? null
          : [totalOf(kienAn2022Scale, known, 'classes'), totalOf(kienAn2022Scale, known, 'pupils')],
      ).toEqual([classes, pupils])
    }
  })

  test('gives the five schools of rank I the classes that the report prints', () => {
    const values = scaleValues(kienAn2022Scale)
    for (const [code, classes] of Object.entries(kienAnPrintedClasses)) {
      expect(sum(Object.values(values.get(code) ?? {}).map((cells) => cells.classes))).toBe(classes)
    }
  })

  test('keeps the school ranks of rank II and III to their class numbers', () => {
    for (const unit of allUnits.filter((one) => one.rank !== null)) {
      const classes = kienAn2022Scale.classesOf.primary[unit.code] ?? 0
      expect([unit.code, classes >= 28 ? 1 : classes >= 18 ? 2 : 3]).toEqual([unit.code, unit.rank])
    }
  })

  test('has grown as the report says: +476 −442 +286 = +320 pupils, +15 −4 +6 = +17 classes', () => {
    const last = kienAnGrowth.at(-1)
    expect([sum(kienAnChange.map((one) => one.pupils)), sum(kienAnChange.map((one) => one.classes))]).toEqual(
      [last?.pupils, last?.classes],
    )
    expect(sum(kienAn2022.map((one) => one.pupils))).toBe(24_799)
    expect(kienAnGraduates.excellent + kienAnGraduates.good + kienAnGraduates.average).toBe(
      kienAnGraduates.pupils,
    )
  })

  test('has figures for both schools that merged afterwards and for every unit of that year', () => {
    const codes = allUnits.filter(
      (unit) =>
        unit.code.startsWith('KA-') &&
        ['school', 'independent_class'].includes(unit.kind) &&
        unit.code !== 'KA-MN-VANDAU',
    )
    expect([...scaleValues(kienAn2022Scale).keys()].toSorted()).toEqual(
      codes.map((unit) => unit.code).toSorted(),
    )
  })
})

describe.each([
  ['Hải An', haiAn2024],
  ['Kiến An', kienAn2022Scale],
])('each school of %s', (_name, set) => {
  const all = [...scaleValues(set)].flatMap(([code, unit]) =>
    Object.entries(unit).map(([row, cells]) => ({ code, row, cells })),
  )

  test('has classes where it has pupils, and no more girls than pupils', () => {
    expect(all.filter(({ cells }) => (cells.classes === 0) !== (cells.pupils === 0))).toEqual([])
    expect(all.filter(({ cells }) => cells.girls > cells.pupils)).toEqual([])
  })

  test('has classes of about the size that its grade has everywhere', () => {
    const odd = all.filter(({ row, cells }) => {
      const total = set.totals[scaleRowCodes.find((code) => code === row) ?? 'k1']
      return (
        cells.classes > 0 &&
        Math.abs(cells.pupils / cells.classes / (total.pupils / total.classes) - 1) > 0.12
      )
    })
    expect(odd).toEqual([])
  })

  test('fills exactly the rows of its levels', () => {
    for (const [code, unit] of scaleValues(set)) {
      const levelsOfUnit = allUnits.find((one) => one.code === code)?.levels ?? []
      expect([code, Object.keys(unit).length]).toEqual([code, rowsFor(levelsOfUnit).length])
    }
  })
})
