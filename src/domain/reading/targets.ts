import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'
import { fold, squeeze } from '#domain/basics/text.ts'
import type { FigureCell, FigureRow, FigureTable } from './figure-tables.ts'
import { readFigures } from './figures.ts'
import { atIndex, type Paragraph } from './paragraphs.ts'
import type { DocumentType, LevelCode, ReadTarget } from './reading.ts'
import type { Placed } from './sections.ts'
import type { At } from './source.ts'
import { dueOf } from './target-due.ts'
import { type TargetItem, type TargetPlace, targetItems } from './target-items.ts'
import { levelsIn } from './target-levels.ts'
import { type TargetDraft, targetsIn } from './target-text.ts'

export type TargetSource = {
  paragraphs: readonly Paragraph[]
  placed: readonly Placed[]
  figureTables: readonly { table: FigureTable; before: number }[]
  schoolYear: SchoolYear | null
  type: DocumentType
}

/** The targets of a plan: one for each checkable figure or commitment below its headings of targets, in their order. */
export function readTargets(source: TargetSource): { targets: ReadTarget[]; places: (TargetPlace | null)[] } {
  const { items, places } = targetItems(
    source.paragraphs,
    source.placed,
    new Set(source.figureTables.map(({ before }) => before)),
  )
  const inText = items.map((item) => ({
    at: item.index,
    targets: ofItem(item, source.schoolYear),
  }))
  const inTables = source.figureTables.flatMap(({ table, before }) => {
    const place = placeOfTable(before, places, source.paragraphs)
    // Before its paragraph: a table stands between two.
    return place === null ? [] : [{ at: before - 0.5, targets: ofTable(table, place, source.schoolYear) }]
  })
  if (inText.length === 0 && inTables.length === 0 && source.type === 'plan')
    return { targets: scattered(source), places }
  const targets = [...inText, ...inTables].toSorted((a, b) => a.at - b.at).flatMap((found) => found.targets)
  return { targets, places }
}

// What was, who does it, and on what ground: no promises.
const noPromises =
  /^(?:ket qua|danh gia|thuc trang|tinh hinh|dac diem|boi canh|can cu|muc dich|thuan loi|kho khan|ton tai|to chuc thuc hien|phan cong|de xuat|kien nghi)/
const promising = /phấn đấu|tỷ lệ|tỉ lệ|đạt|duy trì|giữ vững|nâng|giảm|bảo đảm|đảm bảo|huy động|100\s?%/iu

/** A plan without a heading for its targets: shares that its tasks promise, less surely read. */
function scattered({ paragraphs, placed, schoolYear }: TargetSource): ReadTarget[] {
  const first = placed.findIndex((place) => place.number !== null)
  return paragraphs.flatMap((paragraph, index) => {
    const path = placed[index]?.path ?? []
    if (first < 0 || index < first || path.some(({ section }) => noPromises.test(fold(section.title))))
      return []
    if (!promising.test(paragraph.text) || paragraph.text.length > 2000) return []
    const text = paragraph.text.replace(/^(?:[-–—+*•]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-zđ]\)\s*)/u, '')
    const from = paragraph.text.indexOf(text)
    const levels = path.flatMap(({ section }) => levelsIn(section.title))
    return targetsIn(text, [], [...new Set(levels)], false)
      .filter((draft) => draft.unit === '%' || draft.kind === 'ratio')
      .map((draft) =>
        targetOf(
          { ...draft, sureness: draft.sureness * 0.75 },
          null,
          atIndex(paragraph, from + draft.from),
          schoolYear,
        ),
      )
  })
}

function ofItem(item: TargetItem, schoolYear: SchoolYear | null): ReadTarget[] {
  return targetsIn(item.text, item.leads, item.levels, item.qualitative).map((draft) =>
    targetOf(draft, item.group, atIndex(item.paragraph, item.from + draft.from), schoolYear),
  )
}

function targetOf(
  draft: TargetDraft,
  group: string | null,
  at: At,
  schoolYear: SchoolYear | null,
): ReadTarget {
  const { levels, figures } = draft
  return {
    group,
    level: levels.length === 1 ? (levels[0] ?? null) : null,
    ...(levels.length > 1 ? { levels } : {}),
    statement: draft.statement,
    scope: draft.scope,
    kind: draft.kind,
    ...figures,
    unit: draft.unit,
    due: dueOf(draft.statement, schoolYear),
    at,
    confidence: Math.round(0.97 * draft.sureness * 100) / 100,
  }
}

