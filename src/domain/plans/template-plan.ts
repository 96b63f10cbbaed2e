// The template of a school year's plan: the groups of targets that are usually promised, with their kinds and without
// figures, and the work that comes back every year in its usual months. Worded for this product; figures are the officer's.
import { type SchoolYear, startOf } from '#domain/basics/school-year.ts'
import { partsOf } from '#domain/basics/dates.ts'
import type { LevelCode, TargetKind } from '#domain/reading/reading.ts'
import type { TaskRole, TimeWindow } from './plan-task.ts'

type Named = { role: TaskRole; printedName: string }
export type TemplatePlan = {
  targets: {
    groupTitle: string
    statement: string
    kind: TargetKind
    unitWord: string | null
    levels: LevelCode[]
  }[]
  duties: { heading: string; body: string; units: Named[] }[]
  tasks: { title: string; windows: TimeWindow[]; units: Named[] }[]
}

const targetGroups: readonly (readonly [
  string,
  readonly (readonly [string, TargetKind, string | null, readonly LevelCode[]])[],
])[] = [
  [
    'Quy mô trường, lớp, học sinh',
    [
      ['Trẻ nhà trẻ đến lớp so với số trẻ trong độ tuổi', 'ratio', null, ['MN']],
      ['Trẻ mẫu giáo đến lớp so với số trẻ trong độ tuổi', 'ratio', null, ['MN']],
      ['Trẻ 5 tuổi đến lớp', 'compliance100', null, ['MN']],
      ['Số học sinh tiểu học', 'count', 'học sinh', ['TH']],
      ['Số học sinh tuyển vào lớp 1', 'count', 'học sinh', ['TH']],
      ['Số học sinh trung học cơ sở', 'count', 'học sinh', ['THCS']],
      ['Số học sinh tuyển vào lớp 6', 'count', 'học sinh', ['THCS']],
    ],
  ],
  [
    'Đội ngũ',
    [
      ['Giáo viên mầm non đạt chuẩn trình độ đào tạo', 'percent', '%', ['MN']],
      ['Giáo viên tiểu học đạt chuẩn trình độ đào tạo', 'percent', '%', ['TH']],
      ['Giáo viên trung học cơ sở đạt chuẩn trình độ đào tạo', 'percent', '%', ['THCS']],
    ],
  ],
  [
    'Chất lượng giáo dục',
    [
      ['Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân so với đầu năm học', 'change', '%', ['MN']],
      ['Học sinh hoàn thành chương trình tiểu học', 'atLeast', '%', ['TH']],
      ['Học sinh tốt nghiệp trung học cơ sở', 'atLeast', '%', ['THCS']],
      ['Tỷ lệ học sinh bỏ học', 'atMost', '%', ['TH', 'THCS']],
    ],
  ],
  [
    'Cơ sở vật chất, trường chuẩn quốc gia',
    [
      ['Số trường được công nhận mới hoặc công nhận lại chuẩn quốc gia', 'count', 'trường', []],
      ['Trường tự đánh giá chất lượng', 'compliance100', null, []],
    ],
  ],
  [
    'Phổ cập giáo dục, an toàn, chuyển đổi số',
    [
      ['Phổ cập giáo dục tiểu học giữ mức độ', 'milestone', 'mức độ', ['TH']],
      ['Phổ cập giáo dục trung học cơ sở giữ mức độ', 'milestone', 'mức độ', ['THCS']],
      ['Mỗi trường diễn tập phòng cháy và thoát nạn', 'frequency', null, []],
      ['Cơ sở giáo dục gửi đủ số liệu đúng hạn ở cả ba kỳ', 'compliance100', null, []],
    ],
  ],
]

const duties: TemplatePlan['duties'] = [
  duty('Các trường học', 'Lập kế hoạch giáo dục của nhà trường theo chỉ tiêu được giao'),
  duty('Các trường học', 'Cập nhật tiến độ và gửi minh chứng trước ngày 25 hằng tháng'),
]

function duty(heading: string, body: string): TemplatePlan['duties'][number] {
  return { heading, body, units: [{ role: 'lead', printedName: heading }] }
}

// Months counted from January of the year in which the school year begins: 13 is January of the next.
const yearly: readonly (readonly [title: string, from: number, to: number])[] = [
  ['Tuyển sinh lớp 1, lớp 6 và trẻ mầm non', 7, 8],
  ['Rà soát, sửa chữa cơ sở vật chất trước năm học', 7, 8],
  ['Tập huấn giáo viên trước năm học', 8, 8],
  ['Khai giảng năm học', 9, 9],
  ['Thu thập số liệu đầu năm học', 9, 10],
  ['Điều tra, cập nhật số liệu phổ cập giáo dục, xóa mù chữ', 9, 11],
  ['Tổ chức kỷ niệm Ngày Nhà giáo Việt Nam', 11, 11],
  ['Kiểm tra định kỳ cuối học kỳ I', 12, 13],
  ['Sơ kết học kỳ I, gửi số liệu giữa năm', 13, 13],
  ['Kiểm tra việc thực hiện nhiệm vụ năm học tại các trường', 14, 16],
  ['Xét hoàn thành chương trình tiểu học, tốt nghiệp trung học cơ sở', 17, 18],
  ['Tổng kết năm học, xét thi đua, khen thưởng', 17, 18],
  ['Tổ chức hoạt động hè', 18, 19],
]

/** The template for a school year. Who leads is left open: that differs from authority to authority. */
export function templatePlan(schoolYear: SchoolYear): TemplatePlan {
  const { year } = partsOf(startOf(schoolYear))
  const month = (count: number) => ({
    month: `${year + Math.floor((count - 1) / 12)}-${String(((count - 1) % 12) + 1).padStart(2, '0')}`,
  })
  return {
    targets: targetGroups.flatMap(([groupTitle, targets]) =>
      targets.map(([statement, kind, unitWord, levels]) => ({
        groupTitle,
        statement,
        kind,
        unitWord,
        levels: [...levels],
      })),
    ),
    duties,
    tasks: yearly.map(([title, from, to]) => ({
      title,
      windows: [{ start: month(from), finish: month(to) }],
      units: [{ role: 'coordinating', printedName: 'Các trường học' }],
    })),
  }
}
