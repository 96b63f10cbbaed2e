import { roundTo } from '#domain/basics/numbers.ts'
import type { Verdict } from '#domain/basics/result.ts'

/** What a unit is measured by when a whole is divided: its figure of last year, none (null), or not concerned. */
export type Base = number | null | 'na'
export type DivideReason = 'no_base' | 'negative_base' | 'kept_over_whole'

/**
 * Divides a whole in proportion to the bases, by largest remainder (Hamilton's method): every part is its quota rounded down
 * or up at `decimals`, and the parts with what is kept make exactly the whole. A unit without a base keeps what it has in
 * `kept` (null: nothing yet) and that is taken off first; one that is not concerned gets 'na'; a base of zero gets zero.
 * Of equal remainders the larger base goes first, then the earlier one, so that the answer is always the same.
 */
export function divide(
  whole: number,
  bases: readonly Base[],
  kept: readonly (number | null)[],
  decimals: number,
): Verdict<Base[], DivideReason> {
  const scale = 10 ** decimals
  const known = bases.flatMap((base, index) => (typeof base === 'number' ? [{ base, index }] : []))
  if (known.some(({ base }) => base < 0)) return { ok: false, reason: 'negative_base' }
  const sum = known.reduce((total, { base }) => total + base, 0)
  if (sum === 0) return { ok: false, reason: 'no_base' }
  const held = bases.reduce<number>(
    (total, base, index) => total + (base === null ? Math.round((kept[index] ?? 0) * scale) : 0),
    0,
  )
  const steps = Math.round(whole * scale) - held
  if (steps < 0) return { ok: false, reason: 'kept_over_whole' }
  const quotas = known.map(({ base, index }) => {
    const quota = (steps / sum) * base
    return { base, index, floor: Math.floor(quota), rest: quota - Math.floor(quota) }
  })
  const order = quotas.toSorted((a, b) => b.rest - a.rest || b.base - a.base || a.index - b.index)
  const parts = new Map(quotas.map((quota) => [quota.index, quota.floor]))
  let left = steps - quotas.reduce((total, quota) => total + quota.floor, 0)
  // Of a very large whole the quotas are not exact: then it is more than one round, or a step too many was given.
  const takers = order.filter((quota) => quota.base > 0)
  for (let at = 0; left !== 0; at++) {
    const taker = takers[at % takers.length]
    if (taker === undefined) break
    const step = Math.sign(left)
    parts.set(taker.index, (parts.get(taker.index) ?? 0) + step)
    left -= step
  }
  return {
    ok: true,
    value: bases.map((base, index) => {
      if (base === 'na') return 'na'
      if (base === null) return kept[index] ?? null
      return roundTo((parts.get(index) ?? 0) / scale, decimals)
    }),
  }
}
