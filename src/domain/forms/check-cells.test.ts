import { describe, expect, test } from 'vitest'
import type { SchoolLevel, UnitKind } from '#domain/units/unit.ts'
import { emptyCells, fitCells, isAsked, sectionsFor } from './applies.ts'
import { checkCells } from './check-cells.ts'
import type { Cell } from './form.ts'
import { numbersOf, prepareForm } from './prepared-form.ts'
import { scaleForm } from './scale-form.ts'

const form = prepareForm(scaleForm)
const school = (...levels: SchoolLevel[]) => ({ kind: 'school' as const, levels })

/** The form of a school with some cells typed. */
function filled(unit: { kind: UnitKind; levels: SchoolLevel[] }, typed: Record<string, number>): Cell[] {
  return emptyCells(form, unit).map((empty, index) => {
    const id = form.cells[index]?.id ?? ''
    return empty === 'na' ? 'na' : (typed[id] ?? empty)
  })
}

/** Every required cell of a primary school with the same figures, and some changed. */
function primary(changed: Record<string, number | null> = {}): Cell[] {
  const typed: Record<string, number | null> = {}
  for (const grade of [1, 2, 3, 4, 5])
    Object.assign(typed, { [`k${grade}.classes`]: 4, [`k${grade}.pupils`]: 130 })
  const all = { ...typed, ...changed }
  return emptyCells(form, school('primary')).map((empty, index) =>
    empty === 'na' ? 'na' : (all[form.cells[index]?.id ?? ''] ?? null),
  )
}

const findings = (cells: Cell[]) =>
  checkCells(form, cells).map((finding) => [finding.cell, finding.code, finding.severity])

describe('what a unit is asked', () => {
  test.each<[string, { kind: UnitKind; levels: SchoolLevel[] }, string[]]>([
    ['a primary school: grades 1–5', school('primary'), ['primary']],
    ['a school of two levels: both', school('primary', 'lower_secondary'), ['primary', 'lower_secondary']],
    [
      'an independent class is preschool without saying so',
      { kind: 'independent_class', levels: [] },
      ['preschool'],
    ],
    ['an upper secondary school: nothing', school('upper_secondary'), []],
    ['an office: nothing', { kind: 'office', levels: [] }, []],
  ])('%s', (_fact, unit, sections) => {
    expect(sectionsFor(scaleForm, unit).map((section) => section.code)).toEqual(sections)
    expect(isAsked(scaleForm, unit)).toBe(sections.length > 0)
    expect(emptyCells(form, unit).filter((cell) => cell === null)).toHaveLength(
      form.cells.filter((cell) => sections.includes(cell.section.code)).length,
    )
  })

  test('has 15 rows of four cells in a fixed order', () => {
    expect(form.cells).toHaveLength(60)
    expect(form.cells.map((cell) => cell.index)).toEqual(form.cells.map((_, index) => index))
    expect([form.cells[0]?.id, form.cells.at(-1)?.id]).toEqual(['nt1.classes', 'k9.disabled'])
  })

  test('stored cells are fitted when the school gains or loses a level', () => {
    const grown = fitCells(form, school('primary', 'lower_secondary'), primary())
    expect([grown[24], grown[44]]).toEqual([4, null])
    expect(
      fitCells(form, school('lower_secondary'), primary()).filter((cell) => typeof cell === 'number'),
    ).toEqual([])
    expect(fitCells(form, school('primary'), [])).toEqual(emptyCells(form, school('primary')))
  })
})

