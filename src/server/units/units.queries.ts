import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { TenantId, UnitId } from '#domain/basics/ids.ts'
import { type Contact, noContact } from '#domain/units/contact.ts'
import type { IssuerProfile } from '#domain/units/issuer.ts'
import type { Db } from '#server/database/connect.ts'

/** Version 0: nothing has been said yet. */
export type StoredContact = Contact & { version: number }

const sites = sql<Contact['sites']>`sites`.as('sites')

export async function findContact(db: Db, tenantId: TenantId, unitId: UnitId): Promise<StoredContact> {
  const row = await db
    .selectFrom('unit_contact')
    .select(['address', 'phone', 'email', 'website', sites, 'version'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row ?? { ...noContact, version: 0 }
}

/** The contacts of every unit of the tenant that has one. */
export async function listContacts(db: Db, tenantId: TenantId): Promise<ReadonlyMap<UnitId, StoredContact>> {
  const rows = await db
    .selectFrom('unit_contact')
    .select(['unit_id as unitId', 'address', 'phone', 'email', 'website', sites, 'version'])
    .where('tenant_id', '=', tenantId)
    .execute()
  return new Map(rows.map(({ unitId, ...contact }) => [unitId, contact]))
}

/** Each with the version that was read; false when somebody changed one of them meanwhile. */
export async function saveContacts(
  db: Db,
  tenantId: TenantId,
  contacts: readonly { unitId: UnitId; contact: StoredContact }[],
): Promise<boolean> {
  // Eight parameters a row; one statement takes at most 65,535.
  const perStatement = 4000
  let saved = 0n
  for (let from = 0; from < contacts.length; from += perStatement) {
    const result = await db
      .insertInto('unit_contact')
      .values(
        contacts.slice(from, from + perStatement).map(({ unitId, contact }) => ({
          tenant_id: tenantId,
          unit_id: unitId,
          address: contact.address,
          phone: contact.phone,
          email: contact.email,
          website: contact.website,
          sites: JSON.stringify(contact.sites),
          version: contact.version + 1,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'unit_id'])
          .doUpdateSet((given) => ({
            address: given.ref('excluded.address'),
            phone: given.ref('excluded.phone'),
            email: given.ref('excluded.email'),
            website: given.ref('excluded.website'),
            sites: given.ref('excluded.sites'),
            version: given.ref('excluded.version'),
          }))
          .where('unit_contact.version', '=', (given) => sql<number>`${given.ref('excluded.version')} - 1`),
      )
      .executeTakeFirst()
    saved += result.numInsertedOrUpdatedRows ?? 0n
  }
  return saved === BigInt(contacts.length)
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
