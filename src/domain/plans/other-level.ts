import { fold } from '#domain/basics/text.ts'
import type { LevelCode } from '#domain/reading/reading.ts'
import type { PrintedUnit } from './plan-task.ts'

// Looked for in text without accents. Abbreviations stand alone; 'th' in small letters is no level.
const words: readonly (readonly [LevelCode, RegExp])[] = [
  ['MN', /\b(mam non|mau giao|nha tre)\b/],
  ['TH', /\btieu hoc\b|\blop [1-5]\b/],
  ['THCS', /\btrung hoc co so\b|\blop [6-9]\b/],
  ['THPT', /\btrung hoc pho thong\b|\blop 1[0-2]\b/],
]
const marks: readonly (readonly [LevelCode, RegExp])[] = [
  ['MN', /\bMN\b/],
  ['TH', /\bTH\b/],
  ['THCS', /\bTHCS\b/],
  ['THPT', /\bTHPT\b/],
]
// Where one level hands its pupils to the next, its schools work for the other one rightly.
const handing = /\b(tuyen sinh|thi vao|vao lop|chuyen cap|chuyen tiep|phan luong|lien thong|huong nghiep)\b/

/** The school levels that a text names, by word, abbreviation or grade. */
export function levelsNamed(text: string): LevelCode[] {
  const folded = fold(text)
  const named = [
    ...words.filter(([, pattern]) => pattern.test(folded)),
    ...marks.filter(([, pattern]) => pattern.test(text)),
  ]
  return [...new Set(named.map(([level]) => level))]
}

/**
 * Is the work about one level, and everybody who leads it a school of another one? Only where both are said in words:
 * an office, or "các nhà trường", answers for every level.
 */
export function isForOtherLevel(text: string, units: readonly PrintedUnit[]): boolean {
  const about = levelsNamed(text)
  const leads = units.filter((unit) => unit.role === 'lead').map((unit) => levelsNamed(unit.printedName))
  if (about.length === 0 || leads.length === 0 || leads.some((levels) => levels.length === 0)) return false
  return !handing.test(fold(text)) && !leads.flat().some((level) => about.includes(level))
}
