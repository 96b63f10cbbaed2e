import type { TargetLine } from '#contract/targets.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { formatActual } from '#domain/targets/format-actual.ts'
import { addressAt } from '#web/platform/address.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { TargetStateBadge } from './target-state-view.tsx'
import { en } from './targets.en.ts'
import { vi } from './targets.vi.ts'
import './targets.css'

const texts = { vi, en }

export type LastYearViewProps = {
  line: TargetLine
  schoolYear: SchoolYear
  /** The way to its page; left out inside of a list's row, which is one thing to press. */
  linked?: boolean
}

/** In one look: what last year's plan promised, what came of it, and who or what says so. */
export function LastYearView({ line, schoolYear, linked = false }: LastYearViewProps) {
  const t = useTexts(texts).lastYear
  const language = useLanguage()
  const { unit } = usePlace()
  const promised = formatTargetFigure(line, language)
  const { standing } = line
  const actual = standing?.actual ?? null
  const reached = actual === null ? null : formatActual(line, actual, language)
  return (
    <p className="last-year">
      <span>{t.title(schoolYear)}</span>
      {promised !== null && <span>{t.promised(promised)}</span>}
      {reached !== null && <b>{t.reached(reached)}</b>}
      {standing !== null && <TargetStateBadge state={standing.state} why={standing.why} />}
      {actual !== null && (
        <span className="muted">
          {actual.source.kind === 'person'
            ? t.byPerson(actual.source.name, formatDate(actual.asOf), actual.source.note)
            : t.byFigures(actual.source.units, actual.source.asked, formatDate(actual.asOf))}
        </span>
      )}
      {linked && (
        <a
          href={addressAt({ unitCode: unit.code, year: schoolYear }, 'targets/{-$targetId}', {
            targetId: line.targetId,
          })}
        >
          {t.open}
        </a>
      )}
    </p>
  )
}
