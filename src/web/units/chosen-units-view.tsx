import type { LocalDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { actTexts } from './act-texts.ts'
import { type PickedUnit, UnitPickerView } from './unit-picker-view.tsx'

type ChosenUnitsProps = {
  label: string
  units: readonly PickedUnit[]
  onChange: (units: readonly PickedUnit[]) => void
  asOf: LocalDate
}

/** Several units, chosen one by one. */
export function ChosenUnitsView({ label, units, onChange, asOf }: ChosenUnitsProps) {
  const t = useTexts(actTexts)
  return (
    <div>
      <Field label={label} optional>
        <UnitPickerView
          key={units.length}
          value={null}
          onChange={(unit) =>
            unit !== null && !units.some((one) => one.unitId === unit.unitId) && onChange([...units, unit])
          }
          asOf={asOf}
        />
      </Field>
      {units.length > 0 && (
        <ul className="chosen-units">
          {units.map((unit) => (
            <li key={unit.unitId}>
              {unit.name}
              <IconButton
                icon="close"
                size="small"
                label={t.remove(unit.name)}
                onPress={() => onChange(units.filter((one) => one !== unit))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
