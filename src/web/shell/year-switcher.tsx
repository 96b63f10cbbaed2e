import { useLocation } from '@tanstack/react-router'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useStandingAddress } from './frame-context.tsx'
import { shellTexts } from './shell-texts.ts'

export function YearSwitcher() {
  const t = useTexts(shellTexts)
  const { unit, year } = usePlace()
  const { schoolYears } = useSession()
  const go = useGo()
  const pathname = useLocation({ select: (location) => location.pathname })
  const standingAt = useStandingAddress()
  // The address may name a year of which nothing is known yet.
  const years = schoolYears.includes(year) ? schoolYears : [...schoolYears, year]
  return (
    <span className="bar-select">
      <select
        className="bar-button"
        aria-label={t.year}
        value={year}
        onChange={(event) => {
          const chosen = years.find((known) => known === event.target.value)
          if (chosen !== undefined) go(standingAt(pathname, unit.code, chosen))
        }}
      >
        {years.map((known) => (
          <option key={known} value={known}>
            {known}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={16} />
    </span>
  )
}
