// Shares from a workbook and into one. A check changes nothing: what it answers is saved like anything typed.
import { mostListed } from '#contract/people-import.ts'
import type { SheetFaultView } from '#contract/units-sheet.ts'
import { readShareSheet, shareSheet, type ShareSheetFault } from '#domain/allocation/share-sheet.ts'
import { shareFaultWords } from '#domain/allocation/share-words.ts'
import { type ShareFigures, shareFields } from '#domain/allocation/shares.ts'
import type { Whole } from '#domain/allocation/whole.ts'
import type { TargetId, UnitId } from '#domain/basics/ids.ts'
import { gridFaultWords } from '#domain/units/sheet-fault-words.ts'
import type { SheetGrid } from '#domain/units/sheet-grid.ts'
import { cellName } from '#server/formats/xlsx-cells.ts'
import { writeWorkbook } from '#server/formats/xlsx-write.ts'
import type { SheetCell } from '#server/formats/xlsx-write-plan.ts'
import { type CellStyle, headerStyle } from '#server/formats/xlsx-write-styles.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import type { FileReply } from '#server/platform/route.ts'
import { convertWorkbook } from '#server/platform/upload.ts'
import { gridsOf } from '#server/units/units-sheet.service.ts'
import { getAllocation, type Row, shortStatement } from './allocation.service.ts'
import { sharesRefused } from './refusals.ts'
import { figuresOf } from './share-changes.ts'

const input: CellStyle = { fill: 'input', border: true, format: 'general' }

async function rowsToFill(
  ctx: Ctx,
  targetId: TargetId,
): Promise<{ whole: Whole; rows: Row[]; statement: string }> {
  const { whole, rows, target } = await getAllocation(ctx, targetId)
  if (whole === null) throw sharesRefused('not_shareable')
  if (rows.length === 0) throw sharesRefused('no_units')
  return { whole, rows, statement: shortStatement(target) }
}

export async function shareTemplate(ctx: Ctx, targetId: TargetId): Promise<FileReply> {
  const { whole, rows, statement } = await rowsToFill(ctx, targetId)
  const rules = shareSheet(whole.measure)
  const at = ctx.language === 'vi' ? 0 : 1
  const fields = shareFields[whole.measure]
  const hint = ctx.language === 'vi' ? ' (x)' : ' (x)'
  const bytes = writeWorkbook({
    sheets: [
      {
        name: rules.sheetNames[at],
        columns: rules.columns.map(({ key }) => ({
          width: key === 'name' ? 44 : 18,
          style: key === 'code' ? { format: 'text' } : {},
        })),
        rows: [
          { cells: [{ value: statement, style: { bold: true } }] },
          {
            cells: rules.columns.map(({ key, headings, required }) => ({
              value: `${headings[at]}${key === 'notApplies' ? hint : ''}${required ? ' *' : ''}`,
              style: headerStyle,
            })),
            height: 32,
          },
          ...rows.map((row) => ({
            cells: [
              row.code,
              row.name,
              ...fields.map((field): SheetCell => ({ value: row[field], style: input })),
              { value: row.applies ? null : 'x', style: input },
            ],
          })),
        ],
        frozen: { rows: 2, columns: 2 },
        repeatedRows: 2,
      },
    ],
  })
  return {
    bytes,
    fileName: ctx.language === 'vi' ? 'Giao chỉ tiêu.xlsx' : 'Shares of a target.xlsx',
  }
}

export type CheckedShares = {
  faults: SheetFaultView[]
  faultCount: number
  shares: { unitId: UnitId; code: string; name: string; before: ShareFigures; after: ShareFigures }[]
}

export async function checkWorkbook(
  ctx: Ctx,
  targetId: TargetId,
  bytes: Uint8Array,
  fileName: string,
): Promise<CheckedShares> {
  const { whole, rows } = await rowsToFill(ctx, targetId)
  const grids: SheetGrid[] = gridsOf(await convertWorkbook(bytes, fileName))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const { faults, shares } = readShareSheet(grids, whole, byCode)
  return {
    faults: faults.slice(0, mostListed).map((fault) => faultView(ctx, fault, whole)),
    faultCount: faults.length,
    shares:
      faults.length > 0
        ? []
        : shares.map(({ unit, share }) => ({
            unitId: unit.unitId,
            code: unit.code,
            name: unit.name,
            before: figuresOf(unit),
            after: share,
          })),
  }
}

function faultView(ctx: Ctx, fault: ShareSheetFault, whole: Whole): SheetFaultView {
  return {
    sheet: fault.sheet,
    cell: fault.row === null || fault.column === null ? null : cellName(fault.row, fault.column),
    value: fault.value,
    ...wordsOf(ctx, fault, whole),
  }
}

function wordsOf({ language }: Ctx, fault: ShareSheetFault, whole: Whole): { message: string; mend: string } {
  const vi = language === 'vi'
  switch (fault.reason) {
    case 'negative':
    case 'part_over_whole':
    case 'over_hundred':
    case 'too_many_decimals':
      return shareFaultWords(fault.reason, whole.measure === 'percent' ? 2 : whole.decimals)[language]
    case 'unknown_code':
      return vi
        ? {
            message: 'Mã này không có trong danh sách đơn vị được giao',
            mend: 'Dùng mã trong tệp mẫu, hoặc thêm đơn vị vào đối tượng được giao trước.',
          }
        : {
            message: 'No unit among those meant bears this code',
            mend: 'Use the codes of the template, or add the unit to those meant first.',
          }
    case 'code_twice':
      return vi
        ? { message: 'Đơn vị này có hai dòng', mend: 'Giữ một dòng, xóa dòng kia.' }
        : { message: 'This unit has two rows', mend: 'Keep one of them.' }
    case 'not_a_number':
      return vi
        ? { message: 'Ô này phải là số', mend: 'Gõ số, ví dụ 1.020 hoặc 98,5; để trống nếu chưa có.' }
        : { message: 'This is not a number', mend: 'Type digits; leave it empty if there is none yet.' }
    case 'not_a_mark':
      return vi
        ? { message: 'Chỉ ghi x hoặc để trống', mend: 'Ghi x nếu chỉ tiêu không áp dụng cho đơn vị.' }
        : { message: 'Only x or nothing', mend: 'Write x where the target does not apply.' }
    case 'figure_and_not_concerned':
      return vi
        ? { message: 'Vừa có số vừa ghi không áp dụng', mend: 'Xóa số hoặc xóa dấu x.' }
        : { message: 'A figure and “does not apply” at once', mend: 'Delete one of them.' }
    case 'no_rows':
      return vi
        ? { message: 'Chưa có dòng nào', mend: 'Điền số của các đơn vị dưới dòng tiêu đề.' }
        : { message: 'There is no row', mend: 'Fill in the units below the heading row.' }
    case 'sheet_missing':
    case 'column_missing':
    case 'column_twice':
    case 'cell_error':
    case 'required':
    case 'too_long':
      return gridFaultWords({ ...fault, reason: fault.reason }, shareSheet(whole.measure).columns, language)
  }
}
