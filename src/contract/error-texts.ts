import type { ErrorCode } from './errors.ts'

export type Language = 'vi' | 'en'
export type ErrorText = { title: string; detail: string }

/** What happened, and how to mend it. {name} is filled from the details of the refusal. */
export const errorTexts: Record<Language, Record<ErrorCode, ErrorText>> = {
  vi: {
    bad_request: {
      title: 'Dữ liệu gửi lên chưa đúng',
      detail: 'Xem các ô được đánh dấu, sửa rồi gửi lại. Chưa có gì thay đổi.',
    },
    not_signed_in: {
      title: 'Chưa đăng nhập',
      detail: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại; nội dung đang nhập vẫn còn trên màn hình.',
    },
    sign_in_failed: {
      title: 'Không đăng nhập được',
      detail:
        'Tên đăng nhập (hoặc số điện thoại) hay mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt, rồi thử lại.',
    },
    too_many_attempts: {
      title: 'Thử quá nhiều lần',
      detail: 'Hãy đợi {minutes} phút rồi thử lại, hoặc nhờ người quản trị cấp lại mật khẩu.',
    },
    cross_site: {
      title: 'Yêu cầu đến từ trang khác',
      detail: 'Hãy mở lại Năm Học bằng địa chỉ thường dùng rồi thao tác lại.',
    },
    not_allowed: {
      title: 'Không có quyền',
      detail:
        'Tài khoản này không được làm việc đó ở đơn vị này. Nếu cần, hãy nhờ người quản trị phân quyền.',
    },
    not_found: {
      title: 'Không tìm thấy',
      detail: 'Mục này không tồn tại hoặc không thuộc phạm vi của tài khoản.',
    },
    changed_meanwhile: {
      title: 'Có người vừa sửa',
      detail:
        'Nội dung đã được người khác sửa trong lúc đang mở. Hãy tải lại để xem bản mới; phần vừa nhập chưa được ghi.',
    },
    step_not_allowed: {
      title: 'Chưa thực hiện được bước này',
      detail: 'Trạng thái hiện tại không cho phép bước này. Hãy tải lại trang để xem trạng thái mới nhất.',
    },
    already_set_up: {
      title: 'Đã cài đặt xong',
      detail: 'Hệ thống đã có đơn vị và người quản trị. Hãy đăng nhập.',
    },
    link_not_valid: {
      title: 'Liên kết không còn dùng được',
      detail: 'Liên kết đã được dùng hoặc đã hết hạn. Hãy nhờ người quản trị cấp liên kết mới.',
    },
    password_too_weak: {
      title: 'Mật khẩu quá dễ đoán',
      detail: 'Dùng ít nhất 10 ký tự, không trùng tên đăng nhập và không phải mật khẩu phổ biến.',
    },
    user_name_taken: {
      title: 'Tên đăng nhập đã có người dùng',
      detail: 'Hãy chọn tên khác, ví dụ thêm mã trường.',
    },
    phone_taken: {
      title: 'Số điện thoại đã dùng để đăng nhập',
      detail: 'Một tài khoản khác đang dùng số này để đăng nhập. Để trống số đăng nhập hoặc dùng số khác.',
    },
    own_account: {
      title: 'Không thể làm với tài khoản của chính mình',
      detail: 'Hãy nhờ một người quản trị khác.',
    },
    last_administrator: {
      title: 'Phải còn một người quản trị',
      detail: 'Hãy giao quyền quản trị cho người khác trước.',
    },
    scope_beyond_own: {
      title: 'Vượt quá phạm vi của mình',
      detail: 'Chỉ giao được vai trò trong phạm vi đơn vị mà mình quản trị.',
    },
    too_large: {
      title: 'Tệp quá lớn',
      detail: 'Tệp lớn hơn {most} MB. Hãy bỏ bớt ảnh hoặc tách tệp rồi gửi lại.',
    },
    unsupported_content_type: {
      title: 'Kiểu dữ liệu không được nhận',
      detail: 'Yêu cầu phải là JSON, tệp tải lên phải là application/octet-stream.',
    },
    file_refused: { title: 'Không nhận tệp này', detail: '{message}' },
    import_faults: {
      title: 'Tệp còn {count} lỗi',
      detail: 'Sửa các ô được nêu trong tệp rồi tải lên lại. Chưa có gì thay đổi.',
    },
    import_changed: {
      title: 'Dữ liệu đã đổi từ lúc kiểm tra',
      detail: 'Hãy tải tệp lên lại để xem trước các thay đổi mới nhất.',
    },
    unit_event_refused: { title: 'Không ghi được thay đổi đơn vị', detail: '{message}' },
    audience_empty: {
      title: 'Không có đơn vị nào',
      detail: 'Đối tượng áp dụng không chọn được đơn vị nào vào ngày này.',
    },
    plan_exists: {
      title: 'Năm học này đã có kế hoạch',
      detail: 'Đơn vị đã ban hành kế hoạch của năm học {schoolYear}.',
    },
    plan_not_complete: {
      title: 'Kế hoạch chưa ban hành được',
      detail: 'Còn {count} chỗ phải xử lý trước khi ban hành: {message}',
    },
    amendment_not_complete: {
      title: 'Chưa ban hành được điều chỉnh',
      detail: 'Còn {count} chỗ phải xử lý. Mở bản điều chỉnh để xem từng chỗ. Chưa có gì thay đổi.',
    },
    progress_refused: { title: 'Không ghi được tiến độ', detail: '{message}' },
    result_refused: { title: 'Không ghi được kết quả', detail: '{message}' },
    round_exists: {
      title: 'Đợt báo cáo này đã có',
      detail: 'Biểu mẫu này đã được mở cho kỳ này của năm học.',
    },
    round_not_open: {
      title: 'Đợt báo cáo không mở',
      detail: 'Đợt báo cáo nhận số liệu từ {opensOn} đến {closesOn}.',
    },
    cells_refused: {
      title: 'Số liệu chưa gửi được',
      detail: 'Còn {count} ô phải sửa. Số đã nhập vẫn được giữ.',
    },
    shares_refused: { title: 'Chưa giao được chỉ tiêu', detail: '{message}' },
    mail_refused: { title: 'Chưa gửi được thư', detail: '{message}' },
    database_busy: { title: 'Máy chủ đang bận', detail: 'Chưa có gì thay đổi. Hãy thử lại sau ít phút.' },
    internal: {
      title: 'Có lỗi trong hệ thống',
      detail: 'Chưa có gì thay đổi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã {instance}.',
    },
  },
  en: {
    bad_request: {
      title: 'Something in the request is not right',
      detail: 'See the marked fields, mend them and send again. Nothing has changed.',
    },
    not_signed_in: {
      title: 'Not signed in',
      detail: 'The session has ended. Sign in again; what you were typing is still on the screen.',
    },
    sign_in_failed: {
      title: 'Could not sign in',
      detail:
        'The user name (or phone) or the password is not right. Check Caps Lock and the Vietnamese keyboard, then try again.',
    },
    too_many_attempts: {
      title: 'Too many attempts',
      detail: 'Wait {minutes} minutes and try again, or ask an administrator for a new password.',
    },
    cross_site: {
      title: 'The request came from another site',
      detail: 'Open Năm Học at its usual address and try again.',
    },
    not_allowed: {
      title: 'Not allowed',
      detail: 'This account may not do that for this unit. If you need to, ask an administrator.',
    },
    not_found: { title: 'Not found', detail: 'It does not exist, or is outside what this account may see.' },
    changed_meanwhile: {
      title: 'Somebody has just changed it',
      detail:
        'Someone else changed this while you had it open. Reload to see the new version; what you typed was not saved.',
    },
    step_not_allowed: {
      title: 'This step is not possible now',
      detail: 'The present state does not allow it. Reload the page to see the latest state.',
    },
    already_set_up: {
      title: 'Already set up',
      detail: 'There is an authority and an administrator. Sign in.',
    },
    link_not_valid: {
      title: 'The link can no longer be used',
      detail: 'It has been used or has run out. Ask an administrator for a new one.',
    },
    password_too_weak: {
      title: 'The password is too easy to guess',
      detail: 'Use at least 10 characters, not the user name and not a common password.',
    },
    user_name_taken: {
      title: 'The user name is taken',
      detail: 'Choose another one, for example with the code of the school.',
    },
    phone_taken: {
      title: 'The phone number is already used to sign in',
      detail: 'Another account signs in with this number. Leave it empty or use another one.',
    },
    own_account: { title: 'Not with your own account', detail: 'Ask another administrator.' },
    last_administrator: {
      title: 'One administrator must remain',
      detail: 'Give the role to somebody else first.',
    },
    scope_beyond_own: {
      title: 'Beyond your own reach',
      detail: 'A role can be given only within the units that you administer.',
    },
    too_large: {
      title: 'The file is too large',
      detail: 'It is larger than {most} MB. Remove pictures or split it, then send again.',
    },
    unsupported_content_type: {
      title: 'This content type is not accepted',
      detail: 'Send JSON; upload a file as application/octet-stream.',
    },
    file_refused: { title: 'This file is not accepted', detail: '{message}' },
    import_faults: {
      title: 'The file has {count} faults',
      detail: 'Mend the cells named and upload it again. Nothing has changed.',
    },
    import_changed: {
      title: 'The data changed since the check',
      detail: 'Upload the file again to see the latest changes.',
    },
    unit_event_refused: { title: 'The change of the unit was not recorded', detail: '{message}' },
    audience_empty: { title: 'No unit', detail: 'The audience picks no unit on this day.' },
    plan_exists: {
      title: 'This school year has a plan',
      detail: 'The unit has issued its plan for {schoolYear}.',
    },
    plan_not_complete: {
      title: 'The plan cannot be published yet',
      detail: '{count} places need attention first: {message}',
    },
    amendment_not_complete: {
      title: 'The amendment cannot be published yet',
      detail: '{count} places need attention first; open it to see each. Nothing has changed.',
    },
    progress_refused: { title: 'The progress was not recorded', detail: '{message}' },
    result_refused: { title: 'The result was not recorded', detail: '{message}' },
    round_exists: {
      title: 'This round exists',
      detail: 'The form is already open for this period of the year.',
    },
    round_not_open: {
      title: 'The round is not open',
      detail: 'It takes figures from {opensOn} to {closesOn}.',
    },
    cells_refused: {
      title: 'The figures cannot be sent yet',
      detail: '{count} cells need mending. What was typed is kept.',
    },
    shares_refused: { title: 'The target was not given', detail: '{message}' },
    mail_refused: { title: 'The letter was not sent', detail: '{message}' },
    database_busy: {
      title: 'The server is busy',
      detail: 'Nothing has changed. Try again in a few minutes.',
    },
    internal: {
      title: 'Something failed in the system',
      detail:
        'Nothing has changed. Try again; if it fails again, give the administrator the code {instance}.',
    },
  },
}

export function fillText(template: string, details: Record<string, unknown>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
  })
}
