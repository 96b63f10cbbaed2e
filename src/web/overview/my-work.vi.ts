import { formatNumber } from '#domain/basics/numbers.ts'

export const vi = {
  title: 'Việc của tôi',
  facts: (unit: string) => unit,
  groups: {
    sent_back: 'Chưa được xác nhận, cần làm lại',
    claimable: 'Các mục trong kế hoạch đã xong, chờ báo hoàn thành',
    late: 'Trễ hạn',
    due_soon: 'Sắp đến hạn',
    acknowledge: 'Mới giao, chờ nhận việc',
    asked: 'Thường xuyên, chưa báo cáo kỳ này',
    open: 'Đang thực hiện',
    carried: 'Được giao, thực hiện qua kế hoạch của đơn vị',
  },
  decide: 'Chờ tôi quyết định',
  issuer: {
    returned: 'Đơn vị trả lại',
    unit_ended: 'Đơn vị đã kết thúc, chờ bàn giao',
    extension: 'Đề nghị gia hạn',
    claim: 'Báo hoàn thành, chờ xác nhận',
  },
  whose: 'Việc của ai',
  ofUnit: 'Cả đơn vị',
  ofMine: (count: number) => `Giao cho tôi (${formatNumber(count)})`,
  group: (name: string, count: number) => `${name} (${formatNumber(count)})`,
  empty: 'Không có việc nào đang chờ',
  emptyText: 'Nhiệm vụ trễ, sắp đến hạn và đang thực hiện của đơn vị hiện ở đây.',
  later: (count: number) => `${formatNumber(count)} việc chưa đến thời gian, xem trong Nhiệm vụ`,
  all: 'Xem tất cả nhiệm vụ',
  below: (late: number) => `${formatNumber(late)} phần việc của các đơn vị trực thuộc đang trễ`,
  belowSee: 'Xem danh sách trễ',
  forms: {
    title: 'Số liệu đang chờ',
    columns: { title: 'Đợt báo cáo', closesOn: 'Hạn nộp', state: 'Tình trạng' },
    states: { missing: 'chưa nhập', draft: 'đang nhập', returned: 'bị trả lại để sửa' },
    toReview: (count: number) => `${formatNumber(count)} báo cáo chờ duyệt`,
  },
}
