// What surrounds the items of a plan that is written here: legal bases, sections with their words, recipients, signer.
import { placeKey } from '#domain/reading/outline.ts'
import type { NumberStyle } from '#domain/reading/section-numbers.ts'
import { romanNumeral } from '#domain/writing/numbering.ts'
import type { PlanOutline, ReadPlaces } from './plan-body.ts'

/** What a section prints besides its own words. */
export type Holding = 'target' | 'duty'

export type TextSection = {
  /** Tells it from the others while it is moved and renamed; unique within the text. */
  key: string
  /** 1: I, II, III; 2: the numbered clauses within. */
  level: 1 | 2
  /** Empty: words without a heading, as what opens and closes a plan. */
  title: string
  /** One paragraph a line; "- …" and "+ …" are items. */
  text: string
  holds: Holding | null
}

export type PlanText = {
  /** "Căn cứ …", one each. */
  bases: string[]
  sections: TextSection[]
  /** Empty: those of the issuer's profile. */
  recipients: string[]
  /** null: who signs for the issuer on the day. */
  signature: { authority: string[]; name: string | null } | null
}

/** The sections that nearly every plan has; the words are the officer's. */
export function usualText(): PlanText {
  const section = (key: string, title: string, holds: Holding | null = null): TextSection => ({
    key,
    level: 1,
    title,
    text: '',
    holds,
  })
  return {
    bases: [],
    sections: [
      section('purpose', 'Mục đích, yêu cầu'),
      section('targets', 'Chỉ tiêu', 'target'),
      section('measures', 'Nhiệm vụ, giải pháp chủ yếu'),
      section('duties', 'Nhiệm vụ của các đơn vị', 'duty'),
      section('carrying-out', 'Tổ chức thực hiện'),
    ],
    recipients: [],
    signature: null,
  }
}

export type TextFault = 'key_twice' | 'held_twice'

/** Each section is itself once, and targets and duties are printed in one place each. */
export function checkText(text: Pick<PlanText, 'sections'>): TextFault | null {
  const keys = text.sections.map((section) => section.key)
  if (new Set(keys).size < keys.length) return 'key_twice'
  const held = text.sections.flatMap((section) => (section.holds === null ? [] : [section.holds]))
  return new Set(held).size < held.length ? 'held_twice' : null
}

export type NumberedSection = {
  section: TextSection
  /** 'II', '3'; null where it has no heading or is not printed. */
  label: string | null
  level: 1 | 2
  /** Left out of the document: nothing stands under its heading yet. */
  empty: boolean
}

/** The sections as they are numbered in the document. `has`: is there anything of the kind to print? */
export function numberedSections(
  sections: readonly TextSection[],
  has: (holding: Holding) => boolean,
): NumberedSection[] {
  // A clause before any section would have nothing above it.
  let level: 1 | 2 = 1
  const placed = sections.map((section, index) => {
    level = section.level === 2 && index > 0 && (level === 2 || sections[index - 1]?.title !== '') ? 2 : 1
    return { section, level }
  })
  const hasOwn = ({ text, holds }: TextSection) => text.trim() !== '' || (holds !== null && has(holds))
  let roman = 0
  let arabic = 0
  return placed.map(({ section, level }, index) => {
    const ends = placed.findIndex((other, at) => at > index && other.level === 1)
    const clauses = level === 2 ? [] : placed.slice(index + 1, ends < 0 ? placed.length : ends)
    const empty = !hasOwn(section) && !clauses.some((clause) => hasOwn(clause.section))
    if (empty || section.title.trim() === '') return { section, level, empty, label: null }
    if (level === 2) {
      arabic += 1
      return { section, level, empty, label: String(arabic) }
    }
    roman += 1
    arabic = 0
    return { section, level, empty, label: romanNumeral(roman) }
  })
}

const styles: Readonly<Record<1 | 2, NumberStyle>> = { 1: 'roman', 2: 'arabic' }

/** The document around the items; items whose section was taken out come behind the rest. */
export function outlineOfText(text: PlanText, has: (holding: Holding) => boolean): PlanOutline {
  return {
    bases: text.bases,
    recipients: text.recipients,
    annexNote: null,
    body: numberedSections(text.sections, has)
      .filter(({ empty }) => !empty)
      .flatMap(({ section, label, level }): PlanOutline['body'][number][] => [
        ...(label === null
          ? []
          : [
              {
                kind: 'heading' as const,
                style: styles[level],
                label,
                path: '',
                title: section.title.trim(),
                places: [],
              },
            ]),
        ...linesOf(section.text).map((line) => ({ kind: 'text' as const, text: line, places: [] })),
        ...(section.holds === null
          ? []
          : [{ kind: 'slot' as const, holds: section.holds, places: [] as const }]),
      ]),
  }
}

