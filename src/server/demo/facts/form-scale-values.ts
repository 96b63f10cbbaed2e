// The demo's figures of every school: the numbers of classes are ours, the sums by level and grade those of the plan and the
// report wherever these print one. See unconfirmed.ts.
import type { ScaleLevel, ScaleRowCode } from './form-scale.ts'
import { apportion, shareOfText, tableOf } from './apportion.ts'
import { scaleRows } from './form-scale.ts'
import { haiAnClasses } from './hai-an-schools.ts'
import { kienAnClasses } from './kien-an.ts'
import { kienAnPrintedClasses } from './kien-an-figures.ts'

export type ScaleCells = { classes: number; pupils: number; girls: number }
export type ScaleTotals = Readonly<Record<ScaleRowCode, { classes: number; pupils: number }>>

export type ScaleSet = {
  schoolYear: '2022-2023' | '2024-2025'
  period: 'mid' | 'end'
  totals: ScaleTotals
  /** How many classes of the level each unit has, by code. */
  classesOf: Readonly<Record<ScaleLevel, Readonly<Record<string, number>>>>
  /** The age groups of the independent classes together: mostly the youngest, whom schools take least. */
  independentClasses: Readonly<Partial<Record<ScaleRowCode, number>>>
}

/**
 * Quận Hải An, middle of 2024-2025, as its plan promises: 1.640 + 6.270 = 7.910 children, of these 2.348 aged five; 12.246
 * pupils in 291 classes with 2.227 in 57 of grade 1; 10.932 in 227 with 2.737 in 59 of grade 6. The other grades are ours.
 */
export const haiAn2024: ScaleSet = {
  schoolYear: '2024-2025',
  period: 'mid',
  totals: {
    nt1: { classes: 4, pupils: 45 },
    nt2: { classes: 25, pupils: 415 },
    nt3: { classes: 55, pupils: 1180 },
    mg3: { classes: 82, pupils: 1902 },
    mg4: { classes: 74, pupils: 2020 },
    mg5: { classes: 78, pupils: 2348 },
    k1: { classes: 57, pupils: 2227 },
    k2: { classes: 57, pupils: 2431 },
    k3: { classes: 58, pupils: 2518 },
    k4: { classes: 60, pupils: 2602 },
    k5: { classes: 59, pupils: 2468 },
    k6: { classes: 59, pupils: 2737 },
    k7: { classes: 57, pupils: 2812 },
    k8: { classes: 56, pupils: 2706 },
    k9: { classes: 55, pupils: 2677 },
  },
  classesOf: {
    preschool: {
      'HA-MN-CATBI': 16,
      'HA-MN-DANGHAI': 18,
      'HA-MN-DANGLAM': 17,
      'HA-MN-DONGHAI1': 16,
      'HA-MN-DONGHAI2': 13,
      'HA-MN-NAMHAI': 14,
      'HA-MN-THANHTO': 10,
      'HA-MN-TRANGCAT': 16,
      'HA-MNTT-ANHBANMAI': 9,
      'HA-MNTT-BOCONGANH': 10,
      'HA-MNTT-CANHDIEUXANH': 8,
      'HA-MNTT-CAUVONGNHO': 9,
      'HA-MNTT-DOITHONG': 10,
      'HA-MNTT-HATNANG': 9,
      'HA-MNTT-HOABANTRANG': 8,
      'HA-MNTT-KHUVUONCOTICH': 9,
      'HA-MNTT-MAMXANHHAIAN': 10,
      'HA-MNTT-NGOISAOBIEN': 9,
      'HA-MNTT-SONGBIEC': 9,
      'HA-MNTT-THUYENGIAY': 10,
      'HA-MNTT-TOCHIMNON': 9,
      'HA-MNTT-VUONTRETHO': 9,
      // Every third has two groups.
      ...Object.fromEntries(haiAnClasses.map((unit, index) => [unit.code, index % 3 === 0 ? 2 : 1])),
    },
    primary: {
      'HA-TH-CATBI': 34,
      'HA-TH-DANGHAI': 44,
      'HA-TH-DANGLAM': 46,
      'HA-TH-DONGHAI1': 38,
      'HA-TH-NAMHAI': 30,
      'HA-TH-THANHTO': 22,
      'HA-TH-TRANGCAT': 34,
      'HA-THTHCS-DONGHAI2': 28,
      'HA-PT-BIENDONG': 15,
    },
    lower_secondary: {
      'HA-THCS-CATBI': 33,
      'HA-THCS-DANGHAI': 41,
      'HA-THCS-DANGLAM': 44,
      'HA-THCS-DONGHAI1': 36,
      'HA-THCS-NAMHAI': 27,
      'HA-THCS-TRANGCAT': 24,
      'HA-THTHCS-DONGHAI2': 14,
      'HA-PT-BIENDONG': 8,
    },
  },
  independentClasses: { nt2: 14, nt3: 30, mg3: 16, mg4: 6, mg5: 4 },
}

