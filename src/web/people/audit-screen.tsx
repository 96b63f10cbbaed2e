import { type AuditEntryView, tenantContract } from '#contract/people.ts'
import { formatDate, parseLocalDate } from '#domain/basics/dates.ts'
import type { PersonId, UnitId } from '#domain/basics/ids.ts'
import { useReadPages } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { allRows } from '#web/platform/list-file.ts'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, readField, textField, writeSearch } from '#web/platform/search-params.ts'
import { Button } from '#web/ui/button.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { SplitPane } from '#web/ui/split-pane.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { AuditEntry } from './audit-entry-view.tsx'
import { AuditFilters } from './audit-filters-view.tsx'
import { en as englishWords } from './audit-words.en.ts'
import { vi as vietnameseWords } from './audit-words.vi.ts'
import { en } from './audit.en.ts'
import { vi } from './audit.vi.ts'
import './audit.css'
import './people.css'

const texts = { vi, en }
const words = { vi: vietnameseWords, en: englishWords }
// Object.keys loses the key type; the table of words is the only source.
const kinds = Object.keys(vi.kinds) as (keyof typeof vi.kinds)[]
const uuid = <T extends string>() => readField((text) => (/^[0-9a-f-]{36}$/i.test(text) ? (text as T) : null))
const filterShape = {
  search: textField(),
  kind: choiceField(kinds),
  unit: uuid<UnitId>(),
  person: uuid<PersonId>(),
  object: uuid<string>(),
  from: readField(parseLocalDate),
  to: readField(parseLocalDate),
  entry: textField(),
}
const noFilter = { search: '', kind: null, unit: null, person: null, object: null, from: null, to: null }

