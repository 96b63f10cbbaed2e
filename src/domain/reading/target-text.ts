// One promise as printed becomes targets: one for each figure, milestone, rank or plain commitment in it.
import { squeeze } from '#domain/basics/text.ts'
import { countedIn } from './figure-nouns.ts'
import { type Figure, readFigures } from './figures.ts'
import { hasMilestone, type Milestone, readMilestones } from './milestones.ts'
import type { LevelCode, TargetKind } from './reading.ts'
import { type Clause, clausesOf, isOneClause, joinedAtStroke, kept } from './target-clauses.ts'
import { isOfAll } from './target-items.ts'
import { levelLine, levelsIn } from './target-levels.ts'
import { cleanScope, isAll, isSubjectBefore, populationBehind, scopeOf } from './target-scope.ts'
import { keysOf, withoutEndSigns } from './words.ts'

export type TargetFigures = Omit<Partial<Figure>, 'kind' | 'from' | 'to' | 'at' | 'unit' | 'value'> & {
  value?: number | null
}

/** A target without its place among the others. `from`: where in the text its figure, or itself, begins. */
export type TargetDraft = {
  kind: TargetKind
  statement: string
  scope: string
  levels: LevelCode[]
  figures: TargetFigures
  unit: string | null
  from: number
  /** What is sure of it: 1 for a figure with its noun in plain words. */
  sureness: number
}

type Sentence = { text: string; from: number }

/** `leads`: lines above that end with a colon. `isQualitative`: a promise without a figure counts. */
export function targetsIn(
  text: string,
  leads: readonly string[],
  levels: readonly LevelCode[],
  isQualitative: boolean,
): TargetDraft[] {
  const lead = leads.join(' ')
  const ofAll = leads.findLast((line) => isOfAll(line))
  const drafts: TargetDraft[] = []
  for (const [index, sentence] of sentencesOf(text.slice(0, longestPromise)).entries()) {
    const figures = readFigures(sentence.text)
    const opening: Opening = { lead, levels, isFirst: index === 0, hasBefore: drafts.length > 0 }
    const found =
      figures.length > 0 && !isOnlyCount(figures, sentence.text)
        ? [...fromFigures(sentence, figures, opening), ...fromRank(sentence, opening)]
        : [
            ...fromMilestones(sentence, opening).filter(({ isNamed }) => ofAll === undefined || isNamed),
            ...fromRank(sentence, opening),
          ]
    if (found.length > 0) drafts.push(...found)
    else if (figures.length > 0) drafts.push(...fromFigures(sentence, figures, opening))
    else if (ofAll !== undefined) {
      if (index === 0) drafts.push(inherited(sentence, ofAll, opening))
    } else if (isQualitative && isPromise(sentence.text, opening)) drafts.push(qualitative(sentence, opening))
  }
  return drafts
}

// Longer ones are no promise but a file that lost its line ends.
const longestPromise = 20_000

type Opening = { lead: string; levels: readonly LevelCode[]; isFirst: boolean; hasBefore: boolean }

/** Sentences end at a full stop before a capital letter; not inside brackets and quotations. */
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index)
    if ('(“'.includes(sign)) depth += 1
    if (')”'.includes(sign)) depth = Math.max(0, depth - 1)
    const isEnd =
      /[.…!?]/.test(sign) && depth === 0 && /^\s+[“"(]?\p{Lu}/u.test(text.slice(index + 1, index + 5))
    // "TP. Hải Phòng", "Q. Hải An": an abbreviation, not an end.
    if (!isEnd || /(?:^|\s)\p{Lu}{1,2}$/u.test(text.slice(Math.max(0, index - 3), index))) continue
    sentences.push({ text: text.slice(from, index).trim(), from: from + leading(text.slice(from)) })
    from = index + 1
  }
  const last = text.slice(from)
  sentences.push({ text: withoutEndSigns(last, ' .;…/'), from: from + leading(last) })
  return sentences.filter((sentence) => sentence.text !== '')
}

function leading(text: string): number {
  return text.length - text.trimStart().length
}

/** A count beside a degree: "02 trường: A, B đạt chuẩn mức 1" is read from the names. */
function isOnlyCount(figures: readonly Figure[], text: string): boolean {
  return figures.every((figure) => figure.kind === 'count') && hasMilestone(text)
}

