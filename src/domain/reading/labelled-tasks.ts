// Tasks that stand in the text as blocks: what is to be done, and below it lines like "Cơ quan chủ trì: …",
// "Thời gian: …". They are handed on as rows, so that they are read as the rows of a table are.
import { type AnnexRow, type AnnexTable, isTimeRole, isUnitsRole } from './annex.ts'
import { columnRoleOf } from './column-heads.ts'
import type { ColumnRole } from './column-lexicon.ts'
import { atIndex, type Paragraph } from './paragraphs.ts'
import { numberAtStart } from './row-numbers.ts'
import { headingNumber } from './section-numbers.ts'
import { keysOf, withoutEndSigns } from './words.ts'

type Label = { role: Exclude<ColumnRole, 'no'>; text: string; from: number }

/** Blocks that name a lead and a time; anything less is a sentence with a colon. */
export function findLabelledTasks(printed: readonly Paragraph[]): AnnexTable | null {
  const paragraphs = printed.flatMap(atLabels)
  const rows: AnnexRow[] = []
  let index = 0
  while (index < paragraphs.length) {
    const labels = labelsFrom(paragraphs, index)
    const row = labels.length === 0 ? null : rowOf(paragraphs, index, labels)
    if (row !== null) rows.push(row)
    index += Math.max(1, labels.length)
  }
  const first = rows[0]
  return first === undefined
    ? null
    : {
        at: first.at,
        columns: ['no', 'title', 'lead', 'coordinating', 'time', 'product'],
        rows,
        problems: [],
      }
}

// "(chủ trì: A; phối hợp: B; thời gian: …)", "Đơn vị chủ trì: A; thời gian: …": labels behind one another in one paragraph.
const inLine =
  /(?<=^|[;.(]\s?|[-–+*•]\s?)(?:(?:cơ quan|đơn vị|bộ phận)\s)?(?:chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|kết quả)[\p{L}\s,]{0,30}:/giu

/** A paragraph with several labels as one for each, and one for what stands before them. */
function atLabels(paragraph: Paragraph): Paragraph[] {
  const starts = [...paragraph.text.matchAll(inLine)].map((match) => match.index)
  if (starts.length < 2) return [paragraph]
  const cuts = [0, ...starts.filter((start) => start > 0), paragraph.text.length]
  return cuts.slice(0, -1).flatMap((from, index) => {
    const text = withoutEndSigns(paragraph.text.slice(from, cuts[index + 1]), ' ;(')
    if (!/\p{L}/u.test(text)) return []
    // The bracket that the labels stand in closes behind the last of them.
    const bare = text.endsWith(').') && !text.includes('(') ? text.slice(0, -2) : text
    const lines = paragraph.lines
      .filter((line) => line.from > from)
      .map((line) => ({ at: line.at, from: line.from - from }))
    const at = atIndex(paragraph, from)
    return [{ ...paragraph, text: bare, at, lines: [{ at, from: 0 }, ...lines] }]
  })
}

function labelsFrom(paragraphs: readonly Paragraph[], from: number): Label[] {
  const labels: Label[] = []
  for (const paragraph of paragraphs.slice(from, from + 8)) {
    const label = labelOf(paragraph.text)
    // The same label again begins another block.
    if (label === null || labels.some((known) => known.role === label.role)) break
    labels.push(label)
  }
  return labels
}

// The longest label of our own documents has 38 characters.
const longestLabel = 60

function labelOf(text: string): Label | null {
  const colon = text.slice(0, longestLabel).indexOf(':')
  if (colon < 0 || colon === text.length - 1) return null
  const words = withoutEndSigns(text.slice(0, colon), ' -–+*•')
  const role = columnRoleOf(keysOf(words))
  if (role === null || role === 'no' || role === 'note' || role === 'other') return null
  const rest = withoutEndSigns(text.slice(colon + 1), ' ')
  return { role, text: rest, from: text.indexOf(rest, colon) }
}

function rowOf(paragraphs: readonly Paragraph[], from: number, labels: readonly Label[]): AnnexRow | null {
  if (!labels.some((label) => isUnitsRole(label.role)) || !labels.some((label) => isTimeRole(label.role)))
    return null
  const cells: AnnexRow['cells'] = {}
  for (const [index, label] of labels.entries()) {
    const paragraph = paragraphs[from + index]
    if (paragraph !== undefined) cells[label.role] = { text: label.text, at: atIndex(paragraph, label.from) }
  }
  const above = paragraphs[from - 1]
  const title =
    cells.title === undefined && above !== undefined && labelOf(above.text) === null ? above : null
  if (title === null && cells.title === undefined) return null
  const heading = title === null ? null : headingNumber(title.text)
  const number = title === null ? null : numberAtStart(title.text)
  const text =
    number !== null && number.rest !== ''
      ? number.rest
      : heading?.style === 'letter'
        ? heading.title
        : (title?.text ?? '')
  if (title !== null) cells.title = { text: withoutEndSigns(text, ' -–+*•:.'), at: title.at }
  return { no: number?.no ?? null, at: (title ?? paragraphs[from])?.at ?? { line: 1 }, cells, cost: 0 }
}
