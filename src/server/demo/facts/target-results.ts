/** Targets of the demo's plan that collected figures measure, found by their printed figure. */
export const measuredTargets: readonly { value: number; unitWord: string; indicatorCode: string }[] = [
  { value: 291, unitWord: 'lớp', indicatorCode: 'lop.tieu-hoc' },
  { value: 12_246, unitWord: 'học sinh', indicatorCode: 'hoc-sinh.tieu-hoc' },
  { value: 227, unitWord: 'lớp', indicatorCode: 'lop.thcs' },
  { value: 10_932, unitWord: 'học sinh', indicatorCode: 'hoc-sinh.thcs' },
]

/** Of the others, in turn: the share of the promised figure reached by the middle of the year; null: not known yet. */
export const reachedShares: readonly (number | null)[] = [
  1,
  0.98,
  null,
  1.01,
  0.96,
  1,
  null,
  0.45,
  1,
  0.99,
  null,
  0.72,
]

/** Where such a figure comes from. */
export const notes: readonly string[] = [
  'Báo cáo sơ kết học kỳ I của các trường, phòng GD&ĐT tổng hợp',
  'Kết quả kiểm tra chuyên đề tháng 12/2024',
  'Số liệu phần mềm quản lý trường học ngày 15/01/2025',
]
