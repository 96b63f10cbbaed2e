import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { TenantId, UnitId } from '#domain/basics/ids.ts'
import type { IssuerProfile } from '#domain/units/issuer.ts'
import type { Db } from '#server/database/connect.ts'

export type Contact = {
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  sites: { name: string; address: string | null; main: boolean }[]
  version: number
}

const noContact: Contact = { address: null, phone: null, email: null, website: null, sites: [], version: 0 }

export async function findContact(db: Db, tenantId: TenantId, unitId: UnitId): Promise<Contact> {
  const row = await db
    .selectFrom('unit_contact')
    .select(['address', 'phone', 'email', 'website', sql<Contact['sites']>`sites`.as('sites'), 'version'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row ?? noContact
}

/** False when somebody changed it meanwhile. Version 0 stands for "there was none". */
export async function saveContact(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  contact: Contact,
): Promise<boolean> {
  const set = {
    address: contact.address,
    phone: contact.phone,
    email: contact.email,
    website: contact.website,
    sites: JSON.stringify(contact.sites),
    version: contact.version + 1,
  }
  if (contact.version === 0) {
    const inserted = await db
      .insertInto('unit_contact')
      .values({ tenant_id: tenantId, unit_id: unitId, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return inserted.numInsertedOrUpdatedRows === 1n
  }
  const updated = await db
    .updateTable('unit_contact')
    .set(set)
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .where('version', '=', contact.version)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

export type StoredIssuer = IssuerProfile & { version: number }

export async function findIssuer(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
): Promise<StoredIssuer | undefined> {
  return await db
    .selectFrom('issuer')
    .select([
      'printed_name as printedName',
      'superior',
      'place',
      'symbol_suffix as symbolSuffix',
      sql<IssuerProfile['signers']>`signers`.as('signers'),
      'recipients',
      'version',
    ])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
}

/** False when somebody changed it meanwhile. */
export async function saveIssuer(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  issuer: StoredIssuer,
): Promise<boolean> {
  const set = {
    printed_name: issuer.printedName,
    superior: issuer.superior,
    place: issuer.place,
    symbol_suffix: issuer.symbolSuffix,
    signers: JSON.stringify(issuer.signers),
    recipients: [...issuer.recipients],
    version: issuer.version + 1,
  }
  if (issuer.version === 0) {
    const inserted = await db
      .insertInto('issuer')
      .values({ tenant_id: tenantId, unit_id: unitId, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return inserted.numInsertedOrUpdatedRows === 1n
  }
  const updated = await db
    .updateTable('issuer')
    .set(set)
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .where('version', '=', issuer.version)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

export type Supervision = {
  supervisorId: UnitId
  supervisorName: string
  validFrom: LocalDate
  validTo: LocalDate | null
  note: string | null
}

export async function listSupervisions(db: Db, tenantId: TenantId, unitId: UnitId): Promise<Supervision[]> {
  return await db
    .selectFrom('unit_supervision as v')
    .select([
      'v.supervisor_id as supervisorId',
      sql<string>`(select s.short_name from unit_state s where s.tenant_id = v.tenant_id and s.unit_id = v.supervisor_id
        order by (s.valid_from <= v.valid_from) desc, s.valid_from desc limit 1)`.as('supervisorName'),
      'v.valid_from as validFrom',
      'v.valid_to as validTo',
      'v.note',
    ])
    .where('v.tenant_id', '=', tenantId)
    .where('v.unit_id', '=', unitId)
    .orderBy('v.valid_from')
    .execute()
}

export async function endSupervision(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  day: LocalDate,
): Promise<void> {
  const own = db
    .deleteFrom('unit_supervision')
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .where('valid_from', '>=', day)
  await own.execute()
  await db
    .updateTable('unit_supervision')
    .set({ valid_to: day })
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .execute()
}

export async function insertSupervision(
  db: Db,
  tenantId: TenantId,
  row: { id: string; unitId: UnitId; supervisorId: UnitId; from: LocalDate; note: string | null },
): Promise<void> {
  await db
    .insertInto('unit_supervision')
    .values({
      tenant_id: tenantId,
      id: row.id,
      unit_id: row.unitId,
      supervisor_id: row.supervisorId,
      valid_from: row.from,
      note: row.note,
    })
    .execute()
}

export async function findVersion(db: Db, tenantId: TenantId, unitId: UnitId): Promise<number | undefined> {
  const row = await db
    .selectFrom('unit')
    .select('version')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', unitId)
    .executeTakeFirst()
  return row?.version
}
