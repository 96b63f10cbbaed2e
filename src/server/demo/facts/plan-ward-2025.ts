// A plan of the two-tier world: phường Hải An, 2025-2026. Wholly invented; it shows a ward doing what the district did.
import { localDate } from '#domain/basics/dates.ts'
import { numberBody } from '#domain/writing/numbering.ts'
import { draftDocument, item, type OfficialDocument, paragraph } from '#domain/writing/official-document.ts'
import type { NameMeaning } from './plan-names.ts'
import {
  bureau,
  type DemoTask,
  line,
  lowerSecondaries,
  numbered,
  primaries,
  schools,
  type TaskLine,
} from './plan-task.ts'
import { taskAnnex } from './task-annex.ts'

const culture = 'Phòng Văn hóa - Xã hội'
const publicSchools = 'Các trường công lập'

const works = 'Phòng Kinh tế, Hạ tầng và Đô thị'
const openingDay = { date: localDate('2025-09-05') }

const lines: readonly TaskLine[] = [
  line(
    'Nhận bàn giao hồ sơ, sổ sách của các trường từ quận cũ',
    [culture],
    [bureau, schools],
    '2025-07',
    '2025-07',
  ),
  line(
    'Công bố tuyến tuyển sinh, nhận hồ sơ trực tuyến vào lớp 1, lớp 6',
    [culture],
    ['Trung tâm Phục vụ hành chính công', primaries, lowerSecondaries],
    '2025-07',
    '2025-08',
  ),
  line(
    'Sửa chữa nhỏ, mua bàn ghế trước ngày học sinh trở lại',
    [works],
    [culture, publicSchools],
    '2025-07',
    '2025-08',
  ),
  line(
    'Bổ nhiệm lại, điều chuyển cán bộ quản lý trường công lập trong phường',
    [culture],
    [publicSchools],
    '2025-08',
    '2025-09',
  ),
  {
    title: 'Khai giảng năm học ở mọi trường của phường',
    lead: [culture],
    coordinating: [bureau, schools],
    windows: [{ start: openingDay, finish: openingDay }],
    timeTexts: ['Ngày 05/9/2025', 'Ngày 05/9/2025'],
  },
  line(
    'Giữ trật tự cổng trường giờ đến lớp và tan học',
    ['Công an phường'],
    ['Đoàn Thanh niên phường', schools],
    '2025-09',
    '2026-05',
  ),
  line(
    'Kiểm tra bếp ăn bán trú và nước uống',
    ['Trạm Y tế phường'],
    [culture, 'Các trường mầm non', primaries],
    '2025-09',
    '2026-05',
  ),
  line(
    'Điều tra, chốt số liệu phổ cập, xóa mù chữ',
    ['Ban Chỉ đạo phổ cập giáo dục phường'],
    ['Trung tâm học tập cộng đồng', schools],
    '2025-09',
    '2025-10',
  ),
  line(
    'Kiểm tra nhóm, lớp mầm non độc lập sau khi đổi nơi cấp phép',
    [culture],
    ['Công an phường', 'Các lớp mầm non độc lập'],
    '2025-10',
    '2025-12',
  ),
  line('Sơ kết học kỳ I, gửi số liệu giữa năm', [culture], [schools], '2026-01', '2026-01'),
  line(
    'Giao chỉ tiêu trường, lớp, học sinh cho năm học 2026-2027',
    [culture],
    [works, schools],
    '2026-04',
    '2026-05',
  ),
  line('Tổng kết năm học, xét khen thưởng', [culture], [bureau, schools], '2026-05', '2026-06'),
]

export const wardTasks: readonly DemoTask[] = numbered(lines)

const ward = 'HP-P-HAIAN'

function unit(code: string): NameMeaning {
  return { unit: `${ward}-${code}` }
}

export const wardNames: Readonly<Record<string, NameMeaning>> = {
  [culture]: unit('PVHXH'),
  [bureau]: unit('VP'),
  [works]: unit('PKTHTDT'),
  'Trung tâm Phục vụ hành chính công': unit('TTPVHCC'),
  'Công an phường': unit('CA'),
  'Trạm Y tế phường': unit('TYT'),
  'Đoàn Thanh niên phường': unit('DTN'),
  'Trung tâm học tập cộng đồng': unit('TTHTCD'),
  'Ban Chỉ đạo phổ cập giáo dục phường': unit('BCDPC'),
  'Các trường học': { audience: { any: [{ kinds: ['school'], under: ward }] } },
  'Các trường công lập': { audience: { any: [{ kinds: ['school'], ownership: ['public'], under: ward }] } },
  'Các trường mầm non': { audience: { any: [{ kinds: ['school'], levels: ['preschool'], under: ward }] } },
  'Các trường Tiểu học': { audience: { any: [{ kinds: ['school'], levels: ['primary'], under: ward }] } },
  'Các trường Trung học cơ sở': {
    audience: { any: [{ kinds: ['school'], levels: ['lower_secondary'], under: ward }] },
  },
  'Các lớp mầm non độc lập': { audience: { any: [{ kinds: ['independent_class'], under: ward }] } },
}

export const planWard2025: OfficialDocument = draftDocument({
  type: 'plan',
  symbolSuffix: 'UBND',
  issuer: {
    superior: null,
    name: 'ỦY BAN NHÂN DÂN\nPHƯỜNG HẢI AN',
    nameInText: 'Ủy ban nhân dân phường Hải An',
    place: 'Hải An',
  },
  about: 'Tổ chức năm học 2025-2026 của ngành giáo dục phường Hải An',
  year: 2025,
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
    'Căn cứ Nghị định số 142/2025/NĐ-CP của Chính phủ về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Giáo dục và Đào tạo',
  ],
  body: numberBody([
    paragraph('Ủy ban nhân dân phường Hải An lập kế hoạch cho năm học đầu tiên không còn cấp quận như sau:'),
    { kind: 'section', title: 'Mục đích' },
    paragraph('Không trường nào chậm việc vì đổi cấp quản lý; mỗi trẻ trong phường có chỗ học.'),
    { kind: 'section', title: 'Chỉ tiêu' },
    item('100% trẻ 6 tuổi của phường vào lớp 1.'),
    item('100% trường gửi đủ số liệu đúng hạn ở cả ba kỳ của năm học.'),
    item('Ít nhất 97% trẻ mẫu giáo ra lớp.'),
    item('Mỗi tháng kiểm tra ít nhất 02 nhóm, lớp mầm non độc lập.'),
    { kind: 'section', title: 'Tổ chức thực hiện' },
    item('Phòng Văn hóa - Xã hội là đầu mối; các đơn vị cập nhật tiến độ trước ngày 25 hằng tháng.'),
  ]),
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lưu Quốc Hùng' },
  recipients: [
    'Sở Giáo dục và Đào tạo',
    'Thường trực Đảng ủy, HĐND phường (để báo cáo)',
    'Các phòng, đơn vị thuộc phường',
    'Các trường học trên địa bàn phường',
    'Lưu: VT',
  ],
  annexes: [
    taskAnnex(
      'Bảng phân công thực hiện năm học 2025-2026\ncủa phường Hải An',
      wardTasks,
      'Tiến độ được xem lại vào cuối học kỳ I.',
    ),
  ],
})
