import { useState } from 'react'
import type { UnitId } from '#domain/basics/ids.ts'
import type { Action, TreePath } from '#domain/rights/can.ts'
import { unitsContract, type UnitRow } from '#contract/units.ts'
import { useRead } from '#web/platform/data.ts'
import { usePlace } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import type { ComboChoice } from '#web/ui/combo-box.tsx'

export type UnitChoice = { unitId: UnitId; name: string; code: string; path: TreePath }

/** Units found by the server as one types, of those where the person may do `action`; the present unit and what is below it before that. */
export function useUnitChoices(action: Action, first: readonly UnitChoice[], chosen: UnitChoice | null) {
  const { unit } = usePlace()
  const may = useMay()
  const [text, setText] = useState('')
  const wanted = text === chosen?.name ? '' : text.trim()
  const found = useRead(
    unitsContract.listUnits,
    { query: wanted === '' ? { under: unit.unitId, reach: 'children' } : { search: wanted, reach: 'all' } },
    { keepFormer: true },
  )
  const rows = (found.data?.rows ?? []).map(choiceOf)
  // What is chosen stays first among the choices: the field shows its name by it, and the arrows begin there.
  const offered = [...(chosen === null ? [] : [chosen]), ...(wanted === '' ? first : []), ...rows].filter(
    (one) => may(action, one.path),
  )
  const byId = new Map(offered.map((one) => [one.unitId, one]))
  const choices: ComboChoice<UnitId>[] = [...byId.values()].map((one) => ({
    value: one.unitId,
    text: one.name,
    detail: one.code,
  }))
  return {
    choices,
    find: (unitId: UnitId | null) => (unitId === null ? null : (byId.get(unitId) ?? null)),
    onSearch: setText,
  }
}

function choiceOf(row: UnitRow): UnitChoice {
  return { unitId: row.unitId, name: row.shortName, code: row.code, path: row.path }
}
