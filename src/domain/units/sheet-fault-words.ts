// What is wrong with a cell and how to mend it, in words. The value itself is shown beside it by whoever lists the faults.
import type { GridFault, SheetColumn } from './sheet-grid.ts'
import type { UnitSheetFault, UnitSheetReason } from './sheet.ts'
import { sheetKinds, sheetLevels, sheetOwnerships, sheetRanks } from './sheet-words.ts'

export type FaultWords = { message: string; mend: string }
type Language = 'vi' | 'en'

/** Faults that any sheet can have. */
export function gridFaultWords(
  fault: GridFault,
  columns: readonly SheetColumn<string>[],
  language: Language,
): FaultWords {
  const most = columns.find((column) => column.headings.includes(fault.value))?.most ?? 0
  const vi = language === 'vi'
  switch (fault.reason) {
    case 'sheet_missing':
      return vi
        ? {
            message: `Không có trang tính “${fault.value}”`,
            mend: 'Dùng tệp mẫu tải từ trang này và giữ nguyên tên các trang tính.',
          }
        : {
            message: `There is no sheet “${fault.value}”`,
            mend: 'Use the template of this page and keep the names of its sheets.',
          }
    case 'column_missing':
      return vi
        ? {
            message: `Thiếu cột “${fault.value}”`,
            mend: 'Thêm cột này vào dòng tiêu đề, đúng tên như trong tệp mẫu.',
          }
        : {
            message: `The column “${fault.value}” is missing`,
            mend: 'Add it to the heading row, named as in the template.',
          }
    case 'column_twice':
      return vi
        ? { message: `Cột “${fault.value}” có hai lần`, mend: 'Giữ một cột, xóa cột kia.' }
        : { message: `The column “${fault.value}” stands twice`, mend: 'Keep one of them.' }
    case 'cell_error':
      return vi
        ? { message: 'Công thức trong ô bị lỗi', mend: 'Sửa công thức hoặc gõ thẳng nội dung vào ô.' }
        : { message: 'The formula in the cell has an error', mend: 'Mend the formula or type the content.' }
    case 'required':
      return vi
        ? { message: 'Ô bắt buộc còn trống', mend: 'Điền ô này, hoặc xóa cả dòng nếu không dùng.' }
        : { message: 'A required cell is empty', mend: 'Fill it in, or delete the row if it is not meant.' }
    case 'too_long':
      return vi
        ? { message: 'Nội dung quá dài', mend: `Rút gọn${most > 0 ? ` còn nhiều nhất ${most} ký tự` : ''}.` }
        : {
            message: 'The text is too long',
            mend: `Shorten it${most > 0 ? ` to at most ${most} characters` : ''}.`,
          }
  }
}

const choices = (list: readonly string[]) => list.map((one) => `“${one}”`).join(', ')

export function unitFaultWords(
  fault: UnitSheetFault,
  columns: readonly SheetColumn<string>[],
  language: Language,
): FaultWords {
  const own = ownWords(fault, language)
  // Every other reason is one of the grid's.
  return own ?? gridFaultWords(fault as GridFault, columns, language)
}

function ownWords(fault: UnitSheetFault, language: Language): FaultWords | null {
  const { value, otherRow = 0 } = fault
  const vi = language === 'vi'
  const unknown = (what: [string, string], list: readonly string[]): FaultWords =>
    vi
      ? { message: `Không hiểu ${what[0]} “${value}”`, mend: `Chọn trong danh sách: ${choices(list)}.` }
      : { message: `“${value}” is no ${what[1]}`, mend: `Choose one of: ${choices(list)}.` }
  const reason: UnitSheetReason = fault.reason
  switch (reason) {
    case 'kind_unknown':
      return unknown(['loại đơn vị', 'kind of unit'], sheetKinds)
    case 'level_unknown':
      return unknown(['cấp học', 'school level'], sheetLevels)
    case 'ownership_unknown':
      return unknown(['loại hình', 'ownership'], sheetOwnerships)
    case 'rank_unknown':
      return unknown(['hạng trường', 'rank'], sheetRanks)
    case 'tier_unknown':
      return vi
        ? {
            message: `Không có cấp hành chính “${value}”`,
            mend: 'Chọn trong danh sách của cột, hoặc khai báo cấp này ở phần Cài đặt.',
          }
        : {
            message: `There is no tier “${value}”`,
            mend: 'Choose from the list of the column, or set the tier up in the settings.',
          }
    case 'date_unknown':
      return vi
        ? { message: `“${value}” không phải là ngày`, mend: 'Gõ ngày/tháng/năm, ví dụ 01/08/2022.' }
        : { message: `“${value}” is no date`, mend: 'Type day/month/year, for example 01/08/2022.' }
    case 'code_twice':
      return vi
        ? {
            message: `Mã “${value}” đã có ở dòng ${otherRow}`,
            mend: 'Mỗi đơn vị một mã: đổi mã của một trong hai dòng, hoặc xóa dòng trùng.',
          }
        : {
            message: `The code “${value}” stands in row ${otherRow}, too`,
            mend: 'One code a unit: change one of the two, or delete the row that is there twice.',
          }
    case 'parent_unknown':
      return vi
        ? {
            message: `Không có đơn vị nào mang mã “${value}”`,
            mend: 'Dùng mã của đơn vị đã có (xem trang “Mã đơn vị” của tệp mẫu), hoặc thêm đơn vị đó thành một dòng trong tệp.',
          }
        : {
            message: `No unit bears the code “${value}”`,
            mend: 'Use the code of a unit that exists (sheet “Mã đơn vị” of the template), or add that unit as a row.',
          }
    case 'parent_missing':
      return vi
        ? { message: 'Đơn vị mới chưa có đơn vị cấp trên', mend: 'Điền mã đơn vị cấp trên.' }
        : { message: 'A new unit has nobody above it', mend: 'Enter the code of the unit above.' }
    case 'not_allowed':
      return vi
        ? {
            message: `Tài khoản này không được thay đổi đơn vị “${value}”`,
            mend: 'Bỏ dòng này, hoặc nhờ người quản trị đơn vị đó nhập.',
          }
        : {
            message: `This account may not change the unit “${value}”`,
            mend: 'Remove the row, or ask whoever administers that unit to import it.',
          }
    case 'sheet_missing':
    case 'column_missing':
    case 'column_twice':
    case 'cell_error':
    case 'required':
    case 'too_long':
      return null
  }
}
