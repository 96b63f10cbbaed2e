import type { DutyId, TargetId, TaskId } from '#domain/basics/ids.ts'
import type { DutyFault } from './plan-duty.ts'
import type { TaskFault } from './plan-task.ts'
import type { TargetFault } from './plan-target.ts'

export type StopFault = TaskFault | DutyFault | TargetFault | 'plan_exists' | 'no_tasks' | 'audience_empty'

/** What stands in the way of publishing: one item, named by its number or its first words, or the plan as a whole. */
export type PlanStop = {
  item: { kind: 'task'; id: TaskId } | { kind: 'duty'; id: DutyId } | { kind: 'target'; id: TargetId } | null
  name: string | null
  fault: StopFault
}

type Words = Record<'vi' | 'en', string>

const texts: Record<StopFault, Words> = {
  no_title: { vi: 'chưa có nội dung', en: 'has no text' },
  no_body: { vi: 'chưa có nội dung', en: 'has no text' },
  no_statement: { vi: 'chưa có nội dung', en: 'has no text' },
  no_lead: { vi: 'chưa có đơn vị chủ trì', en: 'has no lead unit' },
  no_unit: { vi: 'chưa có đơn vị thực hiện', en: 'has no unit' },
  name_not_matched: { vi: 'còn tên đơn vị chưa khớp', en: 'has a unit name that is not matched' },
  partner_not_matched: { vi: 'còn tên đơn vị phối hợp chưa khớp', en: 'has a partner that is not matched' },
  not_reviewed: { vi: 'chưa được duyệt', en: 'has not been reviewed' },
  start_after_finish: { vi: 'bắt đầu sau khi hoàn thành', en: 'starts after it finishes' },
  lead_also_coordinates: {
    vi: 'có đơn vị vừa chủ trì vừa phối hợp',
    en: 'has a unit that both leads and coordinates',
  },
  no_finish: { vi: 'chưa có thời gian hoàn thành', en: 'has no finish' },
  other_level: {
    vi: 'nói về cấp học khác với trường chủ trì',
    en: 'is about a level other than that of the schools that lead it',
  },
  figure_missing: { vi: 'còn thiếu số liệu', en: 'lacks a figure' },
  min_over_max: { vi: 'có mức dưới lớn hơn mức trên', en: 'has a lower bound above the upper one' },
  part_over_whole: { vi: 'có tử số lớn hơn mẫu số', en: 'has a part larger than its whole' },
  percent_does_not_follow: {
    vi: 'có tỷ lệ không khớp với phân số',
    en: 'has a percentage that does not follow from its fraction',
  },
  plan_exists: { vi: 'đã có kế hoạch của năm học này', en: 'the year has a plan' },
  no_tasks: { vi: 'kế hoạch chưa có nội dung nào', en: 'the plan has nothing in it' },
  audience_empty: { vi: 'có đối tượng không chọn được đơn vị nào', en: 'has an audience that picks no unit' },
}
const kinds: Record<'task' | 'duty' | 'target', Words> = {
  task: { vi: 'nhiệm vụ', en: 'task' },
  duty: { vi: 'nhiệm vụ của đơn vị', en: 'duty' },
  target: { vi: 'chỉ tiêu', en: 'target' },
}

/** "nhiệm vụ 12 chưa có đơn vị chủ trì". */
export function stopText(stop: PlanStop): Words {
  const text = texts[stop.fault]
  if (stop.item === null) return text
  const kind = kinds[stop.item.kind]
  return {
    vi: `${kind.vi} ${stop.name ?? '(không số)'} ${text.vi}`,
    en: `${kind.en} ${stop.name ?? '(without number)'} ${text.en}`,
  }
}

/** The first words of an item, by which it is named in a list of what stops. */
export function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
