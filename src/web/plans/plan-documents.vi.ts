import { formatNumber } from '#domain/basics/numbers.ts'

export const vi = {
  docx: 'Xuất Word',
  pdf: 'Xuất PDF',
  record: 'Ghi số, ngày',
  begin: {
    open: 'Lập kế hoạch mới',
    title: 'Lập kế hoạch mới',
    name: 'Tên kế hoạch',
    usualTitle: (year: string) => `Kế hoạch thực hiện nhiệm vụ năm học ${year}`,
    titleMissing: 'Nhập tên kế hoạch',
    from: 'Bắt đầu từ',
    froms: {
      given: 'Việc và chỉ tiêu cấp trên giao',
      last_year: (year: string) => `Kế hoạch năm học ${year}`,
      template: 'Mẫu có sẵn',
      nothing: 'Bản trống',
    },
    hints: {
      given: (count: number) =>
        `Đưa cả ${formatNumber(count)} việc, nhiệm vụ, chỉ tiêu được giao vào kế hoạch; mỗi mục giữ liên kết về nơi giao và tiến độ tự cộng lên`,
      last_year:
        'Chép chỉ tiêu, nhiệm vụ, công việc; mọi thời hạn lùi lại đúng một năm; đơn vị đã sáp nhập được thay bằng đơn vị kế thừa',
      template: 'Các nhóm chỉ tiêu thường có, chưa có số; việc thường làm theo tháng',
      nothing: 'Tự thêm từng chỉ tiêu, nhiệm vụ, công việc',
    },
    noGiven: (year: string) => `Đơn vị chưa được giao việc, chỉ tiêu nào của năm học ${year}`,
    noLastYear: (year: string) => `Đơn vị chưa ban hành kế hoạch năm học ${year} trên hệ thống`,
    send: 'Tạo bản nháp',
    cancel: 'Hủy',
  },
  issue: {
    title: 'Ghi số và ngày ban hành',
    text: 'Số và ngày do văn thư cấp sau khi ký. Bản xuất Word, PDF sau đó in đủ số và ngày.',
    number: 'Số, ký hiệu',
    numberHint: 'Ví dụ: 145/KH-UBND',
    numberMissing: 'Nhập số của văn bản',
    signedOn: 'Ngày ký',
    dateMissing: 'Nhập ngày ký',
    dateAhead: 'Ngày ký không thể sau hôm nay',
    send: 'Ghi lại',
    cancel: 'Để sau',
    saved: 'Đã ghi số, ngày ban hành',
  },
}
