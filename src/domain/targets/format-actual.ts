import { formatNumber } from '#domain/basics/numbers.ts'
import { formatTargetFigure, type PlanTarget, type TargetFigures } from '#domain/plans/plan-target.ts'
import { measureOf } from './judge.ts'

type Language = 'vi' | 'en'
type Shown = TargetFigures & Pick<PlanTarget, 'kind' | 'unitWord'>
type Actual = { value: number | null; numerator: number | null; denominator: number | null }

/**
 * What was reached, written as its target writes its figure: '12.020 học sinh', '85,7% (7.910/9.232)', '2 lần/tháng',
 * 'giảm 1,2%' (a change that went the other way: 'tăng 0,3%'). Null where there is only a verdict.
 */
export function formatActual(target: Shown, actual: Actual, language: Language): string | null {
  const { value, numerator, denominator } = actual
  if (value === null) return null
  const other = target.direction === 'up' ? 'down' : 'up'
  const figures: TargetFigures = {
    ...target,
    min: null,
    max: null,
    numerator: null,
    denominator: null,
    percent: null,
  }
  switch (measureOf(target)) {
    case 'percent': {
      const share = `${formatNumber(value, 1)}%`
      return numerator === null || denominator === null
        ? share
        : `${share} (${formatNumber(numerator)}/${formatNumber(denominator)})`
    }
    case 'times':
      return (formatTargetFigure({ ...target, ...figures, min: value }, language) ?? '').replace('≥ ', '')
    case 'change':
      return formatTargetFigure(
        value < 0 ? { ...target, value: -value, direction: other } : { ...target, value },
        language,
      )
    case 'place':
      return formatTargetFigure({ ...target, value }, language)
    case 'number':
    case 'verdict':
      return formatTargetFigure({ ...target, ...figures, kind: 'count', value }, language)
  }
}

/** How far it is from what was promised: '280 học sinh', '2,3%'; null where nothing is missing or known. */
export function formatGap(target: Shown, gap: number | null, language: Language): string | null {
  if (gap === null || gap === 0) return null
  const measure = measureOf(target)
  const isShare = measure === 'percent' || target.unitWord === '%'
  const unitWord = isShare ? '%' : measure === 'number' || measure === 'change' ? target.unitWord : null
  const plain: Shown = { ...target, kind: 'count', value: gap, unitWord }
  return formatTargetFigure(plain, language)
}
