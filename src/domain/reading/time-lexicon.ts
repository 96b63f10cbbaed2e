import type { Recurrence } from '#domain/basics/when.ts'
import { groupsOf } from './time-cursor.ts'

// Words that times are made of, without tones. Those that stand before and between points are in time-text.ts.

export const yearlyWords = groupsOf(['hang nam', 'moi nam'])
export const periodicWords = groupsOf(['dinh ky', 'dinh ki', 'thuong ky'])
export const eachWords = groupsOf(['hang', 'moi', 'tung', 'theo'])
export const termWords = groupsOf(['hoc ky', 'hoc ki', 'hk', 'hki', 'hkii'])
export const termNumbers = groupsOf(['i', 'ii', '1', '2'])
export const schoolYearWords = groupsOf(['nam hoc'])
export const quarterWords = groupsOf(['quy'])
export const monthWords = groupsOf(['thang', 't .', 't'])
export const dayWords = groupsOf(['ngay'])
export const inSchoolYearWords = groupsOf(['trong nam hoc', 'nam hoc'])
export const inYearWords = groupsOf(['trong nam', 'nam'])
export const regularWords = groupsOf([
  'thuong xuyen , lien tuc',
  'thuong xuyen',
  'lien tuc',
  'ca nam hoc',
  'ca nam',
  'quanh nam',
  'suot nam hoc',
  'suot nam',
  'trong suot nam hoc',
])

export const periods: Readonly<Record<string, Recurrence>> = {
  'hoc ky': 'term',
  'hoc ki': 'term',
  'nam hoc': 'yearly',
  tuan: 'weekly',
  thang: 'monthly',
  quy: 'quarterly',
  nam: 'yearly',
  ngay: 'regularly',
}
export const periodWords = groupsOf(Object.keys(periods))

/** All of them, for a quick no. */
export const pointWords: readonly string[] = [
  yearlyWords,
  periodicWords,
  eachWords,
  periodWords,
  termWords,
  schoolYearWords,
  quarterWords,
  monthWords,
  dayWords,
  inSchoolYearWords,
  inYearWords,
  regularWords,
].flatMap((groups) => groups.flat())
