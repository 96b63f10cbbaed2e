export const vi = {
  product: 'Năm Học',
  urgent: (others: number) => (others === 0 ? 'Đôn đốc' : `Đôn đốc và ${others} thông báo khác`),
  several: (count: number) => `${count} thông báo mới`,
  to: (name: string) => `Kính gửi: ${name}`,
  lead: 'Đơn vị có thông báo chưa đọc:',
  leadOne: (unit: string) => `${unit} có thông báo chưa đọc:`,
  open: 'Mở',
  more: (count: number) => `và ${count} thông báo khác; mở Năm Học để xem hết.`,
  footer: (tenant: string) =>
    `Thư tự động của hệ thống Năm Học (${tenant}), xin không trả lời thư này. Mỗi ngày nhiều nhất một thư, trừ khi có đôn đốc.`,
  off: 'Đổi ngôn ngữ hoặc thôi nhận thư',
  test: {
    subject: 'Thư thử',
    text: (tenant: string) =>
      `Thư thử của hệ thống Năm Học (${tenant}). Nhận được thư này nghĩa là máy chủ thư đã dùng được.`,
  },
}
