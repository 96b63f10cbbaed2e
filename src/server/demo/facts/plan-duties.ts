// Section II.2 of the demo's plan: what falls to each unit, shorter than in the signed one, under the same nine headings.
import type { DraftBlock } from '#domain/writing/numbering.ts'
import { item } from '#domain/writing/official-document.ts'

type Duty = readonly [unit: string, ...texts: readonly string[]]

function chapter(number: string, title: string, ...duties: readonly Duty[]): DraftBlock[] {
  return [
    { kind: 'clause', number, title },
    ...duties.flatMap(([unit, ...texts]): DraftBlock[] => [
      { kind: 'point', title: unit },
      ...texts.map((text) => item(text)),
    ]),
  ]
}

const education = 'Giao Phòng Giáo dục và Đào tạo'
const schools = 'Các nhà trường'

export const planDuties: readonly DraftBlock[] = [
  ...chapter(
    '2.1',
    'Hoàn thành các chỉ tiêu giáo dục mà Đại hội Đảng bộ quận đã đề ra',
    [
      education,
      'Đề nghị ghi vốn cho các công trình trường học còn thiếu, từ mầm non đến Trung học phổ thông.',
      'Cùng Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị và Ủy ban nhân dân phường Thành Tô đẩy nhanh hai trường mang tên phường; cùng các đơn vị lo mặt bằng cho trường TH&THCS Đông Hải 2.',
    ],
    [
      'Giao Phòng Nội vụ',
      'Chủ trì, phối hợp với Phòng Giáo dục và Đào tạo tính số người cần có theo số lớp thực tế; đề xuất hợp đồng ở chỗ còn thiếu.',
      'Trình thành phố giao đủ biên chế; tổ chức tuyển dụng, ưu tiên người dạy thể chất, mỹ thuật, âm nhạc và tin học.',
    ],
    [
      'Giao Phòng Quản lý đô thị',
      'Chủ trì, phối hợp với Phòng Tài nguyên và Môi trường quy hoạch đất trường học đủ diện tích, thu hút nhà đầu tư.',
    ],
    [
      'Ban Quản lý dự án đầu tư xây dựng quận',
      'Lập dự án, giữ tiến độ các trường đang xây; lo phần việc của trường TH&THCS Đông Hải 2.',
    ],
    [
      'Giao Phòng Tài chính - Kế hoạch',
      'Cân đối chi thường xuyên và vốn đầu tư; ưu tiên trạm biến áp và lớp học thông minh ở những dự án đã duyệt.',
      'Hướng dẫn các khoản thu, chi của năm học và việc làm kế toán ở trường.',
    ],
  ),
  ...chapter(
    '2.2',
    'Phát triển đội ngũ, giữ đạo đức nghề nghiệp',
    [
      education,
      'Cử giáo viên đi học theo lộ trình nâng chuẩn của Nghị định số 71/2020/NĐ-CP, chú ý khối mầm non ngoài công lập.',
      'Phối hợp với Ban Tuyên giáo Quận ủy bồi dưỡng chính trị hè cho toàn ngành.',
      'Mở các hội thi giáo viên giỏi cấp quận khách quan, đúng quy chế.',
    ],
    [
      'Giao Phòng Nội vụ',
      'Đề xuất cách thu hút giáo viên giỏi; hướng dẫn các trường công lập sửa đề án về vị trí việc làm.',
    ],
    [
      schools,
      'Phân công đúng người, đúng việc; có kế hoạch để mọi giáo viên thuộc diện nâng chuẩn đạt chuẩn vào năm 2025.',
      'Dạy cho nhân viên, giáo viên cách nhận ra và tránh tình huống dễ dẫn tới vi phạm đạo đức.',
    ],
  ),
  ...chapter(
    '2.3',
    'Nâng chất lượng toàn diện, bồi dưỡng học sinh giỏi',
    [
      education,
      'Thực hiện Chương trình giáo dục phổ thông 2018 ở mọi khối lớp; đưa tin học vào đủ các lớp 3, 4, 5.',
      'Tách việc ra đề, coi, chấm khỏi việc dạy, để kết quả phản ánh đúng sức học.',
      'Giúp học sinh lớp 9 chọn trường, ôn tập theo phương án thi của thành phố.',
    ],
    [
      'Giao Phòng Tài chính - Kế hoạch',
      'Phối hợp với Phòng Giáo dục và Đào tạo lập danh mục thiết bị tối thiểu còn thiếu, trình Hội đồng nhân dân quận.',
    ],
  ),
  ...chapter('2.4', 'Cải cách hành chính, chuyển đổi số và truyền thông', [
    education,
    'Chủ trì, phối hợp với Trung tâm Văn hóa - Thông tin và Thể thao đưa tin về giáo dục và nghe ý kiến của dân.',
    'Chấm mức chuyển đổi số của từng trường phổ thông theo Quyết định số 4725/QĐ-BGDĐT.',
    'Dùng sổ điểm, học bạ điện tử, chữ ký số; thu tiền không dùng tiền mặt.',
  ]),
  ...chapter(
    '2.5',
    'Cơ sở vật chất và xã hội hóa giáo dục',
    [
      education,
      'Lập danh mục xây mới, sửa chữa theo tiêu chí trường chuẩn; giúp trường Mầm non Cát Bi hoàn thành đánh giá ngoài.',
    ],
    [
      'Giao Phòng Quản lý đô thị',
      'Chủ trì, phối hợp với Ủy ban nhân dân các phường kiểm tra, sửa nhà vệ sinh trường học.',
    ],
    [
      'Giao Trung tâm Phát triển quỹ đất',
      'Phối hợp giải phóng mặt bằng cho trường Trung học cơ sở Nam Hải và trường TH&THCS Đông Hải 2.',
    ],
    ['Giao Ủy ban nhân dân phường Thành Tô', 'Cùng hai trường của phường làm xong hồ sơ đất đai.'],
    [schools, 'Rà thiết bị hiện có; báo nhu cầu công trình lớn về quận trước hết tháng 8/2024.'],
  ),
  ...chapter(
    '2.6',
    'An toàn trường học, phòng cháy, phòng thiên tai và dịch bệnh',
    [
      education,
      'Phối hợp với Công an quận giữ nền nếp “Cổng trường an toàn”; phối hợp với Quận đoàn lo công tác Đội.',
    ],
    [
      'Giao Công an quận',
      'Chủ trì, phối hợp với Phòng Giáo dục và Đào tạo tuyên truyền luật giao thông, tập huấn phòng cháy cho học sinh.',
    ],
    ['Giao Phòng Kinh tế', 'Phối hợp kiểm tra an toàn điện và việc chuẩn bị trước mùa bão ở các trường.'],
    [
      'Giao Trung tâm Văn hóa - Thông tin và Thể thao',
      'Chủ trì, phối hợp mở câu lạc bộ thể thao ở các trường; dạy bơi an toàn.',
    ],
    [
      'Giao Phòng Lao động - Thương binh và Xã hội',
      'Chủ trì, phối hợp mở diễn đàn về phòng bạo lực, xâm hại và đuối nước.',
    ],
    [
      'Giao Phòng Văn hóa và Thông tin',
      'Phối hợp hướng dẫn học sinh dùng mạng xã hội, gây dựng thói quen đọc sách.',
    ],
    [
      'Giao Phòng Quản lý đô thị',
      'Chủ trì, phối hợp gỡ chỗ ùn tắc ở cổng các trường Tiểu học Đằng Hải, Đằng Lâm và Trung học cơ sở Nam Hải.',
    ],
    [
      'Giao Phòng Y tế, Trung tâm Y tế',
      'Chủ trì, phối hợp với Ủy ban nhân dân các phường kiểm tra bếp ăn, nguồn nước và việc phòng dịch.',
    ],
    [schools, 'Lắp camera, phân công trực; có việc xảy ra thì báo ngay về quận.'],
  ),
  ...chapter(
    '2.7',
    'Giữ kết quả phổ cập, quản lý cơ sở ngoài công lập',
    [education, 'Dự báo số trẻ từng độ tuổi để lập kế hoạch; đình chỉ nơi trông trẻ thiếu điều kiện.'],
    [
      'Giao Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên',
      'Tuyển học sinh sau lớp 9 vào lớp vừa học văn hóa vừa học nghề.',
    ],
    [
      'Giao Ủy ban nhân dân các phường',
      'Điều tra số trẻ trong độ tuổi, vận động ra lớp; xử phạt cơ sở mầm non vi phạm, dừng hoạt động nếu tái phạm.',
    ],
  ),
  ...chapter(
    '2.8',
    'Đạo đức, lối sống; ngoại khóa và công tác Đội',
    [
      education,
      'Gắn hoạt động trải nghiệm với môn học; phối hợp với Quận đoàn triển khai chương trình công tác Đội.',
    ],
    [schools, 'Đăng ký chuyên đề, sân chơi của năm học; giữ liên hệ với gia đình học sinh.'],
  ),
  ...chapter(
    '2.9',
    'Dân chủ, tiết kiệm, kiểm tra, thi đua',
    [
      'Giao Phòng Nội vụ',
      'Chủ trì, phối hợp kiểm tra kỷ luật công vụ ở trường học; cùng các khối thi đua đặt tiêu chí sát việc dạy và học.',
    ],
    [education, 'Chủ trì, phối hợp kiểm tra nội bộ, dạy thêm, học thêm; tiếp nhận và trả lời đơn thư.'],
    ['Giao Phòng Tài chính - Kế hoạch', 'Xét duyệt quyết toán của các trường công lập.'],
    [schools, 'Công khai theo Thông tư số 09/2024/TT-BGDĐT; thực hiện quy chế dân chủ và tiết kiệm.'],
  ),
]
