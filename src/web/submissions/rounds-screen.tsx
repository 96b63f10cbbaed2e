import { type RoundLine, submissionsContract } from '#contract/submissions.ts'
import { daysBetween, formatDate } from '#domain/basics/dates.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay, useSession } from '#web/platform/session.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { StandingBadge } from './standing-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import './submissions.css'

const texts = { vi, en }

/** Thu số liệu: what the unit has to fill in itself, and the rounds that it follows. */
export function RoundsScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const mayOpen = may('round.open', unit.path)
  const reading = useRead(submissionsContract.listRounds, {
    query: { unitId: unit.unitId, schoolYear: year },
  })
  const openLink = mayOpen ? (
    <LinkButton kind="primary" icon="plus" href={to('rounds/new')}>
      {t.rounds.open}
    </LinkButton>
  ) : null
  return (
    <>
      <PageHeader
        title={t.title}
        acts={
          <>
            {(reading.data ?? []).filter(isFollowed).length > 1 && (
              <LinkButton href={to('rounds/all')}>{t.round.matrix}</LinkButton>
            )}
            {openLink}
          </>
        }
      />
      <Loaded reading={reading}>
        {(rounds) => {
          if (rounds.length === 0) {
            return (
              <EmptyState title={t.rounds.empty} act={openLink}>
                {mayOpen ? t.rounds.emptyOfficer : t.rounds.emptySchool}
              </EmptyState>
            )
          }
          const own = rounds.filter((line) => line.own !== null).toSorted(byUrgency)
          const followed = rounds.filter(isFollowed)
          return (
            <>
              {own.length > 0 && (
                <section className="rounds-part">
                  <h2>{t.rounds.own}</h2>
                  <OwnTable lines={own} />
                </section>
              )}
              {followed.length > 0 && (
                <section className="rounds-part">
                  {own.length > 0 && <h2>{t.rounds.all}</h2>}
                  <RoundTable lines={followed} />
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

// A school's own form is no round to follow.
function isFollowed({ own, counts }: RoundLine): boolean {
  return own === null || counts.asked > 1
}

// What was returned comes first, then what is open and not sent, the nearest day first.
function byUrgency(a: RoundLine, b: RoundLine): number {
  return urgency(a) - urgency(b) || (a.round.closesOn < b.round.closesOn ? -1 : 1)
}

function urgency({ round, own }: RoundLine): number {
  if (own?.state === 'returned') return 0
  if (own?.state === 'sent' || own?.state === 'approved') return 3
  return round.standing === 'open' ? 1 : 2
}

function useRoundColumns(): {
  title: Column<RoundLine>
  period: Column<RoundLine>
  closes: Column<RoundLine>
} {
  const t = useTexts(texts)
  const { today } = useSession()
  const columns = t.rounds.columns
  return {
    title: { key: 'title', title: columns.title, main: true, cell: ({ round }) => round.title },
    period: {
      key: 'period',
      title: columns.period,
      cell: ({ round }) => `${t.periods[round.period]} ${round.schoolYear}`,
    },
    closes: {
      key: 'closes',
      title: columns.closes,
      oneLine: true,
      cell: ({ round }) => {
        const day = formatDate(round.closesOn)
        switch (round.standing) {
          case 'open':
            return `${day}, ${t.due.left(daysBetween(today, round.closesOn))}`
          case 'closed':
            return `${day}, ${t.standing.closed}`
          case 'not_yet':
            return `${day}, ${t.standing.not_yet(formatDate(round.opensOn))}`
        }
      },
    },
  }
}

function OwnTable({ lines }: { lines: readonly RoundLine[] }) {
  const t = useTexts(texts)
  const { unit } = usePlace()
  const to = useAddress()
  const { title, period, closes } = useRoundColumns()
  const state: Column<RoundLine> = {
    key: 'state',
    title: t.rounds.columns.state,
    cell: ({ own }) => <StandingBadge state={own?.state ?? null} bare />,
    width: '190px',
  }
  return (
    <Table
      caption={t.rounds.ownCaption}
      columns={[title, period, closes, state]}
      rows={lines}
      keyOf={({ round }) => round.roundId}
      hrefOf={({ round }) => to('rounds/$roundId/$unitId', { roundId: round.roundId, unitId: unit.unitId })}
    />
  )
}

function RoundTable({ lines }: { lines: readonly RoundLine[] }) {
  const t = useTexts(texts)
  const to = useAddress()
  const { title, period, closes } = useRoundColumns()
  const count = (key: string, name: string, of: (line: RoundLine) => string): Column<RoundLine> => ({
    key,
    title: name,
    numeric: true,
    cell: of,
  })
  const columns = t.rounds.columns
  return (
    <Table
      caption={t.rounds.allCaption}
      columns={[
        title,
        period,
        closes,
        count('approved', columns.approved, ({ counts }) => t.rounds.of(counts.approved, counts.asked)),
        count('waiting', columns.waiting, ({ counts }) => String(counts.sent)),
        count('missing', columns.missing, ({ counts }) =>
          String(counts.missing + counts.draft + counts.returned),
        ),
      ]}
      rows={lines}
      keyOf={({ round }) => round.roundId}
      hrefOf={({ round }) => to('rounds/$roundId', { roundId: round.roundId })}
    />
  )
}
