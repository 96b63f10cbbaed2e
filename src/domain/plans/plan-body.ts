// The body of a plan's document: its text as it was read or written, with the items as they stand now in their places.
import { fold } from '#domain/basics/text.ts'
import type { FigureTable } from '#domain/reading/figure-tables.ts'
import { type Outline, type OutlineBlock, placeKey } from '#domain/reading/outline.ts'
import type { NumberStyle } from '#domain/reading/section-numbers.ts'
import { pointLetter } from '#domain/writing/numbering.ts'
import {
  type Block,
  type Cell,
  type Column,
  type HeadingKind,
  item,
  paragraph,
} from '#domain/writing/official-document.ts'
import type { Place } from './place.ts'

/** What the reader found at the same places; of it a paragraph is printed word for word while nothing in it changed. */
export type ReadPlaces = { targets: readonly { at: Place }[]; duties: readonly { at: Place; text: string }[] }

/** Where a plan that was written here prints its targets, or the duties of its units: each group under its letter. */
export type Slot = { kind: 'slot'; holds: Line['kind']; places: readonly [] }
export type PlanOutline = Omit<Outline, 'body'> & { body: readonly (OutlineBlock | Slot)[] }

export type Line = {
  at: Place | null
  asRead: boolean
  text: string
  group: string
  section: string
  kind: 'target' | 'duty'
}

type Entry = { block: OutlineBlock | Slot | null; lines: Line[]; printed: Block[] }

export function bodyOf(blocks: PlanOutline['body'], lines: readonly Line[], read: ReadPlaces): Block[] {
  const owner = new Map<string, number>()
  blocks.forEach((block, index) => {
    for (const at of block.places) if (!owner.has(placeKey({ ...at }))) owner.set(placeKey({ ...at }), index)
  })
  const blockOf = ({ at }: { at: Place | null }) => (at === null ? undefined : owner.get(placeKey({ ...at })))
  const readIn = countBy([...read.targets, ...read.duties], blockOf)
  const left: Line[] = []
  const inBlock = new Map<number, Line[]>()
  for (const line of lines) {
    const index = blockOf(line)
    if (index === undefined) left.push(line)
    else inBlock.set(index, [...(inBlock.get(index) ?? []), line])
  }
  const entries: Entry[] = []
  let continued: string | null = null
  blocks.forEach((block, index) => {
    if (block.kind === 'slot') {
      const own = left.filter((line) => line.kind === block.holds)
      entries.push({ block, lines: own, printed: grouped(own) })
      return
    }
    const own = inBlock.get(index) ?? []
    const count = readIn.get(index) ?? 0
    // What a duty that was changed went on with is in its text now.
    if (
      continued !== null &&
      own.length === 0 &&
      count === 0 &&
      block.kind === 'text' &&
      continued.includes(plain(block.text))
    )
      return
    const unchanged = own.length === count && own.every((line) => line.asRead)
    continued = unchanged
      ? null
      : plain(
          read.duties
            .filter((duty) => blockOf(duty) === index)
            .map((duty) => duty.text)
            .join(' '),
        )
    entries.push({ block, lines: own, printed: unchanged ? verbatim(block) : anew(block, own) })
  })
  const inSlots = new Set(blocks.flatMap((block) => (block.kind === 'slot' ? [block.holds] : [])))
  for (const line of left) if (!inSlots.has(line.kind)) addLeft(entries, line)
  return entries.flatMap((entry) => entry.printed)
}

/** Groups in the order in which they first come, lettered as they are printed; what has no group comes first. */
function grouped(lines: readonly Line[]): Block[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) groups.set(line.group, [...(groups.get(line.group) ?? []), line])
  const loose = groups.get('') ?? []
  groups.delete('')
  return [
    ...loose.map((line) => item(line.text)),
    ...[...groups].flatMap(([title, own], index): Block[] => [
      { kind: 'point', number: pointLetter(index + 1), title },
      ...own.map((line) => item(line.text)),
    ]),
  ]
}

