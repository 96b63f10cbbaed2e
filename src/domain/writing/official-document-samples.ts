// Two documents for tests and for the eye: our own words, invented persons.
import { localDate } from '#domain/basics/dates.ts'
import { numberAnnexes, numberBody } from './numbering.ts'
import {
  type Cell,
  type Column,
  draftDocument,
  item,
  type OfficialDocument,
  paragraph,
} from './official-document.ts'

const taskColumns: readonly Column[] = [
  { title: 'Số\nTT', width: 1, align: 'center' },
  { title: 'Nội dung công việc', width: 5.2, align: 'left' },
  { title: 'Đơn vị\nchủ trì', width: 3, align: 'left' },
  { title: 'Đơn vị\nphối hợp', width: 3.6, align: 'left' },
  { title: 'Bắt đầu', width: 1.7, align: 'center', group: 'Thời gian' },
  { title: 'Hoàn thành', width: 1.7, align: 'center', group: 'Thời gian' },
]

// Work | lead | coordinating | start | finish
const taskRows: readonly (readonly Cell[])[] = [
  'Kiểm kê phòng học, bàn ghế, thiết bị; lập danh mục cần sửa chữa trước khai giảng | Phòng Giáo dục và Đào tạo | Phòng Tài chính - Kế hoạch, Ban Quản lý dự án đầu tư xây dựng, các trường học | Tháng 7/2024 | Tháng 8/2024',
  'Tuyển sinh đầu cấp, công bố chỉ tiêu và tuyến tuyển sinh của từng trường | Phòng Giáo dục và Đào tạo | Ủy ban nhân dân các phường; Công an quận; các trường Mầm non, Tiểu học, Trung học cơ sở | Tháng 7/2024 | Tháng 8/2024',
  'Sắp xếp, điều động cán bộ quản lý và giáo viên theo định mức | Phòng Nội vụ | Phòng Giáo dục và Đào tạo, các trường công lập | Tháng 8/2024 | Tháng 9/2024',
  'Tổ chức khai giảng gọn gàng, đúng ngày | Các trường học | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trung tâm Văn hóa - Thông tin và Thể thao | Ngày 05/9/2024 | Ngày 05/9/2024',
  'Điều tra, cập nhật dữ liệu phổ cập giáo dục, xóa mù chữ | Ban Chỉ đạo phổ cập giáo dục các phường | Phòng Giáo dục và Đào tạo, Phòng Lao động - Thương binh và Xã hội, Phòng Thống kê | Tháng 9/2024 | Tháng 10/2024',
  'Kiểm tra bếp ăn bán trú, nguồn nước uống và hợp đồng cung cấp thực phẩm | Phòng Y tế | Trung tâm Y tế, Phòng Kinh tế, Đội Quản lý thị trường, Ủy ban nhân dân các phường, các trường có tổ chức bán trú | Tháng 9/2024 | Tháng 5/2025',
  'Bảo đảm an toàn giao thông tại cổng trường vào giờ đến lớp và tan học | Công an quận | Ủy ban nhân dân các phường; Quận đoàn; Ban đại diện cha mẹ học sinh các trường | Tháng 9/2024 | Thường xuyên',
  'Khám sức khỏe đầu năm cho học sinh, lập sổ theo dõi | Trung tâm Y tế | Các trường học, Bảo hiểm xã hội quận | Tháng 9/2024 | Tháng 11/2024',
  'Hội thi giáo viên dạy giỏi cấp quận bậc Mầm non và Tiểu học | Phòng Giáo dục và Đào tạo | Liên đoàn Lao động quận, các trường Mầm non, các trường Tiểu học | Tháng 11/2024 | Tháng 12/2024',
  'Sơ kết học kỳ I, gửi số liệu thống kê giữa năm | Phòng Giáo dục và Đào tạo | Các trường học | Tháng 01/2025 | Tháng 01/2025',
  'Đánh giá ngoài, đề nghị công nhận trường đạt chuẩn quốc gia | Phòng Giáo dục và Đào tạo | Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Tài chính - Kế hoạch, Ủy ban nhân dân phường có trường được đánh giá | Tháng 02/2025 | Tháng 4/2025',
  'Thanh tra, kiểm tra việc thu chi và công khai ở các cơ sở giáo dục | Thanh tra quận | Phòng Tài chính - Kế hoạch, Phòng Giáo dục và Đào tạo | Tháng 02/2025 | Tháng 5/2025',
  'Hướng nghiệp, phân luồng học sinh lớp 9 | Phòng Giáo dục và Đào tạo | Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên, các trường Trung học cơ sở | Tháng 3/2025 | Tháng 5/2025',
  'Dạy bơi, phòng chống đuối nước dịp hè | Trung tâm Văn hóa - Thông tin và Thể thao | Quận đoàn, Hội Liên hiệp Phụ nữ quận, Phòng Lao động - Thương binh và Xã hội, các trường Tiểu học và Trung học cơ sở | Tháng 4/2025 | Tháng 7/2025',
  'Tổng kết năm học, xét thi đua, khen thưởng | Hội đồng Thi đua - Khen thưởng quận | Phòng Nội vụ, Phòng Giáo dục và Đào tạo, Ủy ban nhân dân các phường, các trường học | Tháng 5/2025 | Tháng 6/2025',
].map((row) => row.split(' | '))

