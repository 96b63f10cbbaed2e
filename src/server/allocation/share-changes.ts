// What differs between the shares that units have and those in work.
import { isSameShare, type ShareFigures } from '#domain/allocation/shares.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { StoredShare } from './allocation.queries.ts'
import type { GivenRow } from './giving.queries.ts'

/** What each unit has now; one whose share was taken back has none. */
export function inForceOf(given: readonly GivenRow[]): Map<UnitId, ShareFigures> {
  const inForce = new Map<UnitId, ShareFigures>()
  for (const row of given) {
    if (row.takenBack) inForce.delete(row.unitId)
    else inForce.set(row.unitId, figuresOf(row))
  }
  return inForce
}

export function figuresOf({ applies, value, numerator, denominator }: ShareFigures): ShareFigures {
  return { applies, value, numerator, denominator }
}

type Shown = { unitId: UnitId; name: string } & ShareFigures

/** Only the units whose share changed, by name, as the audit trail keeps them. */
export function changesShown(
  before: ReadonlyMap<UnitId, ShareFigures>,
  after: readonly StoredShare[],
  nameOf: (unitId: UnitId) => string,
): { before: Shown[]; after: Shown[] } {
  const shown = (unitId: UnitId, share: ShareFigures): Shown => ({
    unitId,
    name: nameOf(unitId),
    ...figuresOf(share),
  })
  const isIn = new Set(after.map((share) => share.unitId))
  const gone = [...before].filter(([unitId]) => !isIn.has(unitId))
  const changed = after.filter((share) => {
    const was = before.get(share.unitId)
    return was === undefined || !isSameShare(was, share)
  })
  return {
    before: [
      ...changed.flatMap(({ unitId }) => {
        const was = before.get(unitId)
        return was === undefined ? [] : [shown(unitId, was)]
      }),
      ...gone.map(([unitId, share]) => shown(unitId, share)),
    ],
    after: changed.map((share) => shown(share.unitId, share)),
  }
}

/** The units whose share in work is another one than they have; null takes it back. */
export function changedUnits(
  shares: readonly StoredShare[],
  inForce: ReadonlyMap<UnitId, ShareFigures>,
): { unitId: UnitId; share: ShareFigures | null }[] {
  const meant = new Set(shares.map((share) => share.unitId))
  return [
    ...shares.flatMap((share) => {
      const was = inForce.get(share.unitId)
      return was !== undefined && isSameShare(was, share)
        ? []
        : [{ unitId: share.unitId, share: figuresOf(share) }]
    }),
    ...[...inForce.keys()].filter((unitId) => !meant.has(unitId)).map((unitId) => ({ unitId, share: null })),
  ]
}
