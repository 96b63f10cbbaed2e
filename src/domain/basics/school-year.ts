import { localDate, type LocalDate, partsOf } from './dates.ts'

/** '2024-2025'; here it runs from 1 August to 31 July (a plan is made in July and August, the calendar starts on 5/9). */
export type SchoolYear = string & { readonly __kind: 'school_year' }

/** Reads '2024-2025', '2024 – 2025', '2024-25'; null where the second year does not follow the first. */
export function parseSchoolYear(text: string): SchoolYear | null {
  const match = /^\s*([12]\d{3})\s*[-–—/]\s*(\d{4}|\d{2})\s*$/.exec(text)
  if (match === null) return null
  const first = Number(match[1])
  // '2024-25' and '1999-00': the second year may be shortened to its last two digits.
  const following = String(first + 1)
  return match[2] === following || match[2] === following.slice(-2) ? beginningIn(first) : null
}

function beginningIn(year: number): SchoolYear {
  // The shape of a school year, made from a number.
  return `${year}-${year + 1}` as SchoolYear
}

function firstYear(year: SchoolYear): number {
  return Number(year.slice(0, 4))
}

export function startOf(year: SchoolYear): LocalDate {
  return localDate(`${firstYear(year)}-08-01`)
}

export function endOf(year: SchoolYear): LocalDate {
  return localDate(`${firstYear(year) + 1}-07-31`)
}

export function schoolYearOf(date: LocalDate): SchoolYear {
  const { year, month } = partsOf(date)
  return beginningIn(month >= 8 ? year : year - 1)
}

export function next(year: SchoolYear): SchoolYear {
  return beginningIn(firstYear(year) + 1)
}

export function previous(year: SchoolYear): SchoolYear {
  return beginningIn(firstYear(year) - 1)
}
