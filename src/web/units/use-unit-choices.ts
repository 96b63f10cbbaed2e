import { useState } from 'react'
import { unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import type { ComboChoice } from '#web/ui/combo-box.tsx'

/** Units that the server finds for what is typed; `known` are choices that need no search. */
export function useUnitChoices(known: readonly ComboChoice<UnitId>[], asOf: LocalDate) {
  const [text, setText] = useState('')
  const isKnown = known.some((choice) => choice.text === text)
  const search = text.trim()
  const found = useRead(
    unitsContract.listUnits,
    { query: { search, reach: 'all', asOf } },
    { when: search !== '' && !isKnown, keepFormer: true },
  )
  const rows = search === '' || isKnown || found.data === undefined ? [] : found.data.rows
  const choices = rows.map(
    (row): ComboChoice<UnitId> => ({ value: row.unitId, text: row.shortName, detail: row.code }),
  )
  const more = known.filter((choice) => !choices.some((one) => one.value === choice.value))
  return { choices: [...choices, ...more], setText }
}
