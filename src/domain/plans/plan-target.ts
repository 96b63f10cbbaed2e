import { formatNumber } from '#domain/basics/numbers.ts'
import type { When } from '#domain/basics/when.ts'
import type { LevelCode, ReadTarget, TargetKind } from '#domain/reading/reading.ts'
import type { TaskReview } from './plan-task.ts'

/** What a figure is counted in per kind; whatever a kind has no use for is null, never 0. */
export type TargetFigures = {
  value: number | null
  numerator: number | null
  denominator: number | null
  /** 85.7 for 85,7%. */
  percent: number | null
  min: number | null
  max: number | null
  /** "trên", "dưới", "hơn": the bound itself is not enough. */
  strict: boolean
  /** How often: 'month', 'term', 'year', … */
  period: string | null
  direction: 'up' | 'down' | null
  /** What a change is measured against, as printed. */
  baseline: string | null
}

export type PlanTarget = TargetFigures & {
  groupCode: string | null
  groupTitle: string | null
  levels: readonly LevelCode[]
  statement: string
  scope: string
  kind: TargetKind
  unitWord: string | null
  due: When | null
  review: TaskReview
}

export const targetKinds = [
  'count',
  'ratio',
  'percent',
  'atLeast',
  'atMost',
  'percentRange',
  'range',
  'compliance100',
  'frequency',
  'milestone',
  'change',
  'rank',
  'qualitative',
] as const satisfies readonly TargetKind[]
export const levelCodes = ['MN', 'TH', 'THCS', 'THPT'] as const satisfies readonly LevelCode[]

export const targetPeriods = ['day', 'week', 'month', 'quarter', 'term', 'year'] as const

type FigureField = keyof TargetFigures

/** The figures that a kind asks for, in the order in which they are said. */
export const figureFields: Readonly<Record<TargetKind, readonly FigureField[]>> = {
  count: ['value'],
  ratio: ['numerator', 'denominator', 'percent'],
  percent: ['percent'],
  percentRange: ['min', 'max'],
  range: ['min', 'max'],
  atLeast: ['min', 'strict'],
  atMost: ['max', 'strict'],
  compliance100: [],
  frequency: ['min', 'period'],
  milestone: ['value'],
  change: ['direction', 'value', 'baseline'],
  rank: ['value'],
  qualitative: [],
}

const required: Readonly<Record<TargetKind, readonly FigureField[]>> = {
  ...figureFields,
  ratio: ['numerator', 'denominator'],
  atLeast: ['min'],
  atMost: ['max'],
  milestone: [],
  change: ['value', 'direction'],
  rank: [],
}

const noFigures: TargetFigures = {
  value: null,
  numerator: null,
  denominator: null,
  percent: null,
  min: null,
  max: null,
  strict: false,
  period: null,
  direction: null,
  baseline: null,
}

/** The figures of a kind alone: what a former kind had is not kept beside them. "100% …" is 100 by itself. */
export function figuresOfKind(kind: TargetKind, given: Partial<TargetFigures>): TargetFigures {
  const kept = Object.fromEntries(
    figureFields[kind].map((field) => [field, given[field] ?? noFigures[field]]),
  )
  return { ...noFigures, ...kept, ...(kind === 'compliance100' && { percent: 100 }) }
}

/** A target as it was read, its figures side by side. */
export function figuresRead(target: ReadTarget): TargetFigures {
  return figuresOfKind(target.kind, {
    value: target.value ?? null,
    numerator: target.numerator ?? null,
    denominator: target.denominator ?? null,
    percent: target.percent ?? null,
    min: target.min ?? null,
    max: target.max ?? null,
    strict: target.strict === true,
    period: target.period ?? null,
    direction: target.direction ?? null,
    baseline: target.baseline ?? null,
  })
}

export type TargetFault =
  | 'no_statement'
  | 'figure_missing'
  | 'min_over_max'
  | 'part_over_whole'
  | 'percent_does_not_follow'
  | 'not_reviewed'

/** What keeps a plan from being published; a figure that contradicts itself stands in the signed document and may stay. */
export const stoppingTargetFaults: readonly TargetFault[] = ['no_statement', 'figure_missing', 'not_reviewed']

