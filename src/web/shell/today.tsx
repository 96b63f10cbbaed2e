import { formatDate } from '#domain/basics/dates.ts'
import { useStatusReading } from '#web/platform/frame-data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { shellTexts } from './shell-texts.ts'

/** The business date, on which "late" and "due" rest: 'Hôm nay: 20/01/2025 (ngày của bản demo)'. */
export function Today() {
  const t = useTexts(shellTexts).person
  const { today, todayIsSet } = useSession()
  const status = useStatusReading()
  const why = status.data?.demo === true ? t.todayDemo : t.todaySet
  return (
    <p className="today">
      <span>{t.today(formatDate(today))}</span> {todayIsSet && <span>({why})</span>}
    </p>
  )
}
