import { formatNumber } from '#domain/basics/numbers.ts'

export const vi = {
  title: (unit: string, year: string, day: string) => `${unit}: năm học ${year} đến ngày ${day}`,
  print: 'In trang này',
  targets: {
    title: 'Chỉ tiêu',
    caption: 'Chỉ tiêu theo nhóm và đánh giá',
    group: 'Nhóm',
    noGroup: 'Khác',
    all: 'Tất cả',
    none: 'Chưa có kế hoạch nào được ban hành cho năm học này.',
    act: 'Đến kế hoạch',
    above: (issuer: string) => `Đơn vị chưa ban hành kế hoạch riêng; chỉ tiêu đang theo ${issuer}.`,
    see: 'Xem chỉ tiêu',
    seeState: (count: number, state: string, group: string) =>
      `${formatNumber(count)} chỉ tiêu ${state.toLowerCase()}, ${group}`,
  },
  work: {
    title: 'Phần việc theo tháng đến hạn',
    caption: 'Phần việc của các đơn vị, theo tháng đến hạn',
    month: 'Tháng',
    noMonth: 'Thường xuyên',
    today: 'hôm nay',
    standings: {
      late: 'Trễ hạn',
      due_soon: 'Sắp đến hạn',
      open: 'Đang thực hiện',
      later: 'Chưa đến thời gian',
      done: 'Hoàn thành',
    },
    see: (month: string) => `Xem việc đến hạn tháng ${month}`,
    none: 'Chưa có phần việc nào được giao.',
    regularly: (count: number) => `${formatNumber(count)} việc thường xuyên, hỏi mỗi học kỳ`,
  },
  units: {
    title: 'Đơn vị chậm nhất',
    caption: 'Các đơn vị có nhiều phần việc trễ hạn nhất',
    unit: 'Đơn vị',
    late: 'Trễ',
    dueSoon: 'Sắp đến hạn',
    done: 'Hoàn thành',
    since: 'Trễ từ',
    none: 'Không đơn vị nào trễ hạn.',
    all: (count: number) => `Cả ${formatNumber(count)} đơn vị đang trễ`,
  },
  soon: {
    title: 'Có thể sẽ trễ',
    caption: 'Việc đến hạn trong 30 ngày tới mà tiến độ chậm hơn thời gian đã qua',
    none: 'Không có việc nào sắp đến hạn mà chậm tiến độ.',
    line: (units: number, percent: number) =>
      `${formatNumber(units)} đơn vị, trung bình ${formatNumber(percent)}%`,
  },
  waiting: {
    title: 'Chờ quyết định',
    none: 'Không có gì chờ quyết định.',
    returned: (count: number) => `${formatNumber(count)} việc đơn vị trả lại`,
    extension: (count: number) => `${formatNumber(count)} đề nghị gia hạn`,
    claim: (count: number) => `${formatNumber(count)} việc chờ xác nhận hoàn thành`,
    unit_ended: (count: number) => `${formatNumber(count)} việc của đơn vị đã kết thúc`,
  },
  rounds: {
    title: 'Đợt báo cáo đang mở',
    none: 'Không có đợt báo cáo nào đang mở.',
    line: (sent: number, asked: number, day: string) =>
      `${formatNumber(sent)}/${formatNumber(asked)} đơn vị đã nộp, hạn ${day}`,
  },
}
