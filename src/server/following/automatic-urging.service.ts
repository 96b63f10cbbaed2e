// Urging by itself, where an issuer has turned it on: what is due today by its rule is urged, once, in the same trail as what
// persons urge. Done twice it does nothing; it changes no work.
import type { UrgingRule } from '#contract/following-urging.ts'
import type { UnitId, UrgingId } from '#domain/basics/ids.ts'
import { schoolYearOf } from '#domain/basics/school-year.ts'
import { isWorkingDay } from '#domain/basics/working-days.ts'
import { type AutomaticStep, automaticStep, checkRule, stepOf } from '#domain/following/automatic-urging.ts'
import { dueSoonUntil } from '#domain/following/standing.ts'
import type { UrgingStep } from '#domain/following/urging.ts'
import { isLetterTime } from '#domain/notices/mailing.ts'
import { tell } from '#server/notices/notices.service.ts'
import { audit, auditAll } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnitFor, labelsOf } from '#server/units/units.service.ts'
import { listWorkOf } from './assignments.queries.ts'
import { dayOf, type Work, workOn } from './following.service.ts'
import { refused } from './refusals.ts'
import { insertUrgings, listPast, type WindowPast } from './urging.queries.ts'
import {
  claimRulesOn,
  findUrgingRule,
  isRoleHeld,
  listRuleWindows,
  saveUrgingRule,
  type StoredRule,
} from './urging-rule.queries.ts'

// Off; the numbers are what is proposed to whoever turns it on.
const proposed: StoredRule = { isOn: false, beforeDays: 3, afterDays: 2, escalateAfter: 2, version: 0 }

export async function getUrgingRule(ctx: Ctx, unitId: UnitId): Promise<UrgingRule> {
  await getUnitFor(ctx, 'assignment.urge', unitId)
  return (await findUrgingRule(ctx.db, ctx.tenantId, unitId)) ?? proposed
}

export async function setUrgingRule(ctx: Ctx, unitId: UnitId, rule: UrgingRule): Promise<UrgingRule> {
  const unit = await getUnitFor(ctx, 'assignment.urge', unitId)
  const [fault] = checkRule(rule)
  if (fault === 'nothing_set') throw refused('nothing_set')
  if (fault !== undefined) throw new AppError('bad_request', { reason: fault })
  const before = await findUrgingRule(ctx.db, ctx.tenantId, unitId)
  if (!(await saveUrgingRule(ctx.db, ctx.tenantId, unitId, rule, ctx.now)))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'urging_rule.set',
    object: { kind: 'unit', id: unitId, name: unit.shortName },
    unitId,
    ...(before === undefined ? {} : { before: shown(before) }),
    after: shown(rule),
  })
  return { ...rule, version: rule.version + 1 }
}

function shown({ isOn, beforeDays, afterDays, escalateAfter }: StoredRule) {
  return { isOn, beforeDays, afterDays, escalateAfter }
}

/** Of a tenant, as the system; on working days from the morning on, so that nobody is urged in his sleep. */
export async function urgeByRules(ctx: Ctx): Promise<void> {
  const { calendar } = await dayOf(ctx)
  if (!isLetterTime(ctx.now.getTime()) || !isWorkingDay(ctx.today, calendar)) return
  const rules = await claimRulesOn(ctx.db, ctx.tenantId)
  for (const rule of rules) await urgeByRule(ctx, rule)
}

const mostAtOnce = 2000

type Due = { row: Work; automatic: AutomaticStep; unanswered: number }

async function urgeByRule(ctx: Ctx, rule: StoredRule & { issuer: UnitId }): Promise<void> {
  const day = await dayOf(ctx)
  const keys = await listRuleWindows(
    ctx.db,
    ctx.tenantId,
    rule.issuer,
    schoolYearOf(ctx.today),
    dueSoonUntil(day),
  )
  const due: Due[] = []
  for (let from = 0; from < keys.length; from += mostAtOnce) {
    const some = keys.slice(from, from + mostAtOnce)
    const stored = await listWorkOf(ctx.db, ctx.tenantId, ctx.today, some)
    const past = await listPast(ctx.db, ctx.tenantId, some)
    const byKey = new Map(past.map((one) => [keyOf(one), one]))
    for (const row of stored) {
      const before = byKey.get(keyOf(row)) ?? never
      const work = workOn(day, row)
      const automatic = row.unitEnded ? null : automaticStep(rule, work.standing, before, day)
      if (automatic !== null) due.push({ row: work, automatic, unanswered: before.unanswered })
    }
  }
  if (due.length > 0) await record(ctx, rule.issuer, due)
}