export function taskAnnexRows(count: number): Cell[][] {
  return Array.from({ length: count }, (_, index) => [
    String(index + 1),
    ...(taskRows[index % taskRows.length] ?? []),
  ])
}

export function samplePlan(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return draftDocument({
    type: 'plan',
    symbolSuffix: 'UBND',
    issuer: {
      superior: null,
      name: 'ỦY BAN NHÂN DÂN QUẬN HẢI AN',
      nameInText: 'Ủy ban nhân dân quận Hải An',
      place: 'Hải An',
    },
    about: 'Thực hiện nhiệm vụ giáo dục và đào tạo quận Hải An năm học 2024-2025',
    year: 2024,
    bases: [
      'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019',
      'Căn cứ Nghị định số 71/2020/NĐ-CP ngày 30 tháng 6 năm 2020 của Chính phủ quy định lộ trình thực hiện nâng trình độ chuẩn được đào tạo của giáo viên mầm non, tiểu học, trung học cơ sở.',
    ],
    body: numberBody([
      paragraph(
        'Ủy ban nhân dân quận lập kế hoạch thực hiện nhiệm vụ giáo dục và đào tạo năm học 2024-2025 như sau:',
      ),
      { kind: 'section', title: 'Mục đích, yêu cầu' },
      { kind: 'clause', title: 'Mục đích' },
      item('Giữ vững quy mô trường, lớp; mỗi trẻ em trên địa bàn đều có chỗ học đúng tuyến, đúng độ tuổi.'),
      item('Làm rõ việc của từng đơn vị, để mỗi việc có một nơi chịu trách nhiệm và một thời hạn.'),
      { kind: 'clause', title: 'Yêu cầu' },
      paragraph(
        'Các đơn vị bám sát chỉ tiêu được giao, báo cáo đúng kỳ, số liệu có nguồn và có người chịu trách nhiệm.',
      ),
      { kind: 'section', title: 'Chỉ tiêu' },
      { kind: 'clause', title: 'Quy mô phát triển' },
      { kind: 'point', text: 'Mầm non: huy động 7.910/9.232 trẻ ra lớp, đạt 85,7%; trẻ 5 tuổi đạt 100%.' },
      { kind: 'point', text: 'Tiểu học: 12.246 học sinh, 291 lớp; tuyển 2.227 học sinh vào lớp 1.' },
      { kind: 'point', text: 'Trung học cơ sở: 10.932 học sinh, 227 lớp; tuyển 2.737 học sinh vào lớp 6.' },
      { kind: 'clause', title: 'Trình độ đội ngũ' },
      {
        kind: 'table',
        columns: [
          { title: 'Trình độ chuyên môn', width: 2, align: 'left' },
          { title: 'Mầm non', width: 2, align: 'left' },
          { title: 'Tiểu học', width: 1.4, align: 'center' },
          { title: 'Trung học cơ sở', width: 1.4, align: 'center' },
        ],
        rows: [
          ['Đạt chuẩn', 'Công lập: 99-99,5%\nNgoài công lập: 71-72%', '97-98%', '100%'],
          ['Trên chuẩn', 'Công lập: 90-91%', '10-11%', '14-15%'],
        ],
      },
      { kind: 'section', title: 'Nhiệm vụ và giải pháp' },
      {
        kind: 'clause',
        text: 'Nâng chất lượng dạy và học ở cả ba cấp học; trường nào cũng có kế hoạch giúp học sinh học chậm.',
      },
      { kind: 'clause', text: 'Giữ an toàn trường học: bếp ăn, nước uống, cổng trường, phòng cháy.' },
      item('Mỗi trường ít nhất một buổi diễn tập thoát nạn trong một học kỳ;', '+'),
      item('Phường có trường nằm sát đường lớn phải bố trí người phân luồng giờ tan học.', '+'),
      { kind: 'section', title: 'Tổ chức thực hiện' },
      {
        kind: 'clause',
        title: 'Phòng Giáo dục và Đào tạo',
        text: 'Đầu mối theo dõi, đôn đốc; tổng hợp kết quả, báo cáo Ủy ban nhân dân quận mỗi học kỳ một lần.',
      },
      {
        kind: 'clause',
        title: 'Các phòng, ban, đơn vị và Ủy ban nhân dân các phường',
        text: 'Căn cứ bảng phân công kèm theo, lập kế hoạch của đơn vị mình và cập nhật tiến độ trước ngày 25 hằng tháng.',
      },
      paragraph(
        'Trong khi thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Phòng Giáo dục và Đào tạo để tổng hợp, trình Ủy ban nhân dân quận xem xét.',
      ),
    ]),
    signature: {
      authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      name: 'Đặng Thục Quỳnh',
    },
    recipients: [
      'Sở Giáo dục và Đào tạo',
      'Thường trực Quận ủy, Hội đồng nhân dân quận (để báo cáo)',
      'Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân quận',
      'Các phòng, ban, đơn vị thuộc quận',
      'Ủy ban nhân dân các phường',
      'Các trường Mầm non, Tiểu học, Trung học cơ sở',
      'Lưu: VT, PGDĐT',
    ],
    annexes: numberAnnexes([
      {
        title: 'Phân công nhiệm vụ cho các phòng, ban, đơn vị\nthực hiện năm học 2024-2025',
        landscape: false,
        body: [{ kind: 'table', columns: taskColumns, columnNumbers: true, rows: taskAnnexRows(15) }],
      },
    ]),
    ...changes,
  })
}

