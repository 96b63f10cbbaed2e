import { useQueries } from '@tanstack/react-query'
import { type UnitRow, unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { call } from '#web/platform/client.ts'

/** The units directly below several units on a day: whom an end would leave behind. */
export function useChildren(unitIds: readonly UnitId[], asOf: LocalDate): readonly UnitRow[] {
  const readings = useQueries({
    queries: unitIds.map((under) => ({
      queryKey: [unitsContract.listUnits.path, null, { under, asOf, reach: 'children' }],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        await call(unitsContract.listUnits, { query: { under, asOf, reach: 'children' }, signal }),
    })),
  })
  return readings.flatMap((reading) => reading.data?.rows ?? [])
}