describe('checking', () => {
  test('a whole form has no findings; girls and disabilities may be left out', () => {
    expect(findings(primary())).toEqual([])
  })

  test('an empty form misses its required cells and nothing else', () => {
    const empty = findings(emptyCells(form, school('primary')))
    expect(empty).toHaveLength(10)
    expect(empty[0]).toEqual(['k1.classes', 'missing', 'stop'])
    expect(new Set(empty.map(([, code]) => code))).toEqual(new Set(['missing']))
  })

  test.each<[string, Record<string, number | null>, [string, string, string][]]>([
    ['zero is a figure', { 'k3.classes': 0, 'k3.pupils': 0 }, []],
    ['missing is none', { 'k3.pupils': null }, [['k3.pupils', 'missing', 'stop']]],
    ['pupils without a class', { 'k1.classes': 0 }, [['k1.classes', 'pupils_need_classes', 'stop']]],
    ['classes without pupils', { 'k2.pupils': 0 }, [['k2.pupils', 'classes_need_pupils', 'stop']]],
    ['more girls than pupils', { 'k4.girls': 131 }, [['k4.girls', 'girls_within_pupils', 'stop']]],
    ['as many girls as pupils', { 'k4.girls': 130 }, []],
    [
      'more with disabilities than pupils',
      { 'k5.disabled': 131 },
      [['k5.disabled', 'disabled_within_pupils', 'stop']],
    ],
    ['35 in a class is the limit of primary schools', { 'k1.pupils': 140 }, []],
    ['above it one is asked, not stopped', { 'k1.pupils': 141 }, [['k1.pupils', 'class_too_large', 'warn']]],
    ['half a pupil', { 'k1.pupils': 130.5 }, [['k1.pupils', 'not_whole', 'stop']]],
    ['fewer than none', { 'k1.girls': -1 }, [['k1.girls', 'below_least', 'stop']]],
    ['more than a school holds', { 'k1.pupils': 20_001 }, [['k1.pupils', 'above_most', 'stop']]],
    ['an impossible value is told once', { 'k1.girls': 500.5 }, [['k1.girls', 'not_whole', 'stop']]],
  ])('%s', (_fact, changed, expected) => {
    expect(findings(primary(changed))).toEqual(expected)
  })

  test('messages name the numbers, in Vietnamese notation', () => {
    const [finding] = checkCells(form, primary({ 'k1.pupils': 1410, 'k1.classes': 40 }))
    expect(finding?.message.vi).toBe(
      'Bình quân 35,25 em một lớp, quy định không quá 35. Hãy kiểm tra lại; nếu đúng vẫn gửi được.',
    )
    expect(finding?.message.en).toContain('35,25 per class')
  })

  test('the largest class differs by age and level', () => {
    const preschool = filled(school('preschool'), {
      'nt1.classes': 1,
      'nt1.pupils': 16,
      'mg5.classes': 1,
      'mg5.pupils': 35,
    })
    expect(findings(preschool).filter(([, code]) => code === 'class_too_large')).toEqual([
      ['nt1.pupils', 'class_too_large', 'warn'],
    ])
  })
})

describe('totals', () => {
  const numbers = (cells: Cell[], ...names: string[]) =>
    names.map((name) => numbersOf(form, cells).get(name) ?? null)

  test('add up rows; the average of a total is that of the sums', () => {
    const cells = primary({ 'k1.pupils': 60 })
    expect(numbers(cells, 'primary.classes', 'primary.pupils', 'primary.average', 'k1.average')).toEqual([
      20, 580, 29, 15,
    ])
    expect(numbers(cells, 'all.pupils', 'preschool.pupils', 'lower_secondary.pupils')).toEqual([
      580,
      null,
      null,
    ])
  })

  test('what nobody reported is not zero, and zero is', () => {
    expect(
      numbers(emptyCells(form, school('primary')), 'primary.pupils', 'all.pupils', 'k1.average'),
    ).toEqual([null, null, null])
    const none = filled(school('preschool'), { 'nt1.classes': 0, 'nt1.pupils': 0 })
    expect(numbers(none, 'nursery.pupils', 'preschool.pupils', 'nt1.average', 'all.pupils')).toEqual([
      0,
      0,
      null,
      0,
    ])
  })

  test('an average of no class has no value', () => {
    expect(numbers(primary({ 'k1.classes': 0, 'k1.pupils': 0 }), 'k1.average')).toEqual([null])
  })
})
