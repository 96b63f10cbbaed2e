// The workbook to fill in, and what there is in the same form: it can be changed and imported again.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { sayRole } from '#domain/people/account-sheet.ts'
import { can, isBelow, scopeOf } from '#domain/rights/can.ts'
import type { SheetCell } from '#server/formats/xlsx-write-plan.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import type { FileReply } from '#server/platform/route.ts'
import { listTiers } from '#server/units/unit-pages.service.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { unitIdsByCode, unitRows } from '#server/units/units-sheet.service.ts'
import { unitsWorkbook } from './import-workbook.ts'
import { listPersons } from './persons.queries.ts'

export async function templateWorkbook(ctx: Ctx, unitId: UnitId): Promise<FileReply> {
  const unit = await getUnitFor(ctx, 'unit.change', unitId)
  const { codes } = await unitRows(ctx, unit.path, ctx.today)
  const bytes = unitsWorkbook(ctx.language, { units: [], accounts: [], codes, tiers: await listTiers(ctx) })
  return {
    bytes,
    fileName:
      ctx.language === 'vi'
        ? `Mẫu nhập đơn vị, tài khoản - ${unit.code}.xlsx`
        : `Template of units and accounts - ${unit.code}.xlsx`,
  }
}

export async function exportWorkbook(
  ctx: Ctx,
  unitId: UnitId,
  asOf: LocalDate | undefined,
): Promise<FileReply> {
  const day = asOf ?? ctx.today
  const unit = await getUnitFor(ctx, 'unit.change', unitId)
  const { rows, codes } = await unitRows(ctx, unit.path, day)
  const accounts = await accountRows(ctx, unit.path)
  const bytes = unitsWorkbook(ctx.language, { units: rows, accounts, codes, tiers: await listTiers(ctx) })
  return { bytes, fileName: `${ctx.language === 'vi' ? 'Đơn vị' : 'Units'} ${unit.code} ${day}.xlsx` }
}

async function accountRows(ctx: Ctx, path: string): Promise<SheetCell[][]> {
  if (!can(ctx.actor, 'person.read', { tenantId: ctx.tenantId, path })) return []
  const codes = new Map([...(await unitIdsByCode(ctx, ctx.today))].map(([code, id]) => [id, code]))
  const { rows } = await listPersons(ctx.db, scopeOf(ctx.actor, 'person.read'), ctx.today, {
    under: path,
    search: '',
    state: undefined,
    offset: 0,
    limit: 100_000,
  })
  return rows.flatMap((person): SheetCell[][] => {
    // A unit that does not live today has no row that an account could name.
    const held = person.memberships.find(
      (membership) =>
        codes.has(membership.unitId) &&
        isBelow(membership.unitPath, path) &&
        (membership.validTo === null || membership.validTo > ctx.today),
    )
    if (held === undefined || person.userName === null || person.state === 'deactivated') return []
    const scope = held.scopeUnitId === held.unitId ? null : (codes.get(held.scopeUnitId) ?? null)
    return [
      [
        person.fullName,
        person.userName,
        person.signInPhone,
        person.jobTitle,
        codes.get(held.unitId) ?? null,
        sayRole(held.role),
        scope,
      ],
    ]
  })
}
