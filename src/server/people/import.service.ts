// Units and accounts from one workbook. A check changes nothing; an import does exactly what was checked, or nothing.
import { createHash } from 'node:crypto'
import { mostListed } from '#contract/people-import.ts'
import type { SheetFaultView } from '#contract/units-sheet.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import {
  type AccountGround,
  accountSheet,
  planAccountSheet,
  type PlannedAccount,
  readAccountSheet,
} from '#domain/people/account-sheet.ts'
import { accountFaultWords } from '#domain/people/account-fault-words.ts'
import { can, isBelow } from '#domain/rights/can.ts'
import { unitSheet } from '#domain/units/sheet.ts'
import type { SheetGrid } from '#domain/units/sheet-grid.ts'
import { unitFaultWords } from '#domain/units/sheet-fault-words.ts'
import { cellName } from '#server/formats/xlsx-cells.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { convertWorkbook } from '#server/platform/upload.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import {
  gridsOf,
  importUnits,
  planUnits,
  type PlannedUnits,
  unitIdsByCode,
} from '#server/units/units-sheet.service.ts'
import { listNameOwners, listTakenPhones } from './import.queries.ts'
import { addPerson } from './people.service.ts'

export type ImportPlan = {
  units: PlannedUnits
  accounts: PlannedAccount[]
  faults: SheetFaultView[]
  counts: ImportCounts
  digest: string | null
}
export type ImportCounts = {
  founded: number
  changed: number
  unchanged: number
  invited: number
  accountsUnchanged: number
}

/** Outside any transaction: the workbook is read in the worker. */
export async function readUpload(
  ctx: Ctx,
  unitId: UnitId,
  bytes: Uint8Array,
  fileName: string,
): Promise<SheetGrid[]> {
  await getUnitFor(ctx, 'unit.change', unitId)
  return gridsOf(await convertWorkbook(bytes, fileName))
}

