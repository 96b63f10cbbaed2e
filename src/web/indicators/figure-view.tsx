import { formatMeasure, type Measure } from '#domain/indicators/indicator.ts'
import { useTexts } from '#web/platform/language.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './indicators.en.ts'
import { vi } from './indicators.vi.ts'
import './indicators.css'

const texts = { vi, en }

export type Shown = {
  value: number | null
  why: 'not_reported' | 'zero_whole' | null
  part: number | null
  whole: number | null
}

/** A figure as it is printed, or why there is none; of a share also its two parts. */
export function FigureValue({
  figure,
  measure,
  withParts = false,
}: {
  figure: Shown
  measure: Measure
  withParts?: boolean
}) {
  const t = useTexts(texts)
  if (figure.value === null)
    return (
      <StateBadge state="none" bare>
        {t.why[figure.why ?? 'not_reported']}
      </StateBadge>
    )
  const { part, whole } = figure
  return (
    <span className="figure-value">
      {formatMeasure(figure.value, measure)}
      {withParts && part !== null && whole !== null && (
        <span className="figure-parts">
          {t.parts(formatMeasure(part, 'count'), formatMeasure(whole, 'count'))}
        </span>
      )}
    </span>
  )
}