function fromFigures(sentence: Sentence, all: readonly Figure[], opening: Opening): TargetDraft[] {
  const figures = kept(all, sentence.text)
  const clauses = underLevel(
    sentence.text,
    figures,
    joinedAtStroke(sentence.text, figures, clausesOf(sentence.text, figures)),
  )
  return figures.flatMap((figure, index) => {
    const clause = clauses[index]
    return clause === undefined ? [] : [draftOf(sentence, figure, clause, all, opening)]
  })
}

/** "Tiểu học có 291 lớp với 12.246 học sinh": what follows is about the level as well, until another one is named. */
function underLevel(text: string, figures: readonly Figure[], clauses: readonly Clause[]): Clause[] {
  let level = ''
  return clauses.map((clause, index) => {
    const before = text.slice(clause.from, figures[index]?.from)
    const label = cleanScope(withoutEndSigns(squeeze(before), ' ,;:(–-'))
    if (clause.head !== '') return clause
    if (levelLine(label) !== null && !/:\s*$/.test(before)) level = label
    else if (isOfOthers(text.slice(clause.from, clause.to))) level = ''
    else return { ...clause, head: level }
    return clause
  })
}

/** Another level is named, or all of them: "toàn quận", "các cấp học". */
function isOfOthers(words: string): boolean {
  return levelsIn(words).length > 0 || /(?<!\p{L})(?:toàn|các cấp|tổng|chung)(?!\p{L})/iu.test(words)
}

/** Words of a clause without the half of a bracket, and without what joined it to the one before. */
function ownWords(words: string, isBehindAnother: boolean): string {
  const joined = isBehindAnother
    ? words.replace(/^(?:và|cùng với|với|cùng)\s/u, '')
    : words.replace(/^và\s/u, '')
  const opened = joined.split('(').length
  const closed = joined.split(')').length
  if (opened > closed && joined.startsWith('(')) return joined.slice(1).trimStart()
  return closed > opened && joined.endsWith(')') ? joined.slice(0, -1).trimEnd() : joined
}

function draftOf(
  sentence: Sentence,
  figure: Figure,
  clause: Clause,
  figures: readonly Figure[],
  opening: Opening,
): TargetDraft {
  const { text } = sentence
  const words = ownWords(
    withoutEndSigns(squeeze(text.slice(clause.from, clause.to)), ' ,;:.…'),
    clause.head !== '',
  )
  const before = text.slice(clause.from, figure.from)
  const own = withoutEndSigns(squeeze(before), ' ,;:(–-').replace(
    /^(?:(?:và|trong đó|cụ thể|gồm|với|cùng)(?!\p{L})\s*:?\s*)+/iu,
    '',
  )
  // The words before a colon are a label as they stand; others end with a verb that is none of it.
  const isLabel = /:\s*$/.test(before) && own !== ''
  const label = isLabel ? own : cleanScope(own) || own
  const isOfAllOfThem = isAll(figure, text) || isSubjectBefore(figure, text)
  const behind = populationBehind(text, figure)
  const scope = isOfAllOfThem
    ? behind === '' || isSubjectBefore(figure, text)
      ? label
      : behind
    : isLabel && !(figure.unit === '%' && behind !== '' && levelLine(own) !== null)
      ? own
      : scopeOf(label, behind, figure)
  const head = clause.head
  const statement = squeeze([opening.lead, head === '' ? '' : `${head}:`, words].filter(Boolean).join(' '))
  const population = figure.kind === 'frequency' ? populationOf(figure, figures, text) : ''
  const kind = isOfAllOfThem ? 'compliance100' : figure.kind
  const { kind: _kind, from: _from, to: _to, at, unit: printed, ...values } = figure
  const unit = printed ?? (kind === 'count' ? countedIn(`${head} ${label}`) : null)
  return {
    kind,
    statement,
    scope: squeeze([head, population !== '' ? population : scope].filter(Boolean).join(': ')),
    levels: levelsOf([`${head} ${label} ${behind}`, population], opening),
    figures: values,
    unit,
    from: sentence.from + at,
    sureness: unit === null && kind === 'count' ? 0.75 : 1,
  }
}

/** The first of the texts that names a level; else that of the lines above; "trẻ" alone are those of preschools. */
function levelsOf(texts: readonly string[], opening: Opening): LevelCode[] {
  for (const text of texts) {
    const levels = levelsIn(text)
    if (levels.length > 0) return levels
  }
  if (opening.levels.length > 0) return [...opening.levels]
  return texts.some(
    (text) => /(?<![\p{L}])trẻ(?!\s(?:em|hóa)|[\p{L}])/iu.test(text) && !/học sinh|tuổi trẻ/iu.test(text),
  )
    ? ['MN']
    : []
}

