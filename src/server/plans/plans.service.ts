// Plans until they are published: reading an upload into a draft, review, and the publishing itself.
// Until then nobody sees or is told anything; afterwards the tasks are not changed here.
import type { DocumentId, DutyId, FileId, PlanId, TargetId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'
import { toNfc } from '#domain/basics/text.ts'
import { type Action, can, scopeOf, type TreePath } from '#domain/rights/can.ts'
import { readDocument } from '#domain/reading/read-document.ts'
import type { Reading } from '#domain/reading/reading.ts'
import type { SourceDocument } from '#domain/reading/source.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { insertFile } from '#server/platform/file-rows.queries.ts'
import { newId } from '#server/platform/ids.ts'
import { convertUpload } from '#server/platform/upload.ts'
import { getUnit, getUnitFor, unitsAlong } from '#server/units/units.service.ts'
import { draftDuties, draftTargets, draftTasks } from './draft.ts'
import { nameIndexFor } from './name-index.service.ts'
import { type DutyRow, insertDuties, listDuties } from './plan-duties.queries.ts'
import { insertTargets, listTargets, type TargetRow } from './plan-targets.queries.ts'
import { insertTasks, listTasks, type TaskRow } from './plan-tasks.queries.ts'
import { findDocument, insertDocument } from './documents.queries.ts'
import {
  findHead,
  type HeadRow,
  insertPlan,
  isGivenWithin,
  listHeads,
  lockPlan,
  publishedPlanOf,
  setPublished,
  updateHead,
} from './plans.queries.ts'

export type Upload = { sha256: FileId; source: SourceDocument; reading: Reading }

/** Outside any transaction: the file is stored, converted in the worker and read. */
export async function prepareUpload(
  ctx: Ctx,
  unitId: UnitId,
  bytes: Uint8Array,
  fileName: string,
): Promise<Upload> {
  await getUnitFor(ctx, 'plan.draft', unitId)
  const source = await convertUpload(bytes, fileName)
  const reading = readDocument(source)
  return { sha256: await ctx.files.put(bytes), source, reading }
}

export async function createDraft(
  ctx: Ctx,
  unitId: UnitId,
  given: { fileName: string; size: number; schoolYear: SchoolYear },
  upload: Upload,
): Promise<{ planId: PlanId; tasks: number; targets: number; duties: number }> {
  const unit = await getUnitFor(ctx, 'plan.draft', unitId)
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const { reading } = upload
  const at = ctx.now.getTime()
  const documentId = newId<DocumentId>(at)
  const planId = newId<PlanId>(at)
  await insertFile(ctx.db, {
    tenantId: ctx.tenantId,
    sha256: upload.sha256,
    size: given.size,
    mediaType: 'application/octet-stream',
    at: ctx.now,
  })
  await insertDocument(ctx.db, {
    tenantId: ctx.tenantId,
    id: documentId,
    unitId,
    sha256: upload.sha256,
    fileName: toNfc(given.fileName),
    source: upload.source,
    reading,
    by: ctx.actor.personId,
    at: ctx.now,
  })
  const title = reading.document.title ?? toNfc(given.fileName).replace(/\.[^.]+$/, '')
  await insertPlan(ctx.db, {
    tenantId: ctx.tenantId,
    id: planId,
    issuer: unitId,
    documentId,
    schoolYear: parseSchoolYear(reading.document.schoolYear ?? '') ?? given.schoolYear,
    title,
    number: reading.document.number,
    signedOn: parseLocalDate(reading.document.date ?? ''),
    by: ctx.actor.personId,
    at: ctx.now,
  })
  const names = await nameIndexFor(ctx, unit.path)
  const tasks = draftTasks(reading, names.match, () => newId<TaskId>(at))
  const targets = draftTargets(reading, () => newId<TargetId>(at))
  const duties = draftDuties(reading, names.match, () => newId<DutyId>(at))
  await insertTasks(ctx.db, ctx.tenantId, planId, tasks)
  await insertTargets(ctx.db, ctx.tenantId, planId, targets)
  await insertDuties(ctx.db, ctx.tenantId, planId, duties)
  const found = { tasks: tasks.length, targets: targets.length, duties: duties.length }
  await audit(ctx, {
    action: 'plan.upload',
    object: { kind: 'plan', id: planId, name: title },
    unitId,
    after: { fileName: given.fileName, ...found },
  })
  return { planId, ...found }
}

export type Head = HeadRow & { issuerName: string; issuerPath: TreePath }

/**
 * A published plan is read along the line of its issuer, and by whoever answers for a unit that it gave a share, wherever
 * that hangs by now; a draft only by those who may work on it.
 */
export async function getHead(ctx: Ctx, planId: PlanId, action: Action = 'plan.read'): Promise<Head> {
  const head = await findHead(ctx.db, ctx.tenantId, planId)
  if (head === undefined) throw new AppError('not_found')
  const issuer = await getUnit(ctx, head.issuerUnitId)
  const subject = { tenantId: ctx.tenantId, path: issuer.path }
  const seeing = head.state === 'published' ? 'plan.read' : 'plan.draft'
  const seen =
    can(ctx.actor, seeing, subject) ||
    (seeing === 'plan.read' &&
      (await isGivenWithin(ctx.db, scopeOf(ctx.actor, 'assignment.read'), planId, ctx.today)))
  if (!seen) throw new AppError('not_found')
  if (action !== 'plan.read') mustBeAllowed(ctx, action, subject)
  return { ...head, issuerName: issuer.shortName, issuerPath: issuer.path }
}

/** The plan as it is until the transaction ends, whatever its state. */
export async function lockHead(ctx: Ctx, planId: PlanId): Promise<void> {
  await lockPlan(ctx.db, ctx.tenantId, planId)
}

/** The draft, kept still until the transaction ends. Refused once it is published. */
export async function getDraft(ctx: Ctx, planId: PlanId, action: Action = 'plan.draft'): Promise<Head> {
  await lockPlan(ctx.db, ctx.tenantId, planId)
  const head = await getHead(ctx, planId, action)
  if (head.state !== 'draft') throw new AppError('step_not_allowed', { reason: head.state })
  return head
}

export type WholePlan = { head: Head; targets: TargetRow[]; duties: DutyRow[]; tasks: TaskRow[] }

export async function getPlan(ctx: Ctx, planId: PlanId): Promise<WholePlan> {
  const head = await getHead(ctx, planId)
  return {
    head,
    targets: await listTargets(ctx.db, ctx.tenantId, planId),
    duties: await listDuties(ctx.db, ctx.tenantId, planId),
    tasks: await listTasks(ctx.db, ctx.tenantId, planId),
  }
}

/** Plans of the unit, of the units above it, and those that gave it a share; drafts only where the actor works on them. */
export async function listPlans(ctx: Ctx, unitId: UnitId, year: SchoolYear | undefined): Promise<Head[]> {
  const unit = await getUnitFor(ctx, 'plan.read', unitId)
  const places = new Map((await unitsAlong(ctx, unit.path)).map((place) => [place.unitId, place]))
  const mayDraft = [...places.values()]
    .filter((place) => can(ctx.actor, 'plan.draft', { tenantId: ctx.tenantId, path: place.path }))
    .map((place) => place.unitId)
  const rows = await listHeads(ctx.db, ctx.tenantId, [...places.keys()], mayDraft, unitId, year)
  const heads: Head[] = []
  for (const row of rows) {
    const place = places.get(row.issuerUnitId) ?? (await getUnit(ctx, row.issuerUnitId))
    heads.push({ ...row, issuerName: place.shortName, issuerPath: place.path })
  }
  return heads
}

export async function getSource(
  ctx: Ctx,
  planId: PlanId,
): Promise<{ source: SourceDocument; reading: Reading } | null> {
  const head = await getHead(ctx, planId)
  if (head.documentId === null) return null
  const row = await findDocument(ctx.db, ctx.tenantId, head.documentId)
  // Both were written by createDraft from these types.
  return row === undefined ? null : { source: row.source as SourceDocument, reading: row.reading as Reading }
}

export async function getFile(ctx: Ctx, planId: PlanId): Promise<{ bytes: Uint8Array; fileName: string }> {
  const head = await getHead(ctx, planId)
  const row = head.documentId === null ? undefined : await findDocument(ctx.db, ctx.tenantId, head.documentId)
  const bytes = row === undefined ? null : await ctx.files.get(row.sha256)
  if (row === undefined || bytes === null) throw new AppError('not_found')
  return { bytes, fileName: row.fileName }
}

export type HeadChange = {
  version: number
  title: string
  schoolYear: SchoolYear
  number: string | null
  signedOn: LocalDate | null
}

export async function changeHead(ctx: Ctx, planId: PlanId, change: HeadChange): Promise<number> {
  const head = await getDraft(ctx, planId)
  const { version, ...set } = change
  if (!(await updateHead(ctx.db, ctx.tenantId, planId, version, set))) throw new AppError('changed_meanwhile')
  const before = {
    title: head.title,
    schoolYear: head.schoolYear,
    number: head.number,
    signedOn: head.signedOn,
  }
  await audit(ctx, {
    action: 'plan.change',
    object: { kind: 'plan', id: planId, name: set.title },
    unitId: head.issuerUnitId,
    before,
    after: set,
  })
  return version + 1
}

export async function discardPlan(ctx: Ctx, planId: PlanId, version: number): Promise<void> {
  const head = await getDraft(ctx, planId)
  if (!(await updateHead(ctx.db, ctx.tenantId, planId, version, { state: 'discarded' })))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'plan.discard',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
  })
}

/** The published plan of the same issuer and year, when there is another one. */
export async function otherPublished(ctx: Ctx, head: Head): Promise<PlanId | null> {
  const other = await publishedPlanOf(ctx.db, ctx.tenantId, head.issuerUnitId, head.schoolYear)
  return other === undefined || other === head.planId ? null : other
}

/** The step itself; following makes the assignments in the same transaction. */
export async function markPublished(ctx: Ctx, head: Head, version: number): Promise<void> {
  mustBeAllowed(ctx, 'plan.publish', { tenantId: ctx.tenantId, path: head.issuerPath })
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  if (
    !(await setPublished(ctx.db, ctx.tenantId, head.planId, version, ctx.actor.personId, ctx.now, ctx.today))
  )
    throw new AppError('changed_meanwhile')
}
