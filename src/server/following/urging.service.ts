// Urging: one message per unit about all that is late or due soon, kept with how it stood then; what followed is read from
// the reports. It changes no work.
import type { z } from 'zod'
import type { UrgedUnitView, UrgingLine, urgingContract } from '#contract/following-urging.ts'
import { mostUrged } from '#contract/following-urging.ts'
import type { AssignmentId, UnitId, UrgingId } from '#domain/basics/ids.ts'
import { aftermathOf, mayUrge, stepAfter, urgingText } from '#domain/following/urging.ts'
import { isInHand } from '#domain/following/life.ts'
import { can, scopeOf } from '#domain/rights/can.ts'
import { countMailed } from '#server/notices/letters.service.ts'
import { tell } from '#server/notices/notices.service.ts'
import { auditAll } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { countActUnits } from './urging-letter.queries.ts'
import { listWorkOf } from './assignments.queries.ts'
import { askedOf, dayOf, subjectAt, type Work, workOn } from './following.service.ts'
import { refused } from './refusals.ts'
import { insertUrgings, listPast, listUrgingRows, type WindowPast } from './urging.queries.ts'
import { listWindowKeys } from './work-windows.queries.ts'

type Contract = typeof urgingContract
type Body = z.output<Contract['urge']['body']>
type Preview = z.output<Contract['previewUrging']['reply']>

type Found = { issuer: { unitId: UnitId; name: string }; units: UrgedUnitView[]; leftOut: number }

/** What may be urged of what was named, or of all that is late below; by unit, the one with most first. */
async function findUrged(ctx: Ctx, { unitId, schoolYear, keys }: Body): Promise<Found> {
  const unit = await getUnitFor(ctx, 'assignment.urge', unitId)
  const asked = await askedOf(ctx, { under: unit.path, schoolYear })
  const named =
    keys ?? (await listWindowKeys(ctx.db, asked, { standing: 'late', offset: 0, limit: mostUrged }))
  const stored = await listWorkOf(ctx.db, ctx.tenantId, ctx.today, named)
  const day = await dayOf(ctx)
  const past = new Map((await listPast(ctx.db, ctx.tenantId, named)).map((one) => [keyOf(one), one]))
  const urged = stored
    .map((row) => workOn(day, row))
    .filter(
      (row) =>
        can(ctx.actor, 'assignment.urge', subjectAt(ctx, row.unitPath)) &&
        isInHand(row.state) &&
        row.schoolYear === schoolYear &&
        !row.unitEnded &&
        mayUrge(row.standing, past.get(keyOf(row))?.lastOn ?? null, ctx.today),
    )
  return {
    issuer: { unitId: unit.unitId, name: unit.shortName },
    units: unitsOf(urged, past),
    leftOut: named.length - urged.length,
  }
}

function keyOf(key: { assignmentId: AssignmentId; windowNo: number }): string {
  return `${key.assignmentId} ${key.windowNo}`
}

function unitsOf(rows: readonly Work[], past: ReadonlyMap<string, WindowPast>): UrgedUnitView[] {
  const units = new Map<UnitId, UrgedUnitView & { unanswered: number }>()
  for (const row of rows) {
    const { standing } = row
    if (standing.kind !== 'late' && standing.kind !== 'due_soon') continue
    const before = past.get(keyOf(row))
    const unit = units.get(row.unitId) ?? {
      unitId: row.unitId,
      unitName: row.unitName,
      step: 'first' as const,
      lastOn: null,
      items: [],
      unanswered: 0,
    }
    unit.unanswered = Math.max(unit.unanswered, before?.unanswered ?? 0)
    unit.step = stepAfter(unit.unanswered)
    if (before !== undefined && (unit.lastOn === null || before.lastOn > unit.lastOn))
      unit.lastOn = before.lastOn
    const { assignmentId, windowNo, taskId, no, title, dueOn, percent } = row
    unit.items.push({
      assignmentId,
      windowNo,
      taskId,
      no,
      title,
      dueOn,
      percent,
      standing: standing.kind,
      days: standing.days,
    })
    units.set(row.unitId, unit)
  }
  return [...units.values()]
    .map(({ unanswered: _unanswered, ...unit }) => unit)
    .toSorted((a, b) => b.items.length - a.items.length || (a.unitName < b.unitName ? -1 : 1))
}

