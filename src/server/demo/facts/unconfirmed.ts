// The one place that says what in the demo no source confirms, and why. Sources are the two documents the product was
// derived from and the published decrees and resolutions on the wards; whatever is not listed here rests on one of them.

export type Doubt =
  /** Nobody says that there is such a unit. */
  | 'existence'
  | 'name'
  /** The first day, the last day, the day of an event. */
  | 'founding'
  | 'end'
  | 'day'
  /** The ward in which it stands. */
  | 'place'
  | 'parent'
  | 'ownership'
  /** What became of it. */
  | 'successor'
  | 'legal_basis'
  | 'figures'
  | 'persons'

export type Unconfirmed = {
  /** Unit codes, '*' for any run of characters; the day of an event; or a file of these facts. */
  subject: { units: readonly string[] } | { eventOn: string } | { file: string }
  what: Doubt
  vi: string
  en: string
}

export const unconfirmed: readonly Unconfirmed[] = [
  // Both districts
  {
    subject: {
      units: [
        'HP-SGDDT',
        'HP-STTTT',
        'HP-CDGD',
        'HP-THPT-*',
        'HA-*',
        'KA-*',
        '!HA-P-*',
        '!KA-P-*',
        'HA-P-*-*',
        '!KA-MN-VANDAU',
      ],
    },
    what: 'founding',
    vi: 'Không rõ ngày thành lập; ngày 01/8/2021 là ngày đầu mà bản trình diễn có dữ liệu.',
    en: 'Founding day unknown; 1/8/2021 is the first day for which the demo keeps records.',
  },
  {
    subject: { units: ['HP'] },
    what: 'founding',
    vi: 'Ngày 13/5/1955 chỉ dùng làm mốc đầu của cây đơn vị, không phải ngày thành lập Ủy ban nhân dân thành phố.',
    en: '13/5/1955 only serves as the first day of the tree, not as the founding of the committee.',
  },
  {
    subject: { units: ['HP-THPT-*'] },
    what: 'place',
    vi: 'Báo cáo chỉ nêu tên trường; nơi đặt trường chưa được xác nhận.',
    en: 'The report gives the names of these schools only; where they stand is not confirmed.',
  },
  // Hải An
  {
    subject: { units: ['HA-P-*-CA', 'HA-P-*-TTHTCD', 'HA-P-*-BCDPC', 'HA-P-*-HDGD'] },
    what: 'existence',
    vi: 'Kế hoạch chỉ nói chung "tại các phường"; coi như mỗi phường có một.',
    en: 'The plan speaks of them "at the wards"; one of each is assumed in every ward.',
  },
  {
    subject: { units: ['HA-KTDTH', 'HA-KTDTHCS'] },
    what: 'name',
    vi: 'Kế hoạch nêu trưởng khối thi đua của ba cấp học trong một cụm; tên từng khối được suy ra.',
    en: 'The plan names the heads of the three groups in one phrase; the single names are derived from it.',
  },
  {
    subject: { units: ['HA-MN-DANGHAI', 'HA-MN-DANGLAM', 'HA-MN-DONGHAI1', 'HA-MN-DONGHAI2'] },
    what: 'existence',
    vi: 'Kế hoạch nêu 08 trường mầm non công lập nhưng chỉ gọi tên 04; bốn trường này đặt theo tên phường còn lại.',
    en: 'The plan counts 8 public preschools and names 4; these bear the names of the other wards.',
  },
  {
    subject: { units: ['HA-MNTT-*', 'HA-NL-*'] },
    what: 'name',
    vi: 'Kế hoạch chỉ cho số lượng (14 trường, 52 nhóm, lớp); tên là tên đặt thử.',
    en: 'The plan gives numbers only (14 schools, 52 classes); the names are invented.',
  },
  {
    subject: { units: ['HA-MNTT-*', 'HA-NL-*', 'KA-NL-*', 'KA-MNTT-*'] },
    what: 'place',
    vi: 'Không tài liệu nào cho biết cơ sở thuộc phường nào.',
    en: 'No source says in which ward it is.',
  },
  {
    subject: {
      units: [
        'HA-TH-CATBI',
        'HA-TH-DONGHAI1',
        'HA-TH-NAMHAI',
        'HA-TH-TRANGCAT',
        'HA-THCS-CATBI',
        'HA-THCS-DANGHAI',
        'HA-THCS-DONGHAI1',
        'HA-THCS-TRANGCAT',
      ],
    },
    what: 'existence',
    vi: 'Kế hoạch không nêu số trường và không gọi tên trường này; đặt theo tên phường.',
    en: 'The plan gives neither the number of these schools nor this name; it follows the ward.',
  },
  {
    subject: { units: ['HA-THTHCS-DONGHAI2'] },
    what: 'existence',
    vi: 'Kế hoạch nói về việc xây trường tại vị trí mới; chưa rõ trường đã hoạt động hay chưa.',
    en: 'The plan speaks of building it at a new place; whether it already works is not clear.',
  },
  {
    subject: { units: ['HA-PT-BIENDONG'] },
    what: 'existence',
    vi: 'Kế hoạch gửi tới các trường phổ thông nhiều cấp nhưng không nêu tên; đây là trường đặt thử.',
    en: 'The plan is sent to multi-level schools without naming one; this one is invented.',
  },
  {
    subject: { units: ['HA-CA', 'HA-PLDTBXH', 'HA-PTNMT', 'HA-PYT', 'HA-PKT', 'HA-PVHTT'] },
    what: 'end',
    vi: 'Việc sắp xếp các cơ quan cấp quận trong tháng 02 và tháng 3/2025 không được thể hiện; ở đây các đơn vị kết thúc cùng quận.',
    en: 'The reorganisation of district offices and police in February and March 2025 is left out; here they end with the district.',
  },
  {
    subject: { units: ['HA-TTYT', 'HA-TTPTQD', 'HA-BQLDA', 'HA-TTVHTTTT', 'KA-BCHQS'] },
    what: 'successor',
    vi: 'Chưa rõ đơn vị nào tiếp nhận khi không còn cấp quận; ở đây coi như chấm dứt.',
    en: 'Which unit took it over when districts ended is not known; here it simply ends.',
  },
  {
    subject: { units: ['HA-TTGDNNGDTX', 'KA-TTGDNNGDTX'] },
    what: 'parent',
    vi: 'Việc chuyển trung tâm về Sở Giáo dục và Đào tạo từ 01/7/2025 chưa được xác nhận.',
    en: 'That the centre went under the Sở on 1/7/2025 is not confirmed.',
  },
  // Kiến An
  {
    subject: { units: ['KA-MN-NGOCSON'] },
    what: 'existence',
    vi: 'Báo cáo đếm 12 trường công lập ở bậc mầm non và gọi tên 11; trường thứ mười hai là tên đặt thử.',
    en: 'The report counts 12 public preschools and names 11; this name stands for the twelfth.',
  },
  {
    subject: { units: ['KA-NL-*'] },
    what: 'name',
    vi: 'Báo cáo chỉ cho số lượng 38 lớp độc lập; tên là tên đặt thử.',
    en: 'The report gives only the number of 38 independent classes; the names are invented.',
  },
  {
    subject: { units: ['KA-MN-*', '!KA-MN-VANDAU', '!KA-MN-HOAHONG', '!KA-MN-83', 'KA-TH-*', 'KA-THCS-*'] },
    what: 'place',
    vi: 'Báo cáo không cho biết trường thuộc phường nào; trường mang tên phường được xếp vào phường đó, các trường khác xếp thử.',
    en: 'The report does not say in which ward it is: a school that bears a ward’s name is put there, the others by guess.',
  },
  {
    subject: { units: ['KA-MN-THUCHANH'] },
    what: 'ownership',
    vi: 'Báo cáo tách trường khỏi các trường công lập; coi như thuộc Đại học Hải Phòng giống trường Tiểu học Thực Hành.',
    en: 'The report counts it apart from the public schools; taken to belong to the university like the primary practice school.',
  },
  {
    subject: { eventOn: '2023-07-01' },
    what: 'day',
    vi: 'Báo cáo nêu việc sáp nhập trong năm học 2022-2023 mà không nêu ngày: trong năm có 17 trường được tính và MN Hoa Hồng còn dự thi, cuối năm còn 16.',
    en: 'The report puts the merger into 2022-2023 without a day: 17 preschools are counted and MN Hoa Hồng still competes during the year, 16 at its end.',
  },
  {
    subject: { eventOn: '2023-07-01' },
    what: 'legal_basis',
    vi: 'Chưa biết số, ngày của quyết định sáp nhập.',
    en: 'Number and day of the decision are not known.',
  },
  {
    subject: { file: 'kien-an.ts' },
    what: 'existence',
    vi: 'Kết quả tốt nghiệp tính trên 08 trường có cấp THCS, quận quản lý 07; trường thứ tám không có tên nên không có trong cây.',
    en: 'Graduation is counted over 8 schools, the district runs 7; the eighth is not named and is left out.',
  },
  // The reorganisations of 2025
  {
    subject: { units: ['KA-P-BACHA'] },
    what: 'successor',
    vi: 'Từ 01/01/2025 quận có 7 phường, trong đó có Bắc Hà; việc Bắc Hà gồm Phù Liễn và Tràng Minh được suy từ xã Bắc Hà cũ (1994).',
    en: 'Seven wards since 1/1/2025, Bắc Hà among them; that it is Phù Liễn with Tràng Minh is derived from the old commune of that name (1994).',
  },
  {
    subject: { units: ['KA-P-LAMHA', 'KA-P-QUANTRU'] },
    what: 'successor',
    vi: 'Không còn là phường từ 01/01/2025; nhập vào phường nào chưa được xác nhận, ở đây là Đồng Hòa.',
    en: 'No longer wards since 1/1/2025; into which one they went is not confirmed, here Đồng Hòa.',
  },
  {
    subject: { eventOn: '2025-01-01' },
    what: 'legal_basis',
    vi: 'Số và ngày có hiệu lực của Nghị quyết 1232 được xác nhận; ngày ký ghi theo trí nhớ.',
    en: 'Number and effective day of Resolution 1232 are confirmed; the day of signature is from memory.',
  },
  {
    subject: { units: ['HA-P-NAMHAI', 'HA-P-DONGHAI2'] },
    what: 'successor',
    vi: 'Một phần về phường Hải An, phần còn lại về phường Đông Hải; ở đây nhập trọn vào Đông Hải.',
    en: 'Part went to phường Hải An, the rest to Đông Hải; here the whole goes to Đông Hải.',
  },
  {
    subject: { units: ['KA-P-NAMSON', 'KA-P-DONGHOA', 'KA-P-BACSON', 'KA-P-TRANTHANHNGO', 'KA-P-VANDAU'] },
    what: 'successor',
    vi: 'Một phần về phường Phù Liễn (cùng thị trấn Trường Sơn của huyện An Lão); ở đây nhập trọn vào phường Kiến An.',
    en: 'Part went to Phù Liễn (with thị trấn Trường Sơn of An Lão); here the whole goes to Kiến An.',
  },
  {
    subject: {
      units: [
        'HA-MN*',
        'HA-TH*',
        'HA-PT-*',
        'HA-NL-*',
        'KA-MN*',
        'KA-TH*',
        'KA-NL-*',
        '!KA-MN-HOAHONG',
        '!KA-MN-83',
      ],
    },
    what: 'parent',
    vi: 'Phường tiếp nhận từng trường, lớp từ 01/7/2025 được suy từ phường cũ, không theo danh sách bàn giao.',
    en: 'The ward that took over each school or class on 1/7/2025 follows from its old ward, not from a handover list.',
  },
  {
    subject: { eventOn: '2025-07-01' },
    what: 'legal_basis',
    vi: 'Số và ngày của Nghị quyết 1669 và Luật 72/2025 ghi theo trí nhớ.',
    en: 'Number and day of Resolution 1669 and of Law 72/2025 are from memory.',
  },
  {
    subject: { units: ['HP-P-*-*'] },
    what: 'existence',
    vi: 'Các phòng, cơ quan của phường theo khuôn chung của Nghị định 150/2025; chưa đối chiếu với từng phường.',
    en: 'Offices of the ward after the common pattern of Decree 150/2025, not checked ward by ward.',
  },
  // Figures, persons, documents
  {
    subject: { file: 'form-scale-values.ts' },
    what: 'figures',
    vi: 'Số liệu từng trường được chia theo quy tắc cho khớp tổng của kế hoạch, báo cáo; không phải số liệu thật của trường.',
    en: 'Each school’s figures are shared out by rule so that they add up to the totals of plan and report; they are not the school’s own.',
  },
  {
    subject: { file: 'kien-an-figures.ts' },
    what: 'figures',
    vi: 'Các phụ lục của báo cáo (theo trường, theo khối) không có trong văn bản đang có; chỉ có số liệu nêu trong phần lời.',
    en: 'The annexes of the report (by school and grade) are not part of the text at hand; only figures of its narrative are here.',
  },
  {
    subject: { file: 'persons.ts' },
    what: 'persons',
    vi: 'Mọi họ tên, tài khoản, số điện thoại đều là hư cấu.',
    en: 'All names, accounts and phone numbers are invented.',
  },
  {
    subject: { file: 'second-tenant.ts' },
    what: 'existence',
    vi: 'Xã Suối Mây và các trường của xã là hư cấu.',
    en: 'Xã Suối Mây and its schools are invented.',
  },
  {
    subject: { file: 'plan-ward-2025.ts' },
    what: 'figures',
    vi: 'Kế hoạch năm học 2025-2026 của phường Hải An là hư cấu.',
    en: 'The plan of phường Hải An for 2025-2026 is invented.',
  },
  {
    subject: { file: 'target-results.ts' },
    what: 'figures',
    vi: 'Kết quả chỉ tiêu giữa năm học là số đặt thử; không tài liệu nào nêu.',
    en: 'What was reached of the targets by the middle of the year is invented; no source gives it.',
  },
]

/** What is not confirmed about a unit; empty where everything is. A pattern with '!' before it takes codes out again. */
export function doubtsOf(unitCode: string): Unconfirmed[] {
  return unconfirmed.filter(({ subject }) => 'units' in subject && matches(subject.units, unitCode))
}

// As in a .gitignore: the last pattern that fits decides.
function matches(patterns: readonly string[], code: string): boolean {
  const last = patterns.findLast((pattern) => fits(pattern.replace(/^!/, ''), code))
  return last !== undefined && !last.startsWith('!')
}

function fits(pattern: string, code: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`).test(code)
}
