import { unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { hasTier } from '#domain/units/tiers.ts'
import { ownerships, schoolLevels, type SchoolRank, unitKinds } from '#domain/units/unit.ts'
import { useRead } from '#web/platform/data.ts'
import type { FieldError } from '#web/platform/form.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { CheckboxList } from '#web/ui/choice-list.tsx'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { actTexts } from './act-texts.ts'
import { type FactsForm, isSchool } from './unit-facts.ts'
import { UnitPickerView } from './unit-picker-view.tsx'
import { en } from './units.en.ts'
import { vi } from './units.vi.ts'

const texts = { vi, en }
const ranks = ['1', '2', '3'] as const
const rankOf: Record<(typeof ranks)[number], SchoolRank> = { 1: 1, 2: 2, 3: 3 }

export type FactsFormProps = {
  value: FactsForm
  onChange: (value: FactsForm) => void
  errors: readonly FieldError[]
  asOf: LocalDate
  /** Names of fields on the page begin with this. */
  prefix?: string
  /** alter: names and parent change by acts of their own. */
  part?: 'all' | 'alter'
}

/** What a unit is: a new one, or one that is altered. */
export function FactsFormView({ value, onChange, errors, asOf, prefix = '', part = 'all' }: FactsFormProps) {
  const t = useTexts(texts)
  const f = useTexts(actTexts).facts
  const language = useLanguage()
  const tiers = useRead(unitsContract.listTiers, {}, { when: hasTier(value.kind) })
  const set = (change: Partial<FactsForm>) => onChange({ ...value, ...change })
  const at = (name: keyof FactsForm) => ({
    name: prefix + name,
    error: errors.find((error) => error.name === prefix + name)?.message,
  })
  return (
    <>
      {part === 'all' && (
        <>
          <Field label={f.officialName} {...at('officialName')}>
            <TextInput
              value={value.officialName}
              onChange={(officialName) => set({ officialName })}
              maxLength={300}
            />
          </Field>
          <div className="act-two">
            <Field label={f.shortName} {...at('shortName')} optional>
              <TextInput
                value={value.shortName}
                onChange={(shortName) => set({ shortName })}
                maxLength={150}
              />
            </Field>
            <Field label={f.code} {...at('code')}>
              <TextInput value={value.code} onChange={(code) => set({ code })} plain maxLength={40} />
            </Field>
          </div>
          <Field label={f.parent} {...at('parent')}>
            <UnitPickerView value={value.parent} onChange={(parent) => set({ parent })} asOf={asOf} />
          </Field>
        </>
      )}
      {part === 'alter' && (
        <Field label={f.code} {...at('code')} hint={f.codeHint}>
          <TextInput
            value={value.code}
            onChange={(code) => set({ code })}
            plain
            maxLength={40}
            width="middle"
          />
        </Field>
      )}
      <div className="act-two">
        <Field label={f.kind} {...at('kind')}>
          <Select
            choices={unitKinds.map((kind) => ({ value: kind, text: t.kinds[kind] }))}
            value={value.kind}
            onChange={(kind) => set({ kind })}
          />
        </Field>
        {hasTier(value.kind) && (
          <Field label={f.tier} {...at('tier')}>
            <Select
              choices={(tiers.data ?? []).map((tier) => ({
                value: tier.code,
                text: language === 'vi' ? tier.nameVi : tier.nameEn,
              }))}
              value={value.tier}
              onChange={(tier) => set({ tier })}
              placeholder={f.tier}
            />
          </Field>
        )}
      </div>
      {isSchool(value.kind) && (
        <CheckboxList
          legend={f.levels}
          {...at('levels')}
          choices={schoolLevels.map((level) => ({ value: level, text: t.levels[level] }))}
          value={value.levels}
          onChange={(levels) => set({ levels })}
        />
      )}
      {isSchool(value.kind) && (
        <div className="act-two">
          <Field label={f.ownership} {...at('ownership')}>
            <Select
              choices={[
                { value: 'none', text: f.noOwnership },
                ...ownerships.map((one) => ({ value: one, text: t.ownerships[one] })),
              ]}
              value={value.ownership ?? 'none'}
              onChange={(chosen) => set({ ownership: ownerships.find((one) => one === chosen) ?? null })}
            />
          </Field>
          {value.kind === 'school' && (
            <Field label={f.rank} {...at('rank')}>
              <Select
                choices={[
                  { value: 'none', text: f.noRank },
                  ...ranks.map((one) => ({ value: one, text: t.rank(rankOf[one]) })),
                ]}
                value={
                  value.rank === null ? 'none' : (ranks.find((one) => rankOf[one] === value.rank) ?? 'none')
                }
                onChange={(chosen) =>
                  set({ rank: chosen === 'none' ? null : rankOf[ranks.find((one) => one === chosen) ?? '1'] })
                }
              />
            </Field>
          )}
        </div>
      )}
      <Field label={f.place} {...at('place')} optional>
        <TextInput value={value.place} onChange={(place) => set({ place })} maxLength={200} />
      </Field>
      {part === 'alter' && (
        <Field label={f.otherNames} hint={f.otherNamesHint} {...at('otherNames')} optional>
          <TextArea value={value.otherNames} onChange={(otherNames) => set({ otherNames })} rows={3} />
        </Field>
      )}
    </>
  )
}
