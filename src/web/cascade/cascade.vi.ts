import { formatNumber } from '#domain/basics/numbers.ts'

export const vi = {
  crumb: 'Kế hoạch',
  given: {
    title: 'Việc và chỉ tiêu được giao',
    facts: (taken: number, all: number, done: number) =>
      `${formatNumber(taken)}/${formatNumber(all)} mục đã đưa vào kế hoạch${done === 0 ? '' : `, ${formatNumber(done)} mục đã xong từ trước`}`,
    caption: 'Việc, nhiệm vụ, chỉ tiêu được giao và mục của kế hoạch thực hiện',
    columns: { what: 'Được giao', share: 'Hạn, mức được giao', own: 'Trong kế hoạch của đơn vị' },
    groups: { task: 'Công việc', duty: 'Nhiệm vụ', target: 'Chỉ tiêu' },
    groupOf: (kind: string, issuer: string) => `${kind} do ${issuer} giao`,
    missing: 'chưa đưa vào',
    done: 'đã hoàn thành từ trước',
    over: 'không còn giao',
    onlyMissing: (count: number) => `Chỉ mục chưa đưa vào (${formatNumber(count)})`,
    chosen: (count: number) => `Đã chọn ${formatNumber(count)} mục`,
    takeUp: 'Đưa vào kế hoạch',
    takeUpAll: (count: number) => `Đưa cả ${formatNumber(count)} mục còn lại vào kế hoạch`,
    taken: (count: number) =>
      count === 0 ? 'Các mục đã có trong kế hoạch' : `Đã đưa ${formatNumber(count)} mục vào kế hoạch`,
    empty: 'Đơn vị chưa được giao việc, chỉ tiêu nào',
    emptyText: 'Việc và chỉ tiêu hiện ở đây khi cơ quan cấp trên ban hành kế hoạch và giao cho đơn vị.',
    allTaken: 'Mọi việc, chỉ tiêu được giao đều đã có trong kế hoạch.',
    noDue: 'thường xuyên',
    search: 'Tìm việc, chỉ tiêu',
  },
  unitPlans: {
    title: 'Kế hoạch của đơn vị',
    facts: (year: string) => `Năm học ${year}`,
    caption: 'Đơn vị, kế hoạch của đơn vị và phần việc được giao đã đưa vào',
    columns: { unit: 'Đơn vị', plan: 'Kế hoạch', state: 'Tình trạng', since: 'Từ ngày', taken: 'Đã đưa vào' },
    states: {
      none: 'chưa lập',
      draft: 'đang soạn',
      submitted: 'chờ phê duyệt',
      published: 'đã ban hành',
    },
    filterState: 'Tình trạng',
    search: 'Tìm đơn vị',
    count: (count: number) => `${formatNumber(count)} đơn vị`,
    taken: (taken: number, all: number) => `${formatNumber(taken)}/${formatNumber(all)}`,
    empty: 'Chưa có đơn vị nào được giao việc',
    emptyText: 'Đơn vị hiện ở đây khi được giao việc, chỉ tiêu hoặc đã lập kế hoạch của mình.',
    none: 'Không có đơn vị nào phù hợp',
    clear: 'Bỏ điều kiện lọc',
  },
}
