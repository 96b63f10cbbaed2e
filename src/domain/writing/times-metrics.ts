// Advance widths of Times New Roman (the metric-compatible Tinos carries the same numbers), so that rules and
// line breaks can be reckoned without a font at hand: Decree 30/2020 ties the length of a rule to its text.

export type Weight = 'regular' | 'bold'

const unitsPerEm = 2048

// U+0020 to U+007E, in font units, read from Tinos 400 and 700.
// biome-ignore format: a table of widths reads best in rows
const regular: readonly number[] = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251,
  1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479,
  1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024,
  569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
]
// biome-ignore format: a table of widths reads best in rows
const bold: readonly number[] = [
  512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366,
  1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479,
  1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139,
  569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
]

// A Vietnamese letter is as wide as its base letter (checked for all 134); only these differ from ASCII.
const others: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['Đ', [1479, 1479]],
  ['đ', [1024, 1139]],
  ['Ơ', [1479, 1593]],
  ['ơ', [1083, 1134]],
  ['Ư', [1589, 1630]],
  ['ư', [1110, 1229]],
  ['–', [1024, 1024]],
  ['—', [2048, 2048]],
  ['‘', [682, 682]],
  ['’', [682, 682]],
  ['“', [909, 1024]],
  ['”', [909, 1024]],
  ['…', [2048, 2048]],
  ['•', [717, 717]],
  ['×', [1155, 1167]],
  ['≥', [1124, 1124]],
  ['≤', [1124, 1124]],
])

// Marks above and below, but not the horn: ơ and ư have a width of their own.
const marksWithoutHorn = /[\u0300-\u031a\u031c-\u036f]/g

/** The width of a text on one line, in points at `size` points. A sign unknown to the table counts 0.75 em. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const widths = weight === 'bold' ? bold : regular
  const plain = text.normalize('NFD').replace(marksWithoutHorn, '').normalize('NFC')
  let units = 0
  for (const sign of plain) {
    const other = others.get(sign)
    if (other) units += weight === 'bold' ? other[1] : other[0]
    else units += widths[(sign === '\u00a0' ? 32 : sign.charCodeAt(0)) - 32] ?? unitsPerEm * 0.75
  }
  return (units / unitsPerEm) * size
}

/** The lines a text breaks into, greedily, as Word breaks it: a word wider than the line stands alone. */
export function breakLines(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const lines: string[] = []
  for (const printed of text.split('\n')) {
    let line = ''
    for (const word of printed.split(' ').filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && textWidth(longer, size, weight) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines
}

export function longestWidth(lines: readonly string[], size: number, weight: Weight = 'regular'): number {
  return lines.reduce((longest, line) => Math.max(longest, textWidth(line, size, weight)), 0)
}
