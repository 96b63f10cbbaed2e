// What the body tells single units to do: items below a heading that names them, and sentences that begin with them.
import { fold, squeeze } from '#domain/basics/text.ts'
import { type DutyHead, isAssigned, partnersIn, readDutyHead } from './duty-heads.ts'
import { atIndex, type Paragraph } from './paragraphs.ts'
import type { DocumentType, ReadDuty } from './reading.ts'
import type { Placed } from './sections.ts'
import type { TargetPlace } from './target-items.ts'
import { isUpperCase } from './words.ts'

export type DutySource = {
  paragraphs: readonly Paragraph[]
  placed: readonly Placed[]
  /** Where targets stand; they are no duties. */
  places: readonly (TargetPlace | null)[]
  type: DocumentType
}

type Block = {
  head: DutyHead
  section: string
  /** Sections around and at the heading, innermost last: the block ends where this is left. */
  path: readonly unknown[]
  /** The bullet of the heading, '' for none, '#' for a number. */
  sign: string
  /** The bullets of its items, outermost first. */
  signs: string[]
}

const bullet = /^(?:[-–—+*•▪○●✓]\s*)+/u
const closing =
  /^(?:trên đây là|trong quá trình|nhận được|căn cứ (?:kế hoạch|nội dung) này|kế hoạch này|nơi nhận|kính (?:đề nghị|mong)|định kỳ .{0,60}ủy ban nhân dân .{0,40}sẽ)/iu

/** The duties of all units, once each, in the order of the document. */
export function readDuties(source: DutySource): ReadDuty[] {
  const duties: ReadDuty[] = []
  let block: Block | null = null
  const begin = firstBody(source)
  for (const [index, paragraph] of source.paragraphs.entries()) {
    if (index < begin) continue
    if (/^nơi nhận\s?:?/iu.test(paragraph.text)) break
    const here = source.placed[index] ?? { path: [], number: null }
    const part = partOf(here, source, index)
    if (part === null) {
      block = null
      continue
    }
    // A title, a signature, an annex: nobody's item.
    if (here.number === null && isUpperCase(paragraph.text)) {
      block = null
      continue
    }
    const item = itemAt(paragraph, here)
    if (block !== null && !isInside(block, here, item)) block = null
    const opened = openBlock(source, index, item, part, block)
    if (opened !== null) {
      block = opened
      if (opened.head.rest !== '') duties.push(firstDuty(opened, paragraph, item))
      continue
    }
    if (block === null || closing.test(item.text) || item.text === '') continue
    addItem(duties, block, item, paragraph)
  }
  return duties
}

/** Nothing before the first numbered heading: title, legal bases, opening sentences. */
function firstBody({ placed }: DutySource): number {
  const first = placed.findIndex((place) => place.number !== null)
  return first < 0 ? placed.length : first
}

type Item = { text: string; from: number; sign: string; numbered: boolean }

function itemAt(paragraph: Paragraph, here: Placed): Item {
  const numbered = here.number !== null
  const text = (here.number === null ? paragraph.text.replace(bullet, '') : here.number.title).trim()
  return {
    text,
    from: Math.max(0, paragraph.text.indexOf(text)),
    sign: numbered ? '#' : (bullet.exec(paragraph.text)?.[0].trim().slice(0, 1) ?? ''),
    numbered,
  }
}

type Part = 'implementation' | 'tasks'

/** Which part of the body it is; null for parts that hand out nothing. */
function partOf(here: Placed, source: DutySource, index: number): Part | null {
  if (source.places[index]?.kind === 'targets') return null
  const titles = here.path.map(({ section }) => fold(section.title))
  if (
    titles.some((title) =>
      /^(?:ket qua|danh gia|muc dich|can cu|thuc trang|tinh hinh)|^(?:de xuat|kien nghi|de nghi)(?:,? (?:va )?(?:kien nghi|de xuat|de nghi))?[^a-z]*$/.test(
        title,
      ),
    )
  )
    return null
  if (
    titles.some((title) =>
      /to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai|giao nhiem vu|nhiem vu cua (?:cac|tung)/.test(
        title,
      ),
    )
  )
    return 'implementation'
  if (source.type !== 'report') return 'tasks'
  return null
}

