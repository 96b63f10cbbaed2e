// Sheets of data to XLSX: what Excel, LibreOffice and a stranger's reader open without a question. The same input gives the
// same bytes. Texts are always written as texts: nothing that a person typed becomes a formula.
import { strToU8, type Zippable, zipSync } from 'fflate'
import { absoluteName } from './xlsx-cells.ts'
import type { ListPlace, SheetPlan, WorkbookPlan } from './xlsx-write-plan.ts'
import { createSheetWriter } from './xlsx-write-sheet.ts'
import { createStyleBook } from './xlsx-write-styles.ts'
import { createTextBook, escapeXml } from './xlsx-write-texts.ts'

// ZIP keeps local time: made from parts, it is the same bytes in every time zone.
const entryTime = new Date(2020, 2, 5)
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function writeWorkbook(plan: WorkbookPlan): Uint8Array {
  const lists = createListSheet(plan.sheets.map((sheet) => sheet.name))
  const styles = createStyleBook()
  const texts = createTextBook()
  const writer = createSheetWriter(styles, texts, lists.placeOf)
  const parts = plan.sheets.map(writer)
  const listPlan = lists.plan()
  if (listPlan !== null) parts.push(writer(listPlan))
  const sheets = listPlan === null ? plan.sheets : [...plan.sheets, listPlan]
  checkNames(sheets)
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookXml(plan, sheets),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets.length),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': texts.xml(),
  }
  for (const [index, part] of parts.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = part
  const entries: Zippable = {}
  for (const [path, text] of Object.entries(files))
    entries[path] = [strToU8(text), { mtime: entryTime, level: 6 }]
  return zipSync(entries)
}

/** A text as the name of a sheet: what Excel forbids is replaced, the rest cut at 31 characters. */
export function sheetNameFrom(text: string): string {
  const name = text
    .replaceAll(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/^'+|'+$/g, '')
  return [...name].slice(0, 31).join('').trim() || 'Sheet'
}

function checkNames(sheets: readonly SheetPlan[]): void {
  const seen = new Set<string>()
  for (const { name } of sheets) {
    const folded = name.toLowerCase()
    if (name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || seen.has(folded))
      throw new RangeError(`“${name}” cannot be the name of a sheet here`)
    seen.add(folded)
  }
}

type ListSheet = { placeOf: (values: readonly string[]) => ListPlace; plan: () => SheetPlan | null }

/** Lists too long for the rule itself stand in a hidden sheet, each once. */
function createListSheet(taken: readonly string[]): ListSheet {
  let name = '_danh_muc'
  while (taken.some((other) => other.toLowerCase() === name)) name = `_${name}`
  const lists = new Map<string, readonly string[]>()
  return {
    placeOf: (values) => {
      const key = JSON.stringify(values)
      if (!lists.has(key)) lists.set(key, values)
      const column = [...lists.keys()].indexOf(key) + 1
      return {
        sheet: name,
        cells: { fromRow: 1, fromColumn: column, toRow: Math.max(1, values.length), toColumn: column },
      }
    },
    plan: () => {
      if (lists.size === 0) return null
      const all = [...lists.values()]
      const height = Math.max(...all.map((list) => list.length))
      const rows = Array.from({ length: height }, (_, row) => ({
        cells: all.map((list) => list[row] ?? null),
      }))
      return { name, hidden: true, columns: all.map(() => ({ width: 30, style: { format: 'text' } })), rows }
    },
  }
}

function workbookXml(plan: WorkbookPlan, sheets: readonly SheetPlan[]): string {
  const entries = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const names = (plan.names ?? []).map(
    ({ name, sheet, cells }) =>
      `<definedName name="${escapeXml(name)}">${escapeXml(absoluteName(sheet, cells))}</definedName>`,
  )
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.repeatedRows === undefined) continue
    const rows = `'${sheet.name.replaceAll("'", "''")}'!$1:$${sheet.repeatedRows}`
    names.push(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(rows)}</definedName>`,
    )
  }
  const shown = Math.max(
    0,
    sheets.findIndex((sheet) => sheet.hidden !== true),
  )
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  return `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView activeTab="${shown}" firstSheet="${shown}"/></bookViews><sheets>${entries.join('')}</sheets>${defined}</workbook>`
}

function workbookRelations(sheets: number): string {
  const entries = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId${sheets + 2}" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const entries = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${entries.join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`
}
