export const vi = {
  docx: 'Xuất Word',
  pdf: 'Xuất PDF',
  record: 'Ghi số, ngày',
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