/** Of whom a sentence says "100% …", beside a figure that says how often. */
function populationOf(often: Figure, figures: readonly Figure[], text: string): string {
  const all = figures.find((figure) => isAll(figure, text) && isOneClause(figure, often, text))
  return all === undefined ? '' : populationBehind(text, all)
}

function fromMilestones(sentence: Sentence, opening: Opening): (TargetDraft & { isNamed: boolean })[] {
  return readMilestones(sentence.text).map((milestone: Milestone) => {
    const levels = levelsIn(milestone.subject)
    return {
      kind: 'milestone',
      statement: squeeze([opening.lead, milestone.statement].filter(Boolean).join(' ')),
      scope: milestone.subject,
      levels: levels.length > 0 ? levels : [...opening.levels],
      figures: { value: milestone.value },
      unit: milestone.unit,
      from: sentence.from + milestone.from,
      sureness: 0.95,
      isNamed: milestone.isNamed,
    }
  })
}

const rank =
  /(?:xếp|đứng|giữ|vị trí|vị thứ|thứ hạng)[\p{L}\s]{0,20}?(?:thứ|hạng|vị trí|top|tốp)\s?(?:\d{1,3}(?:\s?\/\s?\d{1,3})?|(nhất|nhì|ba|đầu)(?!\p{L}))|(?:top|tốp)\s(?:đầu|dẫn đầu|\d{1,3})|nhóm\s(?:các\s)?(?:\d{1,3}\s)?[\p{L}\s,]{0,30}?(?:dẫn đầu|đứng đầu|đầu)(?!\p{L})|dẫn đầu/iu
const ordinals: Readonly<Record<string, number>> = { nhất: 1, nhì: 2, ba: 3 }

function fromRank(sentence: Sentence, opening: Opening): TargetDraft[] {
  const match = rank.exec(sentence.text)
  if (match === null) return []
  const printed = /\d+/.exec(match[0])?.[0]
  const clause = sentence.text.slice(0, match.index)
  const last = clause.split(';').at(-1) ?? ''
  const subject = withoutEndSigns(last.includes(',') ? last.slice(0, last.lastIndexOf(',')) : last, ' ,;:')
  const levels = levelsIn(subject)
  return [
    {
      kind: 'rank',
      statement: squeeze([opening.lead, sentence.text].filter(Boolean).join(' ')),
      scope: cleanScope(subject === '' ? sentence.text : subject),
      levels: levels.length > 0 ? levels : [...opening.levels],
      figures: {
        value: printed === undefined ? (ordinals[match[1]?.toLowerCase() ?? ''] ?? null) : Number(printed),
      },
      unit: null,
      from: sentence.from,
      sureness: 0.9,
    },
  ]
}

/** A "+" line below "100% cơ sở giáo dục:". */
function inherited(sentence: Sentence, ofAll: string, opening: Opening): TargetDraft {
  const figure = readFigures(ofAll)[0]
  const population = figure === undefined ? '' : populationBehind(ofAll, figure)
  const levels = levelsIn(population)
  return {
    kind: 'compliance100',
    statement: squeeze([opening.lead, sentence.text].filter(Boolean).join(' ')),
    scope: population,
    levels: levels.length > 0 ? levels : [...opening.levels],
    figures: { percent: 100 },
    unit: '%',
    from: sentence.from,
    sureness: 0.95,
  }
}

function qualitative(sentence: Sentence, opening: Opening): TargetDraft {
  const levels = levelsIn(sentence.text.slice(0, 80))
  return {
    kind: 'qualitative',
    statement: squeeze([opening.lead, sentence.text].filter(Boolean).join(' ')),
    scope: sentence.text,
    levels: levels.length > 0 ? levels : [...opening.levels],
    figures: {},
    unit: null,
    from: sentence.from,
    sureness: 0.75,
  }
}

/**
 * A sentence behind a target explains it, unless it names something that can be measured; the first one of an item is a
 * promise if it is long enough to be a sentence.
 */
function isPromise(text: string, opening: Opening): boolean {
  const words = keysOf(text).length
  if (words < 5) return false
  return (
    !opening.hasBefore || /^[^,;]{0,30}(?:tỷ lệ|tỉ lệ|số lượng|số vụ|số học sinh|tình trạng)/iu.test(text)
  )
}
