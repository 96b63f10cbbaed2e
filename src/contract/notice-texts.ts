// What a notice says, in the product and by mail alike, and what it opens.
import type { z } from 'zod'
import { formatDate, parseLocalDate } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import type { Language } from './error-texts.ts'
import type { noticeSubject } from './notices.ts'

export type NoticeSubject = z.output<typeof noticeSubject>
type PlanStepMove = Extract<NoticeSubject, { kind: 'plan_step' }>['move']
type StepMove = Extract<NoticeSubject, { kind: 'assignment_step' }>['move']

type Words = {
  plan: (title: string, tasks: number, duties: number) => string
  round: (title: string, day: string) => string
  returned: (title: string, comment: string) => string
  urged: (issuer: string, late: number, dueSoon: number, message: string | null) => string
  urgedInVain: (units: number, names: string) => string
  approved: (title: string) => string
  steps: Record<StepMove, string>
  amended: (title: string, count: { given: number; ended: number; moved: number }, reason: string) => string
  target: (title: string, share: string | null, again: boolean, reason: string | null) => string
  step: (what: string, title: string, day: string | null, reason: string | null) => string
  planStep: Record<PlanStepMove, (unit: string, title: string) => string>
}

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(', ')

export const noticeTexts: Record<Language, Words> = {
  vi: {
    plan: (title, tasks, duties) =>
      duties === 0
        ? `Đã ban hành: ${title}. Đơn vị có ${tasks} nhiệm vụ.`
        : `Đã ban hành: ${title}. Đơn vị có ${tasks} nhiệm vụ của phụ lục, ${duties} nhiệm vụ báo cáo mỗi học kỳ.`,
    round: (title, day) => `Đợt báo cáo mở: ${title}. Hạn nộp ${day}.`,
    returned: (title, comment) => `Trả lại để sửa: ${title}. ${comment}`,
    urged: (issuer, late, dueSoon, message) =>
      `${issuer} đôn đốc: ${joined([
        late > 0 ? `${formatNumber(late)} việc trễ hạn` : null,
        dueSoon > 0 ? `${formatNumber(dueSoon)} việc sắp đến hạn` : null,
      ])}.${message === null ? '' : ` ${message}`}`,
    urgedInVain: (units, names) =>
      `${formatNumber(units)} đơn vị đã được đôn đốc nhiều lần mà chưa báo cáo: ${names}.`,
    approved: (title) => `Đã phê duyệt: ${title}.`,
    steps: {
      confirm: 'Đã xác nhận hoàn thành',
      send_back: 'Chưa xác nhận hoàn thành',
      grant: 'Được gia hạn',
      refuse: 'Không được gia hạn',
      give_again: 'Giao lại nhiệm vụ',
      drop: 'Thôi giao nhiệm vụ',
      pass_on: 'Giao nhiệm vụ',
      hand_over: 'Nhận bàn giao nhiệm vụ',
    },
    amended: (title, count, reason) =>
      `Điều chỉnh ${title}: ${joined([
        count.given > 0 ? `thêm ${count.given} nhiệm vụ` : null,
        count.moved > 0 ? `đổi hạn ${count.moved} đợt` : null,
        count.ended > 0 ? `thôi ${count.ended} nhiệm vụ` : null,
      ])}. ${reason}`,
    target: (title, share, again, reason) =>
      `${share === null ? 'Thôi giao chỉ tiêu' : again ? 'Điều chỉnh chỉ tiêu được giao' : 'Được giao chỉ tiêu'}: ${title}.${share === null ? '' : ` Mức của đơn vị: ${share}.`}${reason === null ? '' : ` ${reason}`}`,
    step: (what, title, day, reason) =>
      `${what}${day === null ? '' : ` đến ${day}`}: ${title}.${reason === null ? '' : ` ${reason}`}`,
    planStep: {
      submit: (unit, title) => `${unit} trình duyệt: ${title}.`,
      withdraw: (unit, title) => `${unit} rút lại kế hoạch đã trình: ${title}.`,
      return: (_unit, title) => `Kế hoạch bị trả lại: ${title}.`,
      approve: (_unit, title) => `Kế hoạch đã được phê duyệt: ${title}.`,
    },
  },
  en: {
    plan: (title, tasks, duties) =>
      duties === 0
        ? `Published: ${title}. The unit has ${tasks} tasks.`
        : `Published: ${title}. The unit has ${tasks} tasks of the annex and ${duties} duties to report each term.`,
    round: (title, day) => `Round open: ${title}. Due ${day}.`,
    returned: (title, comment) => `Returned to be mended: ${title}. ${comment}`,
    urged: (issuer, late, dueSoon, message) =>
      `${issuer} urges: ${joined([
        late > 0 ? `${formatNumber(late)} late` : null,
        dueSoon > 0 ? `${formatNumber(dueSoon)} due soon` : null,
      ])}.${message === null ? '' : ` ${message}`}`,
    urgedInVain: (units, names) =>
      `${formatNumber(units)} units were urged several times without an answer: ${names}.`,
    approved: (title) => `Approved: ${title}.`,
    steps: {
      confirm: 'Completion confirmed',
      send_back: 'Completion sent back',
      grant: 'Extension granted',
      refuse: 'Extension refused',
      give_again: 'Task given again',
      drop: 'Task dropped',
      pass_on: 'Task given',
      hand_over: 'Task handed over',
    },
    amended: (title, count, reason) =>
      `Amended: ${title}: ${joined([
        count.given > 0 ? `${count.given} tasks more` : null,
        count.moved > 0 ? `${count.moved} finishes moved` : null,
        count.ended > 0 ? `${count.ended} tasks ended` : null,
      ])}. ${reason}`,
    target: (title, share, again, reason) =>
      `${share === null ? 'Target taken back' : again ? 'Target changed' : 'Target given'}: ${title}.${share === null ? '' : ` Share of the unit: ${share}.`}${reason === null ? '' : ` ${reason}`}`,
    step: (what, title, day, reason) =>
      `${what}${day === null ? '' : ` until ${day}`}: ${title}.${reason === null ? '' : ` ${reason}`}`,
    planStep: {
      submit: (unit, title) => `${unit} hands in for approval: ${title}.`,
      withdraw: (unit, title) => `${unit} takes its plan back: ${title}.`,
      return: (_unit, title) => `The plan is returned: ${title}.`,
      approve: (_unit, title) => `The plan is approved: ${title}.`,
    },
  },
}

