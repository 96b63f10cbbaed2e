// What the grid of shares shows: a row for each unit, the sums, and what is said at each cell.
import type { Language } from '#contract/error-texts.ts'
import { formatNumber, formatPercent } from '#domain/basics/numbers.ts'
import { sayShare, shareFaultWords } from '#domain/allocation/share-words.ts'
import {
  noShare,
  type ShareCheck,
  shareFaults,
  type ShareField,
  shareFields,
  type ShareFigures,
} from '#domain/allocation/shares.ts'
import type { Whole } from '#domain/allocation/whole.ts'
import type { GridModel, ModelCell, ModelRow } from '#web/submissions/grid-model.ts'
import type { vi } from './allocation.vi.ts'
import { shareCell, type SharesState } from './shares-state.ts'
import type { AllocationPage } from './use-allocation.ts'

export type ShareGrid = {
  page: AllocationPage
  whole: Whole
  state: SharesState
  check: ShareCheck
  mayType: boolean
  language: Language
  texts: (typeof vi)['grid']
}

export function shareGrid(given: ShareGrid): GridModel {
  const { page, whole, texts, mayType, check } = given
  const columns: GridModel['columns'] = [
    ...shareFields[whole.measure].map((field) => ({
      code: field,
      title: titleOf(given, field),
      open: mayType,
    })),
    ...(whole.measure === 'ratio' ? [{ code: 'share', title: texts.share, open: false }] : []),
    ...(page.givenNo > 0 ? [{ code: 'given', title: texts.given, open: false }] : []),
  ]
  const units = page.rows.map((row, index) => unitRow(given, columns, row, index))
  const sums: ModelRow = {
    code: 'total',
    title: check.way === 'weighted_mean' ? texts.mean : texts.total,
    total: true,
    cells: columns.map((column) => closed(`total.${column.code}`, sumText(given, column.code), column.title)),
  }
  // The sum of percentages is nothing; without weights there is no mean either.
  const rows = check.way === 'each' ? units : [...units, sums]
  return {
    columns,
    sections: [{ code: 'units', title: '', rows, empty: check.missing, notes: 0 }],
    rows,
    shape: {
      rows: rows.length,
      columns: columns.length,
      isOpen: ({ row, column }) => rows[row]?.cells[column]?.open === true,
    },
  }
}

function titleOf({ whole, texts }: ShareGrid, field: ShareField): string {
  switch (field) {
    case 'value':
      return texts.value[whole.measure]
    case 'numerator':
      return texts.numerator
    case 'denominator':
      return texts.denominator[whole.measure]
  }
}

function closed(id: string, text: string, columnTitle: string): ModelCell {
  return { id, title: columnTitle, columnTitle, open: false, text, last: '', note: null, comment: null }
}

function unitRow(
  given: ShareGrid,
  columns: GridModel['columns'],
  row: AllocationPage['rows'][number],
  index: number,
): ModelRow {
  const { state, whole, texts, language } = given
  const share = state.shares.get(row.unitId) ?? noShare
  const title = row.ended ? `${row.name} (${texts.ended})` : row.name
  const fields: readonly string[] = shareFields[whole.measure]
  return {
    code: row.unitId,
    title,
    total: false,
    cells: columns.map((column) => {
      const { code } = column
      if (fields.includes(code))
        // `fields` holds the share's own fields.
        return entryCell(given, row, index, share, code as ShareField, title, column.title)
      if (code === 'share') return closed(`${row.unitId}.share`, ratioText(share), column.title)
      return closed(
        `${row.unitId}.given`,
        row.given === null ? '–' : sayShare(whole.measure, row.given, null, language),
        column.title,
      )
    }),
  }
}

function entryCell(
  { state, whole, check, texts, language, mayType }: ShareGrid,
  row: AllocationPage['rows'][number],
  index: number,
  share: ShareFigures,
  field: ShareField,
  unitTitle: string,
  columnTitle: string,
): ModelCell {
  const id = shareCell(row.unitId, field)
  const typed = state.texts[id]
  const figure = share[field]
  const fault = shareFaults(whole, share).find((one) => one.field === field)
  const decimals = whole.measure === 'percent' ? 2 : whole.decimals
  const words = fault === undefined ? null : shareFaultWords(fault.fault, decimals)[language]
  const first = shareFields[whole.measure][0] === field
  return {
    id,
    title: `${unitTitle} – ${columnTitle}`,
    columnTitle,
    open: mayType,
    text:
      typed ??
      (share.applies ? (figure === null ? '' : formatNumber(figure, 6)) : first ? texts.notApplies : ''),
    last: '',
    note:
      typed !== undefined
        ? { severity: 'stop', message: texts.notNumber }
        : words !== null
          ? { severity: 'stop', message: `${words.message}. ${words.mend}` }
          : field === 'value' && check.away.includes(index)
            ? { severity: 'warn', message: texts.away }
            : null,
    comment: null,
  }
}

function ratioText({ numerator, denominator }: ShareFigures): string {
  return numerator === null || denominator === null || denominator === 0
    ? ''
    : formatPercent(numerator / denominator)
}

function sumText({ check, whole }: ShareGrid, column: string): string {
  const { value, numerator, denominator } = check.comes
  const written = (figure: number | null) => (figure === null ? '' : formatNumber(figure, 6))
  if (column === 'value') {
    if (value === null) return ''
    return whole.measure === 'percent' ? formatNumber(value, 2) : written(value)
  }
  if (column === 'numerator') return written(numerator)
  if (column === 'denominator') return written(denominator)
  if (column === 'share') return ratioText({ ...noShare, numerator, denominator })
  return ''
}
