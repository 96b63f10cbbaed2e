// The workbook of units and accounts: the same sheets as a template to fill in, as an export, and as what is imported.
import type { Language } from '#contract/error-texts.ts'
import { accountSheet, sheetRoles } from '#domain/people/account-sheet.ts'
import { unitSheet } from '#domain/units/sheet.ts'
import type { SheetColumn as DomainColumn, SheetRules } from '#domain/units/sheet-grid.ts'
import { sheetKinds, sheetLevels, sheetOwnerships, sheetRanks } from '#domain/units/sheet-words.ts'
import type { Tier } from '#domain/units/tiers.ts'
import { writeWorkbook } from '#server/formats/xlsx-write.ts'
import type { SheetCell, SheetPlan, Validation } from '#server/formats/xlsx-write-plan.ts'
import { headerStyle } from '#server/formats/xlsx-write-styles.ts'

export type WorkbookRows = {
  units: readonly SheetCell[][]
  accounts: readonly SheetCell[][]
  /** Units that may stand above others. */
  codes: readonly { code: string; name: string }[]
  tiers: readonly Tier[]
}

// As many rows as a province has schools; the choices are offered in all of them.
const rowsWithChoices = 5000
const codeSheet: Record<Language, string> = { vi: 'Mã đơn vị', en: 'Codes' }
const guideSheet: Record<Language, string> = { vi: 'Hướng dẫn', en: 'Guide' }
const widths: Record<string, number> = {
  officialName: 46,
  shortName: 26,
  otherNames: 30,
  fullName: 30,
  kind: 22,
  levels: 24,
  parentCode: 20,
  place: 24,
  address: 40,
  email: 26,
  website: 26,
  sites: 46,
  scopeCode: 20,
}

export function unitsWorkbook(language: Language, given: WorkbookRows): Uint8Array {
  const codes = {
    sheet: codeSheet[language],
    cells: { fromRow: 2, fromColumn: 1, toRow: Math.max(2, given.codes.length + 1), toColumn: 1 },
  }
  const lists: Record<string, readonly string[]> = {
    kind: sheetKinds,
    tier: given.tiers.map((tier) => (language === 'vi' ? tier.nameVi : tier.nameEn)),
    levels: sheetLevels,
    ownership: sheetOwnerships,
    rank: sheetRanks,
    role: sheetRoles,
  }
  const plan = (rules: SheetRules<string>, rows: readonly SheetCell[][]): SheetPlan => ({
    name: rules.sheetNames[language === 'vi' ? 0 : 1],
    columns: rules.columns.map((column) => ({
      width: widths[column.key] ?? 16,
      style: { format: column.key === 'from' ? 'date' : 'text' },
    })),
    rows: [
      {
        cells: rules.columns.map((column) => ({ value: headingOf(column, language), style: headerStyle })),
        height: 32,
      },
      ...rows.map((cells) => ({ cells })),
    ],
    frozen: { rows: 1, columns: 1 },
    repeatedRows: 1,
    landscape: true,
    validations: rules.columns.flatMap((column, index): Validation[] => {
      const range = { fromRow: 2, fromColumn: index + 1, toRow: rowsWithChoices + 1, toColumn: index + 1 }
      const values = lists[column.key]
      if (values !== undefined && values.length > 0) {
        // Several levels may be joined in ways that the list does not foresee.
        return [
          {
            kind: 'list',
            values,
            range,
            message: words[language].choose,
            ...(column.key === 'levels' ? { advice: true } : {}),
          },
        ]
      }
      const isCode = column.key === 'parentCode' || column.key === 'unitCode' || column.key === 'scopeCode'
      // A unit above may be one of the rows of this very sheet.
      return isCode && given.codes.length > 0
        ? [{ kind: 'list_of_cells', ...codes, range, message: words[language].code, advice: true }]
        : []
    }),
  })
  return writeWorkbook({
    sheets: [
      plan(unitSheet, given.units),
      plan(accountSheet, given.accounts),
      {
        name: codes.sheet,
        columns: [{ width: 20, style: { format: 'text' } }, { width: 50 }],
        rows: [
          { cells: words[language].codeHeads.map((value) => ({ value, style: headerStyle })) },
          ...given.codes.map(({ code, name }) => ({ cells: [code, name] })),
        ],
        frozen: { rows: 1, columns: 0 },
      },
      guide(language),
    ],
  })
}

