// XLSX to sheets of cells, on our own XML reader: every ready-made reader hung or died on a file of 15 KB.
// Only cells with something in them are kept; ranges (merged cells, validation) are never expanded.
import type { Archive } from './archive.ts'
import { checkFile } from './check-file.ts'
import { FormatRefusal, refusalOfXml } from './format-refusal.ts'
import { mainPart, readPart, relationshipsOf } from './package-parts.ts'
import { refusalOfKind } from './sniff.ts'
import type { CellRange } from './xlsx-cells.ts'
import { readCellFormats } from './xlsx-formats.ts'
import {
  readSharedStrings,
  readSheetRows,
  type ReadRow,
  type SheetBudget,
  type WorkbookLimits,
  workbookLimits,
} from './xlsx-sheet-read.ts'
import { eachChild, openRoot, type XmlReader } from './xml.ts'

export type ReadSheet = {
  name: string
  isHidden: boolean
  /** Rows with something in them, from the top. */
  rows: ReadRow[]
  merges: CellRange[]
}

export type ReadWorkbook = {
  sheets: ReadSheet[]
  /** Defined names of the whole workbook and what they stand for: 'NamHoc' → "'Lớp'!$A$1". */
  names: Record<string, string>
}

/** Throws FormatRefusal. */
export function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits = workbookLimits,
): ReadWorkbook {
  const { kind, archive } = checkFile(bytes, fileName)
  if (kind !== 'xlsx' || archive === null)
    throw new FormatRefusal(refusalOfKind(kind, 'workbook'), { actual: kind })
  let place = 'xl/workbook.xml'
  try {
    place = mainPart(archive, place)
    return readParts(archive, place, limits, (part) => {
      place = part
    })
  } catch (error) {
    throw refusalOfXml(error, place)
  }
}

type SheetEntry = { name: string; isHidden: boolean; relation: string }

function readParts(
  archive: Archive,
  main: string,
  limits: WorkbookLimits,
  entering: (part: string) => void,
): ReadWorkbook {
  const xml = readPart(archive, main)
  if (xml === undefined) throw new FormatRefusal('corrupt', { place: main })
  const { entries, names, is1904 } = readEntries(xml)
  if (entries.length > limits.sheets) throw new FormatRefusal('too_many_entries', { most: limits.sheets })
  const relations = relationshipsOf(archive, main)
  const open = (type: string): XmlReader | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target
    if (target === undefined) return undefined
    entering(target)
    return readPart(archive, target)
  }
  const strings = readSharedStrings(open('sharedStrings'))
  const formats = readCellFormats(open('styles'))
  const budget: SheetBudget = { limits, cells: 0, characters: 0 }
  const sheets: ReadSheet[] = []
  for (const { name, isHidden, relation } of entries) {
    const found = relations.find(({ id }) => id === relation)
    // Sheets that are a chart or a dialogue have no cells.
    if (found === undefined || found.type !== 'worksheet') continue
    entering(found.target)
    const part = readPart(archive, found.target)
    if (part === undefined) throw new FormatRefusal('corrupt', { place: found.target })
    sheets.push({ name, isHidden, ...readSheetRows(part, { name, strings, formats, is1904, budget }) })
  }
  if (sheets.length === 0) throw new FormatRefusal('no_text')
  return { sheets, names }
}

function readEntries(xml: XmlReader): {
  entries: SheetEntry[]
  names: Record<string, string>
  is1904: boolean
} {
  const entries: SheetEntry[] = []
  const names = new Map<string, string>()
  let is1904 = false
  if (openRoot(xml) !== 'workbook') throw new FormatRefusal('corrupt', { place: 'xl/workbook.xml' })
  eachChild(xml, (part) => {
    if (part === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(xml.attribute('date1904') ?? '0')
    if (part === 'sheets') {
      eachChild(xml, () => {
        const isHidden = (xml.attribute('state') ?? 'visible') !== 'visible'
        entries.push({ name: xml.attribute('name') ?? '', isHidden, relation: xml.attribute('r:id') ?? '' })
      })
    }
    if (part === 'definedNames') {
      eachChild(xml, () => {
        const name = xml.attribute('name')
        if (name === undefined || names.size >= 1000 || xml.attribute('localSheetId') !== undefined) return
        if (xml.next() === 'text') names.set(name, xml.text)
      })
    }
  })
  return { entries, names: Object.fromEntries(names), is1904 }
}
