// How wide a text is printed, roughly, in Times: enough to tell whether a line ended because the column was full. A
// line that ends although the next word would have fitted ends a paragraph or a cell; that holds for every column and
// needs no knowledge of the file.

export const spaceWidth = 0.25
const classes: readonly (readonly [string, number])[] = [
  [' ', spaceWidth],
  ["ilj|.,;:'’!()[]tfrI/“”íìỉĩị-", 0.3],
  ['mwMWƯỪỨỬỮỰƠỜỚỞỠỢ%@&…—', 0.76],
]
const widths: ReadonlyMap<string, number> = new Map(
  classes.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])),
)

/** In units of the font size. Four classes of letters: within 6% of the true advance widths on the two documents' lines. */
export function printedWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += widths.get(character) ?? (character === character.toLowerCase() ? 0.47 : 0.68)
  return width
}

export function firstWord(text: string): string {
  const trimmed = text.trimStart()
  const end = trimmed.search(/\s/)
  return end < 0 ? trimmed : trimmed.slice(0, end)
}

/** Whether a word would clearly have fitted behind a line: 8% are left for what the rough widths get wrong. */
export function fitsBehind(lineWidth: number, wordWidth: number, columnWidth: number): boolean {
  return lineWidth + spaceWidth + wordWidth <= columnWidth * 0.92
}

export function wouldHaveFitted(line: string, next: string, width: number): boolean {
  return fitsBehind(printedWidth(line.trim()), printedWidth(firstWord(next)), width)
}

/** The width of a column judged by its lines: nearly the widest, so that one line gone astray does not count. */
export function columnWidth(lines: readonly string[]): number {
  const sorted = lines.map((line) => printedWidth(line.trim())).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.98))] ?? 0
}