export function sampleReport(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return draftDocument({
    type: 'report',
    symbolSuffix: 'PGDĐT',
    issuer: {
      superior: 'UBND QUẬN HẢI AN',
      name: 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
      nameInText: 'Phòng Giáo dục và Đào tạo quận Hải An',
      place: 'Hải An',
    },
    about: 'Số lượng trường, lớp, học sinh đầu năm học 2024-2025',
    number: { text: '9', symbol: 'BC-PGDĐT' },
    date: localDate('2025-01-05'),
    addressedTo: ['Sở Giáo dục và Đào tạo thành phố Hải Phòng', 'Ủy ban nhân dân quận Hải An'],
    body: numberBody([
      { kind: 'part', title: 'Kết quả đầu năm học' },
      { kind: 'section', title: 'Quy mô' },
      paragraph([
        { text: 'Toàn quận có ' },
        {
          text: '31.088',
          bold: true,
          figure: { source: 'pupils.all', note: 'Tổng các trường đã được duyệt' },
        },
        { text: ' trẻ em, học sinh; trong đó tiểu học ' },
        { text: '12.246', figure: { source: 'pupils.primary' } },
        { text: ' học sinh, trung học cơ sở ' },
        { text: '10.932', figure: { source: 'pupils.lower_secondary' } },
        { text: ' học sinh.' },
      ]),
      {
        kind: 'table',
        caption: 'Bảng 1. Trường, lớp, học sinh theo cấp học',
        columns: [
          { title: 'TT', width: 0.7, align: 'center' },
          { title: 'Cấp học', width: 2.4, align: 'left' },
          { title: 'Số trường', width: 1.2, align: 'right' },
          { title: 'Công lập', width: 1.2, align: 'right', group: 'Số lớp' },
          { title: 'Ngoài công lập', width: 1.3, align: 'right', group: 'Số lớp' },
          { title: 'Tổng số', width: 1.2, align: 'right', group: 'Học sinh' },
          { title: 'Nữ', width: 1.2, align: 'right', group: 'Học sinh' },
        ],
        rows: [
          ['1', 'Mầm non', '22', '98', '196', '7.910', '3.812'],
          ['2', 'Tiểu học', '10', '283', '8', '12.246', '5.903'],
          ['3', 'Trung học cơ sở', '8', '227', '0', '10.932', '5.301'],
        ],
        totals: [
          { runs: [{ text: 'Cộng' }], colSpan: 2, align: 'center' },
          '40',
          '608',
          '204',
          '31.088',
          '15.016',
        ],
        note: 'Nguồn: báo cáo của các trường đã được phê duyệt đến ngày 05/01/2025.',
      },
      { kind: 'section', title: 'Nhận xét' },
      { kind: 'clause', text: 'Số lớp tiểu học tăng 06 lớp so với năm học trước.' },
      { kind: 'clause', text: 'Hai phường còn thiếu phòng học mầm non.' },
      { kind: 'part', title: 'Kiến nghị' },
      { kind: 'clause', text: 'Đề nghị bổ sung biên chế giáo viên dạy môn Tin học ở tiểu học.' },
    ]),
    signature: { authority: ['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'], name: 'Vũ Nguyễn Hải Đường' },
    recipients: ['Lưu: VT'],
    annexes: numberAnnexes([
      { title: 'Số lớp, học sinh tiểu học theo khối', landscape: true, body: [gradeTable()] },
      {
        title: 'Các trường chưa gửi báo cáo',
        landscape: false,
        body: [
          { kind: 'table', columns: taskColumns.slice(0, 2), rows: [], emptyText: 'Không có trường nào' },
        ],
      },
    ]),
    ...changes,
  })
}

function gradeTable(): OfficialDocument['annexes'][number]['body'][number] {
  const grades = [1, 2, 3, 4, 5]
  return {
    kind: 'table',
    fontSize: 11,
    columns: [
      { title: 'TT', width: 0.6, align: 'center' },
      { title: 'Trường', width: 3, align: 'left' },
      ...grades.flatMap((grade): Column[] => [
        { title: 'Lớp', width: 1, align: 'right', group: `Khối ${grade}` },
        { title: 'Học sinh', width: 1.2, align: 'right', group: `Khối ${grade}` },
      ]),
    ],
    rows: Array.from({ length: 28 }, (_, index) => [
      String(index + 1),
      `Tiểu học số ${index + 1}`,
      ...grades.flatMap((grade) => [
        String(3 + ((index + grade) % 4)),
        String(110 + ((index * 37 + grade * 11) % 130)),
      ]),
    ]),
  }
}
