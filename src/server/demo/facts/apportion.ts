// Sharing whole numbers out so that nothing is lost: the demo's figures of single schools add up to what was printed.

/**
 * `total` in whole parts proportional to `weights` (none negative), by largest remainders; of equal remainders the earlier
 * one wins. The parts always add up to the total. Throws RangeError when there is something to share and nobody to get it.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) {
    if (total === 0) return weights.map(() => 0)
    throw new RangeError(`${total} to share out among nobody`)
  }
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((all, part) => all + part, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/**
 * A table of whole numbers with given sums of its rows and columns, as even as these allow. Both lists of sums must have
 * the same total. Each row takes its part of what the rows before it left of every column, so no column is overdrawn.
 */
export function tableOf(rowSums: readonly number[], columnSums: readonly number[]): number[][] {
  const total = (sums: readonly number[]) => sums.reduce((all, sum) => all + sum, 0)
  if (total(rowSums) !== total(columnSums))
    throw new RangeError(`rows make ${total(rowSums)}, columns ${total(columnSums)}`)
  const left = [...columnSums]
  return rowSums.map((sum) => {
    const row = apportion(sum, left)
    row.forEach((part, index) => {
      left[index] = (left[index] ?? 0) - part
    })
    return row
  })
}

/** A number from 0 to 1 that hangs on the text alone (FNV-1a): the same on every machine and at every start. */
export function shareOfText(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93)
  // The low bits of a short text hardly differ.
  hash ^= hash >>> 15
  return ((Math.imul(hash, 0x2c_1b_3c_6d) >>> 8) % 10_000) / 9_999
}
