// Why shares cannot be given, in words.
import type { Language } from '#contract/error-texts.ts'
import { AppError } from '#server/platform/errors.ts'

export type SharesReason =
  | 'not_shareable'
  | 'no_units'
  | 'unit_not_meant'
  | 'missing'
  | 'faults'
  | 'differs'
  | 'reason_missing'
  | 'nothing_changed'

const words: Readonly<Record<SharesReason, Record<Language, string>>> = {
  not_shareable: {
    vi: 'Chỉ tiêu này không chia được cho các đơn vị: nó áp dụng nguyên văn cho mọi đơn vị.',
    en: 'This target cannot be shared out: it holds for every unit as it stands.',
  },
  no_units: {
    vi: 'Chưa chọn đơn vị nào để giao. Hãy chọn đối tượng có ít nhất một đơn vị.',
    en: 'No unit is meant. Choose an audience with at least one unit.',
  },
  unit_not_meant: {
    vi: 'Có đơn vị không thuộc đối tượng được giao. Hãy tải lại trang.',
    en: 'A unit is not among those meant. Reload the page.',
  },
  missing: {
    vi: 'Còn đơn vị chưa có số. Hãy nhập đủ, hoặc ghi x nếu không áp dụng.',
    en: 'Some units have no figure yet. Fill them in, or mark those to which it does not apply.',
  },
  faults: {
    vi: 'Còn ô có số chưa hợp lệ. Xem các ô được đánh dấu.',
    en: 'Some figures cannot be right. See the marked cells.',
  },
  differs: {
    vi: 'Tổng các đơn vị chưa khớp chỉ tiêu chung. Chỉ lãnh đạo được giữ chênh lệch, và phải ghi lý do.',
    en: 'The shares do not come to the whole. Only a leader may keep a difference, with a reason.',
  },
  reason_missing: {
    vi: 'Hãy ghi lý do điều chỉnh: đơn vị sẽ đọc được.',
    en: 'Give the reason for the change: the units will read it.',
  },
  nothing_changed: {
    vi: 'Chưa có gì khác so với lần giao trước.',
    en: 'Nothing differs from what was given before.',
  },
}

export function sharesRefused(reason: SharesReason): AppError {
  return new AppError('shares_refused', { reason, message: words[reason] })
}
