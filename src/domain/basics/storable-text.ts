// PostgreSQL takes neither U+0000 in a text nor half of a surrogate pair in JSON; a JavaScript string may hold both.
const unstorable = /\0|\p{Cs}/u

/** Where in a value text (a name of a field counts) stands that cannot be stored: ['signers', '0', 'name']; null where none does. */
export function findUnstorable(value: unknown): string[] | null {
  // A list of its own instead of recursion: what a stranger sends may be nested 100,000 deep.
  const waiting: { value: unknown; at: Place }[] = [{ value, at: null }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: held, at } = next
    if (typeof held === 'string') {
      if (unstorable.test(held)) return namesOf(at)
    } else if (held !== null && typeof held === 'object' && !ArrayBuffer.isView(held)) {
      for (const [name, item] of Object.entries(held)) {
        if (unstorable.test(name)) return namesOf(at)
        waiting.push({ value: item, at: { name, above: at } })
      }
    }
  }
  return null
}

type Place = { name: string; above: Place } | null

function namesOf(place: Place): string[] {
  const names: string[] = []
  for (let at = place; at !== null; at = at.above) names.push(at.name)
  return names.toReversed()
}
