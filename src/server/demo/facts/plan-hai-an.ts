// The demo's own plan: quận Hải An, 2024-2025. Units, months, roles and figures are those of the signed plan, the words and
// the signer are ours. It has no number and no day: those are given by the agency's register, never by us.
import { numberBody } from '#domain/writing/numbering.ts'
import { draftDocument, item, type OfficialDocument, paragraph } from '#domain/writing/official-document.ts'
import { planDuties } from './plan-duties.ts'
import { planTargets } from './plan-targets.ts'
import { planTasks } from './plan-tasks.ts'
import { taskAnnex } from './task-annex.ts'

export const planHaiAn: OfficialDocument = draftDocument({
  type: 'plan',
  symbolSuffix: 'UBND',
  issuer: {
    superior: null,
    name: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN',
    nameInText: 'Ủy ban nhân dân quận Hải An',
    place: 'Hải An',
  },
  about: 'Tổ chức năm học 2024-2025 của ngành giáo dục quận Hải An',
  year: 2024,
  bases: [
    'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019',
    'Căn cứ Nghị quyết số 08-NQ/ĐH ngày 31/7/2020 của Đảng bộ quận Hải An, nhiệm kỳ 2020-2025',
    'Căn cứ Kế hoạch số 237/KH-UBND ngày 15/11/2022 của Ủy ban nhân dân quận về phát triển Giáo dục và Đào tạo quận đến năm 2025, định hướng đến năm 2030',
  ],
  body: numberBody([
    paragraph('Ủy ban nhân dân quận Hải An lập kế hoạch cho năm học 2024-2025 như sau:'),
    { kind: 'section', title: 'Mục đích, yêu cầu' },
    { kind: 'clause', title: 'Mục đích' },
    item('Giữ đà của năm học trước, làm xong những chỉ tiêu giáo dục của nhiệm kỳ còn dở dang.'),
    item(
      'Mỗi việc trong năm có một nơi chủ trì, có nơi phối hợp và có thời hạn; chỗ yếu của năm trước được nêu ra để sửa.',
    ),
    { kind: 'clause', title: 'Yêu cầu' },
    paragraph(
      'Các đơn vị dựa vào chỉ tiêu được giao và kết quả năm trước để tự lập kế hoạch; số liệu báo cáo phải có nguồn và có người chịu trách nhiệm.',
    ),
    { kind: 'section', title: 'Chỉ tiêu và nhiệm vụ' },
    { kind: 'clause', title: 'Chỉ tiêu' },
    ...planTargets,
    { kind: 'clause', title: 'Nhiệm vụ' },
    ...planDuties,
    { kind: 'section', title: 'Tổ chức thực hiện' },
    item(
      'Các phòng, đơn vị, Ủy ban nhân dân các phường và các trường lập kế hoạch của mình theo bảng phân công kèm theo; báo cáo theo kỳ về quận qua Phòng Giáo dục và Đào tạo.',
    ),
    item(
      'Phòng Giáo dục và Đào tạo cùng Văn phòng Hội đồng nhân dân và Ủy ban nhân dân theo dõi, nhắc việc, gom kết quả trình lãnh đạo quận.',
    ),
  ]),
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lưu Quốc Hùng' },
  recipients: [
    'Sở Giáo dục và Đào tạo',
    'Thường trực Quận ủy, Thường trực HĐND quận (để báo cáo)',
    'Chủ tịch, các Phó Chủ tịch UBND quận',
    'Các phòng, ban, cơ quan, đoàn thể quận',
    'UBND các phường',
    'Các trường học trên địa bàn quận',
    'Lưu: VT',
  ],
  annexes: [
    taskAnnex(
      'Bảng phân công thực hiện năm học 2024-2025\ncủa quận Hải An',
      planTasks,
      'Bảng này có thể được sửa đổi khi quận hoặc thành phố có chỉ đạo mới.',
    ),
  ],
})
