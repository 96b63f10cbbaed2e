// The styles of a workbook: each combination that is used, once.

export type CellFormatName = 'general' | 'text' | 'integer' | 'decimal' | 'percent' | 'date'

export type CellStyle = {
  bold?: boolean
  italic?: boolean
  /** `header` grey, `input` pale yellow, `locked` pale grey, `warning` pale red. */
  fill?: 'header' | 'input' | 'locked' | 'warning'
  align?: 'left' | 'center' | 'right'
  wrap?: boolean
  border?: boolean
  /** '#,##0', '#,##0.0', '0.0%', dd/mm/yyyy; `text` keeps leading zeros. */
  format?: CellFormatName
  /** May be typed into where the sheet is protected. */
  unlocked?: boolean
  /** Points; 12 without. */
  size?: number
}

export const headerStyle: CellStyle = {
  bold: true,
  fill: 'header',
  align: 'center',
  wrap: true,
  border: true,
}

const fills = { header: 'FFD9D9D9', input: 'FFFFF9DB', locked: 'FFF2F2F2', warning: 'FFFBE3E0' } as const
const fillNames = ['header', 'input', 'locked', 'warning'] as const

const formats: Record<CellFormatName, { id: number; code?: string }> = {
  general: { id: 0 },
  text: { id: 49 },
  integer: { id: 3 },
  decimal: { id: 164, code: '#,##0.0' },
  percent: { id: 165, code: '0.0%' },
  date: { id: 166, code: 'dd/mm/yyyy' },
}

export type StyleBook = {
  /** The index for a cell; `quoted` for a text that must never be taken for a formula. */
  indexOf: (style: CellStyle | undefined, quoted: boolean) => number
  xml: () => string
}

export function createStyleBook(): StyleBook {
  const fonts = new Map<string, number>()
  const cells = new Map<string, number>()
  fontIndex({})
  indexOf(undefined, false)

  function fontIndex(style: CellStyle): number {
    const key = `${style.bold === true ? '<b/>' : ''}${style.italic === true ? '<i/>' : ''}<sz val="${style.size ?? 12}"/><name val="Times New Roman"/><family val="1"/>`
    const known = fonts.get(key)
    if (known !== undefined) return known
    fonts.set(key, fonts.size)
    return fonts.size - 1
  }

  function indexOf(style: CellStyle | undefined, quoted: boolean): number {
    const key = cellXml(style ?? {}, quoted, fontIndex(style ?? {}))
    const known = cells.get(key)
    if (known !== undefined) return known
    cells.set(key, cells.size)
    return cells.size - 1
  }

  function xml(): string {
    const customs = Object.values(formats).filter((format) => format.code !== undefined)
    const line =
      '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>'
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${customs.length}">${customs.map((format) => `<numFmt numFmtId="${format.id}" formatCode="${format.code ?? ''}"/>`).join('')}</numFmts><fonts count="${fonts.size}">${[...fonts.keys()].map((font) => `<font>${font}</font>`).join('')}</fonts><fills count="${fillNames.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fillNames.map((name) => `<fill><patternFill patternType="solid"><fgColor rgb="${fills[name]}"/><bgColor indexed="64"/></patternFill></fill>`).join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${line}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.size}">${[...cells.keys()].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }

  return { indexOf, xml }
}

function cellXml(style: CellStyle, quoted: boolean, font: number): string {
  const fill = style.fill === undefined ? 0 : fillNames.indexOf(style.fill) + 2
  const align = style.align === undefined ? '' : ` horizontal="${style.align}"`
  const wrap = style.wrap === true ? ' wrapText="1"' : ''
  const protection = style.unlocked === true ? '<protection locked="0"/>' : ''
  // The two fills in front of ours are the ones that Excel expects there.
  return `<xf numFmtId="${formats[style.format ?? 'general'].id}" fontId="${font}" fillId="${fill}" borderId="${style.border === true ? 1 : 0}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="center"${align}${wrap}/>${protection}</xf>`
}
