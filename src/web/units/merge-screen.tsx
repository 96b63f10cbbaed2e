import { useState } from 'react'
import { useQueries } from '@tanstack/react-query'
import { type UnitRow, unitsContract } from '#contract/units.ts'
import { formatDate, type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { call } from '#web/platform/client.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter, useGo } from '#web/platform/routing.tsx'
import { readField, textField, writeSearch } from '#web/platform/search-params.ts'
import { useSession } from '#web/platform/session.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { Field } from '#web/ui/field.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Select } from '#web/ui/select.tsx'
import { LoadingState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { ActBodyView, ActButtonsView } from './act-view.tsx'
import { actTexts } from './act-texts.ts'
import { FactsFormView } from './facts-form.tsx'
import { emptyFacts, factsErrors, factsFormOf, factsGiven, type FactsForm } from './unit-facts.ts'
import { UnitPickerView } from './unit-picker-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'
import { type BuiltAct, useAct } from './use-act.ts'
import { useChildren } from './use-children.ts'
import './units.css'

const texts = { vi, en }
const shape = { units: textField(), asOf: readField<LocalDate>(parseLocalDate) }

type Merging = { row: UnitRow; parentName: string }

/** Sáp nhập: several units become one, a new one or one of them. The units chosen stand in the address. */
export function MergeScreen() {
  const t = useTexts(actTexts)
  const screen = useTexts(texts)
  const session = useSession()
  const to = useAddress()
  const [filter, change] = useFilter(shape)
  const asOf = filter.asOf ?? session.today
  // What the address says is looked up; a wrong id is simply not found.
  const ids = filter.units.split(',').filter((id) => id !== '') as UnitId[]
  const readings = useQueries({
    queries: ids.map((unitId) => ({
      queryKey: [unitsContract.getUnit.path, { unitId }, { asOf }],
      queryFn: async () => await call(unitsContract.getUnit, { params: { unitId }, query: { asOf } }),
    })),
  })
  const merging = readings.flatMap((reading): Merging[] =>
    reading.data === undefined
      ? []
      : [{ row: reading.data.unit, parentName: reading.data.above.at(-1)?.name ?? '' }],
  )
  const waiting = readings.some((reading) => reading.isPending)
  const choose = (unitIds: readonly UnitId[]) => change({ units: unitIds.join(',') })
  return (
    <div className="act-page">
      <PageHeader
        title={t.names.merge}
        crumbs={[{ text: screen.title, href: to('units/{-$unitId}', { unitId: null }) }]}
        facts={t.merge.lead}
      />
      {waiting && merging.length === 0 ? (
        <LoadingState shape="form" />
      ) : (
        <MergeForm
          key={merging[0]?.row.unitId ?? ''}
          merging={merging}
          ids={ids}
          onChoose={choose}
          asOf={asOf}
        />
      )}
    </div>
  )
}

type MergeFormProps = {
  merging: readonly Merging[]
  ids: readonly UnitId[]
  onChoose: (unitIds: readonly UnitId[]) => void
  asOf: LocalDate
}

function MergeForm({ merging, ids, onChoose, asOf }: MergeFormProps) {
  const t = useTexts(actTexts)
  const tell = useToast()
  const to = useAddress()
  const go = useGo()
  const { today } = useSession()
  const [into, setInto] = useState<'new' | 'one'>('new')
  const [goesOn, setGoesOn] = useState<UnitId | null>(null)
  const [facts, setFacts] = useState<FactsForm>(() => startOf(merging))
  const ending = into === 'new' ? merging : merging.filter(({ row }) => row.unitId !== goesOn)
  const children = useChildren(
    ending.map(({ row }) => row.unitId),
    asOf,
  ).filter((child) => !ids.includes(child.unitId))

  const build = (on: LocalDate): BuiltAct => {
    const errors =
      merging.length < 2
        ? [{ name: 'units', message: t.merge.unitsMissing }]
        : into === 'one'
          ? goesOn === null
            ? [{ name: 'goesOn', message: t.merge.whichMissing }]
            : []
          : factsErrors(facts, t)
    const receiver = into === 'new' ? 'new:merged' : goesOn
    if (errors.length > 0 || receiver === null) return { errors }
    const day = formatDate(on)
    const name =
      into === 'new'
        ? facts.officialName
        : (merging.find(({ row }) => row.unitId === goesOn)?.row.officialName ?? '')
    return {
      events: [
        {
          kind: 'merge',
          on,
          units: merging.map(({ row }) => row.unitId),
          into: into === 'new' ? { unit: receiver, as: factsGiven(facts) } : { unit: receiver },
          moves: children.map((child) => ({ unit: child.unitId, parentId: receiver })),
        },
      ],
      words: [
        t.outlook.ends(ending.map(({ row }) => row.officialName).join(t.outlook.and), day),
        into === 'new' ? t.outlook.founds(name, day) : t.outlook.goesOn(name, day),
        t.outlook.sum(ending.length, into === 'new' ? 1 : 0, children.length),
      ],
    }
  }
  const act = useAct({
    day: asOf,
    build,
    onDone: ({ newUnits }, on) => {
      const unitId = newUnits['new:merged'] ?? goesOn
      tell({
        text: t.merge.done(
          into === 'new'
            ? facts.officialName
            : (merging.find(({ row }) => row.unitId === goesOn)?.row.shortName ?? ''),
        ),
      })
      go(`${to('units/{-$unitId}', { unitId })}${writeSearch({ asOf: on === today ? null : on })}`)
    },
  })
  const errorOf = (name: string) => act.form.errors.find((error) => error.name === name)?.message
  return (
    <>
      <ActBodyView act={act}>
        <section>
          <h2>{t.merge.units}</h2>
          <ul className="chosen-units">
            {merging.map(({ row, parentName }) => (
              <li key={row.unitId}>
                <span>
                  {row.shortName}{' '}
                  <span className="muted">
                    {row.code} · {parentName}
                  </span>
                </span>
                <IconButton
                  icon="close"
                  size="small"
                  label={t.remove(row.shortName)}
                  onPress={() => onChoose(ids.filter((id) => id !== row.unitId))}
                />
              </li>
            ))}
          </ul>
          <Field label={t.pick.add} name="units" error={errorOf('units')}>
            <UnitPickerView
              key={ids.length}
              value={null}
              onChange={(unit) =>
                unit !== null && !ids.includes(unit.unitId) && onChoose([...ids, unit.unitId])
              }
              asOf={asOf}
            />
          </Field>
        </section>
        <RadioList
          legend={t.merge.into}
          value={into}
          onChange={setInto}
          choices={[
            { value: 'new', text: t.merge.intoNew },
            { value: 'one', text: t.merge.intoOne },
          ]}
        />
        {into === 'one' ? (
          <Field label={t.merge.which} name="goesOn" error={errorOf('goesOn')}>
            <Select
              choices={merging.map(({ row }) => ({ value: row.unitId, text: row.officialName }))}
              value={goesOn}
              onChange={setGoesOn}
              placeholder={t.merge.whichMissing}
            />
          </Field>
        ) : (
          <section className="act-form">
            <h2>{t.merge.newUnit}</h2>
            <FactsFormView value={facts} onChange={setFacts} errors={act.form.errors} asOf={asOf} />
          </section>
        )}
      </ActBodyView>
      <div className="act-acts">
        <ActButtonsView act={act} onCancel={() => go(to('units/{-$unitId}', { unitId: ids[0] ?? null }))} />
      </div>
    </>
  )
}

/** A merged unit begins as what the first of them is: same kind, same parent, same place. */
function startOf(merging: readonly Merging[]): FactsForm {
  const first = merging[0]
  if (first === undefined) return emptyFacts('school', null)
  const parent = first.row.parentId === null ? null : { unitId: first.row.parentId, name: first.parentName }
  return {
    ...factsFormOf(first.row, parent),
    code: '',
    officialName: '',
    shortName: '',
    otherNames: '',
    levels: [...new Set(merging.flatMap(({ row }) => row.levels))],
  }
}