export async function previewUrging(ctx: Ctx, body: Body): Promise<Preview> {
  const { issuer, units, leftOut } = await findUrged(ctx, body)
  const text = urgingText(
    units.map((unit) => ({
      unitName: unit.unitName,
      items: unit.items.map((item) => ({ ...item, standing: { kind: item.standing, days: item.days } })),
    })),
    { issuerName: issuer.name, today: ctx.today, message: body.message },
  )
  const mailed = await countMailed(
    ctx,
    units.map((unit) => unit.unitId),
  )
  return { units, leftOut, mailed, text }
}

export async function urge(ctx: Ctx, body: Body): Promise<{ units: number; items: number }> {
  const { issuer, units } = await findUrged(ctx, body)
  if (units.length === 0) throw refused('nothing_to_urge')
  const urgings = units.map((unit) => ({
    ...unit,
    id: newId<UrgingId>(ctx.now.getTime()),
    automatic: null,
  }))
  await insertUrgings(
    ctx.db,
    ctx.tenantId,
    {
      schoolYear: body.schoolYear,
      issuer: issuer.unitId,
      message: body.message,
      on: ctx.today,
      at: ctx.now,
      personId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      personName: ctx.actor.name,
    },
    urgings,
  )
  await tell(ctx, [
    ...units.map((unit) => ({
      unitId: unit.unitId,
      subject: {
        kind: 'urged' as const,
        issuerName: issuer.name,
        late: unit.items.filter((item) => item.standing === 'late').length,
        dueSoon: unit.items.filter((item) => item.standing === 'due_soon').length,
        message: body.message,
      },
    })),
    // From the third time on the leader is told, once for all units.
    ...leaderNotices(units, issuer),
  ])
  await auditAll(
    ctx,
    urgings.map((urging) => ({
      action: 'assignment.urge',
      object: { kind: 'unit', id: urging.unitId, name: urging.unitName },
      unitId: urging.unitId,
      after: { step: urging.step, items: urging.items.length, message: body.message },
    })),
  )
  return { units: units.length, items: units.reduce((sum, unit) => sum + unit.items.length, 0) }
}

function leaderNotices(units: readonly UrgedUnitView[], issuer: Found['issuer']) {
  const silent = units.filter((unit) => unit.step === 'leader')
  if (silent.length === 0) return []
  const subject = {
    kind: 'urged_in_vain' as const,
    units: silent.length,
    names: silent
      .slice(0, 5)
      .map((unit) => unit.unitName)
      .join(', '),
  }
  return [{ unitId: issuer.unitId, role: 'leader' as const, subject }]
}

const pageSize = 50

export async function listUrgings(
  ctx: Ctx,
  query: z.output<Contract['listUrgings']['query']>,
): Promise<z.output<Contract['listUrgings']['reply']>> {
  const unit = await getUnitFor(ctx, 'assignment.read', query.unitId)
  const scope = scopeOf(ctx.actor, 'assignment.read')
  const rows = await listUrgingRows(ctx.db, scope, ctx.today, { ...query, under: unit.path }, pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const letters = await lettersOf(
    ctx,
    shown.map((row) => row.urgingId),
  )
  return {
    rows: shown.map(
      ({ seq: _seq, at, items, ...row }): UrgingLine => ({
        ...row,
        at: at.toISOString(),
        items,
        aftermath: aftermathOf(
          items.map((item) => ({ doneOn: item.doneOn, reportedSince: item.reportedOn !== null })),
        ),
        letterTo: letters.get(row.urgingId) ?? null,
      }),
    ),
    next: rows.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
  }
}

/** Of the urgings whose issuer the actor may urge for, how many units of the act a letter can go to. */
async function lettersOf(ctx: Ctx, urgingIds: readonly UrgingId[]): Promise<Map<UrgingId, number>> {
  const acts = await countActUnits(ctx.db, ctx.tenantId, urgingIds, ctx.today)
  return new Map(
    acts
      .filter((act) => act.units > 0 && can(ctx.actor, 'assignment.urge', subjectAt(ctx, act.issuerPath)))
      .map((act) => [act.urgingId, act.units]),
  )
}