function headingOf(column: DomainColumn<string>, language: Language): string {
  const heading = column.headings[language === 'vi' ? 0 : 1]
  return column.required ? `${heading} *` : heading
}

function guide(language: Language): SheetPlan {
  return {
    name: guideSheet[language],
    columns: [{ width: 110, style: { wrap: true } }],
    rows: words[language].guide.map((line) => ({ cells: [line] })),
  }
}

const words: Record<
  Language,
  {
    choose: Validation['message']
    code: Validation['message']
    codeHeads: readonly string[]
    guide: readonly string[]
  }
> = {
  vi: {
    choose: {
      title: 'Chọn trong danh sách',
      text: 'Nội dung này không có trong danh sách. Bấm mũi tên ở ô để chọn.',
    },
    code: {
      title: 'Mã chưa có',
      text: 'Chưa có đơn vị mang mã này. Nếu đơn vị được thêm ở trang “Đơn vị” của tệp này thì vẫn giữ mã đã gõ.',
    },
    codeHeads: ['Mã đơn vị', 'Tên'],
    guide: [
      'Trang “Đơn vị”: mỗi dòng một đơn vị. Cột có dấu * là bắt buộc.',
      'Mã đơn vị đã có thì dòng đó cập nhật đơn vị ấy; ô trống giữ nguyên thông tin đang có. Mã chưa có thì đơn vị được thành lập.',
      'Không đơn vị nào bị xóa vì vắng mặt trong tệp.',
      'Trường nhiều cấp học: nối bằng dấu cộng, ví dụ Tiểu học + THCS. Nhiều tên gọi khác: cách nhau bằng dấu chấm phẩy.',
      'Điểm trường: điểm chính trước, cách nhau bằng dấu chấm phẩy, địa chỉ trong ngoặc, ví dụ Điểm chính (12 Lê Lợi); Điểm Nam Hải.',
      'Mã đơn vị cấp trên: xem trang “Mã đơn vị”, hoặc dùng mã của một dòng khác trong trang “Đơn vị”.',
      'Ngày thành lập chỉ dùng cho đơn vị mới; để trống thì lấy ngày chọn khi nhập tệp.',
      'Trang “Tài khoản”: mỗi dòng một người. Tài khoản tạo ra ở trạng thái chờ mời; in phiếu mời ở phần Người dùng. Tài khoản đã có được giữ nguyên.',
      'Mã đơn vị phụ trách: phạm vi mà vai trò có hiệu lực; để trống thì là chính đơn vị công tác.',
      'Tệp chỉ được nhập khi không còn lỗi nào: tất cả hoặc không gì cả.',
    ],
  },
  en: {
    choose: { title: 'Choose from the list', text: 'This is not in the list. Press the arrow of the cell.' },
    code: {
      title: 'Unknown code',
      text: 'No unit bears this code yet. If the unit is a row of this workbook, keep what you typed.',
    },
    codeHeads: ['Code', 'Name'],
    guide: [
      'Sheet of units: one unit a row. Columns with * are required.',
      'A code that exists updates that unit; an empty cell leaves what there is. Another code founds a unit.',
      'No unit is removed for being absent from the file.',
      'A school of several levels: join them by a plus sign (Tiểu học + THCS). Several other names: part them by semicolons.',
      'Sites: the main one first, parted by semicolons, the address in brackets: Main site (12 Lê Lợi); Second site.',
      'Code of the unit above: see the sheet of codes, or use the code of another row.',
      'The founding day is for new units only; without it they are founded on the day chosen for the import.',
      'Sheet of accounts: one person a row. They are invited; print the slips in the list of people. Accounts that exist are left alone.',
      'Code of the unit in charge of: over which the role holds; without it, the place of work.',
      'The file is imported only when no fault is left: all of it or nothing.',
    ],
  },
}
