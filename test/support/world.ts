// long because: the whole cast and country of the tests in one place.
// The fixed cast and the small country they live in. Units are made row by row; services have their own tests.
import type { Transaction } from 'kysely'
import { localDate, type LocalDate } from '#domain/basics/dates.ts'
import type { EventId, Id, MembershipId, PersonId, AccountId, TenantId, UnitId } from '#domain/basics/ids.ts'
import { personSortKey, searchText, sortKey } from '#domain/basics/text.ts'
import type { Role } from '#domain/rights/can.ts'
import type { Ownership, SchoolLevel, UnitKind } from '#domain/units/unit.ts'
import type { Schema } from '#server/database/schema.ts'
import { newId } from '#server/platform/ids.ts'

type Db = Transaction<Schema>

export const clock = new Date('2025-01-20T03:00:00Z')
export const today = localDate('2025-01-20')

let made = 0
/** Ids of tests count up: no two alike, and in order of making. */
export function anId<T extends Id<string>>(): T {
  made += 1
  return newId<T>(clock.getTime() + made)
}

export type UnitGiven = {
  code: string
  name?: string
  shortName?: string
  kind?: UnitKind
  tier?: string | null
  parent?: UnitId | null
  levels?: SchoolLevel[]
  ownership?: Ownership | null
  rank?: 1 | 2 | 3 | null
  otherNames?: string[]
  from?: LocalDate
}

export async function aTenant(
  db: Db,
  name: string,
  businessDate: LocalDate | null = today,
): Promise<TenantId> {
  const id = anId<TenantId>()
  await db
    .insertInto('tenant')
    .values({ tenant_id: id, name, business_date: businessDate, created_at: clock })
    .execute()
  await db
    .insertInto('tier')
    .values([
      {
        tenant_id: id,
        code: 'province',
        name_vi: 'Tỉnh, thành phố',
        name_en: 'Province',
        rank: 1,
        valid_from: localDate('1945-09-02'),
        valid_to: null,
      },
      {
        tenant_id: id,
        code: 'district',
        name_vi: 'Quận, huyện',
        name_en: 'District',
        rank: 2,
        valid_from: localDate('1945-09-02'),
        valid_to: localDate('2025-07-01'),
      },
      {
        tenant_id: id,
        code: 'commune',
        name_vi: 'Phường, xã',
        name_en: 'Commune',
        rank: 3,
        valid_from: localDate('1945-09-02'),
        valid_to: null,
      },
    ])
    .execute()
  return id
}

export async function aUnit(db: Db, tenantId: TenantId, given: UnitGiven): Promise<UnitId> {
  const id = anId<UnitId>()
  const eventId = anId<EventId>()
  const from = given.from ?? localDate('2003-05-01')
  const name = given.name ?? given.code
  const parent = given.parent ?? null
  const { label } = await db
    .insertInto('unit')
    .values({ tenant_id: tenantId, id, created_at: clock })
    .returning('label')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('unit_event')
    .values({
      tenant_id: tenantId,
      id: eventId,
      kind: 'found',
      happens_on: from,
      recorded_by_name: 'Kiểm thử',
      recorded_at: clock,
    })
    .execute()
  await db
    .insertInto('unit_event_unit')
    .values({ tenant_id: tenantId, event_id: eventId, unit_id: id, role: 'subject' })
    .execute()
  await db
    .insertInto('unit_state')
    .values({
      tenant_id: tenantId,
      unit_id: id,
      valid_from: from,
      valid_to: null,
      opened_by: eventId,
      code: given.code,
      kind: given.kind ?? 'school',
      tier: given.tier ?? null,
      official_name: name,
      short_name: given.shortName ?? name,
      other_names: given.otherNames ?? [],
      parent_id: parent,
      levels: given.levels ?? [],
      ownership: given.ownership ?? null,
      rank: given.rank ?? null,
      sort_key: sortKey(name),
      search_text: searchText(name, given.shortName ?? name, given.code),
    })
    .execute()
  const above =
    parent === null
      ? null
      : await db
          .selectFrom('unit_path')
          .select('path')
          .where('tenant_id', '=', tenantId)
          .where('unit_id', '=', parent)
          .executeTakeFirstOrThrow()
  const path = above === null ? String(label) : `${above.path}.${label}`
  await db
    .insertInto('unit_path')
    .values({ tenant_id: tenantId, unit_id: id, valid_from: from, valid_to: null, path })
    .execute()
  return id
}

export type PersonGiven = {
  userName: string
  name: string
  role: Role
  unit: UnitId
  scope?: UnitId
  passwordHash?: string
}
export type Somebody = { personId: PersonId; accountId: AccountId; userName: string }

export async function aPerson(db: Db, tenantId: TenantId, given: PersonGiven): Promise<Somebody> {
  const personId = anId<PersonId>()
  const accountId = anId<AccountId>()
  await db
    .insertInto('person')
    .values({
      tenant_id: tenantId,
      id: personId,
      full_name: given.name,
      sort_key: personSortKey(given.name),
      search_text: searchText(given.name, given.userName),
      created_at: clock,
    })
    .execute()
  await db
    .insertInto('account')
    .values({
      tenant_id: tenantId,
      id: accountId,
      person_id: personId,
      user_name: given.userName,
      password_hash: given.passwordHash ?? null,
      created_at: clock,
    })
    .execute()
  await db
    .insertInto('membership')
    .values({
      tenant_id: tenantId,
      id: anId<MembershipId>(),
      person_id: personId,
      unit_id: given.unit,
      role: given.role,
      scope_unit_id: given.scope ?? given.unit,
      valid_from: localDate('2020-01-01'),
    })
    .execute()
  return { personId, accountId, userName: given.userName }
}

