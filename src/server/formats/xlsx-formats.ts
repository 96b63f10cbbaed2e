// Which cells hold a date and which a percentage is told by their number format alone.
import { eachChild, openRoot, type XmlReader } from './xml.ts'

export type CellFormat = 'date' | 'percent' | 'other'

/** By the index of a cell's style. */
export function readCellFormats(xml: XmlReader | undefined): CellFormat[] {
  const custom = new Map<number, string>()
  const formats: CellFormat[] = []
  if (xml === undefined) return formats
  openRoot(xml)
  eachChild(xml, (part) => {
    if (part === 'numFmts')
      eachChild(xml, () => custom.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? ''))
    if (part === 'cellXfs')
      eachChild(xml, () => formats.push(formatOf(Number(xml.attribute('numFmtId') ?? '0'), custom)))
  })
  return formats
}

function formatOf(id: number, custom: ReadonlyMap<number, string>): CellFormat {
  const code = custom.get(id)
  if (code !== undefined) return formatOfCode(code)
  // Built in (ECMA-376, 18.8.30), those of East Asian Excel included.
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return 'date'
  return id === 9 || id === 10 ? 'percent' : 'other'
}

export function formatOfCode(code: string): CellFormat {
  // What is quoted, escaped or bracketed is text, a colour or a locale; [h] and [mm] are hours that go on counting.
  const bare = code
    .slice(0, 300)
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/general/gi, '')
  const positive = bare.split(';')[0] ?? ''
  if (/[dmyhs]/i.test(positive)) return 'date'
  return positive.includes('%') ? 'percent' : 'other'
}
