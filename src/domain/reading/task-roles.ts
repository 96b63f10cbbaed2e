import { toNfc } from '#domain/basics/text.ts'
import { withoutEndSigns } from './words.ts'

/** The parts of a cell that names both leading and coordinating units; `printed` is false where it says neither. */
export type RoleParts = { lead: string; coordinating: string; printed: boolean }

// "Cơ quan chủ trì:", "chủ trì, phối hợp với", "phối hợp với": who they belong to depends on where they stand.
const markPattern =
  /(?:(?:cơ quan|đơn vị|bộ phận)\s)?(chủ trì|phối hợp|thực hiện)(?:\s(?:thực hiện|tham mưu))?(?:\s?(?:cùng\s)?với)?\s?:?/giu

type Mark = { role: 'lead' | 'coordinating'; from: number; to: number; colon: boolean }

/** Reads "Chủ trì: A. Phối hợp: B, C", "A chủ trì, phối hợp với B, C", "A (chủ trì), B, C (phối hợp)". */
export function readRoles(text: string): RoleParts {
  const source = toNfc(text)
  const marks = marksOf(source)
  const first = marks[0]
  if (first === undefined) return { lead: source.trim(), coordinating: '', printed: false }
  const opening = bare(source.slice(0, first.from))
  return opening === '' ? afterLabels(source, marks) : aroundMarks(source, marks, opening)
}

function marksOf(source: string): Mark[] {
  const marks: Mark[] = []
  for (const match of source.matchAll(markPattern)) {
    const word = match[1]?.toLowerCase()
    const colon = match[0].endsWith(':')
    // "thực hiện" is a mark only as a label: "Thực hiện: Phòng Nội vụ".
    if (word === 'thực hiện' && !colon) continue
    marks.push({
      role: word === 'phối hợp' ? 'coordinating' : 'lead',
      from: match.index,
      to: match.index + match[0].length,
      colon,
    })
  }
  return marks
}

function afterLabels(source: string, marks: readonly Mark[]): RoleParts {
  const parts: Record<Mark['role'], string[]> = { lead: [], coordinating: [] }
  for (const [index, mark] of marks.entries()) {
    const part = bare(source.slice(mark.to, marks[index + 1]?.from))
    if (part !== '') parts[mark.role].push(part)
  }
  return { lead: parts.lead.join('; '), coordinating: parts.coordinating.join('; '), printed: true }
}

function aroundMarks(source: string, marks: readonly Mark[], opening: string): RoleParts {
  const first = marks[0]
  const coordinating = marks.find((mark) => mark.role === 'coordinating')
  if (first === undefined || coordinating === undefined)
    return { lead: opening, coordinating: bare(source.slice(first?.to ?? 0)), printed: true }
  const behind = bare(source.slice(coordinating.to))
  // "A phối hợp với B", "A chủ trì, phối hợp với B"
  if (behind !== '') return { lead: opening, coordinating: behind, printed: true }
  // "A chủ trì; B phối hợp"
  return first === coordinating
    ? { lead: '', coordinating: opening, printed: true }
    : { lead: opening, coordinating: bare(source.slice(first.to, coordinating.from)), printed: true }
}

function bare(text: string): string {
  return withoutEndSigns(text, ' \t\n,;:.()-–+*•')
}
