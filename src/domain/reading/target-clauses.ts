// A sentence with several figures cut so that each has the words that belong to it.
import type { Figure } from './figures.ts'
import { isAll, subjectOf } from './target-scope.ts'

/** `text.slice(from, to)` are its words, `head` those before a colon that hold for several. */
export type Clause = { from: number; to: number; head: string }

/** Figures that are details of another one in their clause are no targets of their own. */
export function kept(figures: readonly Figure[], text: string): Figure[] {
  const isShare = (figure: Figure) => figure.unit === '%' || figure.kind === 'ratio'
  const all = figures.find((figure) => isAll(figure, text))
  return figures.filter((figure, index) => {
    // "100% trường học kiểm tra ít nhất 1 lần/năm": how often is the promise.
    if (figures.some((often) => often.kind === 'frequency' && isOneClause(figure, often, text)))
      return figure !== all
    if (figure.kind !== 'count') return true
    if (all !== undefined && all.at < figure.at) return false
    const next = figures[index + 1]
    // "05 lĩnh vực phát triển: 88-96%": part of what is measured.
    return !(next !== undefined && isShare(next) && !/[,;(]/.test(text.slice(figure.to, next.from)))
  })
}

/** No comma parts the two figures: "100% trường học kiểm tra ít nhất 1 lần/năm". */
export function isOneClause(first: Figure, second: Figure, text: string): boolean {
  return first.at < second.at && !/[,;]/.test(text.slice(first.to, second.from))
}

/** Cuts a sentence so that each figure has the words that belong to it. */
export function clausesOf(text: string, figures: readonly Figure[]): Clause[] {
  const cuts: number[] = [0]
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1]
    if (next === undefined) break
    cuts.push(figure.to + cutIn(text.slice(figure.to, next.from)))
  }
  const heads = headsOf(text, figures, cuts)
  return figures.map((_figure, index) => ({
    from: cuts[index] ?? 0,
    to: cuts[index + 1] ?? text.length,
    head: heads[index] ?? '',
  }))
}

/** "12.246 học sinh/291 lớp": two figures of one clause. */
export function joinedAtStroke(text: string, figures: readonly Figure[], clauses: Clause[]): Clause[] {
  for (const [index, figure] of figures.entries()) {
    const before = clauses[index - 1]
    const clause = clauses[index]
    const last = figures[index - 1]
    if (before === undefined || clause === undefined || last === undefined) continue
    if (text.slice(last.to, figure.from).trim() !== '/') continue
    clause.from = before.from
    clause.head = before.head
    before.to = clause.to
  }
  return clauses
}

const grades =
  '(?:hoàn thành xuất sắc|hoàn thành tốt|chưa hoàn thành|hoàn thành|chưa đạt|đạt|xuất sắc|giỏi|tốt|khá|trung bình|yếu|kém)'
const gradeLast = new RegExp(`(?:^|\\s)${grades}\\s?:?\\s*$`, 'iu')
const gradeFirst = new RegExp(`^[\\s,;]*${grades}\\s?:?(?:\\s(?:đạt|từ|chiếm))*\\s*$`, 'iu')

/** "Học lực giỏi 20,5%, khá 45%": both are about "Học lực". */
function gradedSubject(before: string): string {
  const subject = before.replace(gradeLast, '')
  return subject === before || /[,;]/.test(subject) ? '' : subject.trim()
}

function gradeAt(label: string): boolean {
  return gradeFirst.test(label)
}

/** Where in the words between two figures the second one's begin. */
function cutIn(between: string): number {
  const inWhich = /[,;(]?\s*(?:trong đó|cụ thể|gồm|bao gồm)(?!\p{L})/iu.exec(between)
  if (inWhich !== null) return inWhich.index
  // "215 trường (192 công lập, 23 tư thục) với 2.950 lớp": brackets hold clauses of their own.
  const bracket = Math.max(between.lastIndexOf('('), between.lastIndexOf(')'))
  if (bracket >= 0 && !between.slice(bracket).includes(';'))
    return between.charAt(bracket) === '(' ? bracket : bracket + 1
  const stop = between.lastIndexOf(';')
  if (stop >= 0) return stop
  const last = between.lastIndexOf(',')
  // "…, 95% trường": nothing stands between the comma and the figure.
  if (last >= 0 && between.slice(last + 1).trim() === '') return last
  const first = between.indexOf(',')
  if (first >= 0) return first
  const and = between.search(/\svà\s/)
  return and >= 0 ? and : 0
}

/** The words before a colon that hold for all figures behind it: "Kết quả rèn luyện: Tốt: 95-97%, Khá: …". */
function headsOf(text: string, figures: readonly Figure[], cuts: readonly number[]): string[] {
  const first = figures[0]
  const before = first === undefined ? '' : text.slice(0, first.from)
  const labels = before
    .split(':')
    .slice(0, -1)
    .map((label) => label.trim())
  const isLabelled = figures
    .slice(1)
    .some((figure, index) => /:\s*$/.test(text.slice(cuts[index + 1], figure.from)))
  const isEnd = /:\s*$/.test(before)
  // The last label is the first figure's own where the others have labels too.
  const common = (isEnd && isLabelled ? labels.slice(0, -1) : labels).join(': ')
  const graded = common === '' ? gradedSubject(text.slice(0, first?.from ?? 0)) : ''
  let inWhich = ''
  return figures.map((_figure, index) => {
    if (index === 0) return ''
    const own = text.slice(cuts[index], figures[index]?.from)
    if (/(?:trong đó|cụ thể|gồm)/iu.test(own) && common === '')
      inWhich =
        labels.length > 0 ? labels.join(': ') : subjectOf(text, figures[index - 1], cuts[index - 1] ?? 0)
    if (graded !== '' && gradeAt(own)) return graded
    return [common, inWhich].filter((part) => part !== '').join(': ')
  })
}
