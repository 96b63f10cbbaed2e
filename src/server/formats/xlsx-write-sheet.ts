// One sheet as XML, its elements in the order that the standard prescribes: Excel calls a file damaged that has another.
import { absoluteName, type CellRange, cellName, columnName, rangeName, serialOfDate } from './xlsx-cells.ts'
import type { ListPlace, SheetCell, SheetPlan, SheetValue, Validation } from './xlsx-write-plan.ts'
import type { CellStyle, StyleBook } from './xlsx-write-styles.ts'
import { escapeXml, type TextBook } from './xlsx-write-texts.ts'

export function createSheetWriter(
  styles: StyleBook,
  texts: TextBook,
  placeOf: (values: readonly string[]) => ListPlace,
): (sheet: SheetPlan) => string {
  function sheetXml(sheet: SheetPlan): string {
    const rows = sheet.rows.map((row, index) => rowXml(sheet, row, index + 1))
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      viewXml(sheet),
      '<sheetFormatPr defaultRowHeight="16.5"/>',
      columnsXml(sheet),
      `<sheetData>${rows.join('')}</sheetData>`,
      sheet.protected === true
        ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
        : '',
      mergesXml(sheet.merges ?? []),
      validationsXml(sheet.validations ?? []),
      '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      `<pageSetup paperSize="9" orientation="${sheet.landscape === true ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
      '</worksheet>',
    ].join('')
  }

  function rowXml(sheet: SheetPlan, row: SheetPlan['rows'][number], number: number): string {
    const cells = row.cells.map((cell, index) =>
      cellXml(cell, sheet.columns[index]?.style, number, index + 1),
    )
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
    return `<row r="${number}"${height}>${cells.join('')}</row>`
  }

  function cellXml(cell: SheetCell, columnStyle: CellStyle | undefined, row: number, column: number): string {
    const isStyled = typeof cell === 'object' && cell !== null && 'style' in cell
    const value: SheetValue = isStyled ? cell.value : cell
    const style = isStyled ? cell.style : columnStyle
    const place = `r="${cellName(row, column)}"`
    if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value)))
      return style === undefined ? '' : `<c ${place} s="${styles.indexOf(style, false)}"/>`
    if (typeof value === 'number')
      return `<c ${place} s="${styles.indexOf(style, false)}"><v>${value}</v></c>`
    if (typeof value === 'boolean')
      return `<c ${place} s="${styles.indexOf(style, false)}" t="b"><v>${value ? 1 : 0}</v></c>`
    if (typeof value === 'object')
      return `<c ${place} s="${styles.indexOf({ ...style, format: 'date' }, false)}"><v>${serialOfDate(value.date)}</v></c>`
    // Excel would take such a text for a formula as soon as somebody edits the cell and presses Enter.
    const looksLikeFormula = /^[=+\-@\t\r]/.test(value)
    return `<c ${place} s="${styles.indexOf(style, looksLikeFormula)}" t="s"><v>${texts.indexOf(value)}</v></c>`
  }

  function columnsXml({ columns }: SheetPlan): string {
    if (columns.length === 0) return ''
    const items = columns.map(({ width, hidden, style }, index) => {
      const styled = style === undefined ? '' : ` style="${styles.indexOf(style, false)}"`
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${styled}${hidden === true ? ' hidden="1"' : ''}/>`
    })
    return `<cols>${items.join('')}</cols>`
  }

  function validationsXml(validations: readonly Validation[]): string {
    if (validations.length === 0) return ''
    return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
  }

  function validationXml(validation: Validation): string {
    const { title, text } = validation.message
    const rule = ruleOf(validation)
    const message = `errorTitle="${escapeXml(title.slice(0, 32))}" error="${escapeXml(text.slice(0, 225))}"`
    const style = validation.advice === true ? 'errorStyle="warning" ' : ''
    return `<dataValidation type="${rule.type}" ${style}${rule.operator}allowBlank="1" showInputMessage="1" showErrorMessage="1" ${message} sqref="${rangeName(validation.range)}">${rule.formulas.map((formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`).join('')}</dataValidation>`
  }

  function ruleOf(validation: Validation): { type: string; operator: string; formulas: string[] } {
    switch (validation.kind) {
      case 'list':
        return { type: 'list', operator: '', formulas: [listFormula(validation.values)] }
      case 'list_of_cells':
        return { type: 'list', operator: '', formulas: [absoluteName(validation.sheet, validation.cells)] }
      case 'whole':
      case 'decimal': {
        const { kind, min, max } = validation
        // Excel takes 15 digits; open ends are written as bounds that nobody reaches.
        return {
          type: kind,
          operator: 'operator="between" ',
          formulas: [String(min ?? -999_999_999_999), String(max ?? 999_999_999_999)],
        }
      }
      case 'date':
        return {
          type: 'date',
          operator: 'operator="between" ',
          formulas: [String(serialOfDate(validation.min)), String(serialOfDate(validation.max))],
        }
    }
  }

  function listFormula(values: readonly string[]): string {
    const inline = values.join(',')
    // Excel refuses a longer one, and a comma would part a value.
    if (inline.length <= 255 && values.every((value) => !/[,"]/.test(value)) && inline !== '')
      return `"${inline}"`
    const { sheet, cells } = placeOf(values)
    return absoluteName(sheet, cells)
  }

  return sheetXml
}

function viewXml({ frozen, hidden }: SheetPlan): string {
  const pane = paneXml(frozen ?? { rows: 0, columns: 0 })
  return `<sheetViews><sheetView workbookViewId="0"${hidden === true ? '' : ' showGridLines="1"'}>${pane}</sheetView></sheetViews>`
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  if (rows === 0 && columns === 0) return ''
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<pane${splits} topLeftCell="${columnName(columns + 1)}${rows + 1}" activePane="${active}" state="frozen"/><selection pane="${active}"/>`
}

function mergesXml(merges: readonly CellRange[]): string {
  if (merges.length === 0) return ''
  return `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('')}</mergeCells>`
}
