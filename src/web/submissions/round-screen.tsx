import { useState } from 'react'
import { type MatrixLine, type RoundHead, submissionsContract } from '#contract/submissions.ts'
import type { RoundId } from '#domain/basics/ids.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { submissionStates } from '#domain/submissions/workflow.ts'
import { levelsOf, schoolLevels } from '#domain/units/unit.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, textField } from '#web/platform/search-params.ts'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { FormScreen } from './form-screen.tsx'
import { MatrixLegend, MatrixView } from './matrix-view.tsx'
import { RoundDaysDialog } from './round-days-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import './submissions.css'

const texts = { vi, en }
const states = ['missing', ...submissionStates] as const
const filterShape = { search: textField(), state: choiceField(states), level: choiceField(schoolLevels) }

/** Theo dõi nộp of one round; for a unit that is asked itself and has none below, its own form. */
export function RoundScreen({ roundId }: { roundId: RoundId }) {
  const { unit, year } = usePlace()
  const reading = useRead(submissionsContract.getMatrix, {
    query: { unitId: unit.unitId, schoolYear: year, roundId },
  })
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" rows={12} />}>
      {({ rounds, lines }) => {
        const found = rounds[0]
        const only = lines.length === 1 ? lines[0] : undefined
        if (found === undefined) return null
        if (only !== undefined && only.unitId === unit.unitId)
          return <FormScreen roundId={roundId} unitId={only.unitId} />
        return <OneRound round={found.round} counts={found.counts} lines={lines} />
      }}
    </Loaded>
  )
}

/** All rounds of the year at once. */
export function MatrixScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const reading = useRead(submissionsContract.getMatrix, { query: { unitId: unit.unitId, schoolYear: year } })
  return (
    <div data-wide-page>
      <PageHeader title={t.round.matrix} crumbs={[{ text: t.round.crumb, href: to('rounds') }]} />
      <Loaded reading={reading}>
        {({ rounds, lines }) => <Lines rounds={rounds.map((one) => one.round)} lines={lines} />}
      </Loaded>
    </div>
  )
}

function OneRound({
  round,
  counts,
  lines,
}: {
  round: RoundHead
  counts: { approved: number; asked: number; sent: number }
  lines: readonly MatrixLine[]
}) {
  const t = useTexts(texts)
  const to = useAddress()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const first = lines.find((line) => line.cells[0]?.state === 'sent' && may('submission.review', line.path))
  return (
    <>
      <PageHeader
        title={round.title}
        crumbs={[{ text: t.round.crumb, href: to('rounds') }]}
        facts={
          <>
            <span>{t.round.counts(counts.approved, counts.asked)}</span>
            <span>{t.round.days(formatDate(round.opensOn), formatDate(round.closesOn))}</span>
            <span>{t.round.audience(round.audienceWords)}</span>
          </>
        }
        acts={
          <>
            {may('round.open', round.issuerPath) && (
              <Button onPress={() => setChanging(true)}>{t.round.change}</Button>
            )}
            {first !== undefined && (
              <LinkButton
                kind="primary"
                href={to('rounds/$roundId/$unitId', { roundId: round.roundId, unitId: first.unitId })}
              >
                {t.round.review(counts.sent)}
              </LinkButton>
            )}
          </>
        }
      />
      <Lines rounds={[round]} lines={lines} />
      {changing && <RoundDaysDialog round={round} onClose={() => setChanging(false)} />}
    </>
  )
}

function Lines({ rounds, lines }: { rounds: readonly RoundHead[]; lines: readonly MatrixLine[] }) {
  const t = useTexts(texts)
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const wanted = fold(filter.search)
  const hasState = (line: MatrixLine) =>
    filter.state === null ||
    line.cells.some((cell) => cell !== null && (cell.state ?? 'missing') === filter.state)
  const hasLevel = (line: MatrixLine) => filter.level === null || levelsOf(line).includes(filter.level)
  const shown = lines.filter(
    (line) =>
      hasState(line) &&
      hasLevel(line) &&
      (wanted === '' || fold(`${line.name} ${line.code}`).includes(wanted)),
  )
  const isFiltered = filter.search !== '' || filter.state !== null || filter.level !== null
  const clear = () => change({ search: '', state: null, level: null })
  const countOf = (state: (typeof states)[number]) =>
    lines.filter((line) => line.cells.some((cell) => cell !== null && (cell.state ?? 'missing') === state))
      .length
  const levels = schoolLevels.filter((level) => lines.some((line) => levelsOf(line).includes(level)))
  const file = async () =>
    await Promise.resolve({
      title: rounds.length === 1 ? (rounds[0]?.title ?? t.title) : t.round.matrix,
      facts: [
        filter.state === null ? null : t.states[filter.state],
        filter.level === null ? null : t.round.levels[filter.level],
        filter.search === '' ? null : `“${filter.search}”`,
      ].filter((fact) => fact !== null),
      columns: [
        { title: t.round.unit, width: 40, value: (line: MatrixLine) => line.name },
        ...rounds.map((round, index) => ({
          title: round.title,
          width: 22,
          value: ({ cells }: MatrixLine) => {
            const cell = cells[index] ?? null
            return cell === null ? null : t.states[cell.state ?? 'missing']
          },
        })),
      ],
      rows: shown,
    })
  return (
    <>
      <FilterBar
        search={{
          value: filter.search,
          onChange: (search) => change({ search }, 'typed'),
          placeholder: t.round.search,
        }}
        count={t.round.count(shown.length)}
        onClear={isFiltered ? clear : undefined}
        end={shown.length > 0 && <ListFileButton make={file} />}
      >
        <FilterChoice
          label={t.round.filters.state}
          value={filter.state}
          onChange={(state) => change({ state })}
          options={states.map((value) => ({ value, text: t.states[value], hint: String(countOf(value)) }))}
        />
        {levels.length > 1 && (
          <FilterChoice
            label={t.round.filters.level}
            value={filter.level}
            onChange={(level) => change({ level })}
            options={levels.map((value) => ({ value, text: t.round.levels[value] }))}
          />
        )}
      </FilterBar>
      {rounds.length > 1 && <MatrixLegend />}
      {shown.length === 0 ? (
        <EmptyState
          title={t.round.none}
          act={isFiltered && <Button onPress={clear}>{t.round.clear}</Button>}
        />
      ) : (
        <MatrixView
          rounds={rounds}
          lines={shown}
          hrefOf={(roundId, unitId) => to('rounds/$roundId/$unitId', { roundId, unitId })}
        />
      )}
    </>
  )
}
