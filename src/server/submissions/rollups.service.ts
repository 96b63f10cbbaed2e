// Keeps the sums of approved figures in line with the submissions: for every node of the tree above the unit, as of the
// round's closing day. Sums are derived; nothing is ever typed into them.
import type { RoundId } from '#domain/basics/ids.ts'
import { entryCells, type FormDefinition } from '#domain/forms/form.ts'
import { addCells, emptyRollup, type Rollup, takeCells } from '#domain/submissions/rollup.ts'
import type { Ctx, UnitsChange } from '#server/platform/ctx.ts'
import {
  listUnitsByLabel,
  listUnsettled,
  listUnsettledRounds,
  lockRollups,
  lockRound,
  lockRoundsFrom,
  markRolledUp,
  type RolledUp,
  type RollupKey,
  saveRollups,
  type Unsettled,
} from './rollups.queries.ts'
import { findRound } from './rounds.queries.ts'

/**
 * Adds what was approved, takes out what was reopened, and moves what hangs elsewhere since. Run twice, it does nothing the
 * second time. The caller's transaction keeps it together with the change that it follows.
 */
export async function settleRollups(ctx: Ctx, roundId: RoundId): Promise<void> {
  await lockRound(ctx.db, ctx.tenantId, roundId)
  const round = await findRound(ctx.db, ctx.tenantId, ctx.today, roundId)
  const unsettled = await listUnsettled(ctx.db, ctx.tenantId, roundId)
  if (round === undefined || unsettled.length === 0) return
  await moveSums(ctx, roundId, round.definition, unsettled)
  await markRolledUp(ctx.db, ctx.tenantId, unsettled)
}

/**
 * After units were moved, merged or sold, in the same transaction: sums stand on closing days, so only rounds that close on
 * the day of the change or later have any to move.
 */
export async function settleAfterUnits(ctx: Ctx, { unitIds, from }: UnitsChange): Promise<void> {
  // All of them first: an approval that is under way then either has been counted or will see where the unit hangs now.
  await lockRoundsFrom(ctx.db, ctx.tenantId, from)
  for (const roundId of await listUnsettledRounds(ctx.db, ctx.tenantId, unitIds, from))
    await settleRollups(ctx, roundId)
}

type Sums = { key: RollupKey; changes: ((rollup: Rollup) => Rollup)[] }

async function moveSums(
  ctx: Ctx,
  roundId: RoundId,
  form: FormDefinition,
  unsettled: readonly Unsettled[],
): Promise<void> {
  const places = unsettled.flatMap((one) => [one.was, one.is]).filter((place) => place !== null)
  const units = await listUnitsByLabel(ctx.db, ctx.tenantId, [
    ...new Set(places.flatMap((place) => place.path.split('.'))),
  ])
  const sums = new Map<string, Sums>()
  const note = (place: RolledUp | null, change: Sums['changes'][number]) => {
    for (const label of place?.path.split('.') ?? []) {
      const unitId = units.get(label)
      if (unitId === undefined || place === null) continue
      const known = sums.get(`${unitId} ${place.ownership}`) ?? {
        key: { unitId, ownership: place.ownership },
        changes: [],
      }
      known.changes.push(change)
      sums.set(`${unitId} ${place.ownership}`, known)
    }
  }
  for (const { cells, was, is } of unsettled) {
    note(was, (rollup) => takeCells(rollup, cells))
    note(is, (rollup) => addCells(rollup, cells))
  }
  const rows = await lockRollups(
    ctx.db,
    ctx.tenantId,
    roundId,
    [...sums.values()].map((one) => one.key),
  )
  const cells = entryCells(form).length
  const changed = rows.map((row) => {
    const before: Rollup = row.submissions === 0 ? emptyRollup(cells) : row
    const after = (sums.get(`${row.unitId} ${row.ownership}`)?.changes ?? []).reduce<Rollup>(
      (rollup, change) => change(rollup),
      before,
    )
    return { ...after, unitId: row.unitId, ownership: row.ownership }
  })
  await saveRollups(ctx.db, ctx.tenantId, roundId, changed)
}
