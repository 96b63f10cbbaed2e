import { useState } from 'react'
import { accountsContract } from '#contract/people.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import { useReadPages } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { allRows } from '#web/platform/list-file.ts'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField, textField, writeSearch } from '#web/platform/search-params.ts'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterBar, FilterChoice } from '#web/ui/filter-bar.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { SplitPane } from '#web/ui/split-pane.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { sheetColumns } from '#web/ui/table.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { IssueDialog, type Issued, type Wanted } from './issue-dialog.tsx'
import { en } from './people.en.ts'
import { PeopleTable, usePeopleColumns } from './people-table.tsx'
import { vi } from './people.vi.ts'
import { PersonDetail } from './person-detail-view.tsx'
import { SlipsView } from './slips-view.tsx'
import { useEveryone } from './use-everyone.ts'
import './people.css'

const texts = { vi, en }
const states = ['active', 'invited', 'deactivated'] as const
const filterShape = { state: choiceField(states), search: textField() }
const nobody: ReadonlySet<string> = new Set()

/** Người dùng: who works in the unit and below it; one opens beside the list, several get their slips at once. */
export function PeopleScreen({ personId }: { personId: PersonId | null }) {
  const t = useTexts(texts)
  const { unit } = usePlace()
  const to = useAddress()
  const mayChange = useMay()('person.change', unit.path)
  const [filter, change] = useFilter(filterShape)
  const [chosen, setChosen] = useState(nobody)
  const [adding, setAdding] = useState(false)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  const query = {
    unitId: unit.unitId,
    ...(filter.state === null ? {} : { state: filter.state }),
    ...(filter.search === '' ? {} : { search: filter.search }),
  }
  const pages = useReadPages(accountsContract.listPeople, { query }, (last, input) =>
    last.next === null ? null : { query: { ...input.query, after: last.next } },
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pages.data?.pages.at(-1)?.total ?? 0
  const everyone = useEveryone(query, setChosen)
  const isFiltered = filter.state !== null || filter.search !== ''
  const kept = writeSearch({ state: filter.state, search: filter.search })
  const hrefOf = (id: PersonId | null) => `${to('people/{-$personId}', { personId: id })}${kept}`
  const clear = () => change({ state: null, search: '' })

  const columns = usePeopleColumns(false)
  const file = async () => ({
    title: t.titleOf(unit.name),
    facts: [
      filter.state === null ? null : t.states[filter.state],
      filter.search === '' ? null : `“${filter.search}”`,
    ].filter((fact) => fact !== null),
    columns: [
      ...sheetColumns(columns),
      { title: t.form.jobTitle, width: 24, value: (row: (typeof rows)[number]) => row.jobTitle },
    ],
    rows: await allRows(
      accountsContract.listPeople,
      { query },
      (page) => page.rows,
      (page, asked) => (page.next === null ? null : { query: { ...asked.query, after: page.next } }),
    ),
  })

  if (issued !== null) {
    const done = () => {
      setIssued(null)
      setChosen(nobody)
    }
    return <SlipsView issued={issued} onDone={done} />
  }
  const list = (
    <>
      <PageHeader
        title={t.titleOf(unit.name)}
        acts={
          <>
            {rows.length > 0 && <ListFileButton make={file} />}
            {mayChange && (
              <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
                {t.add}
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        search={{
          value: filter.search,
          onChange: (search) => change({ search }, 'typed'),
          placeholder: t.search,
        }}
        {...(pages.data === undefined ? {} : { count: t.count(total) })}
        onClear={isFiltered ? clear : undefined}
      >
        <FilterChoice
          label={t.filterState}
          value={filter.state}
          onChange={(state) => change({ state })}
          options={states.map((value) => ({ value, text: t.states[value] }))}
        />
      </FilterBar>
      {chosen.size > 0 && (
        <div className="people-chosen" role="group" aria-label={t.selection.count(chosen.size)}>
          <b role="status">{t.selection.count(chosen.size)}</b>
          <Button kind="primary" size="small" icon="print" onPress={() => setWanted(wantedOf(chosen, rows))}>
            {t.selection.slips}
          </Button>
          {chosen.size < total && (
            <Button kind="quiet" size="small" busy={everyone.busy} onPress={everyone.choose}>
              {t.selection.all(total)}
            </Button>
          )}
          <Button kind="quiet" size="small" onPress={() => setChosen(nobody)}>
            {t.selection.clear}
          </Button>
        </div>
      )}
      {everyone.error !== null && <ErrorState error={everyone.error} />}
      {pages.error !== null && <ErrorState error={pages.error} onAgain={() => void pages.refetch()} />}
      {pages.isPending && <LoadingState rows={10} />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState
          title={isFiltered ? t.empty.none : t.empty.title}
          act={
            isFiltered ? (
              <Button onPress={clear}>{t.empty.clear}</Button>
            ) : (
              mayChange && (
                <Button kind="primary" onPress={() => setAdding(true)}>
                  {t.add}
                </Button>
              )
            )
          }
        >
          {!isFiltered && t.empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <PeopleTable
          rows={rows}
          hrefOf={(row) => hrefOf(row.personId)}
          openKey={personId}
          chosen={mayChange ? chosen : null}
          onChosen={setChosen}
          narrow={personId !== null}
        />
      )}
      {rows.length > 0 && (
        <ShowMore
          shown={rows.length}
          total={total}
          busy={pages.isFetchingNextPage}
          onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
        />
      )}
    </>
  )
  return (
    <>
      <SplitPane
        list={list}
        detail={
          personId === null ? null : (
            <PersonDetail
              key={personId}
              personId={personId}
              mayChange={mayChange}
              onSlip={(person) => setWanted(wantedOf(new Set([person.personId]), [person]))}
            />
          )
        }
        closeHref={hrefOf(null)}
        detailLabel={t.detail.label}
      />
      {adding && <AddPersonDialog hrefOf={hrefOf} onClose={() => setAdding(false)} />}
      {wanted !== null && (
        <IssueDialog
          wanted={wanted}
          onClose={() => setWanted(null)}
          onIssued={(done) => {
            setWanted(null)
            setIssued(done)
          }}
        />
      )}
    </>
  )
}

// Of people chosen beyond what is on the screen only the id is known here.
function wantedOf(
  chosen: ReadonlySet<string>,
  rows: readonly { personId: PersonId; state: (typeof states)[number] }[],
): Wanted {
  const known = new Map(rows.map((row): [string, (typeof states)[number]] => [row.personId, row.state]))
  // Only ids of people are ever put into the set.
  const personIds = [...chosen] as PersonId[]
  return { personIds, states: personIds.map((id) => known.get(id) ?? null) }
}
