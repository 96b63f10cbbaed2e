import type { ExtensionReason } from '#domain/following/life.ts'
import type { ProgressReason } from '#domain/following/progress.ts'
import { AppError } from '#server/platform/errors.ts'

export type FollowingReason =
  | ProgressReason
  | ExtensionReason
  | 'reason_missing'
  | 'not_a_colleague'
  | 'unit_has_it'
  | 'unit_not_below'
  | 'nothing_to_urge'
  | 'all_done_since'
  | 'nothing_set'

/** What cannot be done with an assignment, in words that say how to go on. */
export function refused(reason: FollowingReason): AppError {
  return new AppError('progress_refused', { reason, message: texts[reason] })
}

const texts: Record<FollowingReason, Record<'vi' | 'en', string>> = {
  nothing_set: {
    vi: 'Chọn ít nhất một bước nhắc trước khi bật.',
    en: 'Choose at least one step before you turn it on.',
  },
  all_done_since: {
    vi: 'Mọi việc của lần đôn đốc này đã hoàn thành, không còn gì để đôn đốc bằng công văn.',
    en: 'All that was urged has been done since; there is nothing left for a letter.',
  },
  percent_out_of_range: {
    vi: 'Tỷ lệ hoàn thành là số nguyên từ 0 đến 100.',
    en: 'The percentage is a whole number from 0 to 100.',
  },
  percent_does_not_fit: {
    vi: 'Tỷ lệ chưa khớp với tình trạng: hoàn thành là 100%, chưa làm là 0%.',
    en: 'The percentage does not fit the state: done is 100%, not begun is 0%.',
  },
  nothing_said: {
    vi: 'Báo cáo này chưa có gì mới. Hãy đổi tình trạng, ghi chú hoặc đính kèm minh chứng.',
    en: 'This report says nothing new. Change the state, write a note or attach evidence.',
  },
  reopen_needs_note: {
    vi: 'Nhiệm vụ đã báo hoàn thành. Muốn mở lại, hãy ghi lý do.',
    en: 'The task was reported done. Say why it is opened again.',
  },
  confirmed_already: {
    vi: 'Việc hoàn thành đã được cơ quan giao xác nhận. Muốn mở lại, hãy liên hệ cơ quan giao.',
    en: 'The issuer has confirmed the completion; only the issuer can open it again.',
  },
  not_in_hand: {
    vi: 'Nhiệm vụ này không còn trong tay đơn vị: đã trả lại, đã thôi giao hoặc đã chuyển đơn vị khác.',
    en: 'The task is no longer in the unit’s hands: it was returned, dropped or passed on.',
  },
  no_finish: {
    vi: 'Nhiệm vụ này không có thời hạn nên không cần gia hạn.',
    en: 'The task has no finish that could be moved.',
  },
  not_later: {
    vi: 'Thời hạn mới phải sau thời hạn đang áp dụng.',
    en: 'The new finish must be later than the present one.',
  },
  asked_already: {
    vi: 'Đơn vị đã đề nghị gia hạn và đang chờ trả lời.',
    en: 'An extension was asked for already and waits for an answer.',
  },
  not_asked: {
    vi: 'Không còn đề nghị gia hạn nào đang chờ trả lời.',
    en: 'No request for an extension is waiting.',
  },
  done_already: {
    vi: 'Nhiệm vụ đã báo hoàn thành nên không gia hạn được.',
    en: 'The task was reported done: its finish is not moved.',
  },
  reason_missing: { vi: 'Hãy ghi lý do.', en: 'Say why.' },
  not_a_colleague: {
    vi: 'Người này không làm việc ở đơn vị hoặc tài khoản đã ngừng.',
    en: 'This person does not work in the unit, or the account is closed.',
  },
  unit_has_it: {
    vi: 'Đơn vị này đã có nhiệm vụ này.',
    en: 'This unit has the task already.',
  },
  nothing_to_urge: {
    vi: 'Không có việc nào để đôn đốc: các việc đã chọn không còn trễ hay sắp đến hạn, hoặc đã đôn đốc hôm nay.',
    en: 'There is nothing to urge: what was chosen is no longer late or due soon, or was urged today.',
  },
  unit_not_below: {
    vi: 'Chỉ giao được cho đơn vị thuộc cơ quan ban hành hoặc đơn vị kế thừa.',
    en: 'Only a unit below the issuer, or a successor, can take it over.',
  },
}
