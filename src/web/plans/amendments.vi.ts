import { formatNumber } from '#domain/basics/numbers.ts'

const n = formatNumber

export const vi = {
  title: 'Điều chỉnh kế hoạch',
  crumb: 'Kế hoạch',
  count: (count: number) => `Điều chỉnh (${n(count)})`,
  list: {
    caption: 'Các lần điều chỉnh, bổ sung của kế hoạch',
    columns: {
      name: 'Điều chỉnh',
      reason: 'Lý do',
      what: 'Nội dung',
      on: 'Ngày ban hành',
      state: 'Tình trạng',
    },
    no: (no: number) => `Lần ${n(no)}`,
    draft: 'Bản nháp',
    states: { draft: 'đang soạn', published: 'đã ban hành', discarded: 'đã bỏ' },
    empty: 'Kế hoạch chưa có điều chỉnh nào',
    emptyText:
      'Khi cần đổi nội dung, thời gian, đơn vị hoặc chỉ tiêu đã ban hành, hãy lập điều chỉnh: so sánh trước và sau, rồi ban hành.',
    emptyReader: 'Điều chỉnh hiện ở đây khi cơ quan ban hành công bố.',
  },
  what: ({ changed, added, ended }: { changed: number; added: number; ended: number }) =>
    [
      changed > 0 ? `sửa ${n(changed)} mục` : '',
      added > 0 ? `thêm ${n(added)} mục` : '',
      ended > 0 ? `thôi ${n(ended)} mục` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'chưa có mục nào',
  docx: 'Xuất Word',
  pdf: 'Xuất PDF',
  create: 'Lập điều chỉnh',
  asOf: 'Xem kế hoạch theo ngày',
  joined: 'Giao việc cho đơn vị mới',
  joinedDone: (units: number, assignments: number) =>
    units === 0
      ? 'Không có đơn vị mới nào chưa được giao việc.'
      : `Đã giao ${n(assignments)} phần việc cho ${n(units)} đơn vị mới.`,
  head: {
    title: 'Lập điều chỉnh',
    change: 'Sửa lý do, số, ngày',
    typeBack: 'Ghi số, ngày văn bản',
    reason: 'Lý do điều chỉnh',
    reasonHint: 'Đơn vị đọc được lý do này trong thông báo và ở từng nhiệm vụ.',
    reasonMissing: 'Hãy ghi lý do.',
    number: 'Số văn bản',
    signedOn: 'Ngày ký',
    later: 'Có thể để trống và ghi lại sau khi văn bản được phát hành.',
    save: 'Lưu',
    begin: 'Bắt đầu soạn',
    cancel: 'Thôi',
  },
  facts: {
    reason: 'Lý do',
    document: 'Văn bản',
    noDocument: 'chưa có số, ngày',
    numbered: (number: string | null, day: string | null) =>
      [number === null ? '' : `Số ${number}`, day === null ? '' : `ngày ${day}`]
        .filter((part) => part !== '')
        .join(', '),
    createdBy: 'Người soạn',
    published: 'Ban hành',
    by: (person: string, day: string) => `${person}, ${day}`,
  },
  draftNote:
    'Bản nháp được lưu ngay; đồng nghiệp có thể soạn tiếp. Kế hoạch chưa thay đổi và chưa ai được thông báo.',
  kinds: { task: 'Nhiệm vụ', duty: 'Nhiệm vụ của đơn vị', target: 'Chỉ tiêu' },
  acts: { change: 'sửa', add: 'thêm mới', end: 'thôi thực hiện' },
  fields: {
    no: 'Số thứ tự',
    title: 'Nội dung',
    lead: 'Đơn vị chủ trì',
    coordinating: 'Đơn vị phối hợp',
    start: 'Bắt đầu',
    finish: 'Hoàn thành',
    product: 'Sản phẩm',
    heading: 'Giao cho',
    body: 'Nội dung',
    group: 'Nhóm',
    statement: 'Chỉ tiêu',
    scope: 'Phạm vi',
    figure: 'Mức',
  },
  diff: {
    field: 'Mục',
    before: 'Trước điều chỉnh',
    after: 'Sau điều chỉnh',
    none: 'trống',
    same: (count: number) => `${n(count)} mục khác giữ nguyên.`,
    caption: (name: string) => `So sánh trước và sau: ${name}`,
  },
  entries: {
    empty: 'Chưa có nội dung điều chỉnh',
    emptyText: 'Chọn một nhiệm vụ, chỉ tiêu của kế hoạch để sửa hoặc thôi thực hiện, hoặc thêm mục mới.',
    edit: 'Sửa',
    remove: 'Bỏ đề xuất này',
    match: (name: string) => `“${name}” là đơn vị nào?`,
  },
  pick: {
    add: 'Thêm nội dung',
    title: 'Điều chỉnh mục nào?',
    kind: 'Loại',
    item: 'Mục của kế hoạch',
    placeholder: 'Tìm theo số hoặc nội dung',
    change: 'Sửa mục này',
    end: 'Thôi thực hiện',
    fresh: 'Thêm mục mới',
    cancel: 'Thôi',
  },
  faults: {
    no_title: 'Chưa có nội dung',
    no_lead: 'Chưa có đơn vị chủ trì',
    name_not_matched: 'Tên đơn vị chưa khớp',
    not_reviewed: 'Chưa duyệt',
    no_body: 'Chưa có nội dung',
    no_unit: 'Chưa có đơn vị thực hiện',
    no_statement: 'Chưa có nội dung',
    figure_missing: 'Còn thiếu số liệu của chỉ tiêu',
    no_changes: 'Chưa có nội dung điều chỉnh',
    same_as_before: 'Giống hệt trước điều chỉnh',
    changed_since: 'Một điều chỉnh khác đã sửa mục này; hãy bỏ đề xuất rồi lập lại',
    audience_empty: 'Không có đơn vị nào thực hiện',
  },
  publish: {
    act: 'Ban hành điều chỉnh',
    title: 'Ban hành điều chỉnh',
    question: (entries: number, units: number) =>
      units === 0
        ? `Áp dụng ${n(entries)} nội dung vào kế hoạch. Không đơn vị nào phải đổi việc.`
        : `Áp dụng ${n(entries)} nội dung vào kế hoạch và thông báo ngay cho ${n(units)} đơn vị.`,
    given: (count: number) => `${n(count)} phần việc được giao mới`,
    moved: (count: number) => `${n(count)} đợt chưa xong đổi hạn`,
    ended: (count: number) => `${n(count)} phần việc thôi thực hiện; báo cáo và minh chứng vẫn giữ`,
    kept: (count: number) => `${n(count)} phần việc giữ nguyên tiến độ và minh chứng`,
    stops: (count: number) => `Còn ${n(count)} chỗ phải xử lý`,
    send: 'Ban hành',
    cancel: 'Chưa ban hành',
    done: (units: number) =>
      units === 0 ? 'Đã ban hành điều chỉnh.' : `Đã ban hành điều chỉnh, thông báo cho ${n(units)} đơn vị.`,
  },
  discard: { act: 'Bỏ bản nháp', done: 'Đã bỏ bản nháp điều chỉnh.' },
  day: {
    title: 'Kế hoạch theo ngày',
    label: 'Tính đến hết ngày',
    facts: (plan: string) => plan,
    caption: (kind: string) => `${kind} của kế hoạch vào ngày này`,
    columns: { name: 'Nội dung', details: 'Chi tiết' },
    differs: 'khác hiện nay',
    same: 'Kế hoạch vào ngày này giống hiện nay.',
    count: (count: number) => `${n(count)} mục khác hiện nay.`,
  },
  item: { title: 'Các lần điều chỉnh', none: 'Chưa điều chỉnh lần nào.' },
}
