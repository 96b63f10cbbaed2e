import type { UnitEventReason } from '#domain/units/event-guards.ts'

type Text = { vi: string; en: string }

/** Why an event cannot be, in words that name the units and say what to do. */
export function unitEventTexts(reason: UnitEventReason, unit: string, other: string): Text {
  const name = unit === '' ? { vi: 'Đơn vị này', en: 'This unit' } : { vi: unit, en: unit }
  return texts[reason](name, other)
}

const texts: Record<UnitEventReason, (unit: Text, other: string) => Text> = {
  no_events: () => ({ vi: 'Chưa có thay đổi nào.', en: 'There is nothing to record.' }),
  unknown_unit: () => ({
    vi: 'Đơn vị được nêu không có trong danh sách. Hãy chọn lại.',
    en: 'The unit named is not known. Choose it again.',
  }),
  already_founded: (unit) => ({
    vi: `${unit.vi} đã được thành lập.`,
    en: `${unit.en} has been founded already.`,
  }),
  before_founding: (unit) => ({
    vi: `${unit.vi} chưa thành lập vào ngày này. Hãy chọn ngày sau ngày thành lập.`,
    en: `${unit.en} was not founded by that day. Choose a later day.`,
  }),
  already_ended: (unit) => ({
    vi: `${unit.vi} đã kết thúc trước ngày này. Hãy chọn ngày sớm hơn.`,
    en: `${unit.en} had ended by that day. Choose an earlier day.`,
  }),
  later_event: (unit) => ({
    vi: `${unit.vi} đã có thay đổi được ghi cho ngày sau đó. Lịch sử được ghi từ trước đến sau: hãy chọn ngày không sớm hơn thay đổi gần nhất.`,
    en: `${unit.en} has a change recorded for a later day. History is written from front to back: choose a day not before its latest change.`,
  }),
  lives_no_day: (unit) => ({
    vi: `${unit.vi} không thể thành lập và kết thúc trong cùng một ngày.`,
    en: `${unit.en} cannot be founded and ended on one day.`,
  }),
  too_few_units: () => ({
    vi: 'Sáp nhập cần ít nhất hai đơn vị, chia tách cần ít nhất hai đơn vị nhận.',
    en: 'A merger takes at least two units, a split at least two receivers.',
  }),
  unit_named_twice: (unit) => ({
    vi: `${unit.vi} được nêu hai lần trong cùng một thay đổi.`,
    en: `${unit.en} is named twice in one change.`,
  }),
  nothing_changes: (unit) => ({
    vi: `${unit.vi} vốn đã như vậy: không có gì thay đổi.`,
    en: `${unit.en} is like that already: nothing would change.`,
  }),
  name_missing: () => ({
    vi: 'Hãy nhập tên đầy đủ và tên ngắn.',
    en: 'Enter the official and the short name.',
  }),
  code_missing: () => ({ vi: 'Hãy nhập mã đơn vị.', en: 'Enter the code.' }),
  code_taken: (unit, other) => ({
    vi: `Mã của ${unit.vi} đang được ${other} dùng. Hãy chọn mã khác.`,
    en: `The code of ${unit.en} is borne by ${other}. Choose another one.`,
  }),
  level_missing: (unit) => ({
    vi: `Trường cần ít nhất một cấp học: ${unit.vi}.`,
    en: `A school needs at least one level: ${unit.en}.`,
  }),
  only_for_schools: (unit) => ({
    vi: `Cấp học, loại hình và hạng chỉ dành cho trường: ${unit.vi}.`,
    en: `Levels, ownership and rank are for schools only: ${unit.en}.`,
  }),
  tier_missing: (unit) => ({
    vi: `Hãy chọn cấp hành chính của ${unit.vi}.`,
    en: `Choose the tier of ${unit.en}.`,
  }),
  tier_unknown: () => ({
    vi: 'Cấp hành chính này chưa được khai báo.',
    en: 'This tier has not been set up.',
  }),
  tier_not_valid: () => ({
    vi: 'Vào ngày này không có cấp hành chính đó (cấp huyện đã kết thúc ngày 01/7/2025).',
    en: 'There is no such tier on that day (districts ended on 01/07/2025).',
  }),
  tier_order: (unit, other) => ({
    vi: `${unit.vi} phải trực thuộc một cấp cao hơn, không thể trực thuộc ${other}.`,
    en: `${unit.en} must hang below a higher tier, not below ${other}.`,
  }),
  under_itself: (unit) => ({
    vi: `${unit.vi} không thể trực thuộc chính mình.`,
    en: `${unit.en} cannot hang below itself.`,
  }),
  cycle: (unit, other) => ({
    vi: `${other} đang nằm dưới ${unit.vi}, nên ${unit.vi} không thể chuyển vào đó.`,
    en: `${other} hangs below ${unit.en}, so ${unit.en} cannot move there.`,
  }),
  parent_unknown: () => ({
    vi: 'Đơn vị cấp trên không có trong danh sách.',
    en: 'The unit above is not known.',
  }),
  parent_not_founded: (_unit, other) => ({
    vi: `${other} chưa thành lập vào ngày này.`,
    en: `${other} was not founded by that day.`,
  }),
  parent_ended: (_unit, other) => ({
    vi: `${other} đã kết thúc vào ngày này. Hãy chọn đơn vị cấp trên khác.`,
    en: `${other} has ended by that day. Choose another unit above.`,
  }),
  child_outlives_parent: (unit, other) => ({
    vi: `${unit.vi} vẫn trực thuộc ${other} sau ngày này. Hãy chuyển ${unit.vi} sang đơn vị khác trong cùng thay đổi, rồi ghi lại.`,
    en: `${unit.en} would still hang below ${other} after that day. Move ${unit.en} to another unit in the same change, then record it again.`,
  }),
}
