/** What the product of a task is called at its beginning: kinds of documents and of results. */
export const productWords: readonly string[] = [
  'kế hoạch', 'báo cáo', 'quyết định', 'công văn', 'văn bản', 'hướng dẫn', 'tờ trình', 'đề án', 'dự án', 'dự toán', 'biên bản', 'thông báo', 'danh sách', 'hồ sơ', 'hội nghị', 'chương trình', 'nghị quyết', 'chỉ thị', 'quy chế', 'quy định', 'phương án', 'kết luận', 'giấy mời', 'phần mềm', 'cơ sở dữ liệu', 'bảng', 'biểu', 'số liệu', 'sổ', 'giấy', 'bằng', 'tài liệu', 'bài', 'lễ', 'buổi', 'lớp', 'cuộc thi', 'hội thi', 'kết quả', 'công trình', 'trường', 'đoàn', 'tổ', 'giải', 'quỹ', 'thư', 'điện', 'tin', 'hợp đồng', 'chuyên đề', 'hội thảo', 'chỉ tiêu', 'giấy khen',
]
