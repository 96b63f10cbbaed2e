import { formatNumber } from '#domain/basics/numbers.ts'
export const vi = {
  product: 'Năm Học',
  skip: 'Đến nội dung chính',
  menu: {
    label: 'Mục chính',
    administration: 'Quản trị',
    more: 'Thêm',
    work: 'Việc của tôi',
    overview: 'Tổng quan',
    plans: 'Kế hoạch',
    tasks: 'Nhiệm vụ',
    figures: 'Thu số liệu',
    targets: 'Chỉ tiêu',
    reports: 'Báo cáo',
    units: 'Đơn vị',
    people: 'Người dùng',
    audit: 'Nhật ký',
    settings: 'Cài đặt',
  },
  unit: {
    label: (name: string) => `Đơn vị đang xem: ${name}. Đổi đơn vị`,
    own: 'Đơn vị của tôi',
    search: 'Tìm đơn vị khác',
    found: 'Kết quả',
    none: 'Không có đơn vị nào khớp trong phạm vi được xem',
    unknown: (code: string) => `Không có đơn vị mang mã “${code}” trong phạm vi được xem.`,
    toOwn: 'Về đơn vị của tôi',
  },
  year: 'Năm học đang xem',
  search: {
    label: 'Tìm đơn vị, kế hoạch, nhiệm vụ, người dùng',
    short: 'Tìm',
    open: 'Tìm kiếm',
    searching: 'Đang tìm…',
    none: (text: string) => `Không thấy gì khớp với “${text}”. Có thể gõ không dấu, hoặc thử ít chữ hơn.`,
    kinds: { unit: 'Đơn vị', plan: 'Kế hoạch', task: 'Nhiệm vụ', person: 'Người dùng' },
    failed: 'Chưa tìm được. Kiểm tra mạng rồi gõ lại.',
  },
  notices: {
    label: (count: number) => (count === 0 ? 'Thông báo' : `Thông báo, ${count} chưa đọc`),
    title: 'Thông báo',
    none: 'Chưa có thông báo nào. Việc mới giao, đợt báo cáo mở và số liệu được duyệt hoặc trả lại sẽ hiện ở đây.',
    read: 'Đánh dấu đã đọc hết',
    plan: (title: string, tasks: number, duties: number) =>
      duties === 0
        ? `Đã ban hành: ${title}. Đơn vị có ${tasks} nhiệm vụ.`
        : `Đã ban hành: ${title}. Đơn vị có ${tasks} nhiệm vụ của phụ lục, ${duties} nhiệm vụ báo cáo mỗi học kỳ.`,
    round: (title: string, day: string) => `Đợt báo cáo mở: ${title}. Hạn nộp ${day}.`,
    returned: (title: string, comment: string) => `Trả lại để sửa: ${title}. ${comment}`,
    urged: (issuer: string, late: number, dueSoon: number, message: string | null) =>
      `${issuer} đôn đốc: ${[
        late > 0 ? `${formatNumber(late)} việc trễ hạn` : null,
        dueSoon > 0 ? `${formatNumber(dueSoon)} việc sắp đến hạn` : null,
      ]
        .filter((part) => part !== null)
        .join(', ')}.${message === null ? '' : ` ${message}`}`,
    urgedInVain: (units: number, names: string) =>
      `${formatNumber(units)} đơn vị đã được đôn đốc từ ba lần mà chưa báo cáo: ${names}.`,
    approved: (title: string) => `Đã phê duyệt: ${title}.`,
    steps: {
      confirm: 'Đã xác nhận hoàn thành',
      send_back: 'Chưa xác nhận hoàn thành',
      grant: 'Được gia hạn',
      refuse: 'Không được gia hạn',
      give_again: 'Giao lại nhiệm vụ',
      drop: 'Thôi giao nhiệm vụ',
      pass_on: 'Giao nhiệm vụ',
      hand_over: 'Nhận bàn giao nhiệm vụ',
    },
    amended: (title: string, count: { given: number; ended: number; moved: number }, reason: string) =>
      `Điều chỉnh ${title}: ${[
        count.given > 0 ? `thêm ${count.given} nhiệm vụ` : '',
        count.moved > 0 ? `đổi hạn ${count.moved} đợt` : '',
        count.ended > 0 ? `thôi ${count.ended} nhiệm vụ` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}. ${reason}`,
    target: (title: string, share: string | null, again: boolean, reason: string | null) =>
      `${share === null ? 'Thôi giao chỉ tiêu' : again ? 'Điều chỉnh chỉ tiêu được giao' : 'Được giao chỉ tiêu'}: ${title}.${share === null ? '' : ` Mức của đơn vị: ${share}.`}${reason === null ? '' : ` ${reason}`}`,
    step: (what: string, title: string, day: string | null, reason: string | null) =>
      `${what}${day === null ? '' : ` đến ${day}`}: ${title}.${reason === null ? '' : ` ${reason}`}`,
  },
  person: {
    label: (name: string) => `${name}: tài khoản và tùy chọn`,
    today: (day: string) => `Hôm nay: ${day}`,
    todayDemo: 'ngày của bản demo',
    todaySet: 'ngày do quản trị viên đặt',
    account: 'Tài khoản của tôi',
    keys: 'Phím tắt',
    signOut: 'Đăng xuất',
  },
  keys: {
    title: 'Phím tắt',
    search: 'Tìm kiếm',
    list: 'Hiện danh sách phím tắt',
    go: (name: string) => `Đến ${name}`,
    between: 'rồi',
    on: 'Dùng phím tắt',
    onHint: 'Tắt nếu dùng phần mềm nhập bằng giọng nói. Phím tắt không hoạt động trong lúc gõ vào ô nhập.',
  },
  signedOut: {
    title: 'Phiên làm việc đã kết thúc',
    detail: 'Nội dung đang nhập vẫn còn trên màn hình. Đăng nhập lại ở thẻ mới, rồi quay lại đây và gửi.',
    act: 'Đăng nhập lại',
  },
  offline: 'Không có kết nối mạng. Nội dung đang nhập vẫn còn trên màn hình.',
  notFound: {
    title: 'Không tìm thấy trang',
    detail: 'Địa chỉ có thể đã gõ sai, hoặc mục này không thuộc phạm vi của tài khoản.',
    home: 'Về trang đầu',
  },
  broken: {
    title: 'Trang này gặp lỗi',
    detail: 'Những gì đã lưu vẫn an toàn. Tải lại trang để làm tiếp; nếu vẫn lỗi, hãy báo người quản trị.',
    again: 'Tải lại trang',
  },
  noGrant: {
    title: 'Tài khoản chưa được giao vai trò',
    detail: 'Hãy nhờ người quản trị của đơn vị giao vai trò, rồi đăng nhập lại.',
  },
}