/** Quận Kiến An, end of 2022-2023, before the merger of 1/7/2023. The report prints the sums by level, not by grade. */
export const kienAn2022Scale: ScaleSet = {
  schoolYear: '2022-2023',
  period: 'end',
  totals: {
    nt1: { classes: 3, pupils: 30 },
    nt2: { classes: 19, pupils: 330 },
    nt3: { classes: 46, pupils: 980 },
    mg3: { classes: 71, pupils: 1640 },
    mg4: { classes: 64, pupils: 1786 },
    mg5: { classes: 67, pupils: 2070 },
    k1: { classes: 55, pupils: 1995 },
    k2: { classes: 57, pupils: 2102 },
    k3: { classes: 58, pupils: 2230 },
    k4: { classes: 55, pupils: 2121 },
    k5: { classes: 54, pupils: 2030 },
    k6: { classes: 43, pupils: 2011 },
    k7: { classes: 41, pupils: 1862 },
    k8: { classes: 39, pupils: 1822 },
    k9: { classes: 40, pupils: 1790 },
  },
  classesOf: {
    preschool: {
      'KA-MN-BACSON': 14,
      'KA-MN-HOACUC': 13,
      'KA-MN-HOAHONG': 9,
      'KA-MN-83': 8,
      'KA-MN-HOAMAI': 14,
      'KA-MN-HOAPHUONG': 16,
      'KA-MN-HUONGSEN': 13,
      'KA-MN-HUONGDUONG': 17,
      'KA-MN-NAMHA': 14,
      'KA-MN-NGOCSON': 15,
      'KA-MN-NHIDUC': 20,
      'KA-MN-QUANTRU': 17,
      'KA-MN-TRANTHANHNGO': 18,
      'KA-MN-THUCHANH': 16,
      'KA-MNTT-15': 10,
      'KA-MNTT-304': 10,
      'KA-MNTT-KIDS': 8,
      ...Object.fromEntries(kienAnClasses.map((unit) => [unit.code, 1])),
    },
    primary: {
      ...kienAnPrintedClasses,
      'KA-TH-NAMHA': 22,
      'KA-TH-TRANQUOCTOAN': 21,
      'KA-TH-QUANTRU': 24,
      'KA-TH-QUANGTRUNG': 14,
      'KA-TH-LYTUTRONG': 12,
      'KA-TH-KIMDONG': 15,
      'KA-TH-THUCHANH': 13,
    },
    lower_secondary: {
      'KA-THCS-TRANPHU': 34,
      'KA-THCS-LUONGKHANHTHIEN': 26,
      'KA-THCS-TRANHUNGDAO': 25,
      'KA-THCS-BACSON': 17,
      'KA-THCS-BACHA': 18,
      'KA-THCS-NAMHA': 20,
      'KA-THCS-DONGHOA': 23,
    },
  },
  independentClasses: { nt2: 6, nt3: 16, mg3: 9, mg4: 4, mg5: 3 },
}

export type ScaleOfUnit = Partial<Record<ScaleRowCode, ScaleCells>>

/**
 * What every unit fills in, by code; only the rows of its levels. Classes add up to the unit's number and to the grade's,
 * children and pupils to the grade's total; classes of one grade differ in size by a few per cent from school to school.
 */
export function scaleValues(set: ScaleSet): Map<string, ScaleOfUnit> {
  const values = new Map<string, ScaleOfUnit>()
  for (const level of ['preschool', 'primary', 'lower_secondary'] as const) fillLevel(set, level, values)
  return values
}

function fillLevel(set: ScaleSet, level: ScaleLevel, values: Map<string, ScaleOfUnit>): void {
  const rows = scaleRows.filter((row) => row.level === level)
  const all = Object.entries(set.classesOf[level])
  const ofIndependent = rows.map((row) => set.independentClasses[row.code] ?? 0)
  const ofSchools = rows.map((row, index) => set.totals[row.code].classes - (ofIndependent[index] ?? 0))
  const units = [
    ...tableFor(
      all.filter(([code]) => isIndependent(code)),
      ofIndependent,
    ),
    ...tableFor(
      all.filter(([code]) => !isIndependent(code)),
      ofSchools,
    ),
  ]
  for (const [column, row] of rows.entries()) {
    const weights = units.map(
      ({ code, classes }) => (classes[column] ?? 0) * (0.96 + 0.08 * shareOfText(`${code} ${row.code}`)),
    )
    const pupils = apportion(set.totals[row.code].pupils, weights)
    for (const [index, { code, classes }] of units.entries()) {
      const count = pupils[index] ?? 0
      const girls = Math.round(count * (0.455 + 0.05 * shareOfText(`${row.code} ${code}`)))
      values.set(code, {
        ...values.get(code),
        [row.code]: { classes: classes[column] ?? 0, pupils: count, girls },
      })
    }
  }
}

function isIndependent(code: string): boolean {
  return code.includes('-NL-')
}

// The smallest first: what one class of its own cannot fit falls to the large schools.
function tableFor(
  units: readonly (readonly [code: string, classes: number])[],
  columnSums: readonly number[],
): { code: string; classes: number[] }[] {
  const ordered = units.toSorted((a, b) => a[1] - b[1])
  const table = tableOf(
    ordered.map(([, count]) => count),
    columnSums,
  )
  return ordered.map(([code], index) => ({ code, classes: table[index] ?? [] }))
}
