// The words that names of units begin with and are made of, in the documents of Vietnamese authorities. Data only.
// Sources: the two documents of the first users; Decrees 37/2014, 107/2020 (departments of districts and provinces) and
// 150/2025 (departments of provinces and communes since 1 July 2025).

/**
 * department: phòng, sở, bộ, ban with a field of work. office: văn phòng. committee: UBND. council: HĐND. board: ban chỉ
 * đạo, hội đồng. agency: công an, trung tâm. mass: hội, đoàn, mặt trận. party: quận ủy. school; level: a school named by
 * its level alone. ward: phường X. generic: đơn vị, ngành. person: hiệu trưởng, lãnh đạo.
 */
export type HeadKind = 'department' | 'office' | 'committee' | 'council' | 'board' | 'agency' | 'mass' | 'party' | 'school' | 'level' | 'ward' | 'generic' | 'person'

export const heads: Record<HeadKind, readonly string[]> = {
  department: ['phòng', 'sở', 'bộ', 'cục', 'chi cục', 'vụ', 'ban'],
  office: ['văn phòng', 'VP'],
  committee: ['ủy ban nhân dân', 'UBND', 'ủy ban'],
  council: ['hội đồng nhân dân', 'HĐND', 'đoàn đại biểu quốc hội', 'đoàn ĐBQH', 'thường trực'],
  board: [
    'ban chỉ đạo',
    'BCĐ',
    'ban tổ chức',
    'BTC',
    'ban quản lý',
    'BQL',
    'ban giám hiệu',
    'BGH',
    'ban giám đốc',
    'ban đại diện cha mẹ học sinh',
    'ban đại diện',
    'ban chỉ huy quân sự',
    'ban chỉ huy',
    'ban thường vụ',
    'ban chấp hành',
    'ban tuyên giáo',
    'ban tuyên giáo và dân vận',
    'hội đồng',
    'tổ công tác',
    'tổ chuyên môn',
    'tổ kiểm tra',
    'đoàn kiểm tra',
    'đoàn thanh tra',
    'trưởng khối',
    'trưởng cụm',
    'khối thi đua',
    'cụm thi đua',
    'khối',
    'cụm',
  ],
  agency: [
    'công an',
    'trung tâm',
    'TT',
    'TTYT',
    'TTGDTX',
    'TTGDNN-GDTX',
    'kho bạc nhà nước',
    'kho bạc',
    'bảo hiểm xã hội',
    'BHXH',
    'ngân hàng',
    'tòa án nhân dân',
    'viện kiểm sát nhân dân',
    'thanh tra',
    'chi cục thuế',
    'đội thuế',
    'đội quản lý',
    'hạt kiểm lâm',
    'đài phát thanh',
    'đài truyền thanh',
    'đài truyền hình',
    'báo',
    'bệnh viện',
    'trạm y tế',
    'thư viện',
    'nhà văn hóa',
    'nhà thiếu nhi',
    'bộ phận',
    'công ty',
    'quân sự',
    'viện',
    'học viện',
  ],
  mass: ['đoàn thanh niên', 'đoàn TNCS', 'đoàn TN', 'đoàn', 'quận đoàn', 'huyện đoàn', 'thành đoàn', 'tỉnh đoàn', 'thị đoàn', 'hội', 'liên đoàn lao động', 'LĐLĐ', 'công đoàn', 'CĐ', 'ủy ban mặt trận tổ quốc', 'UBMTTQ', 'UB MTTQ', 'mặt trận tổ quốc', 'MTTQ', 'đội TNTP'],
  party: ['quận ủy', 'huyện ủy', 'thành ủy', 'tỉnh ủy', 'thị ủy', 'đảng ủy', 'chi bộ', 'đảng bộ'],
  school: ['trường', 'nhà trường', 'trường học', 'cơ sở giáo dục', 'CSGD', 'cơ sở GDMN', 'cơ sở GD', 'cơ sở đào tạo', 'cơ sở', 'nhóm trẻ', 'nhóm lớp', 'nhóm', 'lớp mầm non', 'lớp mẫu giáo'],
  level: ['MN', 'MG', 'TH', 'THCS', 'THPT', 'GDTX', 'MNTT', 'PTDTBT', 'PTDTNT', 'mầm non', 'mẫu giáo', 'tiểu học', 'trung học cơ sở', 'trung học phổ thông', 'trung học', 'phổ thông'],
  ward: ['phường', 'xã', 'thị trấn', 'đặc khu', 'quận', 'huyện', 'thị xã', 'thôn', 'tổ dân phố'],
  generic: ['đơn vị', 'cơ quan', 'ngành', 'tổ chức', 'địa phương', 'đoàn thể', 'cấp', 'lực lượng', 'doanh nghiệp', 'cá nhân'],
  person: ['hiệu trưởng', 'phó hiệu trưởng', 'lãnh đạo', 'chuyên viên', 'cán bộ', 'giáo viên', 'cha mẹ học sinh', 'CMHS', 'phụ huynh', 'chủ tịch', 'giám đốc', 'trưởng phòng', 'trưởng', 'kế toán', 'văn thư', 'chủ đầu tư', 'nhân viên'],
}

