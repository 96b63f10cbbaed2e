// What stands on a page but not in the text: numbers of pages, heads and feet that repeat, footnotes.
import type { SourceLine } from '#domain/reading/source.ts'
import type { Line } from './pdf-lines.ts'

export type PageLines = { number: number; width: number; height: number; lines: Line[] }

/** The roles of lines that are not body; a line left out is body. */
export function rolesOf(pages: readonly PageLines[]): Map<Line, SourceLine['role']> {
  const roles = new Map<Line, SourceLine['role']>()
  markRepeated(pages, roles)
  markNumbers(pages, roles)
  for (const page of pages) markFootnotes(page, roles)
  return roles
}

/** The first or last lines of the page that lie in its outer eighth. */
function edgesOf(page: PageLines): { line: Line; role: 'page_header' | 'page_footer' }[] {
  const upper = page.lines.slice(0, 2).filter((line) => line.y < page.height / 8)
  const lower = page.lines.slice(-2).filter((line) => line.y > (page.height * 7) / 8)
  return [
    ...upper.map((line) => ({ line, role: 'page_header' as const })),
    ...lower.map((line) => ({ line, role: 'page_footer' as const })),
  ]
}

/** The same words at the same height on most pages; where they hold a number, one that counts with the pages. */
function markRepeated(pages: readonly PageLines[], roles: Map<Line, SourceLine['role']>): void {
  const seen = new Map<string, { line: Line; role: 'page_header' | 'page_footer' }[]>()
  for (const page of pages) {
    for (const { line, role } of edgesOf(page)) {
      const own = new RegExp(`(?<!\\d)${page.number}(?!\\d)`)
      for (const text of new Set([line.text, line.text.replace(own, '#')])) {
        const key = `${role} ${Math.round(line.y / 4)} ${text}`
        seen.set(key, [...(seen.get(key) ?? []), { line, role }])
      }
    }
  }
  for (const edges of seen.values()) {
    if (edges.length < 3 || edges.length * 2 < pages.length) continue
    for (const { line, role } of edges) roles.set(line, role)
  }
}

function pageNumberOf(text: string): number | null {
  const found = /^(?:[-–]\s?)?(?:trang\s)?(\d{1,4})(?:\s?\/\s?\d{1,4})?(?:\s?[-–])?$/iu.exec(text.trim())
  return found === null ? null : Number(found[1])
}

/**
 * A number alone at the edge is the page's where it counts with the pages (on two of them, or as the very number of one),
 * where it stands as high as such a one (annexes count anew), or in the middle of the top margin as Decree 30/2020 wants it.
 */
function markNumbers(pages: readonly PageLines[], roles: Map<Line, SourceLine['role']>): void {
  const found = pages.flatMap((page) =>
    edgesOf(page).flatMap(({ line, role }) => {
      const value = pageNumberOf(line.text)
      if (value === null) return []
      const isInMargin =
        line.y < 57 && value <= page.number && Math.abs((line.x + line.right) / 2 - page.width / 2) < 30
      return [{ line, role, offset: value - page.number, isInMargin }]
    }),
  )
  const counts = new Map<number, number>()
  for (const { offset } of found) counts.set(offset, (counts.get(offset) ?? 0) + 1)
  const sure = found.filter(
    ({ offset, isInMargin }) => offset === 0 || (counts.get(offset) ?? 0) >= 2 || isInMargin,
  )
  for (const { line, role } of found) {
    if (sure.some((other) => other.role === role && Math.abs(other.line.y - line.y) < 3))
      roles.set(line, role)
  }
}

/** Below the text, in smaller letters, from a line on that begins with a raised number. */
function markFootnotes(page: PageLines, roles: Map<Line, SourceLine['role']>): void {
  const body = page.lines.filter((line) => !roles.has(line))
  const sizes = body.map((line) => line.size).toSorted((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  let from = body.length
  for (let index = body.length - 1; index >= 0; index--) {
    const line = body[index]
    if (line === undefined || line.size > usual * 0.93) break
    if (line.startsRaised) from = index
  }
  for (const line of body.slice(from)) roles.set(line, 'footnote')
}
