import { isOn } from './docx-properties.ts'
import type { DocxCell, DocxTable, Story } from './docx-story.ts'
import { hasBorder } from './docx-styles.ts'
import { eachChild, type XmlReader } from './xml.ts'

// Word itself takes 63 columns.
const mostColumns = 63

type ReadCell = DocxCell & {
  merge: 'none' | 'start' | 'goes_on'
  isJoinedLeft: boolean
  border: boolean | null
}
type ReadRow = { cells: ReadCell[]; header: boolean; isDeleted: boolean; before: number }

export function readTable(story: Story, xml: XmlReader): DocxTable {
  const rows: ReadRow[] = []
  let bordered: boolean | null = null
  let styleId: string | undefined
  const visit = (name: string): void => {
    switch (name) {
      case 'w:tblPr':
        eachChild(xml, (inner) => {
          if (inner === 'w:tblStyle') styleId = xml.attribute('w:val')
          if (inner === 'w:tblBorders') bordered = hasBorder(xml)
        })
        return
      case 'w:tr': {
        const row = readRow(story, xml)
        if (row.isDeleted) story.hasTrackedChanges = true
        else rows.push(row)
        return
      }
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:ins':
        eachChild(xml, visit)
    }
  }
  eachChild(xml, visit)
  return {
    kind: 'table',
    rows: mergeCells(rows),
    bordered: bordered ?? bordersOfCells(rows) ?? story.styles.table(styleId).bordered ?? false,
  }
}

function readRow(story: Story, xml: XmlReader): ReadRow {
  const row: ReadRow = { cells: [], header: false, isDeleted: false, before: 0 }
  const visit = (name: string): void => {
    switch (name) {
      case 'w:trPr':
        eachChild(xml, (inner) => {
          if (inner === 'w:tblHeader') row.header = isOn(xml.attribute('w:val'))
          if (inner === 'w:gridBefore') row.before = span(xml.attribute('w:val'), 0)
          if (inner === 'w:del') row.isDeleted = true
          if (inner === 'w:ins') story.hasTrackedChanges = true
        })
        return
      case 'w:tc':
        row.cells.push(readCell(story, xml))
        return
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
        eachChild(xml, visit)
    }
  }
  eachChild(xml, visit)
  let column = row.before
  for (const cell of row.cells) {
    cell.column = column
    column += cell.columnSpan
  }
  return row
}

function readCell(story: Story, xml: XmlReader): ReadCell {
  const cell: ReadCell = {
    blocks: [],
    column: 0,
    columnSpan: 1,
    rowSpan: 1,
    merge: 'none',
    isJoinedLeft: false,
    border: null,
  }
  cell.blocks = story.blocksOf(xml, (name) => {
    if (name !== 'w:tcPr') return
    eachChild(xml, (inner) => {
      const value = xml.attribute('w:val')
      if (inner === 'w:gridSpan') cell.columnSpan = span(value, 1)
      // Without a value the cell goes on from the row above.
      if (inner === 'w:vMerge') cell.merge = value === 'restart' ? 'start' : 'goes_on'
      if (inner === 'w:hMerge') cell.isJoinedLeft = value !== 'restart'
      if (inner === 'w:tcBorders') cell.border = hasBorder(xml)
    })
  })
  return cell
}

function span(value: string | undefined, least: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? least : Math.max(least, Math.min(number, mostColumns))
}

/** Merged cells stand once, in their first row and column, with their spans. */
function mergeCells(rows: readonly ReadRow[]): DocxTable['rows'] {
  let above = new Map<number, ReadCell>()
  const merged = rows.map(({ cells, header }) => {
    const reaching = new Map<number, ReadCell>()
    const kept: ReadCell[] = []
    for (const cell of cells) {
      const upper = above.get(cell.column)
      const left = kept.at(-1)
      if (cell.merge === 'goes_on' && upper !== undefined && upper.columnSpan === cell.columnSpan) {
        upper.rowSpan += 1
        // What somebody left in the covered cell is not printed by Word; it is kept all the same.
        upper.blocks.push(...cell.blocks)
        reaching.set(cell.column, upper)
      } else if (cell.isJoinedLeft && left !== undefined) {
        left.columnSpan += cell.columnSpan
        left.blocks.push(...cell.blocks)
      } else {
        kept.push(cell)
        if (cell.merge !== 'none') reaching.set(cell.column, cell)
      }
    }
    above = reaching
    return { header, kept }
  })
  return merged.map(({ header, kept }) => ({
    header,
    cells: kept.map(({ blocks, column, columnSpan, rowSpan }) => ({ blocks, column, columnSpan, rowSpan })),
  }))
}

/** Borders drawn cell by cell; null where no cell speaks of them. */
function bordersOfCells(rows: readonly ReadRow[]): boolean | null {
  const drawn = rows
    .flatMap((row) => row.cells.map((cell) => cell.border))
    .filter((border) => border !== null)
  return drawn.length === 0 ? null : drawn.filter(Boolean).length * 2 > drawn.length
}
