import { formatNumber } from '#domain/basics/numbers.ts'

export const vi = {
  urgeAll: (count: number) => `Đôn đốc ${formatNumber(count)} việc trễ`,
  urgeChosen: (count: number) => `Đôn đốc ${formatNumber(count)} việc đã chọn`,
  chosen: (count: number) => `Đã chọn ${formatNumber(count)} việc`,
  clear: 'Bỏ chọn',
  history: 'Lịch sử đôn đốc',
  dialog: {
    title: 'Đôn đốc',
    question: (units: number, items: number) =>
      `Thông báo ngay cho ${formatNumber(units)} đơn vị về ${formatNumber(items)} việc, mỗi đơn vị một thông báo.`,
    leftOut: (count: number) =>
      `Không đôn đốc ${formatNumber(count)} việc đã chọn: không còn trễ hay sắp đến hạn, hoặc đã đôn đốc hôm nay.`,
    mailed: (units: number, persons: number, all: number) =>
      persons === 0
        ? 'Không đơn vị nào có người nhận thư điện tử: thông báo chỉ hiện trong hệ thống.'
        : units === all
          ? `Mọi đơn vị cũng được gửi thư điện tử, tới ${formatNumber(persons)} người.`
          : `${formatNumber(units)} trong ${formatNumber(all)} đơn vị cũng được gửi thư điện tử, tới ${formatNumber(persons)} người.`,
    nothing: 'Không có việc nào cần đôn đốc: không việc nào trễ, hoặc đã đôn đốc hôm nay.',
    message: 'Lời nhắn thêm',
    messageHint: 'Ví dụ: báo cáo tiến độ trước ngày 22/01',
    unit: 'Đơn vị',
    items: 'Số việc',
    step: 'Lần đôn đốc',
    count: (count: number) => `${formatNumber(count)} việc`,
    stepSince: (step: string, day: string) => `${step}, gần nhất ${day}`,
    caption: 'Các đơn vị sẽ được đôn đốc',
    leader: (count: number) =>
      `${formatNumber(count)} đơn vị đã được đôn đốc hai lần mà chưa báo cáo: lãnh đạo cũng được thông báo.`,
    copy: 'Chép thành văn bản',
    copied: 'Đã chép. Dán vào nhóm trao đổi để gửi.',
    send: 'Đôn đốc',
    cancel: 'Thôi',
    done: (units: number) => `Đã đôn đốc ${formatNumber(units)} đơn vị`,
  },
  steps: { first: 'lần đầu', again: 'lần hai', leader: 'từ lần ba, báo lãnh đạo' },
  list: {
    title: (unit: string) => `Đôn đốc của ${unit}`,
    crumb: 'Nhiệm vụ',
    caption: 'Các lần đôn đốc và kết quả',
    on: 'Ngày',
    unit: 'Đơn vị',
    about: 'Việc được đôn đốc',
    by: 'Người đôn đốc',
    aftermath: 'Sau đó',
    letter: 'Công văn',
    more: (count: number) => `và ${formatNumber(count)} việc khác`,
    aftermaths: {
      done: 'đã hoàn thành',
      reported: (day: string) => `đã báo cáo ngày ${day}`,
      reportedSome: 'đã báo cáo một phần',
      nothing: 'chưa có phản hồi',
    },
    empty: 'Chưa có lần đôn đốc nào',
    emptyText: 'Mở danh sách nhiệm vụ, lọc việc trễ hạn rồi bấm Đôn đốc.',
    toTasks: 'Đến nhiệm vụ',
    days: {
      late: (days: number) => `trễ ${days} ngày làm việc`,
      due_soon: (days: number) => `còn ${days} ngày làm việc`,
    },
  },
  letter: {
    title: 'Công văn đôn đốc',
    text: 'Theo thể thức Nghị định 30/2020/NĐ-CP; số và ngày để trống cho văn thư. Việc đã hoàn thành từ sau lần đôn đốc không in vào.',
    to: 'Kính gửi',
    all: (units: number) => `Mọi đơn vị của lần đôn đốc ngày này (${formatNumber(units)} đơn vị)`,
    unit: (name: string) => `Chỉ ${name}`,
    reportBy: 'Đề nghị báo cáo trước ngày',
    dateMissing: 'Nhập ngày đề nghị báo cáo',
    dateBehind: 'Ngày đề nghị báo cáo phải sau hôm nay',
    docx: 'Tải Word',
    pdf: 'Tải PDF',
    close: 'Đóng',
  },
  task: 'Đôn đốc',
}
