/** Kinds of documents that are cited by number, longest first where one begins with another. */
export const legalTypes: readonly string[] = [
  'Thông tư liên tịch', 'Chương trình hành động', 'Văn bản hợp nhất', 'Nghị quyết liên tịch', 'Quy chế phối hợp',
  'Bộ luật', 'Pháp lệnh', 'Nghị quyết', 'Nghị định', 'Thông tư', 'Quyết định', 'Chỉ thị', 'Kế hoạch', 'Chương trình', 'Công văn', 'Hướng dẫn', 'Thông báo', 'Kết luận', 'Quy định', 'Quy chế', 'Đề án', 'Báo cáo', 'Công điện', 'Tờ trình', 'Hiến pháp', 'Luật', 'Văn bản', 'Thông tri', 'Phương án', 'Dự án',
]
