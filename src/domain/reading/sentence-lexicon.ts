/** Verbs that open sentences and items, and are not the middle of a name when printed with a capital letter. */
export const sentenceOpeners: readonly string[] = [
  'căn cứ', 'chỉ đạo', 'chủ động', 'chủ trì', 'cụ thể hóa', 'duy trì', 'đảm bảo', 'đẩy mạnh', 'giao', 'huy động', 'hướng dẫn', 'khắc phục', 'nâng cao', 'phát huy', 'phối hợp', 'quan tâm', 'quán triệt', 'rà soát', 'tăng cường', 'tham gia', 'tham mưu', 'thực hiện', 'tiếp tục', 'triển khai', 'tạo điều kiện', 'trên cơ sở', 'xây dựng kế hoạch', 'yêu cầu',
]
