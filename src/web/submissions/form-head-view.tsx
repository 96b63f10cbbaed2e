import type { ReactNode } from 'react'
import type { SubmissionView } from '#contract/submissions.ts'
import { daysBetween, formatDate } from '#domain/basics/dates.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { StandingBadge } from './standing-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'

const texts = { vi, en }

/** Which form, whose, for when, until when, how it stands. */
export function FormHead({ view, acts }: { view: SubmissionView; acts?: ReactNode }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const { today } = useSession()
  const { round, unit } = view
  const isOpen =
    round.standing === 'open' && (view.state === null || view.state === 'draft' || view.state === 'returned')
  return (
    <PageHeader
      title={`${view.form.title[language]}: ${unit.name}`}
      crumbs={[
        { text: t.round.crumb, href: to('rounds') },
        { text: round.title, href: to('rounds/$roundId', { roundId: round.roundId }) },
      ]}
      facts={
        <>
          <StandingBadge state={view.state} />
          <span>{`${t.periods[round.period]} ${round.schoolYear}`}</span>
          <span>{t.due.day(formatDate(round.closesOn))}</span>
          {isOpen && <span>{t.due.left(daysBetween(today, round.closesOn))}</span>}
          {round.standing === 'not_yet' && <span>{t.standing.not_yet(formatDate(round.opensOn))}</span>}
          {round.standing === 'closed' && <span>{t.standing.closed}</span>}
        </>
      }
      acts={acts}
    />
  )
}