export async function planImport(
  ctx: Ctx,
  unitId: UnitId,
  grids: readonly SheetGrid[],
  on: LocalDate,
  mode: 'look' | 'locked',
): Promise<ImportPlan> {
  await getUnitFor(ctx, 'unit.change', unitId)
  const units = await planUnits(ctx, grids, on, mode)
  const reading = readAccountSheet(grids)
  const ground = await accountGround(
    ctx,
    reading.accounts.map((account) => account.userName),
    reading.accounts.flatMap((account) => account.phone ?? []),
    units,
  )
  const { accounts, faults: accountFaults } = planAccountSheet(reading, ground)
  const accountViews = [...reading.faults, ...accountFaults]
    .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .map((fault) => ({
      sheet: fault.sheet,
      cell: fault.row === null || fault.column === null ? null : cellName(fault.row, fault.column),
      value: fault.value,
      ...accountFaultWords(fault, accountSheet.columns, ctx.language),
    }))
  const nothing = units.rows === 0 && (reading.table === null || reading.table.rows.length === 0)
  const faults = [...units.faults, ...accountViews, ...(nothing ? [emptyFault(ctx, grids)] : [])]
  const count = (what: 'founded' | 'changed' | 'unchanged') =>
    units.plan.units.filter((unit) => unit.what === what).length
  const invited = accounts.filter((account) => account.what === 'invited').length
  const counts = {
    founded: count('founded'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    invited,
    accountsUnchanged: accounts.length - invited,
  }
  return {
    units,
    accounts,
    faults,
    counts,
    digest: faults.length > 0 ? null : digestOf({ on, units, accounts }),
  }
}

// What would happen and to what it would happen: when either is another one meanwhile, so is this.
function digestOf({
  on,
  units,
  accounts,
}: {
  on: LocalDate
  units: PlannedUnits
  accounts: readonly PlannedAccount[]
}): string {
  return createHash('sha256')
    .update(JSON.stringify([on, units.plan.units, units.plan.events, units.plan.contacts, accounts]))
    .digest('hex')
}

function emptyFault(ctx: Ctx, grids: readonly SheetGrid[]): SheetFaultView {
  const name = unitSheet.sheetNames[ctx.language === 'vi' ? 0 : 1]
  const isThere = grids.some((grid) => grid.name === name)
  const words =
    ctx.language === 'vi'
      ? {
          message: 'Chưa có dòng nào để nhập',
          mend: 'Điền ít nhất một đơn vị hoặc một tài khoản dưới dòng tiêu đề.',
        }
      : {
          message: 'There is no row to import',
          mend: 'Fill in at least one unit or one account below the heading row.',
        }
  const fault = { sheet: name, row: null, column: null, value: name, reason: 'sheet_missing' } as const
  return {
    sheet: name,
    cell: null,
    value: '',
    ...(isThere ? words : unitFaultWords(fault, unitSheet.columns, ctx.language)),
  }
}

async function accountGround(
  ctx: Ctx,
  userNames: readonly string[],
  phones: readonly string[],
  { placeOf, faulty }: PlannedUnits,
): Promise<AccountGround> {
  const owners = new Map(
    (await listNameOwners(ctx.db, userNames, ctx.today)).map((owner) => [owner.userName, owner]),
  )
  const taken = await listTakenPhones(ctx.db, phones)
  const subject = (path: string) => ({ tenantId: ctx.tenantId, path })
  return {
    checkPlace: (unitCode, scopeCode) => {
      if (faulty.has(unitCode) || faulty.has(scopeCode)) return 'ok'
      const unit = placeOf(unitCode)
      if (unit === null) return 'unit_unknown'
      const scope = placeOf(scopeCode)
      if (scope === null) return 'scope_unknown'
      if (!unit.livesToday || !scope.livesToday) return 'unit_not_yet'
      if (!can(ctx.actor, 'person.change', subject(unit.path))) return 'not_allowed'
      if (!can(ctx.actor, 'person.change', subject(scope.path))) return 'scope_beyond_own'
      // As for one person (people.service.ts): the place of work, on the line above or below it, or beside it.
      const parent = unit.path.split('.').slice(0, -1).join('.')
      const near =
        isBelow(unit.path, scope.path) || isBelow(scope.path, unit.path) || isBelow(scope.path, parent)
      return near ? 'ok' : 'scope_beyond_own'
    },
    ownerOf: (userName) => {
      const owner = owners.get(userName)
      if (owner === undefined) return null
      const seen =
        owner.tenantId === ctx.tenantId &&
        owner.units.some((unit) => can(ctx.actor, 'person.read', subject(unit.path)))
      return seen
        ? { seen, fullName: owner.fullName, unitCodes: owner.units.map((unit) => unit.code) }
        : { seen }
    },
    isPhoneTaken: (phone) => taken.has(phone),
  }
}

export type CheckedImport = Pick<ImportPlan, 'faults' | 'counts' | 'digest'> & {
  faultCount: number
  units: PlannedUnits['plan']['units']
  accounts: Pick<PlannedAccount, 'row' | 'fullName' | 'userName' | 'unitCode' | 'role' | 'what'>[]
}

export async function checkImport(
  ctx: Ctx,
  unitId: UnitId,
  bytes: Uint8Array,
  fileName: string,
  on: LocalDate,
): Promise<CheckedImport> {
  const plan = await planImport(ctx, unitId, await readUpload(ctx, unitId, bytes, fileName), on, 'look')
  // What changes is looked at first.
  const units = plan.units.plan.units.toSorted(
    (a, b) => Number(a.what === 'unchanged') - Number(b.what === 'unchanged') || a.row - b.row,
  )
  return {
    faults: plan.faults.slice(0, mostListed),
    faultCount: plan.faults.length,
    counts: plan.counts,
    digest: plan.digest,
    units: units.slice(0, mostListed),
    accounts: plan.accounts.slice(0, mostListed).map(({ row, fullName, userName, unitCode, role, what }) => ({
      row,
      fullName,
      userName,
      unitCode,
      role,
      what,
    })),
  }
}

/** In one transaction: judged anew while nobody else changes units, and carried out only when it is what was checked. */
export async function importWorkbook(
  ctx: Ctx,
  unitId: UnitId,
  grids: readonly SheetGrid[],
  given: { fileName: string; on: LocalDate; digest: string },
): Promise<ImportCounts> {
  const plan = await planImport(ctx, unitId, grids, given.on, 'locked')
  if (plan.faults.length > 0)
    throw new AppError('import_faults', {
      count: plan.faults.length,
      faults: plan.faults.slice(0, mostListed),
    })
  if (plan.digest !== given.digest) throw new AppError('import_changed')
  const unit = await getUnitFor(ctx, 'unit.change', unitId)
  const note = ctx.language === 'vi' ? `Nhập từ tệp ${given.fileName}` : `Imported from ${given.fileName}`
  const founded = await importUnits(ctx, plan.units, note)
  const ids = new Map([...(await unitIdsByCode(ctx, ctx.today)), ...founded])
  const idOf = (code: string): UnitId => {
    const found = ids.get(code)
    if (found === undefined) throw new AppError('import_changed')
    return found
  }
  for (const account of plan.accounts) {
    if (account.what === 'unchanged') continue
    const { fullName, jobTitle, phone, userName, role } = account
    await addPerson(ctx, {
      fullName,
      jobTitle,
      email: null,
      phone,
      userName,
      signInPhone: phone,
      membership: { role, unitId: idOf(account.unitCode), scopeUnitId: idOf(account.scopeCode) },
    })
  }
  await audit(ctx, {
    action: 'unit.import',
    object: { kind: 'unit', id: unitId, name: unit.shortName },
    unitId,
    after: { fileName: given.fileName, on: given.on, ...plan.counts },
  })
  return plan.counts
}
