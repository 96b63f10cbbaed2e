export const vi = {
  unreachable: {
    title: 'Không kết nối được máy chủ',
    detail: 'Chưa có gì được gửi đi. Kiểm tra mạng rồi thử lại; nội dung đang nhập vẫn còn trên màn hình.',
  },
  unreadable: {
    title: 'Máy chủ trả lời không đúng cách',
    detail:
      'Có thể máy chủ đang khởi động lại. Hãy thử lại sau ít phút; nội dung đang nhập vẫn còn trên màn hình.',
  },
}
