// What has been reached of the targets of Hải An's plan by the demo's day: some measured by collected figures, some recorded
// from reports of the first term, some not known yet. The figures are invented; facts/unconfirmed.ts says so.
import { addDays } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { boundsOf, measureOf, type Verdict } from '#domain/targets/judge.ts'
import { listTargets, recordResult, setMeasure } from '#server/targets/targets.service.ts'
import { demoToday } from './facts/hai-phong.ts'
import { measuredTargets, notes, reachedShares } from './facts/target-results.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

const reportedOn = addDays(demoToday, -5)

export async function makeResults(acting: Acting, ids: UnitIds): Promise<void> {
  const ctx = await acting('lan', demoToday)
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const { rows } = await listTargets(ctx, { unitId: mustHave(ids, 'HA'), schoolYear })
  const verdicts: readonly Verdict[] = ['on_track', 'met', 'at_risk']
  let recorded = 0
  for (const target of rows) {
    const indicatorCode = measuredTargets.find(
      ({ value, unitWord }) => target.value === value && target.unitWord === unitWord,
    )?.indicatorCode
    if (indicatorCode !== undefined) {
      await setMeasure(ctx, target.targetId, { version: 0, indicatorCode })
      continue
    }
    recorded += 1
    const share = reachedShares[recorded % reachedShares.length] ?? null
    if (share === null) continue
    const note = notes[recorded % notes.length] ?? ''
    const given = { asOf: reportedOn, numerator: null, denominator: null, note }
    const { min, max } = boundsOf(target)
    const bound = min ?? max
    if (measureOf(target) === 'verdict' || bound === null)
      await recordResult(ctx, target.targetId, {
        ...given,
        value: null,
        verdict: verdicts[recorded % verdicts.length] ?? 'on_track',
      })
    else {
      const isShare = measureOf(target) === 'percent' || target.unitWord === '%'
      const reached = isShare ? Math.round(bound * share * 10) / 10 : Math.round(bound * share)
      const value = isShare ? Math.min(reached, 100) : reached
      await recordResult(ctx, target.targetId, { ...given, value, verdict: null })
    }
  }
}