/** Lines without their blanks; empty ones are left out. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

type Cut = { level: 1 | 2; title: string; blocks: PlanOutline['body'][number][] }
type Count = Record<Holding, number>

/**
 * The words of a plan that was read from its file, to be gone on with: sections and clauses stay, deeper numbers become
 * lines; where most of its targets and duties stood, those of the new plan will stand. Linear in the outline.
 */
export function textOfOutline(outline: PlanOutline, read: ReadPlaces): PlanText {
  const targets = new Set(read.targets.map(({ at }) => placeKey({ ...at })))
  const duties = new Set(read.duties.map(({ at }) => placeKey({ ...at })))
  const countIn = (block: Cut['blocks'][number]): Count => {
    const keys = block.places.map((at) => placeKey({ ...at }))
    return {
      target: keys.filter((key) => targets.has(key)).length,
      duty: keys.filter((key) => duties.has(key)).length,
    }
  }
  const sections: TextSection[] = []
  const held: { section: TextSection; count: Count }[] = []
  for (const [index, cut] of cutsOf(outline.body, (block) => total(countIn(block)) > 0).entries()) {
    const counts = cut.blocks.map(countIn)
    const first = counts.findIndex((count) => total(count) > 0)
    // Behind its first item stand the heads of groups and units, and what items went on with: printed with them.
    const own = first < 0 ? cut.blocks : cut.blocks.slice(0, first).filter((block) => block.kind === 'text')
    const text = own.flatMap(lineOf).join('\n')
    const section: TextSection = {
      key: `s${index + 1}`,
      level: cut.level,
      title: cut.title,
      text,
      holds: null,
    }
    if (cut.level === 1) held.push({ section, count: { target: 0, duty: 0 } })
    const top = held.at(-1)
    for (const count of counts) {
      if (top === undefined) continue
      top.count.target += count.target
      top.count.duty += count.duty
    }
    if (cut.level === 1 || first < 0 || text !== '') sections.push(section)
  }
  for (const kind of ['target', 'duty'] as const) {
    const holder = held
      .filter(({ section, count }) => section.holds === null && count[kind] > 0)
      .toSorted((one, other) => other.count[kind] - one.count[kind])[0]
    if (holder !== undefined) holder.section.holds = kind
  }
  return {
    bases: [...outline.bases],
    recipients: [...outline.recipients],
    signature: null,
    sections: [
      ...sections.filter((section) => section.title !== '' || section.text !== ''),
      ...missingPlaces(sections),
    ],
  }
}

function total({ target, duty }: Count): number {
  return target + duty
}

/** The body cut before each section and each clause; what comes before the first is a section without a heading. */
function cutsOf(body: PlanOutline['body'], hasItems: (block: Cut['blocks'][number]) => boolean): Cut[] {
  const cuts: Cut[] = [{ level: 1, title: '', blocks: [] }]
  for (const block of body) {
    const isTop =
      block.kind === 'heading' &&
      (block.style === 'part' || block.style === 'capital' || block.style === 'roman')
    if (isTop) cuts.push({ level: 1, title: block.title, blocks: [] })
    else if (block.kind === 'heading' && block.style === 'arabic' && !hasItems(block))
      cuts.push({ level: 2, title: block.title, blocks: [] })
    else cuts.at(-1)?.blocks.push(block)
  }
  return cuts
}

function lineOf(block: Cut['blocks'][number]): string[] {
  if (block.kind === 'text') return [block.text]
  if (block.kind !== 'heading') return []
  return [`${block.label}${block.style === 'letter' ? ')' : '.'} ${block.title}`]
}

/** Where nothing of a kind stood, its usual section comes behind the rest. */
function missingPlaces(sections: readonly TextSection[]): TextSection[] {
  return usualText().sections.filter(
    ({ holds }) => holds !== null && !sections.some((section) => section.holds === holds),
  )
}

/** A section one place up (-1) or down (1), with its clauses and past those of its neighbour; the same list where it cannot go. */
export function moveSection(
  sections: readonly TextSection[],
  key: string,
  step: -1 | 1,
): readonly TextSection[] {
  const from = sections.findIndex((section) => section.key === key)
  const moved = sections[from]
  if (moved === undefined) return sections
  const lengthAt = (index: number) => {
    let length = 1
    while (sections[index]?.level === 1 && sections[index + length]?.level === 2) length += 1
    return length
  }
  const length = lengthAt(from)
  let to = from + step
  if (moved.level === 1) {
    if (step === -1) while (to > 0 && sections[to]?.level === 2) to -= 1
    else to = from + lengthAt(from + length)
  }
  // A clause needs a section above it.
  if (to < 0 || (moved.level === 2 && to === 0) || from + length + (to - from) > sections.length)
    return sections
  const rest = sections.toSpliced(from, length)
  return rest.toSpliced(to, 0, ...sections.slice(from, from + length))
}
