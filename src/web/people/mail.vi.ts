import { formatNumber } from '#domain/basics/numbers.ts'

export const vi = {
  own: {
    title: 'Thư điện tử',
    to: (address: string) => `Thông báo chưa đọc được gửi tới ${address}.`,
    lead: 'Mỗi ngày nhiều nhất một thư gồm mọi thông báo chưa đọc; việc được đôn đốc thì gửi ngay.',
    noAddress:
      'Tài khoản chưa có địa chỉ thư điện tử: thông báo chỉ hiện trong hệ thống. Người quản trị ghi địa chỉ ở trang Người dùng.',
    notSetUp: 'Hệ thống chưa gửi được thư điện tử: thông báo chỉ hiện trong hệ thống.',
    wanted: 'Nhận thông báo qua thư điện tử',
    language: 'Ngôn ngữ của thư',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    saved: 'Đã lưu',
  },
  settings: {
    title: 'Thư điện tử',
    notSetUp: 'Chưa có máy chủ thư: thông báo chỉ hiện trong hệ thống.',
    notSetUpText:
      'Mọi chức năng khác vẫn dùng bình thường. Muốn gửi thư, người vận hành đặt SMTP_URL, MAIL_FROM, PUBLIC_URL rồi khởi động lại.',
    from: (sender: string) => `Thư gửi đi từ ${sender}.`,
    test: 'Gửi thư thử cho tôi',
    tested: (address: string) => `Đã gửi thư thử tới ${address}`,
    sent: 'Đã gửi trong 30 ngày',
    waiting: 'Đang chờ gửi',
    failed: 'Không gửi được trong 30 ngày',
    last: 'Thư gần nhất',
    letters: (count: number) => `${formatNumber(count)} thư`,
    caption: 'Thư chưa gửi được',
    person: 'Người nhận',
    error: 'Máy chủ thư trả lời',
    state: 'Tình trạng',
    queued: (instant: string) => `thử lại ${instant}`,
    failedOn: (instant: string) => `thôi gửi ${instant}`,
    attempts: (count: number) => `đã thử ${formatNumber(count)} lần`,
    interrupted: 'Máy chủ dừng giữa chừng nhiều lần.',
    mend: 'Địa chỉ bị từ chối không được gửi tới trong 7 ngày; sửa địa chỉ ở trang Người dùng thì lần sau gửi lại ngay.',
  },
}
