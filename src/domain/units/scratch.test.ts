import { test } from 'vitest'
import { allUnits } from '#server/demo/facts/demo-units.ts'
import { planNames } from '#server/demo/facts/plan-names.ts'
import { wardNames } from '#server/demo/facts/plan-ward-2025.ts'
import { resolveAudience } from './audience.ts'
import { buildNameIndex, matchName } from './match.ts'
import type { UnitState } from './unit.ts'
test('x', () => {
  for (const [names, issuer, day] of [[planNames, 'HA', '2024-08-19'], [wardNames, null, '2025-09-05']] as const) {
  const states = allUnits.filter((u) => u.validFrom <= day).map((u): UnitState => ({ ...u, unitId: u.code as never, validTo: null, parentId: (u.parentCode ?? null) as never, otherNames: [...(u.otherNames ?? [])], levels: [...u.levels] } as never))
  const t0 = performance.now(); const index = buildNameIndex(states); console.log('units', states.length, 'build', performance.now() - t0)
  const iss = issuer ?? Object.values(names).flatMap((m) => 'audience' in m ? m.audience.any.flatMap((r: any) => r.under ?? []) : [])[0]
  console.log('issuer', iss)
  let wrong = 0
  for (const [name, meaning] of Object.entries(names)) {
    const t1 = performance.now()
    const r = matchName(index, name, { issuerId: iss as never })
    const ms = performance.now() - t1
    const want = JSON.stringify('unit' in meaning ? [meaning.unit] : resolveAudience(meaning.audience as never, states).toSorted())
    const got = r.best === null ? 'null' : JSON.stringify('unit' in r.best.target ? [r.best.target.unit] : resolveAudience(r.best.target.audience, states).toSorted())
    if (want !== got || (r.best?.score ?? 0) < 0.85) { wrong++; console.log(want === got ? 'LOW ' : 'DIFF', name, '\n   want', want.slice(0, 300), '\n   got', r.best?.score, got.slice(0, 300), '\n  ', r.candidates.slice(0, 4).map((c) => `${JSON.stringify(c.target)} ${c.score}`).join('\n   ').slice(0, 500)) }
    if (ms > 3) console.log(name, 'ms', ms)
  }
  console.log(wrong, 'of', Object.keys(names).length) }
})