/** What is wrong or missing in one target, as one sees it without looking at others. */
export function targetFaults(target: PlanTarget): TargetFault[] {
  if (target.review === 'discarded') return []
  const { numerator, denominator, percent, min, max } = target
  const faults: TargetFault[] = []
  if (target.review === 'unreviewed') faults.push('not_reviewed')
  if (target.statement.trim() === '') faults.push('no_statement')
  if (required[target.kind].some((field) => target[field] === null)) faults.push('figure_missing')
  if (min !== null && max !== null && min > max) faults.push('min_over_max')
  if (numerator !== null && denominator !== null) {
    if (numerator > denominator) faults.push('part_over_whole')
    else if (denominator > 0 && percent !== null && !follows(numerator / denominator, percent))
      faults.push('percent_does_not_follow')
  }
  return faults
}

// Rounded or cut off, both are written; so one unit of the last printed digit is allowed for.
function follows(share: number, percent: number): boolean {
  const decimals = String(percent).split('.')[1]?.length ?? 0
  return Math.abs(share * 100 - percent) <= 10 ** -decimals + 1e-9
}

type Language = 'vi' | 'en'
const words = {
  vi: {
    over: 'trên',
    under: 'dưới',
    atLeast: 'từ',
    atLeastEnd: 'trở lên',
    atMost: 'không quá',
    up: 'tăng',
    down: 'giảm',
    rank: 'thứ',
    times: 'lần',
    each: { day: 'ngày', week: 'tuần', month: 'tháng', quarter: 'quý', term: 'học kỳ', year: 'năm' },
  },
  en: {
    over: 'over',
    under: 'under',
    atLeast: 'at least',
    atLeastEnd: '',
    atMost: 'at most',
    up: 'up',
    down: 'down',
    rank: 'rank',
    times: 'times',
    each: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', term: 'term', year: 'year' },
  },
} as const

/**
 * The figure of a target as such documents write it: '12.246 học sinh', '7.910/9.232 = 85,7%', 'từ 80% trở lên',
 * '97 – 98%', '≥ 1 lần/tháng', 'giảm 1,5%'. Null where there is none to show: qualitative, or a figure is missing.
 */
export function formatTargetFigure(
  target: TargetFigures & Pick<PlanTarget, 'kind' | 'unitWord'>,
  language: Language,
): string | null {
  const { value, numerator, denominator, percent, min, max, strict, unitWord } = target
  const t = words[language]
  const number = (figure: number) => formatNumber(figure, 4)
  const counted = (figure: string) =>
    unitWord === null || unitWord === '' ? figure : unitWord === '%' ? `${figure}%` : `${figure} ${unitWord}`
  switch (target.kind) {
    case 'count':
      return value === null ? null : counted(number(value))
    case 'ratio': {
      if (numerator === null || denominator === null) return null
      const fraction = `${number(numerator)}/${number(denominator)}`
      return percent === null ? fraction : `${fraction} = ${number(percent)}%`
    }
    case 'percent':
    case 'compliance100':
      return percent === null ? null : `${number(percent)}%`
    case 'percentRange':
      return min === null || max === null ? null : `${number(min)} – ${number(max)}%`
    case 'range':
      return min === null || max === null ? null : counted(`${number(min)} – ${number(max)}`)
    case 'atLeast': {
      if (min === null) return null
      const bound = counted(number(min))
      return strict ? `${t.over} ${bound}` : `${t.atLeast} ${bound} ${t.atLeastEnd}`.trim()
    }
    case 'atMost':
      return max === null ? null : `${strict ? t.under : t.atMost} ${counted(number(max))}`
    case 'frequency':
      return min === null
        ? null
        : `≥ ${number(min)} ${t.times}${target.period === null ? '' : `/${eachWord(target.period, t.each)}`}`
    case 'change':
      return value === null || target.direction === null
        ? null
        : `${t[target.direction]} ${counted(number(value))}`
    case 'milestone':
      return value === null ? unitWord : unitWord === null ? number(value) : `${unitWord} ${number(value)}`
    case 'rank':
      return value === null ? null : `${t.rank} ${number(value)}`
    case 'qualitative':
      return null
  }
}

function eachWord(period: string, each: Readonly<Record<string, string>>): string {
  return each[period] ?? period
}
