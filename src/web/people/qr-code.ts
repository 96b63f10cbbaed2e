// QR codes as ISO/IEC 18004 draws them, so that nobody types forty letters off a slip: bytes only, level M (15 % may be
// lost), versions 1 to 10, which hold up to 213 bytes.

// Of level M, by version: check words in each block, and blocks.
const checkWords = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]

/** Dark is true; rows of `size` modules without the quiet zone around them. Null: the text is too long. */
export function qrCode(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text)
  const version =
    checkWords.findIndex((_, index) => bytes.length <= dataWords(index + 1) - (index + 1 > 9 ? 3 : 2)) + 1
  if (version === 0) return null
  const words = interleave(dataOf(bytes, version), version)
  const masked = Array.from({ length: 8 }, (_, mask) => drawn(words, version, mask))
  return masked.reduce((best, next) => (penalty(next) < penalty(best) ? next : best))
}

function allWords(version: number): number {
  let bits = (16 * version + 128) * version + 64
  if (version >= 2) {
    const lines = Math.floor(version / 7) + 2
    bits -= (25 * lines - 10) * lines - 55
    if (version >= 7) bits -= 36
  }
  return Math.floor(bits / 8)
}

function dataWords(version: number): number {
  return allWords(version) - (checkWords[version - 1] ?? 0) * (blockCounts[version - 1] ?? 0)
}

function dataOf(bytes: Uint8Array, version: number): number[] {
  const capacity = dataWords(version) * 8
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >>> at) & 1)
  }
  put(4, 4)
  put(bytes.length, version > 9 ? 16 : 8)
  for (const byte of bytes) put(byte, 8)
  put(0, Math.min(4, capacity - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xfd) put(pad, 8)
  return Array.from({ length: bits.length / 8 }, (_, word) =>
    bits.slice(word * 8, word * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  )
}

/** Blocks with their check words, read across: a stain then spoils a little of each instead of all of one. */
function interleave(data: readonly number[], version: number): number[] {
  const blocks = blockCounts[version - 1] ?? 1
  const check = checkWords[version - 1] ?? 0
  const short = Math.floor(data.length / blocks)
  const firstLong = blocks - (data.length % blocks)
  let from = 0
  const parts = Array.from({ length: blocks }, (_, index) => {
    const part = data.slice(from, from + short + (index >= firstLong ? 1 : 0))
    from += part.length
    return { part, tail: checkOf(part, check) }
  })
  const across = (lists: readonly (readonly number[])[], longest: number) =>
    Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
  return [
    ...across(
      parts.map((one) => one.part),
      short + 1,
    ),
    ...across(
      parts.map((one) => one.tail),
      check,
    ),
  ]
}

/** Reed–Solomon over GF(256) with the polynomial 0x11d. */
function checkOf(data: readonly number[], degree: number): number[] {
  let divisor = [1]
  for (let at = 0, root = 1; at < degree; at++, root = times(root, 2)) {
    const shifted = [...divisor, 0]
    divisor = shifted.map((value, index) => value ^ times(divisor[index - 1] ?? 0, root))
  }
  let rest = Array.from({ length: degree }, () => 0)
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0)
    rest = [...rest.slice(1), 0].map((value, index) => value ^ times(divisor[index + 1] ?? 0, factor))
  }
  return rest
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function drawn(words: readonly number[], version: number, mask: number): boolean[][] {
  const size = version * 4 + 17
  const grid: (boolean | null)[][] = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => null),
  )
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y]
    if (row !== undefined && x >= 0 && x < size) row[x] = dark
  }
  drawFrame(set, version, size)
  drawFormat(set, size, mask)
  // Two columns at a time from the right, up and down; the sixth column belongs to the timing line.
  const isMasked = masks[mask] ?? (() => false)
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const isUp = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (grid[y]?.[x] !== null) continue
        const word = words[bit >>> 3] ?? 0
        set(x, y, (((word >>> (7 - (bit & 7))) & 1) === 1) !== isMasked(x, y))
        bit++
      }
    }
  }
  return grid.map((row) => row.map((dark) => dark === true))
}

type SetModule = (x: number, y: number, dark: boolean) => void

function drawFrame(set: SetModule, version: number, size: number): void {
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  const square = (x: number, y: number, reach: number, isDark: (distance: number) => boolean) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++)
        set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4, (distance) => distance !== 2 && distance !== 4)
  const lines = alignmentLines(version, size)
  const last = lines.at(-1)
  for (const y of lines)
    for (const x of lines) {
      const isFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)
      if (!isFinder) square(x, y, 2, (distance) => distance !== 1)
    }
  if (version < 7) return
  let rest = version
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >>> at) & 1) === 1
    set(size - 11 + (at % 3), Math.floor(at / 3), dark)
    set(Math.floor(at / 3), size - 11 + (at % 3), dark)
  }
}

function alignmentLines(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - (count - 2 - index) * step)]
}

function drawFormat(set: SetModule, size: number, mask: number): void {
  // Level M is written 00, so the five bits are those of the mask.
  let rest = mask
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const isDark = (at: number) => ((bits >>> at) & 1) === 1
  for (let at = 0; at <= 5; at++) set(8, at, isDark(at))
  set(8, 7, isDark(6))
  set(8, 8, isDark(7))
  set(7, 8, isDark(8))
  for (let at = 9; at < 15; at++) set(14 - at, 8, isDark(at))
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, isDark(at))
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, isDark(at))
  set(8, size - 8, true)
}

/** How hard a reader finds it: long runs, blocks of one colour, too much dark or light. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const size = grid.length
  const at = (x: number, y: number) => grid[y]?.[x] === true
  let sum = 0
  for (let line = 0; line < size; line++) {
    for (const read of [(step: number) => at(step, line), (step: number) => at(line, step)]) {
      for (let step = 1, run = 1; step <= size; step++) {
        if (step < size && read(step) === read(step - 1)) run++
        else {
          if (run >= 5) sum += run - 2
          run = 1
        }
      }
    }
  }
  for (let y = 1; y < size; y++)
    for (let x = 1; x < size; x++) {
      if (at(x, y) === at(x - 1, y) && at(x, y) === at(x, y - 1) && at(x, y) === at(x - 1, y - 1)) sum += 3
    }
  const dark = grid.flat().filter((one) => one).length
  return sum + Math.floor(Math.abs(dark / (size * size) - 0.5) * 20) * 10
}
