// Chrome 109, the last on Windows 7, lacks what ES2023 added to arrays. The usual package weighs 7 KB compressed for
// these four, a twentieth of the first screen. e2e/support/browser.ts takes newer built-ins away from every journey.
type Missing = Pick<unknown[], 'toSorted' | 'toReversed' | 'toSpliced' | 'with'>

const missing: Missing & ThisType<unknown[]> = {
  toSorted(compare) {
    const copy = Array.from(this)
    copy.sort(compare)
    return copy
  },
  toReversed() {
    const copy = Array.from(this)
    copy.reverse()
    return copy
  },
  toSpliced(...change: unknown[]) {
    const copy = Array.from(this)
    Reflect.apply(copy.splice, copy, change)
    return copy
  },
  with(index, value) {
    const at = index < 0 ? this.length + index : index
    if (at < 0 || at >= this.length) throw new RangeError('no such index')
    return this.map((old, place) => (place === at ? value : old))
  },
}

for (const [name, value] of Object.entries(missing))
  if (!Object.hasOwn(Array.prototype, name))
    // oxlint-disable-next-line no-extend-native -- what the language itself has by now
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true })
