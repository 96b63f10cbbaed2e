// Whom or what a figure is about.
import { squeeze } from '#domain/basics/text.ts'
import type { Figure } from './figures.ts'
import { subjectEnd } from './predicates.ts'
import { levelLine } from './target-levels.ts'
import { keysOf, withoutEndSigns, wordsOf } from './words.ts'

/** 100% with its population behind it. */
export function isAll(figure: Figure, text: string): boolean {
  return (
    figure.kind === 'percent' &&
    figure.percent === 100 &&
    figure.value === undefined &&
    /^\s*(?!kế hoạch|chỉ tiêu|yêu cầu|so với|trong|của|và\s|trở|theo)(?:các\s|số\s)?\p{L}/iu.test(
      text.slice(figure.to),
    )
  )
}

/** "đội ngũ toàn ngành 100% đạt chuẩn": the population stands before. */
export function isSubjectBefore(figure: Figure, text: string): boolean {
  return (
    figure.kind === 'percent' &&
    figure.percent === 100 &&
    /^\s(?:đạt|được|có|thực hiện|tham gia|hoàn thành|đều)\s/u.test(text.slice(figure.to)) &&
    /\p{L}\s$/u.test(text.slice(0, figure.from)) &&
    !/(?:đạt|là|chiếm|từ)\s$/u.test(text.slice(0, figure.from))
  )
}

// No subject is longer, and the rest of the sentence would be read again at each figure.
const longestSubject = 400

/** The subject behind a figure: "trẻ" of "95% trẻ có kĩ năng …". */
export function populationBehind(text: string, figure: Figure): string {
  const isCounted = figure.unit !== null && figure.unit !== '%' && figure.kind !== 'ratio'
  const unitAt = isCounted ? text.indexOf(figure.unit ?? '', figure.at) : figure.to
  // Counted, but its noun stands with an earlier figure: "23 tư thục".
  const from = unitAt < 0 || unitAt > figure.to ? figure.to : unitAt
  // "40% trẻ nhà trẻ và 98% trẻ mẫu giáo": the next figure has a subject of its own.
  const rest = text
    .slice(from, from + longestSubject)
    .replace(/\s(?:(?:và\s)?\d[\d.,]{0,9}\s?%|và\s\d).*$/su, '')
  if (!isCounted && !/^\s*(?:tổng\s)?(?:số\s)?\p{L}/u.test(rest)) return ''
  const words = wordsOf(rest)
  const keys = words.map((word) => word.key)
  if (words.length === 0) return ''
  const end = subjectEnd({ text: rest, words, keys }, 0)
  const limit = figure.unit === '%' || figure.kind === 'ratio' ? end : Math.min(end, commaAt(words) ?? end)
  const last = words[limit - 1]
  return last === undefined ? '' : squeeze(rest.slice(words[0]?.start ?? 0, last.end))
}

function commaAt(words: readonly { gap: string }[]): number | null {
  const at = words.findIndex((word) => word.gap.includes(','))
  return at < 0 ? null : at + 1
}

export function scopeOf(label: string, behind: string, figure: Figure): string {
  // "12.246 học sinh/291 lớp": the label holds the other figure.
  const subject = /\d[^:]*\/\s*$/.test(label) ? '' : label
  const isDoing = figure.unit !== null && figure.unit !== '%' && isOnlyVerb(subject)
  if (
    subject !== '' &&
    !isDoing &&
    !/^(?:(?:phấn đấu|có thêm|có|duy trì|giữ vững|bảo đảm|đảm bảo|tiếp tục|huy động|đạt|tăng|giảm)\s?)+$/iu.test(
      subject,
    )
  )
    return figure.unit === '%' && behind !== '' && levelLine(subject) !== null ? behind : subject
  return behind !== '' ? behind : subject !== '' ? subject : (figure.unit ?? '')
}

/** "Xây mới", "Tuyển sinh", "Phấn đấu có thêm": what is done with what is counted. */
function isOnlyVerb(label: string): boolean {
  const keys = keysOf(label)
  return keys.length <= 4 && keys.length > 0 && doing.test(label)
}

const doing =
  /^(?:phấn đấu|có|thêm|xây mới|xây dựng|sửa chữa|cải tạo|tuyển sinh|tuyển|huy động|tổ chức|thành lập|mở|bồi dưỡng|tập huấn|trang bị|mua sắm|đào tạo|tuyển dụng|bổ sung|kết nạp|công nhận|duy trì|đầu tư|hoàn thành|tham gia|đạt)(?!\p{L})/iu

export function cleanScope(label: string): string {
  return withoutEndSigns(
    squeeze(label)
      .replace(
        /(?:^|[\s,:]+)(?<!(?:chưa|không)\s)(?:đạt|là|có|được|chiếm|ở mức|còn|xuống|lên|tăng|giảm|phấn đấu|đạt tỷ lệ|từ)(?=\s*$|\s+(?:đạt|là|có|được|còn|xuống|lên|từ)\s*$).*$/iu,
        '',
      )
      .replace(/^riêng\s+/iu, '')
      .replace(/^(?:phấn đấu|duy trì|đảm bảo|bảo đảm|giữ vững)\s+(?=tỷ lệ|tỉ lệ|số|chất lượng)/iu, ''),
    ' ,;:(–-',
  )
}

/** What the figure before "trong đó" counts. */
export function subjectOf(text: string, figure: Figure | undefined, from: number): string {
  if (figure === undefined) return ''
  const label = cleanScope(withoutEndSigns(squeeze(text.slice(from, figure.from)), ' ,;:('))
  return scopeOf(label, populationBehind(text, figure), figure)
}