/** A thing with a page of its own, or a page of the unit. */
export type NoticeOpens =
  | { thing: 'plan' | 'round' | 'task' | 'given_target' | 'submission'; id: string }
  | { page: 'work' | 'urgings' }

export function sayNotice(subject: NoticeSubject, language: Language): { text: string; opens: NoticeOpens } {
  const t = noticeTexts[language]
  switch (subject.kind) {
    case 'plan_published':
      return {
        text: t.plan(subject.title, subject.tasks, subject.duties),
        opens: { thing: 'plan', id: subject.planId },
      }
    case 'round_opened': {
      const closes = parseLocalDate(subject.closesOn)
      return {
        text: t.round(subject.title, closes === null ? '' : formatDate(closes)),
        opens: { thing: 'round', id: subject.roundId },
      }
    }
    case 'assignment_step':
      return {
        text: t.step(t.steps[subject.move], subject.title, subject.dueOn, subject.reason),
        opens: { thing: 'task', id: subject.taskId },
      }
    case 'plan_amended':
      return {
        text: t.amended(subject.title, subject, subject.reason),
        opens: { thing: 'plan', id: subject.planId },
      }
    case 'target_given':
      return {
        text: t.target(subject.title, subject.share, subject.again, subject.reason),
        opens: { thing: 'given_target', id: subject.targetId },
      }
    case 'plan_step': {
      const said = t.planStep[subject.move](subject.unitName, subject.title)
      return {
        text: subject.reason === null ? said : `${said} ${subject.reason}`,
        opens: { thing: 'plan', id: subject.planId },
      }
    }
    case 'urged':
      return {
        text: t.urged(subject.issuerName, subject.late, subject.dueSoon, subject.message),
        opens: { page: 'work' },
      }
    case 'urged_in_vain':
      return { text: t.urgedInVain(subject.units, subject.names), opens: { page: 'urgings' } }
    case 'submission_returned':
      return {
        text: t.returned(subject.title, subject.comment),
        opens: { thing: 'submission', id: subject.submissionId },
      }
    case 'submission_approved':
      return { text: t.approved(subject.title), opens: { thing: 'submission', id: subject.submissionId } }
  }
}
