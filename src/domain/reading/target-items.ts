// Which paragraphs promise something: those below headings that speak of targets, each with the words that it inherits.
import { fold } from '#domain/basics/text.ts'
import { readFigures } from './figures.ts'
import type { Paragraph } from './paragraphs.ts'
import type { LevelCode } from './reading.ts'
import type { Placed } from './sections.ts'
import { levelLine, levelsIn } from './target-levels.ts'

/** A promise as printed. `text` begins at `from` in the paragraph, behind its bullet or number. */
export type TargetItem = {
  paragraph: Paragraph
  /** Of the paragraph. */
  index: number
  from: number
  text: string
  /** Lines above that end with a colon, outermost first. */
  leads: string[]
  group: string | null
  levels: LevelCode[]
  /** Promises without a figure count too. */
  qualitative: boolean
}

export type RegionKind = 'targets' | 'general' | 'mixed'

/** The place of a paragraph among the targets; null outside. Also for tables, which have no text of their own here. */
export type TargetPlace = { kind: RegionKind; group: string | null; levels: LevelCode[] }

const bullet = /^(?:[-–—+*•▪○●✓]\s*)+/u

/** What a heading promises to stand below it. */
export function regionOf(title: string): RegionKind | null {
  const words = fold(title)
    .replaceAll(/[^a-z0-9 ]+/g, ' ')
    .trim()
    .replaceAll(/ +/g, ' ')
  if (!/(?:^| )(?:chi tieu|muc tieu)(?: |$)/.test(words) || words.split(' ').length > 16) return null
  // "Đẩy nhanh tiến độ hoàn thành các chỉ tiêu …" is a task, "Kết quả thực hiện các chỉ tiêu" a report.
  if (
    /^(?:day|tiep tuc|hoan thanh|tap trung|phan dau|trien khai|tang cuong|ket qua|danh gia|tinh hinh|xay dung|thuc hien (?!cac chi tieu|muc tieu)|giai phap|nhiem vu)/.test(
      words,
    )
  )
    return null
  if (/muc tieu (?:chung|tong quat)$/.test(words)) return 'general'
  return /nhiem vu|giai phap|bien phap/.test(words) ? 'mixed' : 'targets'
}

/**
 * The items of all targets' sections, and for every paragraph where it stands among them. `tablesBefore`: the indexes of
 * paragraphs that a table of figures stands before.
 */
export function targetItems(
  paragraphs: readonly Paragraph[],
  placed: readonly Placed[],
  tablesBefore: ReadonlySet<number>,
): { items: TargetItem[]; places: (TargetPlace | null)[] } {
  const items: TargetItem[] = []
  const places: (TargetPlace | null)[] = []
  const state: State = { region: null, title: '', levels: [], leads: [], labelled: null }
  for (const [index, paragraph] of paragraphs.entries()) {
    const here = placed[index] ?? { path: [], number: null }
    const next = placed[index + 1]
    const isHead = here.number !== null && (tablesBefore.has(index + 1) || hasContent(here, next))
    const place = placeOf(here, paragraph, isHead, state)
    places.push(place)
    if (place === null) continue
    const item = itemOf(paragraph, here, place, state, isHead)
    if (item !== null) items.push({ ...item, index })
  }
  return { items, places }
}

type Lead = { sign: string; text: string }
type State = {
  /** The heading whose targets are being read, and the innermost title below it. */
  region: unknown
  title: string
  levels: LevelCode[]
  leads: Lead[]
  /** "Chỉ tiêu:" as a line of its own: until the section ends. */
  labelled: string | null
}

