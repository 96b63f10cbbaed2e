import type { UnitRow } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Field } from '#web/ui/field.tsx'
import { actTexts } from './act-texts.ts'
import { type PickedUnit, UnitPickerView } from './unit-picker-view.tsx'

export type Moves = { all: PickedUnit | null; each: Readonly<Record<UnitId, PickedUnit | null>> }

export const noMoves: Moves = { all: null, each: {} }

/** Where each child goes: as said for it, else as said for all; null while nothing is said. */
export function targetOf(moves: Moves, child: UnitRow): PickedUnit | null {
  return moves.each[child.unitId] ?? moves.all
}

type MovesProps = {
  units: readonly UnitRow[]
  value: Moves
  onChange: (moves: Moves) => void
  asOf: LocalDate
  suggested: readonly PickedUnit[]
  error?: string | undefined
}

export function MovesView({ units, value, onChange, asOf, suggested, error }: MovesProps) {
  const t = useTexts(actTexts).moves
  if (units.length === 0) return null
  return (
    <>
      <Field label={t.all} name="moves" hint={t.hint} error={error}>
        <UnitPickerView
          value={value.all}
          onChange={(all) => onChange({ ...value, all })}
          asOf={asOf}
          suggested={suggested}
        />
      </Field>
      <div>
        <p className="field-label">{t.title(units.length)}</p>
        <ul className="moves-list unit-lines">
          {units.map((unit) => (
            <li key={unit.unitId}>
              <span>
                {unit.shortName} <span className="muted">{unit.code}</span>
              </span>
              <UnitPickerView
                // A choice for all shows in every line that says nothing of its own.
                key={`${unit.unitId} ${value.all?.unitId ?? ''}`}
                aria-label={t.each(unit.shortName)}
                value={targetOf(value, unit)}
                onChange={(target) => onChange({ ...value, each: { ...value.each, [unit.unitId]: target } })}
                asOf={asOf}
                suggested={suggested}
              />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
