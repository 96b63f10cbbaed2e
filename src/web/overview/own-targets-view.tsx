import { allocationContract } from '#contract/allocation.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { en } from '#web/allocation/allocation.en.ts'
import { vi } from '#web/allocation/allocation.vi.ts'
import { GivenTargetsView } from '#web/allocation/given-targets-view.tsx'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'

const texts = { vi, en }

/** Chỉ tiêu được giao, under what waits; nothing where the unit was given none. */
export function OwnTargetsView({ unitId }: { unitId: UnitId }) {
  const t = useTexts(texts).given
  const { year } = usePlace()
  const given = useRead(allocationContract.listGivenTargets, {
    params: { unitId },
    query: { schoolYear: year },
  })
  if (given.data === undefined || given.data.length === 0) return null
  return (
    <section aria-label={t.title}>
      <h2 className="my-work-head">{t.count(given.data.length)}</h2>
      <GivenTargetsView rows={given.data} />
    </section>
  )
}