/** Words that make something else of a head when they follow it: "phòng chống", "xã hội", "tổ chức thực hiện". */
export const notAHead: Readonly<Record<string, readonly string[]>> = {
  phòng: ['chống', 'cháy', 'ngừa', 'bệnh', 'vệ', 'thủ', 'tránh', 'học', 'hộ', 'trừ', 'dịch'],
  bộ: ['môn', 'chỉ', 'máy', 'tiêu', 'thủ', 'tài', 'sách', 'câu', 'tranh'],
  vụ: ['việc', 'án'],
  ban: ['hành', 'bố'],
  hội: ['nghị', 'thảo', 'thi', 'nhập', 'họp', 'diễn', 'khỏe', 'trại'],
  đoàn: ['kết'],
  báo: ['cáo', 'động', 'chí'],
  xã: ['hội'],
  lớp: ['học'],
  khối: ['lượng'],
  cụm: ['từ'],
  cơ: ['sở vật chất', 'sở dữ liệu', 'sở hạ tầng'],
  trường: ['hợp'],
  trung: ['bình'],
  cấp: ['phép', 'phát', 'giấy', 'học'],
  ngành: ['nghề'],
  viện: ['trợ'],
}

/** Fields of work after "phòng", "sở", "ban", "trung tâm" …: whole names, also those whose parts are names themselves. */
export const fields: readonly string[] = [
  'giáo dục và đào tạo', 'giáo dục - đào tạo', 'giáo dục đào tạo', 'GD&ĐT', 'GD & ĐT', 'GD và ĐT', 'GDĐT', 'GD-ĐT', 'GD',
  'tài chính - kế hoạch', 'tài chính kế hoạch', 'tài chính và kế hoạch', 'tài chính', 'TC-KH', 'TCKH', 'TC',
  'kế hoạch - tài chính', 'kế hoạch tài chính', 'kế hoạch và đầu tư', 'kế hoạch đầu tư', 'KH-TC', 'KHTC', 'KH&ĐT', 'KHĐT',
  'nội vụ', 'NV', 'tư pháp', 'thanh tra', 'y tế', 'YT', 'dân tộc', 'dân tộc và tôn giáo', 'ngoại vụ', 'pháp chế',
  'kinh tế', 'KT', 'kinh tế và hạ tầng', 'kinh tế hạ tầng', 'kinh tế - hạ tầng', 'KT-HT', 'KTHT', 'kinh tế hạ tầng và đô thị',
  'quản lý đô thị', 'QLĐT', 'tài nguyên và môi trường', 'TN&MT', 'TNMT', 'TN-MT', 'nông nghiệp và môi trường', 'NN&MT', 'NNMT',
  'nông nghiệp và phát triển nông thôn', 'nông nghiệp', 'NN&PTNT', 'NNPTNT',
  'lao động - thương binh và xã hội', 'lao động thương binh và xã hội', 'lao động - thương binh xã hội', 'LĐTBXH', 'LĐ-TB&XH', 'LĐTB&XH', 'LĐ-TBXH', 'LĐ-TB và XH', 'LĐTB và XH',
  'văn hóa và thông tin', 'văn hóa thông tin', 'văn hóa - thông tin', 'VH&TT', 'VHTT', 'VH-TT',
  'văn hóa - xã hội', 'văn hóa xã hội', 'văn hóa và xã hội', 'VH-XH', 'VHXH', 'văn hóa và thể thao', 'văn hóa thể thao', 'VH&TT',
  'văn hóa - thông tin và thể thao', 'văn hóa thông tin và thể thao', 'văn hóa - thể thao', 'văn hóa - thể thao và du lịch', 'văn hóa thể thao và du lịch', 'VHTTDL', 'VHTT&DL', 'VH-TT&DL', 'VHTTTT', 'VHTT-TT', 'VH-TT-TT',
  'khoa học và công nghệ', 'KH&CN', 'KHCN', 'công thương', 'xây dựng', 'giao thông vận tải', 'GTVT', 'thông tin và truyền thông', 'TT&TT', 'TTTT', 'du lịch', 'quy hoạch và kiến trúc',
  'tuyên giáo', 'tuyên giáo và dân vận', 'dân vận', 'tổ chức', 'kiểm tra', 'tổ chức cán bộ', 'hành chính - quản trị', 'tổng hợp', 'hành chính', 'công tác chính trị',
  'giáo dục mầm non', 'giáo dục tiểu học', 'giáo dục trung học', 'giáo dục phổ thông', 'giáo dục thường xuyên', 'khảo thí', 'quản lý chất lượng',
  'giáo dục nghề nghiệp và giáo dục thường xuyên', 'giáo dục nghề nghiệp - giáo dục thường xuyên', 'GDNN&GDTX', 'GDNN-GDTX', 'GDTX',
  'phát triển quỹ đất', 'học tập cộng đồng', 'phục vụ hành chính công', 'cung ứng dịch vụ sự nghiệp công', 'dịch vụ tổng hợp', 'chính trị',
  'quản lý dự án đầu tư và xây dựng', 'quản lý dự án đầu tư xây dựng', 'quản lý dự án', 'quản lý các dự án đầu tư và xây dựng',
]

