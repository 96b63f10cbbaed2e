import type { WorkRow } from '#contract/following.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { en } from './acts.en.ts'
import { vi } from './acts.vi.ts'
import './following.css'

const texts = { vi, en }

/** What stands between the unit and its issuer, below how the work stands. Nothing where there is nothing to say. */
export function LifeNote({ row }: { row: WorkRow }) {
  const t = useTexts(texts).notes
  const reason = row.reason ?? ''
  const notes = [
    row.state === 'returned' ? (reason === '' ? t.returned : t.returnedFor(reason)) : null,
    row.state === 'dropped' || row.state === 'passed_on' ? t[row.state] : null,
    row.waits.issuer === 'unit_ended' ? t.ended : null,
    row.completion === 'claimed' && !row.ownPlan ? t.claimed : null,
    row.completion === 'sent_back' && row.askedOn === null ? t.sentBack(reason) : null,
    row.askedOn === null ? null : t.asked(formatDate(row.askedOn), reason),
    row.waits.unit === 'asked' ? t.unanswered : null,
    row.state === 'given' && !row.unitEnded && row.standing.kind !== 'later' ? t.given : null,
    row.carried && row.status !== 'done' ? t.carried : null,
    row.holderName === null ? null : t.holder(row.holderName),
    row.printedDueOn !== null && row.dueOn !== row.printedDueOn
      ? t.granted(formatDate(row.printedDueOn))
      : null,
  ].filter((note) => note !== null)
  if (notes.length === 0) return null
  return (
    <span className="life-note">
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </span>
  )
}
