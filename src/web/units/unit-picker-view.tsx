import { useState } from 'react'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { useTexts } from '#web/platform/language.tsx'
import { ComboBox, type ComboChoice } from '#web/ui/combo-box.tsx'
import { actTexts } from './act-texts.ts'
import { useUnitChoices } from './use-unit-choices.ts'

export type PickedUnit = { unitId: UnitId; name: string }

export type UnitPickerProps = {
  value: PickedUnit | null
  onChange: (unit: PickedUnit | null) => void
  asOf: LocalDate
  /** Offered before anything is typed. */
  suggested?: readonly PickedUnit[]
  'aria-label'?: string
}

/** One unit out of all that may be seen, found by name or code, accents aside. */
export function UnitPickerView({ value, onChange, asOf, suggested = [], ...rest }: UnitPickerProps) {
  const t = useTexts(actTexts)
  const [seen, setSeen] = useState<readonly PickedUnit[]>([])
  const known = [...(value === null ? [] : [value]), ...seen, ...suggested].filter(
    (unit, index, all) => all.findIndex((one) => one.unitId === unit.unitId) === index,
  )
  const { choices, setText } = useUnitChoices(
    known.map((unit): ComboChoice<UnitId> => ({ value: unit.unitId, text: unit.name })),
    asOf,
  )
  const choose = (unitId: UnitId | null) => {
    const choice = choices.find((one) => one.value === unitId)
    if (choice === undefined) return onChange(null)
    const unit = { unitId: choice.value, name: choice.text }
    setSeen([...seen, unit])
    onChange(unit)
  }
  return (
    <ComboBox
      {...rest}
      choices={choices}
      value={value?.unitId ?? null}
      onChange={choose}
      onSearch={setText}
      placeholder={t.pick.unit}
    />
  )
}
