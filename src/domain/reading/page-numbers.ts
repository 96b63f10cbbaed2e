import type { BodyItem } from './text-lines.ts'

/**
 * Leaves out the numbers of pages: a number alone at a page's edge that counts with the pages. Decree 30/2020 puts it
 * at the top and leaves page 1 without. A row's number alone at the top of a page does not count with the pages.
 */
export function withoutPageNumbers(items: readonly BodyItem[]): BodyItem[] {
  const edges = edgesOf(items)
  const offset = commonOffset(edges)
  if (offset === null) return [...items]
  const dropped = new Set(edges.filter((edge) => edge.value - edge.page === offset).map((edge) => edge.index))
  const kept: BodyItem[] = []
  let pageStart = false
  for (const [index, item] of items.entries()) {
    if (dropped.has(index)) {
      // The page begins with what stands below its number.
      pageStart ||= item.kind === 'line' && item.line.pageStart
      continue
    }
    kept.push(pageStart && item.kind === 'line' ? { kind: 'line', line: { ...item.line, pageStart } } : item)
    pageStart = false
  }
  return kept
}

type Edge = { index: number; page: number; value: number }

function edgesOf(items: readonly BodyItem[]): Edge[] {
  const edges: Edge[] = []
  let page = 1
  for (const [index, item] of items.entries()) {
    if (item.kind === 'table') continue
    if (item.line.pageStart && index > 0) page += 1
    const value = pageNumberOf(item.line.text)
    if (value === null) continue
    const next = items[index + 1]
    const atEnd = next === undefined || (next.kind === 'line' && next.line.pageStart)
    if (item.line.pageStart || atEnd) edges.push({ index, page, value })
  }
  return edges
}

function pageNumberOf(text: string): number | null {
  const match = /^(?:[-–]\s?)?(?:trang\s)?(\d{1,4})(?:\s?\/\s?\d{1,4})?(?:\s?[-–])?$/iu.exec(text)
  return match === null ? null : Number(match[1])
}

function commonOffset(edges: readonly Edge[]): number | null {
  const counts = new Map<number, number>()
  for (const edge of edges) counts.set(edge.value - edge.page, (counts.get(edge.value - edge.page) ?? 0) + 1)
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  // One alone is believed only where it is the very number of its page.
  return best !== undefined && (best[1] >= 2 || best[0] === 0) ? best[0] : null
}
