import { type FaultWords, gridFaultWords } from '#domain/units/sheet-fault-words.ts'
import type { GridFault, SheetColumn } from '#domain/units/sheet-grid.ts'
import { type AccountSheetFault, sheetRoles } from './account-sheet.ts'

type Language = 'vi' | 'en'

/** What is wrong with a cell of the accounts, and how to mend it. */
export function accountFaultWords(
  fault: AccountSheetFault,
  columns: readonly SheetColumn<string>[],
  language: Language,
): FaultWords {
  const { value, otherRow = 0, other } = fault
  const vi = language === 'vi'
  switch (fault.reason) {
    case 'user_name_malformed':
      return vi
        ? {
            message: `“${value}” không dùng làm tên đăng nhập được`,
            mend: 'Dùng chữ thường không dấu, số, dấu chấm hoặc gạch nối, ít nhất 2 ký tự; ví dụ mn-vandau.',
          }
        : {
            message: `“${value}” cannot be a user name`,
            mend: 'Use lower-case letters without accents, digits, dots and hyphens, at least 2 characters; for example mn-vandau.',
          }
    case 'user_name_twice':
      return vi
        ? {
            message: `Tên đăng nhập “${value}” đã có ở dòng ${otherRow}`,
            mend: 'Mỗi người một tên đăng nhập: thêm mã trường vào một trong hai tên.',
          }
        : {
            message: `The user name “${value}” stands in row ${otherRow}, too`,
            mend: 'One user name a person: add the code of the school to one of them.',
          }
    case 'user_name_taken':
      return vi
        ? {
            message: `Tên đăng nhập “${value}” đã có người dùng${other === undefined ? '' : ` (${other})`}`,
            mend: 'Chọn tên khác. Tài khoản đã có được sửa ở phần Người dùng.',
          }
        : {
            message: `The user name “${value}” is taken${other === undefined ? '' : ` (${other})`}`,
            mend: 'Choose another one. Accounts that exist are changed in the list of people.',
          }
    case 'phone_malformed':
      return vi
        ? {
            message: `“${value}” không phải số điện thoại`,
            mend: 'Gõ đủ 10 số bắt đầu bằng 0, hoặc để trống.',
          }
        : {
            message: `“${value}” is no phone number`,
            mend: 'Type all digits, beginning with 0, or leave it empty.',
          }
    case 'phone_twice':
      return vi
        ? {
            message: `Số điện thoại này đã có ở dòng ${otherRow}`,
            mend: 'Số điện thoại dùng để đăng nhập nên mỗi người một số: để trống ở một dòng.',
          }
        : {
            message: `The phone stands in row ${otherRow}, too`,
            mend: 'A phone signs one person in: leave it empty in one of the rows.',
          }
    case 'phone_taken':
      return vi
        ? {
            message: 'Số điện thoại này đã được một tài khoản khác dùng để đăng nhập',
            mend: 'Để trống hoặc dùng số khác.',
          }
        : { message: 'Another account signs in with this phone', mend: 'Leave it empty or use another one.' }
    case 'role_unknown':
      return vi
        ? { message: `Không có vai trò “${value}”`, mend: `Chọn: ${sheetRoles.join(', ')}.` }
        : { message: `There is no role “${value}”`, mend: `Choose one of: ${sheetRoles.join(', ')}.` }
    case 'unit_unknown':
    case 'scope_unknown':
      return vi
        ? {
            message: `Không có đơn vị nào mang mã “${value}”`,
            mend: 'Dùng mã của đơn vị đã có hoặc của một dòng đúng ở trang “Đơn vị”.',
          }
        : {
            message: `No unit bears the code “${value}”`,
            mend: 'Use the code of a unit that exists, or of a right row in the sheet of units.',
          }
    case 'unit_not_yet':
      return vi
        ? {
            message: `Đơn vị “${value}” chưa hoạt động vào hôm nay`,
            mend: 'Nhập tài khoản sau ngày đơn vị thành lập.',
          }
        : {
            message: `The unit “${value}” does not live today`,
            mend: 'Import the account once the unit is founded.',
          }
    case 'not_allowed':
      return vi
        ? {
            message: `Tài khoản này không được tạo người dùng ở đơn vị “${value}”`,
            mend: 'Bỏ dòng này, hoặc nhờ người quản trị của đơn vị đó.',
          }
        : {
            message: `This account may not add people to the unit “${value}”`,
            mend: 'Remove the row, or ask the administrator of that unit.',
          }
    case 'scope_beyond_own':
      return vi
        ? {
            message: `Không giao được vai trò trên phạm vi “${value}”`,
            mend: 'Phạm vi phụ trách là đơn vị công tác, đơn vị cấp trên của nó hoặc đơn vị bên dưới, trong phạm vi mình quản trị.',
          }
        : {
            message: `No role can be given over “${value}”`,
            mend: 'It must be the place of work, a unit above or below it, within your own reach.',
          }
    case 'sheet_missing':
    case 'column_missing':
    case 'column_twice':
    case 'cell_error':
    case 'required':
    case 'too_long':
      // The cases left are those of any sheet; the object's other members are the same.
      return gridFaultWords(fault as GridFault, columns, language)
  }
}
