import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { When } from '#domain/basics/when.ts'
import { readTimes } from './time-text.ts'

const year = String.raw`(?:19|20|21)\d{2}`
const point = String.raw`(?:ngày\s\d{1,2}[/.-]\d{1,2}[/.-]${year}|\d{1,2}[/.-]\d{1,2}[/.-]${year}|tháng\s\d{1,2}\s?(?:[/.-]|năm)\s?${year}|quý\s[IV\d]{1,3}\s?(?:[/.-]|năm)\s?${year}|năm\s${year})`
const pattern = new RegExp(
  String.raw`(?<!\p{L})(trước|chậm nhất(?:\slà)?(?:\svào)?|đến hết|hết|đến cuối|vào cuối|cuối|đến|trong|vào|hoàn thành(?:\strong|\strước)?)\s(${point})(?![\d/]|\s?[-–]\s?\d)`,
  'giu',
)

/** Until when a promise is to be kept, where its words say so; the last of several. */
export function dueOf(text: string, schoolYear: SchoolYear | null): When | null {
  let due: When | null = null
  for (const match of text.matchAll(pattern)) {
    // "Kế hoạch phát triển … đến năm 2025": the span of another document.
    if (
      /(?:kế hoạch|đề án|chương trình|chiến lược|nghị quyết|quy hoạch|giai đoạn)[^,;.]{0,80}$/iu.test(
        text.slice(Math.max(0, match.index - 120), match.index),
      )
    )
      continue
    const word = (match[1] ?? '').toLowerCase()
    const reading = readTimes(
      `${word.startsWith('trước') || word.endsWith('trước') ? 'trước ' : ''}${match[2] ?? ''}`,
      schoolYear,
    )
    due = reading.windows.at(-1)?.finish ?? due
  }
  return due
}