/**
 * Hải Phòng → Hải An (offices, a ward, three schools) and Kiến An (one school); another tenant beside it.
 * lan leads and hung is the officer of Hải An, quang administers the city; nga heads the office Nội vụ, mai heads the
 * school TH Đằng Lâm and cuc is its clerk, viet only looks; kien is the officer of Kiến An; la is a stranger.
 */
export async function aWorld(db: Db) {
  const tenantId = await aTenant(db, 'Hải Phòng')
  const unit = (given: UnitGiven) => aUnit(db, tenantId, given)
  const city = await unit({
    code: 'HP',
    name: 'Ủy ban nhân dân thành phố Hải Phòng',
    shortName: 'UBND thành phố',
    kind: 'committee',
    tier: 'province',
  })
  const haiAn = await unit({
    code: 'HA',
    name: 'Ủy ban nhân dân quận Hải An',
    shortName: 'UBND quận Hải An',
    kind: 'committee',
    tier: 'district',
    parent: city,
  })
  const kienAn = await unit({
    code: 'KA',
    name: 'Ủy ban nhân dân quận Kiến An',
    shortName: 'UBND quận Kiến An',
    kind: 'committee',
    tier: 'district',
    parent: city,
  })
  const education = await unit({
    code: 'HA-GD',
    name: 'Phòng Giáo dục và Đào tạo',
    shortName: 'Phòng GD&ĐT',
    kind: 'office',
    parent: haiAn,
  })
  const interior = await unit({ code: 'HA-NV', name: 'Phòng Nội vụ', kind: 'office', parent: haiAn })
  const ward = await unit({
    code: 'HA-DL',
    name: 'Ủy ban nhân dân phường Đằng Lâm',
    shortName: 'UBND phường Đằng Lâm',
    kind: 'ward',
    tier: 'commune',
    parent: haiAn,
  })
  const primary = await unit({
    code: 'TH-DL',
    name: 'Trường Tiểu học Đằng Lâm',
    shortName: 'TH Đằng Lâm',
    parent: haiAn,
    levels: ['primary'],
    ownership: 'public',
    rank: 1,
  })
  const secondary = await unit({
    code: 'CS-DL',
    name: 'Trường Trung học cơ sở Đằng Lâm',
    shortName: 'THCS Đằng Lâm',
    parent: haiAn,
    levels: ['lower_secondary'],
    ownership: 'public',
    rank: 2,
  })
  const preschool = await unit({
    code: 'MN-CB',
    name: 'Trường Mầm non Cát Bi',
    shortName: 'MN Cát Bi',
    parent: haiAn,
    levels: ['preschool'],
    ownership: 'private',
  })
  const kienAnSchool = await unit({
    code: 'TH-NH',
    name: 'Trường Tiểu học Nam Hà',
    shortName: 'TH Nam Hà',
    parent: kienAn,
    levels: ['primary'],
    ownership: 'public',
  })

  const otherTenantId = await aTenant(db, 'Tỉnh khác')
  const otherRoot = await aUnit(db, otherTenantId, {
    code: 'KHAC',
    name: 'Ủy ban nhân dân tỉnh khác',
    kind: 'committee',
    tier: 'province',
  })
  const otherSchool = await aUnit(db, otherTenantId, {
    code: 'TH-K',
    name: 'Trường Tiểu học Khác',
    parent: otherRoot,
    levels: ['primary'],
    ownership: 'public',
  })

  const person = (given: PersonGiven) => aPerson(db, tenantId, given)
  const people = {
    quang: await person({ userName: 'quang', name: 'Đỗ Minh Quang', role: 'administrator', unit: city }),
    lan: await person({ userName: 'lan', name: 'Trần Thị Lan', role: 'leader', unit: haiAn }),
    hung: await person({
      userName: 'hung',
      name: 'Nguyễn Văn Hùng',
      role: 'officer',
      unit: education,
      scope: haiAn,
    }),
    nga: await person({ userName: 'nga', name: 'Lê Thị Nga', role: 'unit_head', unit: interior }),
    mai: await person({ userName: 'mai', name: 'Phạm Thị Mai', role: 'unit_head', unit: primary }),
    cuc: await person({ userName: 'cuc', name: 'Vũ Thị Cúc', role: 'clerk', unit: primary }),
    viet: await person({ userName: 'viet', name: 'Hoàng Quốc Việt', role: 'viewer', unit: haiAn }),
    kien: await person({ userName: 'kien', name: 'Bùi Trung Kiên', role: 'officer', unit: kienAn }),
    la: await aPerson(db, otherTenantId, {
      userName: 'la',
      name: 'Người Lạ',
      role: 'administrator',
      unit: otherRoot,
    }),
  }
  return {
    tenantId,
    otherTenantId,
    units: {
      city,
      haiAn,
      kienAn,
      education,
      interior,
      ward,
      primary,
      secondary,
      preschool,
      kienAnSchool,
      otherRoot,
      otherSchool,
    },
    people,
  }
}

export type World = Awaited<ReturnType<typeof aWorld>>
export type CastName = keyof World['people']
