// The running text of a document around its items: legal bases, headings and paragraphs in order, recipients. Header,
// signature and annex are left out: they are made anew whenever the document is printed.
import { fold } from '#domain/basics/text.ts'
import { bodyParts } from './body-parts.ts'
import type { FigureTable } from './figure-tables.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Reading } from './reading.ts'
import type { NumberStyle } from './section-numbers.ts'
import { readSections } from './sections.ts'
import type { At, SourceDocument } from './source.ts'

/** `places`: where its printed lines stand, so that the items read from it are found again. */
export type OutlineBlock = { places: readonly At[] } & (
  | { kind: 'heading'; style: NumberStyle; label: string; path: string; title: string }
  | { kind: 'text'; text: string }
  | { kind: 'figures'; table: FigureTable }
)

export type Outline = {
  /** "Căn cứ …", as printed. */
  bases: readonly string[]
  body: readonly OutlineBlock[]
  /** Without their dashes; empty where none were printed. */
  recipients: readonly string[]
  /** "Ghi chú: …" behind the annex. */
  annexNote: string | null
}

const closing = /^(?:nơi nhận\s*:?|(?:TM|KT|TL|TUQ|Q)\s?\.\s)/iu
const rule = /^[\s_\-–—=*.]*$/u

/** Linear in the document's length. `reading` is what was read of the same source. */
export function readOutline(source: SourceDocument, reading: Pick<Reading, 'document' | 'tasks'>): Outline {
  const { paragraphs, figureTables } = bodyParts(source)
  const { placed } = readSections(paragraphs)
  const end = endOf(paragraphs)
  const from = beginOf(paragraphs, reading)
  const ofTasks = new Set(
    reading.tasks.flatMap((task) => [task.at, ...Object.values(task.cells)]).map(placeKey),
  )
  const title = fold(reading.document.title ?? '')
  const bases: string[] = []
  const body: OutlineBlock[] = []
  for (let index = from; index <= end; index += 1) {
    for (const { table } of figureTables.filter(({ before }) => before === index))
      body.push({ kind: 'figures', table, places: placesOfTable(table) })
    const paragraph = index === end ? undefined : paragraphs[index]
    if (paragraph === undefined || rule.test(paragraph.text)) continue
    const places = [paragraph.at, ...paragraph.lines.map((line) => line.at)]
    if (places.some((at) => ofTasks.has(placeKey(at)))) continue
    const place = placed[index]
    const opened = place?.path.at(-1)
    if (place !== undefined && place.number !== null && opened !== undefined)
      body.push({
        kind: 'heading',
        style: place.number.style,
        label: opened.label,
        path: opened.section.number,
        title: place.number.title.trim() || opened.section.title,
        places,
      })
    else if (place?.path.length === 0 && /^căn cứ\s/iu.test(paragraph.text)) bases.push(paragraph.text)
    else if (place?.path.length !== 0 || !(title.includes(fold(paragraph.text)) && title !== ''))
      body.push({ kind: 'text', text: paragraph.text, places })
  }
  const behind = paragraphs.slice(end)
  return {
    bases,
    body,
    recipients: recipientsOf(behind),
    annexNote:
      behind
        .find((paragraph) => /^ghi chú\s*:/iu.test(paragraph.text))
        ?.text.replace(/^ghi chú\s*:\s*/iu, '')
        .replace(/[./;\s]+$/u, '.') ?? null,
  }
}

const parts = ['line', 'page', 'y', 'paragraph', 'table', 'row', 'column'] as const

/** The same text for the same place, whatever the order of its parts. */
export function placeKey(at: Readonly<Record<string, number>>): string {
  return parts.map((part) => at[part] ?? '').join(' ')
}

function placesOfTable(table: FigureTable): At[] {
  return [table.at, ...table.rows.flatMap((row) => row.cells.map((cell) => cell.at))]
}

/** Behind the last line of the header. */
function beginOf(paragraphs: readonly Paragraph[], reading: Pick<Reading, 'document'>): number {
  const ofHeader = new Set(
    (['type', 'title'] as const).flatMap((field) => {
      const at = reading.document.at[field]
      return at === undefined ? [] : [placeKey(at)]
    }),
  )
  // Number, date and issuer are taken from anywhere where the header was lost; type and title are always above.
  const last = paragraphs
    .slice(0, 40)
    .findLastIndex((paragraph) =>
      [paragraph.at, ...paragraph.lines.map((line) => line.at)].some((at) => ofHeader.has(placeKey(at))),
    )
  return last + 1
}

/** The first line of what closes the document: recipients or signature, whichever comes first. */
function endOf(paragraphs: readonly Paragraph[]): number {
  const first = paragraphs.findIndex((paragraph) => /^nơi nhận\s*:/iu.test(paragraph.text))
  const signature = paragraphs.findIndex(
    (paragraph) =>
      closing.test(paragraph.text) &&
      paragraph.text === paragraph.text.toUpperCase() &&
      paragraph.text.length < 80,
  )
  const found = [first, signature].filter((index) => index >= 0)
  return found.length === 0 ? paragraphs.length : Math.min(...found)
}

function recipientsOf(behind: readonly Paragraph[]): string[] {
  const head = behind.findIndex((paragraph) => /^nơi nhận\s*:/iu.test(paragraph.text))
  if (head < 0) return []
  const lines = behind.slice(head + 1).map((paragraph) => paragraph.text)
  const end = lines.findIndex((text) => !/^[-–—+•]/u.test(text))
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((text) => text.replace(/^[-–—+•]\s*/u, '').replace(/[\s;.]+$/u, ''))
    .filter((text) => text !== '')
}
