import { unitsContract } from '#contract/units.ts'
import { type Role, roles } from '#domain/rights/can.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'
import { type UnitChoice, useUnitChoices } from './use-unit-choices.ts'

const texts = { vi, en }

export type RoleGiven = { role: Role; unit: UnitChoice | null; scope: UnitChoice | null }

export type RoleFieldsProps = {
  value: RoleGiven
  onChange: (value: RoleGiven) => void
  errorOf: (name: 'unit' | 'scope') => string | undefined
}

/** Which role, where the person works, and over which unit the role holds: the place of work, unless said otherwise. */
export function RoleFields({ value, onChange, errorOf }: RoleFieldsProps) {
  const t = useTexts(texts)
  const place = usePlace().unit
  const here: UnitChoice = { unitId: place.unitId, name: place.name, code: place.code, path: place.path }
  const units = useUnitChoices('person.change', [here], value.unit)
  const scopes = useUnitChoices('person.change', useLineAbove(value.unit), value.scope)
  return (
    <>
      <Field label={t.form.unit} name="unit" hint={t.form.unitHint} error={errorOf('unit')}>
        <ComboBox
          choices={units.choices}
          value={value.unit?.unitId ?? null}
          onSearch={units.onSearch}
          placeholder={t.form.unitPlaceholder}
          onChange={(unitId) => {
            const unit = units.find(unitId)
            // The responsibility follows the place of work until it was set apart from it.
            const isOwn = value.scope === null || value.scope.unitId === value.unit?.unitId
            onChange({ ...value, unit, scope: isOwn ? unit : value.scope })
          }}
        />
      </Field>
      <Field label={t.form.role} name="role" hint={t.roleHints[value.role]}>
        <Select
          choices={roles.map((role) => ({ value: role, text: t.roles[role] }))}
          value={value.role}
          onChange={(role) => onChange({ ...value, role })}
        />
      </Field>
      {value.unit !== null && (
        <Field label={t.form.scope} name="scope" hint={t.form.scopeHint} error={errorOf('scope')}>
          <ComboBox
            key={value.unit.unitId}
            choices={scopes.choices}
            value={value.scope?.unitId ?? null}
            onSearch={scopes.onSearch}
            placeholder={t.form.unitPlaceholder}
            onChange={(unitId) => onChange({ ...value, scope: scopes.find(unitId) })}
          />
        </Field>
      )}
    </>
  )
}

/** The unit itself and those above it, nearest first: over one of these an officer of an office acts. */
function useLineAbove(unit: UnitChoice | null): UnitChoice[] {
  const { unitId } = usePlace().unit
  const read = useRead(
    unitsContract.getUnit,
    { params: { unitId: unit?.unitId ?? unitId }, query: {} },
    { when: unit !== null },
  )
  if (unit === null) return []
  const labels = unit.path.split('.')
  const above = read.data?.above ?? []
  const line = above.map((one, index) => ({
    ...one,
    path: labels.slice(0, labels.length - above.length + index).join('.'),
  }))
  return [unit, ...line.toReversed()]
}