/** A table belongs to the section around it, or to targets that the line above it speaks of. */
function placeOfTable(
  before: number,
  places: readonly (TargetPlace | null)[],
  paragraphs: readonly Paragraph[],
): TargetPlace | null {
  const around = places[before - 1] ?? null
  if (around !== null) return around
  const caption = fold(
    paragraphs
      .slice(Math.max(0, before - 3), before)
      .map(({ text }) => text)
      .join(' '),
  ).slice(-300)
  return /(?:chi tieu|ke hoach phat trien|giao ke hoach|quy mo phat trien)/.test(caption)
    ? { kind: 'targets', group: null, levels: [] }
    : null
}

/** One for each figure in a cell; columns of what was done before are left out. */
function ofTable(table: FigureTable, place: TargetPlace, schoolYear: SchoolYear | null): ReadTarget[] {
  const isPlanned = plannedColumns(table, schoolYear)
  return table.rows.flatMap((row) =>
    row.cells
      .filter((cell) => isPlanned(cell))
      .flatMap((cell) => ofCell(cell, row, place, table.sure, schoolYear)),
  )
}

function plannedColumns(table: FigureTable, schoolYear: SchoolYear | null): (cell: FigureCell) => boolean {
  const heads = table.rows.flatMap((row) => row.cells.map((cell) => fold(cell.head.join(' '))))
  const hasPlan = heads.some((head) => planned.test(head))
  const hasDone = heads.some((head) => done.test(head) || isEarlier(head, schoolYear))
  return (cell) => {
    const head = fold(cell.head.join(' '))
    if (hasPlan && hasDone) return planned.test(head) && !isEarlierOnly(head, schoolYear)
    return !done.test(head) && !isEarlierOnly(head, schoolYear)
  }
}

const planned = /chi tieu|ke hoach|phan dau|muc tieu|giao|du kien/
const done = /thuc hien|ket qua|da dat|nam hoc truoc|hien co|hien trang|so sanh|tang|giam/

function isEarlier(head: string, schoolYear: SchoolYear | null): boolean {
  if (schoolYear === null) return false
  const years = [...head.matchAll(/(\d{4})\s?[-–]\s?(\d{4})/g)].flatMap(
    (match) => parseSchoolYear(match[0]) ?? [],
  )
  return years.some((year) => year < schoolYear)
}

function isEarlierOnly(head: string, schoolYear: SchoolYear | null): boolean {
  return isEarlier(head, schoolYear) && !(schoolYear !== null && head.includes(schoolYear))
}

function ofCell(
  cell: FigureCell,
  row: FigureRow,
  place: TargetPlace,
  sure: boolean,
  schoolYear: SchoolYear | null,
): ReadTarget[] {
  const lead = [row.label, ...cell.head].filter((part) => part !== '').join(': ')
  const isShare = /%|ty le|ti le/.test(fold(`${cell.unit ?? ''} ${cell.head.join(' ')} ${row.label}`))
  const levels = firstNamed([...cell.head.toReversed(), row.label]) ?? place.levels
  return cell.text.split('\n').flatMap((line) =>
    readFigures(line).map((figure): ReadTarget => {
      const { kind: found, from, to: _to, at: _at, unit: printed, ...values } = figure
      const label = squeeze(line.slice(0, from)).replace(/\s?:$/, '')
      const percent = found === 'count' && printed === null && isShare
      const { value, ...others } = values
      return {
        group: place.group,
        level: levels.length === 1 ? (levels[0] ?? null) : null,
        ...(levels.length > 1 ? { levels } : {}),
        statement: squeeze(`${lead}: ${line}`),
        scope: [row.label, label].filter((part) => part !== '').join(': '),
        kind: percent ? 'percent' : found,
        ...(percent ? { percent: value ?? null } : values),
        ...(percent ? others : {}),
        unit: percent ? '%' : (printed ?? cell.unit),
        due: dueOf(lead, schoolYear),
        at: cell.at,
        confidence: sure ? 0.9 : 0.7,
      }
    }),
  )
}

function firstNamed(texts: readonly string[]): LevelCode[] | null {
  for (const text of texts) {
    const levels = levelsIn(text)
    if (levels.length > 0) return levels
  }
  return null
}
