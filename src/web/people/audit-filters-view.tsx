import { useState } from 'react'
import { accountsContract, type PersonView } from '#contract/people.ts'
import { unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PersonId, UnitId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './audit.en.ts'
import { vi } from './audit.vi.ts'
import { useUnitChoices } from './use-unit-choices.ts'

const texts = { vi, en }

export type AuditFilterValues = {
  unitId: UnitId | null
  personId: PersonId | null
  from: LocalDate | null
  to: LocalDate | null
}
type Change = (change: Partial<AuditFilterValues>) => void

/** Filters that need a field of their own: which unit, by whom, between which days. */
export function AuditFilters({ values, onChange }: { values: AuditFilterValues; onChange: Change }) {
  const t = useTexts(texts)
  const place = usePlace().unit
  const session = useSession()
  const unit = useRead(
    unitsContract.getUnit,
    { params: { unitId: values.unitId ?? place.unitId }, query: {} },
    { when: values.unitId !== null },
  )
  const person = useRead(
    accountsContract.getPerson,
    { params: { personId: values.personId ?? session.personId } },
    { when: values.personId !== null },
  )
  return (
    <div className="audit-filters screen-only" role="group" aria-label={t.filters.more}>
      {/* The field takes its first text from what is chosen: made anew when the name has come. */}
      <UnitFilter
        key={`unit ${values.unitId} ${unit.data?.unit.unitId}`}
        chosen={values.unitId === null ? null : (unit.data?.unit ?? null)}
        onChange={onChange}
      />
      <PersonFilter
        key={`person ${values.personId} ${person.data?.personId}`}
        chosen={values.personId === null ? null : (person.data ?? null)}
        onChange={onChange}
      />
      <DayFilter
        key={`from ${values.from}`}
        label={t.filters.from}
        value={values.from}
        onChange={(from) => onChange({ from })}
      />
      <DayFilter
        key={`to ${values.to}`}
        label={t.filters.to}
        value={values.to}
        onChange={(to) => onChange({ to })}
      />
    </div>
  )
}

function UnitFilter({
  chosen,
  onChange,
}: {
  chosen: { unitId: UnitId; shortName: string; code: string; path: string } | null
  onChange: Change
}) {
  const t = useTexts(texts)
  const place = usePlace().unit
  const here = { unitId: place.unitId, name: place.name, code: place.code, path: place.path }
  const units = useUnitChoices(
    'audit.read',
    [here],
    chosen === null ? null : { ...chosen, name: chosen.shortName },
  )
  return (
    <Field label={t.filters.unit}>
      <ComboBox
        choices={units.choices}
        value={chosen?.unitId ?? null}
        onSearch={units.onSearch}
        placeholder={t.filters.anyUnit}
        onChange={(unitId) => onChange({ unitId })}
      />
    </Field>
  )
}

function PersonFilter({ chosen, onChange }: { chosen: PersonView | null; onChange: Change }) {
  const t = useTexts(texts)
  const { unit } = usePlace()
  const [text, setText] = useState('')
  const wanted = text === chosen?.fullName ? '' : text.trim()
  const found = useRead(
    accountsContract.listPeople,
    { query: { unitId: unit.unitId, ...(wanted === '' ? {} : { search: wanted }) } },
    { keepFormer: true },
  )
  const people = new Map(
    [...(chosen === null ? [] : [chosen]), ...(found.data?.rows ?? [])].map((one) => [one.personId, one]),
  )
  const choices = [...people.values()].map((one) => ({
    value: one.personId,
    text: one.fullName,
    detail: one.memberships[0]?.unitName ?? one.userName ?? '',
  }))
  return (
    <Field label={t.filters.person}>
      <ComboBox
        choices={choices}
        value={chosen?.personId ?? null}
        onSearch={setText}
        placeholder={t.filters.anyPerson}
        onChange={(personId) => onChange({ personId })}
      />
    </Field>
  )
}

function DayFilter({
  label,
  value,
  onChange,
}: {
  label: string
  value: LocalDate | null
  onChange: (day: LocalDate | null) => void
}) {
  const { today } = useSession()
  const [typed, setTyped] = useState<Typed<LocalDate>>(() => typedDate(value))
  return (
    <Field label={label}>
      <DateInput
        value={typed}
        today={today}
        onChange={setTyped}
        onLeave={(next) => {
          if (!next.fault && next.value !== value) onChange(next.value)
        }}
      />
    </Field>
  )
}
