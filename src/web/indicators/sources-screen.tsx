import { type Figure, indicatorsContract, type SourceLine } from '#contract/indicators.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { formatMeasure } from '#domain/indicators/indicator.ts'
import { periods } from '#domain/submissions/round.ts'
import { addressAt } from '#web/platform/address.ts'
import { useRead } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField } from '#web/platform/search-params.ts'
import { en as submissionsEn } from '#web/submissions/submissions.en.ts'
import { vi as submissionsVi } from '#web/submissions/submissions.vi.ts'
import { LinkButton } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { FigureValue } from './figure-view.tsx'
import { en } from './indicators.en.ts'
import { vi } from './indicators.vi.ts'

const texts = { vi, en }
const periodTexts = { vi: submissionsVi.periods, en: submissionsEn.periods }
const filterShape = { period: choiceField(periods) }
type Sources = ReplyOf<typeof indicatorsContract.getSources>

/** Số này từ đâu: down the tree to the school, there to the cells, who typed them and who approved. */
export function SourcesScreen({ code }: { code: string }) {
  const { unit, year } = usePlace()
  const [filter] = useFilter(filterShape)
  const asked = {
    unitId: unit.unitId,
    schoolYear: year,
    ...(filter.period === null ? {} : { period: filter.period }),
  }
  const reading = useRead(indicatorsContract.getSources, { params: { code }, query: asked })
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" rows={8} />}>
      {(page) => <SourcesOf page={page} />}
    </Loaded>
  )
}

function SourcesOf({ page }: { page: Sources }) {
  const t = useTexts(texts)
  const names = useTexts(periodTexts)
  const language = useLanguage()
  const to = useAddress()
  const { year } = usePlace()
  const { figure } = page
  return (
    <>
      <PageHeader
        title={`${figure.name[language]}: ${page.unitName}`}
        crumbs={[
          { text: t.crumb, href: to('indicators', {}, { period: page.period }) },
          ...page.above.map((one) => ({
            text: one.name,
            href: addressAt(
              { unitCode: one.code, year },
              'indicators/$code',
              { code: figure.code },
              { period: page.period },
            ),
          })),
        ]}
        facts={
          <>
            <span>{page.period === null ? page.schoolYear : `${names[page.period]} ${page.schoolYear}`}</span>
            <span>{t.approved(figure.units, figure.asked)}</span>
            {page.rounds.map((round) => (
              <a key={round.roundId} href={to('rounds/$roundId', { roundId: round.roundId })}>
                {round.title}
              </a>
            ))}
          </>
        }
      />
      <p className="figure-large">
        <FigureValue figure={figure} measure={figure.measure} withParts />
      </p>
      {page.lines.length > 0 && (
        <section className="figure-part">
          <h2>{t.below}</h2>
          <LineTable lines={page.lines} figure={figure} period={page.period} />
        </section>
      )}
      {page.own !== null && <OwnCells own={page.own} figure={figure} />}
      {page.own === null && page.lines.length === 0 && <Notice>{t.waiting}</Notice>}
      <section className="figure-part">
        <h2>{t.definition}</h2>
        <KeyValues
          dense
          items={(['concept', 'breakdowns', 'published', 'source', 'responsible'] as const).map((key) => ({
            key,
            label: t.card[key],
            value: figure.card[key][language],
          }))}
        />
      </section>
    </>
  )
}

function LineTable({
  lines,
  figure,
  period,
}: {
  lines: readonly SourceLine[]
  figure: Figure
  period: string | null
}) {
  const t = useTexts(texts)
  const { year } = usePlace()
  return (
    <Table
      caption={t.belowCaption}
      columns={[
        { key: 'unit', title: t.columns.unit, main: true, cell: (line) => line.name },
        {
          key: 'figure',
          title: t.columns.figure,
          numeric: true,
          cell: (line) => <FigureValue figure={line} measure={figure.measure} />,
        },
        ...(figure.whole === null
          ? []
          : [{ key: 'parts', title: t.columns.parts, numeric: true, cell: partsOf }]),
        {
          key: 'approved',
          title: t.columns.approved,
          numeric: true,
          cell: (line) => `${line.units}/${line.asked}`,
        },
      ]}
      rows={lines}
      keyOf={(line) => line.unitId}
      hrefOf={(line) =>
        addressAt({ unitCode: line.code, year }, 'indicators/$code', { code: figure.code }, { period })
      }
    />
  )
}

function partsOf({ part, whole }: SourceLine): string {
  return `${part === null ? '–' : formatMeasure(part, 'count')} / ${whole === null ? '–' : formatMeasure(whole, 'count')}`
}

function OwnCells({ own, figure }: { own: NonNullable<Sources['own']>; figure: Figure }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { unit } = usePlace()
  const to = useAddress()
  const form = to('rounds/$roundId/$unitId', { roundId: own.roundId, unitId: unit.unitId })
  return (
    <section className="figure-part">
      <h2>{t.cells}</h2>
      {own.approvedAt !== null && own.approvedByName !== null && (
        <p className="muted">{t.approvedBy(own.approvedByName, formatInstant(own.approvedAt))}</p>
      )}
      <Table
        caption={t.cellsCaption}
        columns={[
          { key: 'cell', title: t.columns.cell, main: true, cell: (cell) => cell.title[language] },
          {
            key: 'figure',
            title: t.columns.figure,
            numeric: true,
            cell: (cell) =>
              cell.value === null
                ? '–'
                : formatMeasure(cell.value, figure.measure === 'count' ? 'count' : 'average'),
          },
          { key: 'person', title: t.columns.person, cell: (cell) => cell.personName ?? '–' },
          {
            key: 'at',
            title: t.columns.at,
            oneLine: true,
            cell: (cell) => (cell.at === null ? '–' : formatInstant(cell.at)),
          },
        ]}
        rows={own.cells}
        keyOf={(cell) => cell.cell}
        hrefOf={() => form}
      />
      <p>
        <LinkButton href={form}>{t.openForm}</LinkButton>
      </p>
    </section>
  )
}
