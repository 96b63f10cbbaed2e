export type DiffLine = {
  name: string
  before: string | null
  after: string | null
  kind: 'added' | 'removed' | 'changed'
}

/**
 * The fields in which two states of a record differ, in the order of the later one. A state that is null had no record
 * yet, or has none any more. Inner records are told by their path, lists as a whole.
 */
export function diffLines(before: unknown, after: unknown): DiffLine[] {
  const old = flat(before)
  const young = flat(after)
  const names = [...young.keys(), ...[...old.keys()].filter((name) => !young.has(name))]
  return names.flatMap((name) => {
    const was = old.get(name) ?? null
    const is = young.get(name) ?? null
    if (was === is) return []
    const kind = was === null ? 'added' : is === null ? 'removed' : 'changed'
    return [{ name, before: was, after: is, kind }]
  })
}

function flat(value: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  if (value === null || value === undefined) return found
  if (typeof value !== 'object' || Array.isArray(value)) return found.set(path, written(value))
  for (const [name, inner] of Object.entries(value)) {
    for (const [at, text] of flat(inner, path === '' ? name : `${path}.${name}`)) found.set(at, text)
  }
  return found
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('; ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
