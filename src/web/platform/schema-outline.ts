// Stands in for zod in the browser (vite.config.ts). The contract's entries are built from zod's schemas, but only the
// server checks with them; here they serve as types, as method and path, and as lists of choices. zod itself was 25 kB
// (gzip) of the 166 kB before the first screen. What would check a value throws: one that always passes is worse.

type Outline = { options?: unknown; shape?: Record<string, unknown> }

const checks = new Set([
  'parse',
  'safeParse',
  'parseAsync',
  'safeParseAsync',
  'encode',
  'decode',
  'safeEncode',
  'safeDecode',
])

function outline(known: Outline): unknown {
  return new Proxy(function schema() {}, {
    get(_target, name) {
      if (name === 'options') return known.options ?? []
      if (name === 'shape') return known.shape ?? {}
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
      if (checks.has(name)) throw new Error(`schemas are not checked in the browser: ${name}`)
      return name === 'extend'
        ? (more: unknown) => outline({ ...known, shape: { ...known.shape, ...fields(more) } })
        : outline(known)
    },
    // A step of a chain, `.nullable()`, keeps what is known of the schema before it.
    apply: () => outline(known),
  })
}

function fields(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null ? { ...given } : {}
}

const makers: Record<string, (given: unknown) => unknown> = {
  enum: (options) => outline({ options }),
  object: (shape) => outline({ shape: fields(shape) }),
}

/** `z.string()`, `z.enum([...])`, `z.iso.datetime()`: every maker of a schema answers an outline. */
export const z = new Proxy(makers, {
  get: (known, name) => (typeof name === 'string' ? (known[name] ?? outline({})) : undefined),
})
