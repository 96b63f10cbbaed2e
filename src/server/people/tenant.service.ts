// What belongs to the tenant as a whole: its settings and the reading of its audit trail.
import type { z } from 'zod'
import type { tenantContract } from '#contract/people.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { can, canSomewhere, scopeOf } from '#domain/rights/can.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { type AuditRow, listAuditEntries } from './audit.queries.ts'
import { getTenant, updateTenant } from './people.queries.ts'

const auditPage = 100

export async function listAudit(
  ctx: Ctx,
  query: z.output<typeof tenantContract.listAudit.query>,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  if (!canSomewhere(ctx.actor, 'audit.read')) throw new AppError('not_allowed')
  if (query.unitId !== undefined) await getUnitFor(ctx, 'audit.read', query.unitId)
  const wholeTenant = can(ctx.actor, 'audit.read', { tenantId: ctx.tenantId, path: null })
  const rows = await listAuditEntries(ctx.db, scopeOf(ctx.actor, 'audit.read'), wholeTenant, {
    ...query,
    day: ctx.today,
    search: fold(query.search ?? ''),
    limit: auditPage + 1,
  })
  const shown = rows.slice(0, auditPage)
  return { rows: shown, next: rows.length > auditPage ? (shown.at(-1)?.entryId ?? null) : null }
}

export async function readTenant(
  ctx: Ctx,
): Promise<{ name: string; businessDate: LocalDate | null; version: number }> {
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  return await getTenant(ctx.db, ctx.tenantId)
}

export async function changeTenant(
  ctx: Ctx,
  change: { version: number; name: string; businessDate: LocalDate | null },
) {
  const before = await readTenant(ctx)
  if (!(await updateTenant(ctx.db, ctx.tenantId, change))) throw new AppError('changed_meanwhile')
  const shown = (day: LocalDate | null) => (day === null ? null : formatDate(day))
  await audit(ctx, {
    action: 'tenant.change',
    object: { kind: 'tenant', id: ctx.tenantId, name: change.name },
    unitId: null,
    before: { name: before.name, businessDate: shown(before.businessDate) },
    after: { name: change.name, businessDate: shown(change.businessDate) },
  })
  return await getTenant(ctx.db, ctx.tenantId)
}
