import { formatNumber } from '#domain/basics/numbers.ts'

const some = (count: number, what: string) => (count === 0 ? null : `${formatNumber(count)} ${what}`)
const listed = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(', ')

export const vi = {
  title: 'Nhập đơn vị, tài khoản từ Excel',
  units: 'Đơn vị',
  lead: (unit: string) => `Thêm hoặc sửa nhiều đơn vị và tài khoản thuộc ${unit} bằng một tệp Excel.`,
  template: 'Tải tệp mẫu',
  export: 'Xuất dữ liệu đang có',
  steps: [
    'Tải tệp mẫu (hoặc xuất dữ liệu đang có) và điền: mỗi dòng một đơn vị, một tài khoản.',
    'Chọn tệp đã điền. Tệp được kiểm tra từng ô, chưa có gì thay đổi.',
    'Xem trước những gì sẽ thay đổi rồi nhập: tất cả hoặc không gì cả.',
  ],
  on: 'Ngày có hiệu lực',
  onHint: 'Đơn vị mới thành lập và thay đổi có hiệu lực từ ngày này, trừ khi tệp ghi ngày thành lập khác',
  file: 'Tệp Excel',
  fileHint: 'Tệp theo mẫu tải từ trang này',
  unreadable: (name: string) => `Không đọc được ${name}. Đóng tệp ở chương trình khác rồi chọn lại.`,
  checking: 'Đang kiểm tra từng ô của tệp',
  faults: {
    title: (count: number) => `còn ${formatNumber(count)} lỗi, chưa nhập được`,
    text: 'Sửa các ô dưới đây trong tệp rồi chọn tệp lại. Chưa có gì thay đổi.',
    caption: 'Lỗi trong tệp',
    sheet: 'Trang tính',
    cell: 'Ô',
    value: 'Đang ghi',
    message: 'Lỗi',
    mend: 'Cách sửa',
    empty: '(trống)',
    more: (shown: number, all: number) =>
      `Hiện ${formatNumber(shown)} lỗi đầu trong ${formatNumber(all)} lỗi.`,
  },
  preview: {
    title: 'Xem trước',
    nothing: 'Tệp giống hệt dữ liệu đang có: không có gì để nhập.',
    counts: (founded: number, changed: number, unchanged: number) =>
      listed([
        some(founded, 'đơn vị mới'),
        some(changed, 'đơn vị thay đổi'),
        some(unchanged, 'đơn vị giữ nguyên'),
      ]),
    accounts: (invited: number, unchanged: number) =>
      listed([some(invited, 'tài khoản mới'), some(unchanged, 'tài khoản giữ nguyên')]),
    unitsCaption: 'Đơn vị trong tệp',
    accountsCaption: 'Tài khoản trong tệp',
    name: 'Đơn vị',
    code: 'Mã',
    what: 'Sẽ',
    parent: 'Cấp trên',
    changes: 'Thay đổi',
    person: 'Họ và tên',
    userName: 'Tên đăng nhập',
    unit: 'Đơn vị',
    role: 'Vai trò',
    founded: 'Thành lập',
    changed: 'Thay đổi',
    unchanged: 'Giữ nguyên',
    invited: 'Mời',
    change: (field: string, before: string, after: string) =>
      `${field}: ${before === '' ? '(trống)' : before} → ${after === '' ? '(trống)' : after}`,
    more: (shown: number, all: number) =>
      `Hiện ${formatNumber(shown)} dòng đầu trong ${formatNumber(all)} dòng.`,
  },
  fields: {
    officialName: 'Tên đầy đủ',
    shortName: 'Tên ngắn',
    otherNames: 'Tên gọi khác',
    kind: 'Loại đơn vị',
    tier: 'Cấp hành chính',
    parentCode: 'Đơn vị cấp trên',
    levels: 'Cấp học',
    ownership: 'Loại hình',
    rank: 'Hạng',
    place: 'Địa bàn',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    website: 'Trang web',
    sites: 'Điểm trường',
  },
  roles: {
    leader: 'Lãnh đạo',
    officer: 'Chuyên viên',
    unit_head: 'Thủ trưởng đơn vị',
    clerk: 'Văn thư',
    viewer: 'Người xem',
    administrator: 'Quản trị',
  },
  send: (units: number, accounts: number) =>
    `Nhập ${listed([some(units, 'đơn vị'), some(accounts, 'tài khoản')])}`,
  another: 'Chọn tệp khác',
  done: {
    title: (units: number, accounts: number) =>
      `Đã nhập ${listed([some(units, 'đơn vị'), some(accounts, 'tài khoản')])}`,
    text: 'Người mới được tạo ở trạng thái chờ mời. In phiếu mời để họ đặt mật khẩu.',
    people: 'In phiếu mời',
    tree: 'Xem cây đơn vị',
    again: 'Nhập tệp khác',
  },
}