const never: Pick<WindowPast, 'unanswered' | 'steps'> & { lastOn: null } = {
  lastOn: null,
  unanswered: 0,
  steps: [],
}

function keyOf(key: { assignmentId: string; windowNo: number }): string {
  return `${key.assignmentId} ${key.windowNo}`
}

type AutomaticUrging = {
  id: UrgingId
  unitId: UnitId
  unitName: string
  step: UrgingStep
  automatic: AutomaticStep
  items: UrgedWindow[]
}
type UrgedWindow = Pick<Work, 'assignmentId' | 'windowNo' | 'dueOn' | 'percent'> & {
  standing: 'late' | 'due_soon'
  days: number
}

async function record(ctx: Ctx, issuer: UnitId, due: readonly Due[]): Promise<void> {
  const urgings = urgingsOf(ctx, due)
  const issuerName = (await labelsOf(ctx, [issuer])).get(issuer)?.name ?? ''
  await insertUrgings(
    ctx.db,
    ctx.tenantId,
    {
      schoolYear: schoolYearOf(ctx.today),
      issuer,
      message: null,
      on: ctx.today,
      at: ctx.now,
      personId: null,
      personName: ctx.actor.name,
    },
    urgings,
  )
  await tell(ctx, [...unitNotices(urgings, issuerName), ...(await higherNotices(ctx, issuer, urgings))])
  await auditAll(
    ctx,
    urgings.map((urging) => ({
      action: 'assignment.urge',
      object: { kind: 'unit', id: urging.unitId, name: urging.unitName },
      unitId: urging.unitId,
      after: { step: urging.step, items: urging.items.length, automatic: urging.automatic },
    })),
  )
}

/** A unit's windows at the same step are one entry of the trail. */
function urgingsOf(ctx: Ctx, due: readonly Due[]): AutomaticUrging[] {
  const urgings = new Map<string, AutomaticUrging & { unanswered: number }>()
  for (const { row, automatic, unanswered } of due) {
    const { standing } = row
    if (standing.kind !== 'late' && standing.kind !== 'due_soon') continue
    const key = `${row.unitId} ${automatic}`
    const urging = urgings.get(key) ?? {
      id: newId<UrgingId>(ctx.now.getTime()),
      unitId: row.unitId,
      unitName: row.unitName,
      step: 'first',
      automatic,
      items: [],
      unanswered: 0,
    }
    urging.unanswered = Math.max(urging.unanswered, unanswered)
    urging.step = stepOf(automatic, urging.unanswered)
    const { assignmentId, windowNo, dueOn, percent } = row
    urging.items.push({
      assignmentId,
      windowNo,
      dueOn,
      percent,
      standing: standing.kind,
      days: standing.days,
    })
    urgings.set(key, urging)
  }
  return [...urgings.values()].map(({ unanswered: _unanswered, ...urging }) => urging)
}

/** One notice for all that a unit is urged about, whatever the steps. */
function unitNotices(urgings: readonly AutomaticUrging[], issuerName: string) {
  const units = new Map<UnitId, UrgedWindow[]>()
  for (const urging of urgings)
    units.set(urging.unitId, [...(units.get(urging.unitId) ?? []), ...urging.items])
  return [...units].map(([unitId, items]) => ({
    unitId,
    subject: {
      kind: 'urged' as const,
      issuerName,
      late: items.filter((item) => item.standing === 'late').length,
      dueSoon: items.filter((item) => item.standing === 'due_soon').length,
      message: null,
    },
  }))
}

/** Once for all units of a step; where there is no officer, the leader hears it at once. */
async function higherNotices(ctx: Ctx, issuer: UnitId, urgings: readonly AutomaticUrging[]) {
  const officer = urgings.filter((urging) => urging.automatic === 'officer')
  const leader = urgings.filter((urging) => urging.automatic === 'leader')
  const hasOfficer =
    officer.length > 0 && (await isRoleHeld(ctx.db, ctx.tenantId, issuer, 'officer', ctx.today))
  return [
    { role: hasOfficer ? ('officer' as const) : ('leader' as const), of: officer },
    { role: 'leader' as const, of: leader },
  ].flatMap(({ role, of }) =>
    of.length === 0
      ? []
      : [
          {
            unitId: issuer,
            role,
            subject: {
              kind: 'urged_in_vain' as const,
              units: of.length,
              names: of
                .slice(0, 5)
                .map((urging) => urging.unitName)
                .join(', '),
            },
          },
        ],
  )
}