function placeOf(here: Placed, paragraph: Paragraph, isHead: boolean, state: State): TargetPlace | null {
  const regions = here.path.map(({ section }) => regionOf(section.title))
  const at = regions.findLastIndex((kind) => kind !== null)
  const kind = at < 0 ? null : (regions[at] ?? null)
  const pathKey = here.path.map(({ section }) => section.number).join(' ')
  if (
    kind === null ||
    (kind === 'mixed' && here.path.slice(at + 1).some(({ section }) => isTaskTitle(section.title)))
  ) {
    const label = labelOf(paragraph.text)
    if (label === 'targets') state.labelled = pathKey
    else if (label === 'tasks' || (state.labelled !== null && state.labelled !== pathKey))
      state.labelled = null
    return state.labelled === null ? null : { kind: 'targets', group: null, levels: contextLevels(here) }
  }
  // A mixed heading with a section of its own for the targets: only that one counts.
  if (
    kind === 'mixed' &&
    here.path[at]?.section.children.some((child) => regionOf(child.title) === 'targets')
  )
    return null
  const isItem = here.number !== null && !isHead
  const inner = here.path.slice(at + 1, isItem ? -1 : undefined)
  return { kind, group: inner[0]?.label ?? null, levels: contextLevels(here) }
}

function isTaskTitle(title: string): boolean {
  return /nhiem vu|giai phap|to chuc thuc hien|phan cong/.test(fold(title))
}

function labelOf(text: string): 'targets' | 'tasks' | null {
  const words = fold(text.replace(bullet, '').replace(/^[a-zđ\d]{1,3}[.)]\s*/iu, ''))
  if (
    /^(?:phan dau |thuc hien |hoan thanh |dat |tot ){0,4}(?:cac |mot so )?(?:chi tieu|muc tieu)[a-z0-9 ,-]{0,60}:$/.test(
      words,
    )
  )
    return 'targets'
  return /^(?:cac )?(?:nhiem vu|giai phap|bien phap|to chuc thuc hien)[a-z ,]{0,40}:?$/.test(words)
    ? 'tasks'
    : null
}

/** The levels that the nearest heading around it names. */
function contextLevels(here: Placed): LevelCode[] {
  for (const { section } of here.path.toReversed()) {
    if (section.title.length > 120) continue
    const levels = levelsIn(section.title)
    if (levels.length === 1) return levels
  }
  return []
}

function hasContent(here: Placed, next: Placed | undefined): boolean {
  return (
    next !== undefined &&
    next.path.length >= here.path.length &&
    next.path[here.path.length - 1]?.section === here.path.at(-1)?.section
  )
}

function itemOf(
  paragraph: Paragraph,
  here: Placed,
  place: TargetPlace,
  state: State,
  isHead: boolean,
): Omit<TargetItem, 'index'> | null {
  const region = here.path.at(-1)?.section
  if (region !== state.region && here.number !== null) {
    state.levels = []
    state.leads = []
  }
  state.region = region
  const number = here.number
  const sign = number === null ? (bullet.exec(paragraph.text)?.[0].trim().slice(0, 1) ?? '') : '#'
  const text = number === null ? paragraph.text.replace(bullet, '').trim() : number.title.trim()
  const from = Math.max(0, paragraph.text.indexOf(text))
  const isBare = readFigures(text).length === 0
  if (isBare && (isHead || (number !== null && regionOf(text) !== null))) return null
  const levels = levelLine(text)
  if (levels !== null && isBare) {
    state.levels = levels
    state.leads = []
    return null
  }
  if (labelOf(paragraph.text) !== null && isBare) return null
  const leads = leadsAt(state, sign)
  const isLead = text.endsWith(':')
  state.leads = isLead ? [...leads, { sign, text }] : leads
  // "100% cơ sở giáo dục:" says nothing yet; "đạt 98%, trong đó:" does.
  if (isLead && (isBare || isOfAll(text))) return null
  return {
    paragraph,
    from,
    text: text.replace(/[,;\s]*(?:trong đó|cụ thể|gồm)?\s?:$/u, ''),
    leads: leads.map((lead) => lead.text),
    group: place.group,
    levels: state.levels.length > 0 ? state.levels : place.levels,
    qualitative: place.kind === 'targets',
  }
}

/** "100% trường học:", "Phấn đấu 100% học sinh:": what follows is said of all of them. */
export function isOfAll(text: string): boolean {
  const figures = readFigures(text)
  return figures.length === 1 && figures[0]?.percent === 100
}

/** A sign that was open before closes what stands below it; a new one stands below what is open. */
function leadsAt(state: State, sign: string): Lead[] {
  const at = state.leads.findIndex((lead) => lead.sign === sign)
  return at < 0 ? state.leads : state.leads.slice(0, at)
}
