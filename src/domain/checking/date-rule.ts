import { parseLocalDate } from '#domain/basics/dates.ts'
import type { Finding, Passage } from './finding.ts'

const pattern = /(?<![\d/.])(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?(\d{4})(?![\d/])/g

/** A day that the calendar does not have, or a year that no document of this administration can mean. */
export function checkDates(passage: Passage): Finding[] {
  return [...passage.text.matchAll(pattern)].flatMap((match): Finding[] => {
    const [quote, , , year = ''] = match
    const exists = parseLocalDate(quote.replaceAll(/\s/g, '')) !== null
    // Documents cite laws since 1945 and plan at most some decades ahead.
    const sensible = Number(year) >= 1945 && Number(year) <= 2099
    if (exists && sensible) return []
    const message = exists
      ? { vi: `Năm ${year} không thể đúng`, en: `The year ${year} cannot be right` }
      : { vi: `Không có ngày ${quote} trong lịch`, en: `The calendar has no ${quote}` }
    return [
      {
        kind: 'impossible-date',
        certainty: 'provable',
        severity: 'major',
        quotes: [quote],
        at: [passage.placeOf(match.index)],
        message,
        expected: null,
      },
    ]
  })
}
