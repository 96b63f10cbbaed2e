// What a plan becomes when it is taken as the first draft of a later year's.
import { addMonths } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { When } from '#domain/basics/when.ts'
import type { TimeWindow } from './plan-task.ts'

/** A day a year later: 29 February becomes the 28th. Whether it is a working day is for the officer to look at. */
export function aYearLater(when: When): When {
  if ('date' in when) return { ...when, date: addMonths(when.date, 12) }
  if ('month' in when) return { month: laterYear(when.month) }
  if ('quarter' in when) return { quarter: laterYear(when.quarter) }
  if ('year' in when) return { year: laterYear(when.year) }
  return when
}

function laterYear(text: string): string {
  return `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`
}

export function windowAYearLater({ start, finish }: TimeWindow): TimeWindow {
  return {
    start: start === null ? null : aYearLater(start),
    finish: finish === null ? null : aYearLater(finish),
  }
}

/**
 * A text in which the school year is named ("2024-2025", "2024 – 2025") names the other one; years that stand alone are
 * left: they may be those of a law or of a term of office.
 */
export function textForYear(text: string, from: SchoolYear, to: SchoolYear): string {
  const [first, second] = from.split('-')
  return text.replaceAll(new RegExp(`${first}(\\s?[-–]\\s?)${second}`, 'g'), (_whole, dash: string) =>
    to.replace('-', dash),
  )
}
