import type { DocumentType } from './reading.ts'

/** Type names as printed above the title; Decree 30/2020, Article 7, lists 29 of them. */
export const typeNames: Readonly<Record<string, DocumentType>> = {
  'kế hoạch': 'plan',
  'báo cáo': 'report',
  'quyết định': 'other',
  'chương trình': 'other',
  'hướng dẫn': 'other',
  'thông báo': 'other',
  'tờ trình': 'other',
  'nghị quyết': 'other',
  'chỉ thị': 'other',
  'đề án': 'other',
  'phương án': 'other',
  'biên bản': 'other',
  'kết luận': 'other',
  'quy chế': 'other',
  'quy định': 'other',
  'công điện': 'other',
}

/** The type part of a number's symbol: '48/KH-UBND'. */
export const typeSymbols: Readonly<Record<string, DocumentType>> = { KH: 'plan', BC: 'report' }

/** Words that open the first paragraph of a body: what stands before it is the header. */
export const bodyOpenings: readonly string[] = [
  'căn cứ',
  'thực hiện nghị quyết',
  'thực hiện quyết định',
  'thực hiện chỉ thị',
  'thực hiện kế hoạch',
  'thực hiện công văn',
  'thực hiện thông tư',
  'thực hiện hướng dẫn',
  'thực hiện chương trình',
  'thực hiện văn bản',
  'thực hiện luật',
  'thực hiện sự chỉ đạo',
  'thực hiện chức năng',
  'theo chỉ đạo',
  'theo công văn',
  'theo đề nghị',
  'xét đề nghị',
  'nhằm',
  'để',
  'trên cơ sở',
  'phát huy',
  'kính gửi',
  'tiếp tục thực hiện',
  'thi hành',
]

/** Verbs behind the name of the one who issues: "Ủy ban nhân dân quận xây dựng kế hoạch …". */
export const issuingVerbs: readonly string[] = [
  'xây dựng',
  'ban hành',
  'báo cáo',
  'triển khai',
  'tổ chức',
  'đề ra',
  'lập',
  'trân trọng',
  'yêu cầu',
  'quyết định',
  'hướng dẫn',
  'thông báo',
  'đánh giá',
  'tổng kết',
]
