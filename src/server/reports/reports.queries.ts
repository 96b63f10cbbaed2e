import type { PersonId, ReportId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { ReportContent } from '#domain/reports/compose.ts'
import type { Period } from '#contract/reports.ts'
import type { Db } from '#server/database/connect.ts'

export type ReportRow = {
  reportId: ReportId
  version: number
  issuerUnitId: UnitId
  schoolYear: SchoolYear
  period: Period
  title: string
  content: ReportContent
  createdAt: Date
  createdByName: string
}

function reports(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('report')
    .innerJoin('person', (on) =>
      on.onRef('person.tenant_id', '=', 'report.tenant_id').onRef('person.id', '=', 'report.created_by'),
    )
    .select([
      'report.id as reportId',
      'report.version',
      'report.issuer_unit_id as issuerUnitId',
      'report.school_year as schoolYear',
      'report.period',
      'report.title',
      'report.content',
      'report.created_at as createdAt',
      'person.full_name as createdByName',
    ])
    .where('report.tenant_id', '=', tenantId)
}

// Written by this slice from ReportContent; the column's type is any JSON.
function typed<R extends { content: unknown }>(row: R): Omit<R, 'content'> & { content: ReportContent } {
  return { ...row, content: row.content as ReportContent }
}

export async function listReportRows(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  year: SchoolYear | undefined,
): Promise<ReportRow[]> {
  let query = reports(db, tenantId).where('report.issuer_unit_id', '=', unitId)
  if (year !== undefined) query = query.where('report.school_year', '=', year)
  return (
    await query.orderBy('report.school_year', 'desc').orderBy('report.created_at', 'desc').execute()
  ).map(typed)
}

export async function findReport(
  db: Db,
  tenantId: TenantId,
  reportId: ReportId,
): Promise<ReportRow | undefined> {
  const row = await reports(db, tenantId).where('report.id', '=', reportId).executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

export async function insertReport(
  db: Db,
  row: {
    tenantId: TenantId
    id: ReportId
    issuer: UnitId
    schoolYear: SchoolYear
    period: Period
    title: string
    content: ReportContent
    by: PersonId
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('report')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      issuer_unit_id: row.issuer,
      school_year: row.schoolYear,
      period: row.period,
      title: row.title,
      content: JSON.stringify(row.content),
      created_by: row.by,
      created_at: row.at,
    })
    .execute()
}

/** False when somebody changed the report meanwhile. */
export async function updateReport(
  db: Db,
  tenantId: TenantId,
  reportId: ReportId,
  version: number,
  set: { title: string; content: ReportContent },
): Promise<boolean> {
  const result = await db
    .updateTable('report')
    .set({ title: set.title, content: JSON.stringify(set.content), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
