import type { ResultFault } from '#domain/targets/actual.ts'
import { AppError } from '#server/platform/errors.ts'

/** What cannot be recorded of a target, in words that say how to mend it. */
export function refused(reason: ResultFault | 'no_such_indicator'): AppError {
  return new AppError('result_refused', { reason, message: texts[reason] })
}

const texts: Record<ResultFault | 'no_such_indicator', Record<'vi' | 'en', string>> = {
  figure_missing: { vi: 'Hãy nhập số đạt được.', en: 'Enter the figure that was reached.' },
  verdict_missing: {
    vi: 'Chỉ tiêu này không có số để so sánh: hãy chọn nhận xét.',
    en: 'This target has no figure to compare with: choose a verdict.',
  },
  no_whole: { vi: 'Mẫu số phải lớn hơn 0.', en: 'The denominator must be above 0.' },
  part_over_whole: {
    vi: 'Tử số không được lớn hơn mẫu số.',
    en: 'The numerator must not be above the denominator.',
  },
  not_whole_number: { vi: 'Thứ hạng là số nguyên từ 1.', en: 'A place is a whole number from 1.' },
  negative: { vi: 'Số đạt được không được âm.', en: 'The figure must not be negative.' },
  in_future: {
    vi: 'Ngày của số liệu không được sau ngày làm việc hôm nay.',
    en: 'The day of the figure must not be after today’s business date.',
  },
  no_such_indicator: {
    vi: 'Không có chỉ số này. Hãy chọn chỉ số trong danh sách.',
    en: 'There is no such indicator. Choose one from the list.',
  },
}
