import { submissionsContract } from '#contract/submissions.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './my-work.en.ts'
import { vi } from './my-work.vi.ts'

const texts = { vi, en }

type Line = { key: string; title: string; href: string; closesOn: LocalDate; state: State; words: string }

/** Forms that wait: for a school those to be filled in, for an officer those sent to him. Nothing when nothing waits. */
export function FormsDueView() {
  const t = useTexts(texts).forms
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const rounds = useRead(submissionsContract.listRounds, { query: { unitId: unit.unitId, schoolYear: year } })
  const fills = may('submission.fill', unit.path)
  const due = (rounds.data ?? []).filter(
    ({ round, own }) =>
      fills &&
      own !== null &&
      own.state !== 'sent' &&
      own.state !== 'approved' &&
      (round.standing === 'open' || own.state === 'returned'),
  )
  const toReview = (rounds.data ?? []).filter(
    ({ round, counts }) => counts.sent > 0 && may('round.open', round.issuerPath),
  )
  const rows: Line[] = [
    ...due.map(
      ({ round, own }): Line => ({
        key: round.roundId,
        title: round.title,
        href: to('rounds/$roundId/$unitId', { roundId: round.roundId, unitId: unit.unitId }),
        closesOn: round.closesOn,
        state: own?.state === 'returned' ? 'late' : 'attention',
        words:
          t.states[own?.state === 'returned' ? 'returned' : own?.state === 'draft' ? 'draft' : 'missing'],
      }),
    ),
    ...toReview.map(
      ({ round, counts }): Line => ({
        key: `${round.roundId}-review`,
        title: round.title,
        href: to('rounds/$roundId', { roundId: round.roundId }),
        closesOn: round.closesOn,
        state: 'attention',
        words: t.toReview(counts.sent),
      }),
    ),
  ]
  if (rows.length === 0) return null
  return (
    <section aria-label={t.title}>
      <Table
        caption={t.title}
        rows={rows}
        keyOf={(row) => row.key}
        hrefOf={(row) => row.href}
        columns={[
          { key: 'title', title: t.columns.title, main: true, cell: (row) => row.title },
          {
            key: 'closesOn',
            title: t.columns.closesOn,
            oneLine: true,
            cell: (row) => formatDate(row.closesOn),
          },
          {
            key: 'state',
            title: t.columns.state,
            width: '240px',
            cell: (row) => (
              <StateBadge state={row.state} bare>
                {row.words}
              </StateBadge>
            ),
          },
        ]}
      />
    </section>
  )
}
