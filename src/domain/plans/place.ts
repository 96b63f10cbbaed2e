import type { Section } from '#domain/reading/reading.ts'

/** A place in a source, as the reading keeps it and the wire carries it. */
export type Place = Readonly<Record<string, number>>

const orders = [['line'], ['page', 'y'], ['paragraph'], ['table', 'row', 'column']] as const

/** Negative where the first comes before the second; null where the two cannot be compared: a paragraph and a table's cell. */
export function comparePlaces(first: Place, second: Place): number | null {
  for (const order of orders) {
    const [head] = order
    if (first[head] === undefined || second[head] === undefined) continue
    for (const name of order) {
      const difference = (first[name] ?? 0) - (second[name] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  return null
}

/** The position behind which something of a place stands among items in document order; null: behind all of them. */
export function positionFor(
  items: readonly { position: number; at: Place | null }[],
  place: Place | null,
): number | null {
  if (place === null) return null
  const before = items.filter((item) => {
    const order = item.at === null ? null : comparePlaces(item.at, place)
    return order !== null && order <= 0
  })
  const comparable = items.some((item) => item.at !== null && comparePlaces(item.at, place) !== null)
  return comparable ? (before.at(-1)?.position ?? 0) : null
}

/** The title of the section that a group letter stands for: the last one of that letter before the place. */
export function groupTitle(sections: readonly Section[], group: string | null, place: Place): string | null {
  if (group === null) return null
  const named = flat(sections).filter(
    (section) => section.number === group || section.number.endsWith(`.${group}`),
  )
  const before = named.filter((section) => (comparePlaces({ ...section.at }, place) ?? 1) <= 0)
  return (before.at(-1) ?? named[0])?.title ?? null
}

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flat(section.children)])
}
