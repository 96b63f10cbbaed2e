import { type Figure, indicatorsContract } from '#contract/indicators.ts'
import { periods } from '#domain/submissions/round.ts'
import { type RollupOwnership, rollupOwnerships } from '#domain/submissions/rollup.ts'
import { useRead } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField } from '#web/platform/search-params.ts'
import { en as submissionsEn } from '#web/submissions/submissions.en.ts'
import { vi as submissionsVi } from '#web/submissions/submissions.vi.ts'
import { LinkButton } from '#web/ui/button.tsx'
import { Segments } from '#web/ui/choice-list.tsx'
import { FilterBar } from '#web/ui/filter-bar.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { type Column, sheetColumns, Table } from '#web/ui/table.tsx'
import { FigureValue } from './figure-view.tsx'
import { en } from './indicators.en.ts'
import { vi } from './indicators.vi.ts'

const texts = { vi, en }
const periodTexts = { vi: submissionsVi.periods, en: submissionsEn.periods }
const filterShape = { period: choiceField(periods) }

/** The indicators of the unit for a period; every one leads to where it comes from. */
export function IndicatorsScreen() {
  const t = useTexts(texts)
  const names = useTexts(periodTexts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const asked = {
    unitId: unit.unitId,
    schoolYear: year,
    ...(filter.period === null ? {} : { period: filter.period }),
  }
  const reading = useRead(indicatorsContract.listFigures, { query: asked }, { keepFormer: true })
  const figures = (reading.data?.figures ?? []).filter(
    ({ card }) => card.level === null || reading.data?.levels.includes(card.level),
  )
  const columns = useColumns(figures)
  const period = reading.data?.period ?? null
  return (
    <>
      <PageHeader
        title={t.title(unit.name)}
        acts={
          figures.length > 0 && (
            <ListFileButton
              make={async () =>
                await Promise.resolve({
                  title: t.title(unit.name),
                  facts: period === null ? [] : [`${year}, ${names[period]}`],
                  columns: sheetColumns(columns),
                  rows: figures,
                })
              }
            />
          )
        }
      />
      <Loaded reading={reading}>
        {(page) =>
          page.period === null ? (
            <EmptyState title={t.empty} act={<LinkButton href={to('rounds')}>{t.emptyAct}</LinkButton>}>
              {t.emptyText}
            </EmptyState>
          ) : (
            <>
              <FilterBar count={t.approved(page.approved, page.asked)}>
                <Segments
                  label={t.period}
                  choices={page.available.map((value) => ({ value, text: names[value] }))}
                  value={page.period}
                  onChange={(period) => change({ period })}
                />
              </FilterBar>
              <FigureTable figures={figures} columns={columns} period={page.period} />
              <p className="muted dense figure-source">
                {t.rounds(page.rounds.map((round) => round.title).join('; '))}
              </p>
            </>
          )
        }
      </Loaded>
    </>
  )
}

function useColumns(figures: readonly Figure[]): Column<Figure>[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const present = rollupOwnerships.filter((ownership) =>
    figures.some((figure) => figure.byOwnership.some((one) => one.ownership === ownership)),
  )
  const ofOwnership = (ownership: RollupOwnership): Column<Figure> => ({
    key: ownership,
    title: t.ownerships[ownership],
    numeric: true,
    sheet: {
      format: 'decimal',
      value: (figure) => figure.byOwnership.find((one) => one.ownership === ownership)?.value ?? null,
    },
    cell: (figure) => {
      const own = figure.byOwnership.find((one) => one.ownership === ownership)
      return own === undefined || own.value === null ? (
        '–'
      ) : (
        <FigureValue figure={own} measure={figure.measure} />
      )
    },
  })
  return [
    { key: 'name', title: t.columns.name, main: true, cell: (figure) => figure.name[language] },
    {
      key: 'value',
      title: t.columns.value,
      numeric: true,
      cell: (figure) => <FigureValue figure={figure} measure={figure.measure} />,
      sheet: { format: 'decimal', value: (figure) => figure.value },
    },
    ...(present.length > 1 ? present.map(ofOwnership) : []),
    {
      key: 'units',
      title: t.columns.units,
      numeric: true,
      cell: (figure) => `${figure.units}/${figure.asked}`,
    },
  ]
}

function FigureTable({
  figures,
  columns,
  period,
}: {
  figures: readonly Figure[]
  columns: readonly Column<Figure>[]
  period: string
}) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  return (
    <Table
      caption={t.caption}
      columns={columns}
      rows={figures}
      keyOf={(figure) => figure.code}
      hrefOf={(figure) => to('indicators/$code', { code: figure.code }, { period })}
      groupOf={(figure) => ({ key: figure.card.group.en, title: figure.card.group[language] })}
    />
  )
}