function countBy<T>(things: readonly T[], keyOf: (thing: T) => number | undefined): Map<number, number> {
  const counts = new Map<number, number>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function plain(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

const kinds: Readonly<Record<NumberStyle, HeadingKind>> = {
  part: 'part',
  capital: 'section',
  roman: 'section',
  arabic: 'clause',
  decimal: 'clause',
  letter: 'point',
}
// Longer than this, or ended like a sentence, a numbered line is text and not a heading.
const longestTitle = 160

function verbatim(block: OutlineBlock): Block[] {
  switch (block.kind) {
    case 'heading': {
      const kind = kinds[block.style]
      const number = block.style === 'part' ? block.label.replace(/^\S+\s/, '') : block.label
      const isText =
        (kind === 'clause' || kind === 'point') &&
        (block.title.length > longestTitle || /[.;,]$/u.test(block.title.trim()))
      return [
        { kind, number, ...(isText ? { text: block.title } : { title: block.title.replace(/[:.;]$/u, '') }) },
      ]
    }
    case 'text':
      return [textBlock(block.text)]
    case 'figures':
      return [figureTable(block.table)]
  }
}

function textBlock(text: string): Block {
  const match = /^([-–—•*+])\s*(.*)$/su.exec(text)
  if (match === null) return paragraph(text)
  return item(match[2] ?? '', match[1] === '+' ? '+' : '-')
}

/** The items of a block whose wording no longer holds for all of it. A numbered line keeps its number. */
function anew(block: OutlineBlock, lines: readonly Line[]): Block[] {
  const texts = [...new Set(lines.map((line) => line.text))]
  if (block.kind !== 'heading' || texts.length === 0) return texts.map((text) => item(text))
  const [first = '', ...others] = texts
  return [{ kind: kinds[block.style], number: block.label, text: first }, ...others.map((text) => item(text))]
}

/** Columns by the words above the figures; several figures under one head stand below each other. */
function figureTable(table: FigureTable): Block {
  const heads = [...new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.head.join('\n'))))]
  const withUnit = table.rows.some((row) => row.cells.some((cell) => cell.unit !== null))
  const columns: Column[] = [
    { title: 'Nội dung', width: 2, align: 'left' },
    ...(withUnit ? [{ title: 'Đơn vị tính', width: 1, align: 'center' } as const] : []),
    ...heads.map((head): Column => {
      const words = head.split('\n')
      return {
        title: words.at(-1) ?? '',
        width: 1.6,
        align: 'center',
        ...(words.length > 1 ? { group: words.slice(0, -1).join(' – ') } : {}),
      }
    }),
  ]
  const rows = table.rows.map((row): Cell[] => [
    row.label,
    ...(withUnit ? [row.cells.find((cell) => cell.unit !== null)?.unit ?? ''] : []),
    ...heads.map((head) =>
      row.cells
        .filter((cell) => cell.head.join('\n') === head)
        .map((cell) => cell.text)
        .join('\n'),
    ),
  ])
  return { kind: 'table', columns, rows }
}

/** An item without a place of its own goes behind the last one of its group; a new group goes behind the last of its kind. */
function addLeft(entries: Entry[], line: Line): void {
  const behind = entries.findLastIndex((entry) => entry.lines.some((other) => isBeside(other, line)))
  if (behind >= 0) {
    entries.splice(behind + 1, 0, { block: null, lines: [line], printed: [item(line.text)] })
    return
  }
  const heading = entries.findLastIndex(
    ({ block }) => block?.kind === 'heading' && line.group !== '' && fold(block.title) === fold(line.group),
  )
  if (heading >= 0) {
    entries.splice(heading + 1, 0, { block: null, lines: [line], printed: [item(line.text)] })
    return
  }
  const last = entries.findLastIndex((entry) => entry.lines.some((other) => other.kind === line.kind))
  const printed: Block[] = [
    ...(line.group === '' ? [] : [{ kind: 'point' as const, number: null, title: line.group }]),
    item(line.text),
  ]
  entries.splice(last < 0 ? entries.length : last + 1, 0, { block: null, lines: [line], printed })
}

function isBeside(other: Line, line: Line): boolean {
  return (
    other.kind === line.kind &&
    fold(other.group) === fold(line.group) &&
    (line.section === '' || other.section === line.section)
  )
}