/** Nhật ký: who changed what, when; a row opens what was before and after. */
export function AuditScreen() {
  const t = useTexts(texts)
  const { actions } = useTexts(words)
  const to = useAddress()
  const [filter, change] = useFilter(filterShape)
  const { entry, ...kept } = filter
  const isOpen = /^\d+$/.test(entry)
  const datesWrong = filter.from !== null && filter.to !== null && filter.from > filter.to
  const query = {
    ...(filter.search === '' ? {} : { search: filter.search }),
    ...(filter.kind === null ? {} : { objectKind: filter.kind }),
    ...(filter.unit === null ? {} : { unitId: filter.unit }),
    ...(filter.person === null ? {} : { personId: filter.person }),
    ...(filter.object === null ? {} : { objectId: filter.object }),
    ...(filter.from === null ? {} : { from: filter.from }),
    ...(filter.to === null ? {} : { to: filter.to }),
  }
  const pages = useReadPages(tenantContract.listAudit, { query }, (last, input) =>
    last.next === null ? null : { query: { ...input.query, before: last.next } },
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const isFiltered = Object.keys(query).length > 0
  const clear = () => change(noFilter)
  const hrefOf = (entryId: number | null) => `${to('audit')}${writeSearch({ ...kept, entry: entryId })}`
  const columns: Column<AuditEntryView>[] = [
    {
      key: 'action',
      title: t.columns.action,
      main: true,
      cell: (row) => (
        <>
          {actions[row.action] ?? row.action}
          {isOpen && (
            <span className="person-title">
              {[row.objectName, row.actorName].filter((part) => part !== '').join(' · ')}
            </span>
          )}
        </>
      ),
      ...(isOpen ? {} : { width: '20%' }),
    },
    ...(isOpen
      ? []
      : [
          { key: 'object', title: t.columns.object, cell: (row: AuditEntryView) => row.objectName },
          {
            key: 'unit',
            title: t.columns.unit,
            cell: (row: AuditEntryView) => row.unitName ?? '',
            width: '18%',
          },
          {
            key: 'actor',
            title: t.columns.actor,
            cell: (row: AuditEntryView) => row.actorName,
            width: '17%',
          },
        ]),
    {
      key: 'at',
      title: t.columns.at,
      cell: (row) => formatInstant(row.at),
      oneLine: true,
      width: '150px',
      titleUnseen: isOpen,
    },
  ]
  const file = async () => ({
    title: t.title,
    facts: [
      filter.search === '' ? null : `“${filter.search}”`,
      filter.kind === null ? null : t.kinds[filter.kind],
    ].filter((fact) => fact !== null),
    columns: [
      { title: t.columns.at, width: 20, value: (row: AuditEntryView) => formatInstant(row.at) },
      { title: t.columns.actor, width: 26, value: (row: AuditEntryView) => row.actorName },
      {
        title: t.columns.action,
        width: 34,
        value: (row: AuditEntryView) => actions[row.action] ?? row.action,
      },
      { title: t.columns.object, width: 50, value: (row: AuditEntryView) => row.objectName },
      { title: t.columns.unit, width: 28, value: (row: AuditEntryView) => row.unitName },
    ],
    rows: await allRows(
      tenantContract.listAudit,
      { query },
      (page) => page.rows,
      (page, asked) => (page.next === null ? null : { query: { ...asked.query, before: page.next } }),
    ),
  })
  const list = (
    <>
      <PageHeader
        title={t.title}
        facts={t.lead}
        acts={
          <>
            {rows.length > 0 && <ListFileButton make={file} />}
            <Button icon="print" onPress={() => window.print()}>
              {t.print}
            </Button>
          </>
        }
      />
      <FilterBar
        search={{
          value: filter.search,
          onChange: (search) => change({ search }, 'typed'),
          placeholder: t.search,
        }}
        {...(pages.data === undefined ? {} : { count: t.count(rows.length, pages.hasNextPage) })}
        onClear={isFiltered ? clear : undefined}
      >
        <FilterChoice
          label={t.filters.kind}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          options={kinds.map((value) => ({ value, text: t.kinds[value] }))}
        />
      </FilterBar>
      <AuditFilters
        values={{ unitId: filter.unit, personId: filter.person, from: filter.from, to: filter.to }}
        onChange={({ unitId, personId, ...days }) =>
          change({
            ...days,
            ...(unitId === undefined ? {} : { unit: unitId }),
            ...(personId === undefined ? {} : { person: personId }),
          })
        }
      />
      {filter.object !== null && (
        <div className="audit-object screen-only">
          <span>{rows[0] === undefined ? t.onlyObject : t.onlyObjectOf(rows[0].objectName)}</span>
          <Button size="small" kind="quiet" onPress={() => change({ object: null })}>
            {t.allObjects}
          </Button>
        </div>
      )}
      {datesWrong && <Notice kind="warning">{t.datesWrong}</Notice>}
      <PrintedFilter
        filter={filter}
        unitName={rows[0]?.unitName ?? null}
        personName={rows[0]?.actorName ?? null}
      />
      {pages.error !== null && <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />}
      {pages.isPending && <LoadingState rows={12} />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState
          title={isFiltered ? t.empty.none : t.empty.title}
          act={isFiltered && <Button onPress={clear}>{t.empty.clear}</Button>}
        >
          {!isFiltered && t.empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={t.caption}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.entryId)}
          hrefOf={(row) => hrefOf(row.entryId)}
          openKey={entry}
          groupOf={(row) => ({
            key: formatInstant(row.at).slice(0, 10),
            title: formatInstant(row.at).slice(0, 10),
          })}
        />
      )}
      {rows.length > 0 && (
        <ShowMore
          shown={rows.length}
          busy={pages.isFetchingNextPage}
          onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
        />
      )}
    </>
  )
  const found = rows.find((row) => String(row.entryId) === entry)
  return (
    <SplitPane
      list={list}
      detail={
        isOpen ? (
          <AuditEntry
            key={entry}
            entryId={Number(entry)}
            known={found ?? null}
            hrefOf={(part) => `${to('audit')}${writeSearch(part)}`}
          />
        ) : null
      }
      closeHref={hrefOf(null)}
      detailLabel={t.entry.label}
    />
  )
}

type PrintedProps = {
  filter: {
    search: string
    kind: keyof typeof vi.kinds | null
    unit: string | null
    person: string | null
    from: Parameters<typeof formatDate>[0] | null
    to: Parameters<typeof formatDate>[0] | null
  }
  unitName: string | null
  personName: string | null
}

/** On paper the fields are gone: what was asked for is said in words. */
function PrintedFilter({ filter, unitName, personName }: PrintedProps) {
  const t = useTexts(texts)
  const parts = [
    filter.kind === null ? null : t.kinds[filter.kind],
    filter.unit === null ? null : unitName,
    filter.person === null ? null : personName,
    filter.from === null ? null : `${t.printed.from} ${formatDate(filter.from)}`,
    filter.to === null ? null : `${t.printed.to} ${formatDate(filter.to)}`,
    filter.search === '' ? null : `${t.printed.words} “${filter.search}”`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : (
    <p className="audit-printed">
      {t.printed.filtered}: {parts.join('; ')}
    </p>
  )
}
