// Section II.1 of the demo's plan: what is promised for 2024-2025, in nine groups. The figures are those of the signed plan,
// also the one that had lost its meaning (the grades of the lower secondary diploma, abolished from that year on).
import type { DraftBlock } from '#domain/writing/numbering.ts'
import { item, paragraph } from '#domain/writing/official-document.ts'

function group(title: string, ...blocks: readonly DraftBlock[]): DraftBlock[] {
  return [{ kind: 'point', title }, ...blocks]
}

function items(...texts: readonly string[]): DraftBlock[] {
  return texts.map((text) => item(text))
}

export const planTargets: readonly DraftBlock[] = [
  ...group(
    'Quy mô',
    ...items(
      'Mầm non có 22 trường (08 trường công lập và 14 trường ngoài công lập) cùng với 52 nhóm, lớp tư thục đã được cấp phép.',
      'Trẻ mầm non đến lớp đạt 85,7% (7.910/9.232). Riêng nhà trẻ đạt 56,6% (1.640/2.898), mẫu giáo đạt 99% (6.270/6.334), trẻ 5 tuổi đủ 100% (2.348/2.348).',
      'Tiểu học có 291 lớp với 12.246 học sinh; tuyển mới vào lớp 1 là 57 lớp với 2.227 học sinh.',
      'Trung học cơ sở có 227 lớp với 10.932 học sinh; tuyển mới vào lớp 6 là 59 lớp với 2.737 học sinh.',
    ),
  ),
  ...group(
    'Đội ngũ',
    {
      kind: 'table',
      columns: [
        { title: 'Trình độ', width: 1.6, align: 'left' },
        { title: 'Trung học cơ sở', width: 1.5, align: 'center' },
        { title: 'Tiểu học', width: 1.5, align: 'center' },
        { title: 'Mầm non', width: 2.4, align: 'left' },
      ],
      rows: [
        ['Đạt chuẩn', '100%', '97-98%', 'Trường công lập: 99-99,5%\nTrường ngoài công lập: 71-72%'],
        [
          'Trên chuẩn',
          '14-15%\n(thạc sỹ)',
          '10-11%\n(thạc sỹ)',
          'Trường công lập: 90-91%\n(đại học, thạc sỹ)',
        ],
      ],
    },
    ...items(
      '100% cán bộ quản lý đủ tiêu chuẩn của chức danh đang giữ.',
      '100% người làm việc trong trường học giữ đạo đức nghề nghiệp, theo đúng quy tắc ứng xử.',
      '100% trường xếp loại giáo viên, cấp trưởng và cấp phó theo chuẩn nghề nghiệp, đúng hướng dẫn của Bộ.',
    ),
  ),
  ...group(
    'Chất lượng giáo dục',
    ...items(
      '100% chuyên đề, hội thảo, hoạt động sáng tạo ở cấp thành phố được xếp loại Xuất sắc.',
      'Học sinh dự các cuộc thi, giao lưu do tự nguyện và có kết quả.',
    ),
    paragraph('Mầm non:'),
    ...items(
      '100% trẻ được cân đo và theo dõi bằng biểu đồ tăng trưởng.',
      'Trên 95% trẻ biết tự phục vụ theo lứa tuổi.',
      '88-96% trẻ đạt mục tiêu ở cả 05 lĩnh vực.',
      '94-97% trẻ có cân nặng ở kênh bình thường; so với đầu năm, tỷ lệ trẻ nhẹ cân, thấp còi giảm 1,5%; không để trẻ thừa cân, béo phì tăng thêm.',
    ),
    paragraph('Tiểu học:'),
    ...items(
      'Cuối năm có 55-60% số em Hoàn thành xuất sắc, 15-17% Hoàn thành tốt, 20-23% Hoàn thành, 0,1-0,2% Chưa hoàn thành.',
    ),
    paragraph('Trung học cơ sở:'),
    ...items(
      'Rèn luyện: 95-97% loại Tốt, 2,5-4,5% loại Khá, 0,5% loại Đạt, 0% loại Chưa đạt.',
      'Học tập: 55-60% loại Tốt, 30-33% loại Khá, 9-12% loại Đạt, 0,5-1% loại Chưa đạt.',
      '100% học sinh lớp 9 được xét tốt nghiệp; trong số đó 70-75% loại giỏi, 20-25% loại khá, 0-5% loại trung bình.',
      'Điểm thi vào lớp 10 của quận thuộc tốp đầu thành phố.',
      '100% trường có nhóm nghiên cứu khoa học, có giờ thực hành gắn với đời sống.',
    ),
  ),
  ...group(
    'Ngoại khóa, công tác Đội, an toàn trường học',
    ...items(
      '100% trường giữ Quy tắc ứng xử và xây dựng trường, lớp hạnh phúc.',
      '100% trường có hoạt động ngoại khóa, trải nghiệm vừa sức và tiết kiệm.',
      '100% trường làm tốt y tế trường học, phòng thiên tai và dịch bệnh.',
      '100% trường Tiểu học và Trung học cơ sở có kế hoạch riêng về đạo đức, lối sống của học sinh.',
      '100% trường Tiểu học và Trung học cơ sở dạy bơi; dạy cách phòng đuối nước, tai nạn, xâm hại và bạo lực.',
      '100% trường bảo đảm an ninh, phòng cháy và cứu nạn.',
      '100% chuyên đề về công tác Đội, lễ hội, ngoại khóa ở cấp thành phố được xếp loại Xuất sắc.',
    ),
  ),
  ...group(
    'Kiểm tra',
    ...items(
      '100% hiệu trưởng cập nhật, phổ biến văn bản pháp luật và tự kiểm tra việc thực hiện.',
      'Kiểm tra toàn diện 4-5 trường của quận và 1-2 trường ngoài công lập.',
      'Kiểm tra chuyên đề: mỗi cơ sở giáo dục ít nhất 01 chuyên đề trong năm.',
      'Kiểm tra đột xuất: mỗi tháng ít nhất 1 lần.',
      '100% trường, nhóm, lớp ngoài công lập được kiểm tra.',
      '100% trường tự kiểm tra nội bộ, mỗi năm học ít nhất 1 lần.',
    ),
  ),
  ...group(
    'Kiểm định chất lượng, trường chuẩn quốc gia',
    ...items(
      '100% trường tự đánh giá chất lượng.',
      'Chu kỳ 2 của đánh giá ngoài: Mầm non Tràng Cát; Trung học cơ sở Đằng Lâm.',
      'Chu kỳ 2 của đánh giá ngoài, kèm chuẩn quốc gia mức 2: Mầm non Cát Bi.',
      'Chu kỳ 1 của đánh giá ngoài: Tiểu học Thành Tô.',
      'Chuẩn quốc gia mức 1: Mầm non Thành Tô; mức 2: Tiểu học Thành Tô.',
    ),
  ),
  ...group(
    'Khảo thí',
    ...items(
      '100% trường Tiểu học và Trung học cơ sở lập danh sách giáo viên đủ điều kiện dự các hội thi cấp quận.',
      '100% trường Tiểu học bàn giao kết quả của học sinh khi lên lớp, lên cấp đúng quy định.',
      '100% trường Trung học cơ sở ra đề kiểm tra định kỳ theo ma trận và bản đặc tả.',
      '100% trường Tiểu học và Trung học cơ sở có ngân hàng đề, ưu tiên đề cho học sinh giỏi và cho lớp 9.',
    ),
  ),
  ...group(
    'Phổ cập và xóa mù chữ',
    ...items(
      'Trẻ 5 tuổi: 100% ra lớp và học hết chương trình mầm non.',
      'Tiểu học và Trung học cơ sở giữ mức độ 3; về xóa mù chữ giữ mức độ 2.',
      'Phổ cập Trung học và Nghề: huy động 96-97%, hiệu quả 95-96%.',
    ),
  ),
  ...group(
    'Chuyển đổi số',
    item('100% cơ sở giáo dục:'),
    item('Có dữ liệu đầy đủ, đúng hạn trên cơ sở dữ liệu của ngành.', '+'),
    item('Tuyển sinh và giải quyết thủ tục qua mạng ở mức 4.', '+'),
    item('Tự bồi dưỡng tin học, dùng phần mềm để quản lý và giảng dạy.', '+'),
    item('Công khai hoạt động và kết quả trên trang của trường.', '+'),
    item('10 lớp học thông minh mà quận đã đầu tư được dùng thường xuyên.'),
  ),
]
