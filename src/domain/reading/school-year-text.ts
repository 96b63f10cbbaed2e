import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'
import type { Paragraph } from './paragraphs.ts'
import type { At } from './source.ts'

const pattern = /năm học\s(\d{4}\s?[-–—/]\s?\d{2,4})/giu

/** The school years that a text names, in order. */
function schoolYearsIn(text: string): SchoolYear[] {
  return [...text.matchAll(pattern)].flatMap((match) => parseSchoolYear(match[1] ?? '') ?? [])
}

export type SchoolYearFound = {
  value: SchoolYear
  at: At
  /** The title names others too. */
  others: boolean
}

/**
 * The school year that a document is about: the first of its title; of a title that lost its beginning, or names none,
 * the one that the header and the opening sentences name first behind it.
 */
export function readSchoolYear(
  paragraphs: readonly Paragraph[],
  title: { value: string; at: At } | null,
  headerEnd: number,
): SchoolYearFound | null {
  const inTitle = title === null ? [] : schoolYearsIn(title.value)
  const first = inTitle[0]
  const isWhole = title !== null && !/^[^\p{L}]*\p{Ll}/u.test(title.value)
  if (first !== undefined && title !== null && isWhole)
    return { value: first, at: title.at, others: inTitle.some((year) => year !== first) }
  // A report opens with the year that it reports on, and names the coming one after it.
  const opening = paragraphs
    .slice(headerEnd, headerEnd + 12)
    .filter((paragraph) =>
      /(?:xây dựng|ban hành|báo cáo|kết quả thực hiện|triển khai)/iu.test(paragraph.text),
    )
  for (const paragraph of opening) {
    const verb = paragraph.text.search(
      /(?:xây dựng kế hoạch|ban hành kế hoạch|báo cáo kết quả|kết quả thực hiện)/iu,
    )
    const year = verb < 0 ? undefined : schoolYearsIn(paragraph.text.slice(verb))[0]
    if (year !== undefined) return { value: year, at: paragraph.at, others: false }
  }
  if (first !== undefined && title !== null) return { value: first, at: title.at, others: false }
  return mostNamed(paragraphs)
}

function mostNamed(paragraphs: readonly Paragraph[]): SchoolYearFound | null {
  const counts = new Map<SchoolYear, { count: number; at: At }>()
  for (const paragraph of paragraphs) {
    for (const year of schoolYearsIn(paragraph.text)) {
      const known = counts.get(year)
      counts.set(year, { count: (known?.count ?? 0) + 1, at: known?.at ?? paragraph.at })
    }
  }
  const best = [...counts].toSorted((a, b) => b[1].count - a[1].count)[0]
  return best === undefined ? null : { value: best[0], at: best[1].at, others: counts.size > 1 }
}
