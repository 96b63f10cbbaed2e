import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '#contract/endpoint.ts'
import { unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { Audience, AudienceRule } from '#domain/units/audience.ts'
import { ownerships, schoolLevels, type SchoolRank, unitKinds } from '#domain/units/unit.ts'
import { call } from '#web/platform/client.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckboxList } from '#web/ui/choice-list.tsx'
import { DayChoice } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { en as ownEn } from './audience.en.ts'
import { vi as ownVi } from './audience.vi.ts'
import { ChosenUnitsView } from './chosen-units-view.tsx'
import { type PickedUnit, UnitPickerView } from './unit-picker-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'
import './units.css'

const texts = { vi: { ...vi, own: ownVi }, en: { ...en, own: ownEn } }
const ranks = ['1', '2', '3'] as const
const rankOf: Record<(typeof ranks)[number], SchoolRank> = { 1: 1, 2: 2, 3: 3 }

type Draft = {
  no: number
  kinds: readonly (typeof unitKinds)[number][]
  levels: readonly (typeof schoolLevels)[number][]
  ownership: readonly (typeof ownerships)[number][]
  ranks: readonly (typeof ranks)[number][]
  under: PickedUnit | null
}

/** Which units a rule means: built by choosing, read back in words, shown as the units of the day. */
export function AudienceScreen() {
  const t = useTexts(texts)
  const { today } = useSession()
  const { unit } = usePlace()
  const to = useAddress()
  const [asOf, setAsOf] = useState<LocalDate>(today)
  const blank = (no: number): Draft => ({
    no,
    kinds: [],
    levels: [],
    ownership: [],
    ranks: [],
    under: no === 1 ? { unitId: unit.unitId, name: unit.name } : null,
  })
  const [drafts, setDrafts] = useState<readonly Draft[]>([blank(1)])
  const [units, setUnits] = useState<readonly PickedUnit[]>([])
  const [except, setExcept] = useState<readonly PickedUnit[]>([])
  const audience = audienceOf(drafts, units, except)
  const found = useQuery({
    queryKey: [unitsContract.resolveAudience.path, audience, asOf],
    queryFn: async ({ signal }) =>
      await call(unitsContract.resolveAudience, { body: { audience, asOf }, signal }),
    enabled: audience.any.length > 0,
  })
  const set = (no: number, change: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.no === no ? { ...draft, ...change } : draft)))
  return (
    <>
      <PageHeader
        title={t.own.title}
        crumbs={[{ text: t.title, href: to('units/{-$unitId}', { unitId: null }) }]}
        facts={t.own.lead}
      />
      <div className="audience-page">
        <div>
          <div className="units-day">
            <span className="units-day-label">{t.own.asOf}</span>
            <DayChoice value={asOf} onChange={setAsOf} today={today} aria-label={t.own.asOf} />
          </div>
          {drafts.map((draft, index) => (
            <section key={draft.no} className="audience-rule">
              <div className="audience-rule-head">
                <h2>{t.own.rule(index + 1)}</h2>
                {drafts.length > 1 && (
                  <Button
                    kind="quiet"
                    size="small"
                    icon="remove"
                    onPress={() => setDrafts(drafts.filter((one) => one !== draft))}
                  >
                    {t.own.removeRule}
                  </Button>
                )}
              </div>
              <div className="audience-choices">
                <CheckboxList
                  legend={t.own.kinds}
                  choices={unitKinds.map((value) => ({ value, text: t.kinds[value] }))}
                  value={draft.kinds}
                  onChange={(kinds) => set(draft.no, { kinds })}
                />
                <CheckboxList
                  legend={t.own.levels}
                  choices={schoolLevels.map((value) => ({ value, text: t.levels[value] }))}
                  value={draft.levels}
                  onChange={(levels) => set(draft.no, { levels })}
                />
                <CheckboxList
                  legend={t.own.ownership}
                  choices={ownerships.map((value) => ({ value, text: t.ownerships[value] }))}
                  value={draft.ownership}
                  onChange={(ownership) => set(draft.no, { ownership })}
                />
                <CheckboxList
                  legend={t.own.ranks}
                  choices={ranks.map((value) => ({ value, text: t.rank(rankOf[value]) }))}
                  value={draft.ranks}
                  onChange={(chosen) => set(draft.no, { ranks: chosen })}
                />
              </div>
              <Field label={t.own.under} optional>
                <UnitPickerView
                  value={draft.under}
                  onChange={(under) => set(draft.no, { under })}
                  asOf={asOf}
                />
              </Field>
            </section>
          ))}
          <section className="audience-rule">
            <div>
              <Button
                size="small"
                icon="plus"
                onPress={() => setDrafts([...drafts, blank((drafts.at(-1)?.no ?? 0) + 1)])}
              >
                {t.own.addRule}
              </Button>
            </div>
            <ChosenUnitsView label={t.own.units} units={units} onChange={setUnits} asOf={asOf} />
            <ChosenUnitsView label={t.own.except} units={except} onChange={setExcept} asOf={asOf} />
          </section>
        </div>
        <section aria-label={t.own.result}>
          {audience.any.length === 0 ? (
            <EmptyState title={t.own.nothing} />
          ) : (
            <Loaded reading={found}>{(reply) => <FoundView reply={reply} />}</Loaded>
          )}
        </section>
      </div>
    </>
  )
}

function FoundView({ reply }: { reply: ReplyOf<(typeof unitsContract)['resolveAudience']> }) {
  const t = useTexts(texts)
  const to = useAddress()
  return (
    <>
      <p className="audience-words">{reply.words.charAt(0).toUpperCase() + reply.words.slice(1)}</p>
      <p className="muted dense" role="status">
        {reply.units.length < reply.total
          ? t.own.shown(reply.units.length, reply.total)
          : t.count(reply.total)}
      </p>
      {reply.total === 0 ? (
        <EmptyState title={t.own.none} />
      ) : (
        <Table
          caption={t.own.result}
          rows={reply.units}
          keyOf={(row) => row.unitId}
          hrefOf={(row) => to('units/{-$unitId}', { unitId: row.unitId })}
          columns={[
            { key: 'name', title: t.own.columns.name, main: true, cell: (row) => row.name },
            { key: 'code', title: t.own.columns.code, oneLine: true, cell: (row) => row.code },
            { key: 'parent', title: t.own.columns.parent, cell: (row) => row.parentName ?? '' },
          ]}
        />
      )}
    </>
  )
}

function audienceOf(
  drafts: readonly Draft[],
  units: readonly PickedUnit[],
  except: readonly PickedUnit[],
): Audience {
  const rules = drafts.flatMap((draft): AudienceRule[] => {
    const rule: AudienceRule = {
      ...(draft.kinds.length === 0 ? {} : { kinds: draft.kinds }),
      ...(draft.levels.length === 0 ? {} : { levels: draft.levels }),
      ...(draft.ownership.length === 0 ? {} : { ownership: draft.ownership }),
      ...(draft.ranks.length === 0 ? {} : { ranks: draft.ranks.map((rank) => rankOf[rank]) }),
      ...(draft.under === null ? {} : { under: draft.under.unitId }),
    }
    return Object.keys(rule).length === 0 ? [] : [rule]
  })
  const named: AudienceRule[] = units.length === 0 ? [] : [{ units: units.map((unit) => unit.unitId) }]
  return {
    any: [...rules, ...named],
    ...(except.length === 0 ? {} : { except: except.map((unit) => unit.unitId) }),
  }
}