/** Names that are printed with a comma inside: the comma parts nothing. */
export const fieldsWithComma: readonly string[] = [
  'văn hóa, thể thao và du lịch',
  'văn hóa, khoa học và thông tin',
  'văn hóa, thông tin và thể thao',
  'văn hóa, thông tin, thể thao',
  'văn hóa, thể thao',
  'văn hóa, xã hội',
  'văn hóa, thông tin',
  'lao động, thương binh và xã hội',
  'lao động, thương binh xã hội',
  'kinh tế, hạ tầng và đô thị',
  'kinh tế, hạ tầng',
  'nông nghiệp, môi trường',
  'giáo dục, đào tạo',
]

/** School levels, printed after "trường", "cấp", "khối". */
export const levels: Readonly<Record<string, 'MN' | 'TH' | 'THCS' | 'THPT' | 'GDTX'>> = {
  'mầm non': 'MN',
  'mẫu giáo': 'MN',
  'nhà trẻ': 'MN',
  MN: 'MN',
  MG: 'MN',
  GDMN: 'MN',
  'tiểu học': 'TH',
  TH: 'TH',
  'trung học cơ sở': 'THCS',
  THCS: 'THCS',
  'trung học phổ thông': 'THPT',
  THPT: 'THPT',
  'giáo dục thường xuyên': 'GDTX',
  GDTX: 'GDTX',
  'phổ thông': 'THPT',
}

/** Tiers of authorities; words of one tier make one group ("các phường, xã"), words of two name two bodies. */
export const tiers: Readonly<Record<string, readonly number[]>> = {
  'trung ương': [0],
  tỉnh: [1],
  'thành phố': [1, 2],
  TP: [1, 2],
  quận: [2],
  huyện: [2],
  'thị xã': [2],
  phường: [3],
  xã: [3],
  'thị trấn': [3],
  'đặc khu': [3],
}

/** Nouns that together make one generic group: "các phòng, ban, ngành, đoàn thể, đơn vị". */
export const genericNouns: readonly string[] = [
  'phòng', 'ban', 'ngành', 'sở', 'đơn vị', 'đoàn thể', 'cơ quan', 'tổ chức', 'địa phương', 'cá nhân', 'lực lượng', 'hội', 'tập thể', 'doanh nghiệp', 'hội đoàn thể', 'ban ngành',
  'tổ chức chính trị - xã hội', 'tổ chức chính trị xã hội', 'tổ chức xã hội', 'khu dân cư', 'tổ dân phố', 'thôn', 'phường', 'xã', 'thị trấn', 'đặc khu', 'quận', 'huyện', 'thị xã', 'thành phố', 'bộ phận', 'tổ', 'khối', 'cụm', 'đội', 'trung tâm',
]

/** What may follow generic nouns without naming anybody. */
export const genericQualifiers: readonly string[] = [
  'có liên quan', 'liên quan', 'trên địa bàn', 'trực thuộc', 'thuộc', 'của', 'chức năng', 'chuyên môn', 'khác', 'trong', 'ngoài', 'cấp', 'các', 'những', 'và', 'toàn', 'trong toàn', 'tỉnh', 'thành phố', 'quận', 'huyện', 'thị xã', 'phường', 'xã', 'thị trấn', 'ngành', 'dưới', 'thành viên', 'có', 'được giao', 'nhà nước', 'chuyên môn thuộc', 'UBND', 'ủy ban nhân dân',
]

/** A list ends its generic group with these; what comes after them begins another unit. */
export const closingQualifiers: readonly string[] = ['có liên quan', 'liên quan', 'trên địa bàn', 'chức năng', 'trực thuộc', 'thuộc', 'của']

/** Words after which a name cannot end. */
export const danglingWords: readonly string[] = ['và', 'các', 'của', 'với', 'tại', 'về', 'theo', 'để', 'trong', 'từ', 'đến', 'những', 'cho', 'ở', 'bằng', 'trên', 'ủy', 'nhân', 'thuộc', 'là', 'cùng', 'do']

/** Words that belong to sentences, hardly to names of units. */
export const sentenceWords: readonly string[] = ['tại', 'nhằm', 'để', 'theo', 'về', 'được', 'đã', 'sẽ', 'năm', 'tháng', 'ngày', 'đối', 'bằng', 'gắn']

/** Bodies of the centre and of the party, whose names are printed with small second syllables. */
export const centralBodies: readonly string[] = ['Chính phủ', 'Thủ tướng Chính phủ', 'Thủ tướng', 'Quốc hội', 'Ủy ban Thường vụ Quốc hội', 'Bộ Chính trị', 'Ban Bí thư', 'Ban Chấp hành Trung ương', 'Trung ương', 'Bộ trưởng', 'Chủ tịch nước', 'Chủ tịch', 'Đảng bộ', 'Ban Thường vụ', 'Thường trực', 'Tổng cục', 'Giám đốc', 'Đại hội']