/** A block goes on below its heading, and ends where another section, or an item like its heading, begins. */
function isInside(block: Block, here: Placed, item: Item): boolean {
  const own = block.path.at(-1)
  if (own !== undefined && !here.path.some(({ section }) => section === own)) return false
  if (item.numbered) return block.sign === '#' ? here.path.at(-1)?.section !== own : false
  if (block.sign === '#') return true
  // A heading with a bullet holds the items with other bullets; one without holds bullets, and plain paragraphs.
  return block.sign === '' || item.sign !== block.sign
}

function openBlock(
  source: DutySource,
  index: number,
  item: Item,
  part: Part,
  around: Block | null,
): Block | null {
  if (closing.test(item.text)) return null
  const here = source.placed[index] ?? { path: [], number: null }
  // Items of a unit begin with what it is to do; only a heading of its own interrupts them.
  const isPlainItem = around !== null && !item.numbered && !item.text.endsWith(':') && !isAssigned(item.text)
  if (isPlainItem && (part === 'tasks' || around.head.rest === '')) return null
  const head = readDutyHead(item.text, part === 'implementation')
  if (head === null) return null
  // "2.1. Hiệu trưởng cụ thể hóa …" below "2. Các trường": an item of theirs.
  if (around !== null && around.head.rest === '' && head.isSentence && !isAssigned(item.text)) return null
  const isHeading = head.rest === ''
  if (isHeading && !(item.numbered || item.text.endsWith(':') || isAssigned(item.text))) return null
  if (isHeading && !hasItems(source, index)) return null
  const isColon = !isHeading && /^[^:]{0,200}:/.test(item.text)
  if (!isHeading && part === 'tasks' && !isAssigned(item.text) && !(isColon && head.role === null))
    return null
  const path = here.path.map(({ section }) => section)
  const labels = here.path.map(({ label }) => label)
  return {
    head,
    section: (item.numbered ? labels.at(-2) : labels.at(-1)) ?? labels.at(-1) ?? '',
    path,
    sign: item.sign,
    signs: [],
  }
}

/** Something stands below the heading before the next one of its kind. */
function hasItems({ paragraphs, placed }: DutySource, index: number): boolean {
  const next = placed[index + 1]
  const here = placed[index]
  if (next === undefined || here === undefined || paragraphs[index + 1] === undefined) return false
  if (here.number === null) return next.number === null || next.path.length > here.path.length
  const own = here.path.at(-1)?.section
  return next.path.some(({ section }) => section === own)
}

function addItem(duties: ReadDuty[], block: Block, item: Item, paragraph: Paragraph): void {
  const last = duties.at(-1)
  const depth = block.signs.indexOf(item.sign)
  const isBelow = block.signs.length > 0 && depth !== 0 && !(item.sign === '' && block.signs[0] === '')
  if (depth < 0) block.signs.push(item.sign)
  // "+" below "-", or a list below "1.": of the item above it.
  if (last !== undefined && isBelow && block.signs[0] !== '' && item.sign !== '#') {
    last.text = squeeze(`${last.text} ${item.sign} ${item.text}`)
    last.with = withOf(block, last.text)
    return
  }
  duties.push(dutyOf(block, item.text, paragraph, item))
}

/** What the heading's own paragraph says: behind a label alone, as a sentence with its subject. */
function firstDuty(block: Block, paragraph: Paragraph, item: Item): ReadDuty {
  const { rest, isSentence } = block.head
  const duty = dutyOf(block, rest, paragraph, item)
  return isSentence ? { ...duty, text: squeeze(item.text) } : duty
}

function dutyOf(block: Block, text: string, paragraph: Paragraph, item: Item): ReadDuty {
  const { head } = block
  return {
    section: block.section,
    unit: head.unit,
    units: head.units,
    with: withOf(block, text),
    role: roleOf(head, text),
    text: squeeze(text),
    at: atIndex(paragraph, item.from),
    confidence: head.faults === 0 ? 0.96 : 0.85,
  }
}

function withOf({ head }: Block, text: string): string[] {
  const names = [...head.with, ...partnersIn(text).flatMap((partners) => partners.names)]
  return names.filter((name, index) => names.findIndex((other) => fold(other) === fold(name)) === index)
}

function roleOf(head: DutyHead, text: string): ReadDuty['role'] {
  if (/^phối hợp/iu.test(text)) return 'coordinate'
  if (
    /(?:^|[.;:+]\s)(?:là cơ quan\s)?chủ trì/iu.test(text) ||
    /(?<!\p{L})chủ trì,?\s(?:và\s)?(?:phối hợp|tham mưu|thực hiện)/iu.test(text)
  )
    return 'lead'
  return head.role
}
