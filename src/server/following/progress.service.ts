// What a unit reports of its progress, with evidence, or an officer for a unit that told him. Entries are only added.
import type { z } from 'zod'
import type { followingContract } from '#contract/following.ts'
import type { AssignmentId, FileId, ProgressId } from '#domain/basics/ids.ts'
import { applyProgress } from '#domain/following/progress.ts'
import { type Standing, standingOf } from '#domain/following/standing.ts'
import { can, type TreePath } from '#domain/rights/can.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { insertFile } from '#server/platform/file-rows.queries.ts'
import { newId } from '#server/platform/ids.ts'
import { checkUpload } from '#server/platform/upload.ts'
import {
  fileIsKnown,
  findAssignmentPlace,
  findEvidence,
  findWork,
  insertProgress,
  updateWindow,
} from './assignments.queries.ts'
import { dayOf, subjectAt } from './following.service.ts'
import { refused } from './refusals.ts'
import { findIssuer, insertSteps, moveAssignment } from './steps.queries.ts'
import { rollUpFrom } from './roll-up.service.ts'
import { stepOf } from './new-step.ts'

type Report = z.output<typeof followingContract.reportProgress.body>

export async function reportProgress(
  ctx: Ctx,
  assignmentId: AssignmentId,
  windowNo: number,
  report: Report,
): Promise<{ version: number; standing: Standing }> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const row = await findWork(ctx.db, ctx.tenantId, ctx.today, assignmentId, windowNo)
  if (row === undefined) throw new AppError('not_found')
  const onBehalf = mayReport(ctx, row.unitPath)
  const issuer = await findIssuer(ctx.db, ctx.tenantId, assignmentId, ctx.today)
  if (issuer === undefined) throw new AppError('not_found')
  const decides = onBehalf && can(ctx.actor, 'assignment.decide', subjectAt(ctx, issuer.path))
  const verdict = applyProgress(
    row,
    { status: report.status, percent: report.percent, note: report.note, evidence: report.evidence.length },
    ctx.today,
    decides ? 'issuer' : 'unit',
  )
  if (!verdict.ok) throw refused(verdict.reason)
  const { window, moves } = verdict.value
  for (const file of report.evidence)
    if (!(await fileIsKnown(ctx.db, ctx.tenantId, file.sha256)))
      throw new AppError('not_found', { reason: 'evidence' })
  if (!(await updateWindow(ctx.db, ctx.tenantId, assignmentId, windowNo, report.version, window)))
    throw new AppError('changed_meanwhile')
  if (row.state === 'given') await moveAssignment(ctx.db, ctx.tenantId, assignmentId, 'given', 'acknowledged')
  await insertProgress(ctx.db, ctx.tenantId, {
    id: newId<ProgressId>(ctx.now.getTime()),
    assignmentId,
    windowNo,
    status: report.status,
    percent: report.percent,
    note: report.note,
    reportedOn: ctx.today,
    at: ctx.now,
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
    onBehalf,
    toldBy: onBehalf ? report.toldBy : null,
    toldOn: onBehalf ? report.toldOn : null,
    delivered: report.delivered,
    rolledUp: null,
    // The contract lets 64 hexadecimal digits through: a file's name.
    evidence: report.evidence.map((file) => ({
      id: newId(ctx.now.getTime()),
      sha256: file.sha256 as FileId,
      fileName: file.fileName,
    })),
  })
  await insertSteps(
    ctx.db,
    ctx.tenantId,
    moves.map((move) =>
      stepOf(ctx, assignmentId, {
        move,
        windowNo: move === 'acknowledge' ? null : windowNo,
        reason: move === 'take_back' ? report.note : null,
        onBehalf,
      }),
    ),
  )
  await audit(ctx, {
    action: onBehalf ? 'assignment.report_on_behalf' : 'assignment.report',
    object: { kind: 'assignment', id: assignmentId, name: row.title },
    unitId: row.unitId,
    before: { status: row.status, percent: row.percent },
    after: { status: report.status, percent: report.percent, note: report.note },
  })
  await rollUpFrom(ctx, [assignmentId])
  return { version: report.version + 1, standing: standingOf(window, await dayOf(ctx)) }
}

/** True when an officer reports for a unit that told him so. */
export function mayReport(ctx: Ctx, path: TreePath): boolean {
  if (can(ctx.actor, 'assignment.report', subjectAt(ctx, path))) return false
  mustBeAllowed(ctx, 'assignment.report_on_behalf', subjectAt(ctx, path), 'assignment.read')
  return true
}

/** The bytes are on the disk when this returns; the row that names them comes in the transaction. */
export async function storeEvidence(ctx: Ctx, bytes: Uint8Array, fileName: string): Promise<FileId> {
  await checkUpload(bytes, fileName)
  return await ctx.files.put(bytes)
}

export async function keepEvidence(
  ctx: Ctx,
  assignmentId: AssignmentId,
  file: { sha256: FileId; size: number; fileName: string },
): Promise<void> {
  const place = await findAssignmentPlace(ctx.db, ctx.tenantId, assignmentId, ctx.today)
  if (place === undefined) throw new AppError('not_found')
  mayReport(ctx, place.path)
  await insertFile(ctx.db, {
    tenantId: ctx.tenantId,
    sha256: file.sha256,
    size: file.size,
    mediaType: 'application/octet-stream',
    at: ctx.now,
  })
  await audit(ctx, {
    action: 'evidence.upload',
    object: { kind: 'file', id: file.sha256, name: file.fileName },
    unitId: place.unitId,
  })
}

export async function mustMayReport(ctx: Ctx, assignmentId: AssignmentId): Promise<void> {
  const place = await findAssignmentPlace(ctx.db, ctx.tenantId, assignmentId, ctx.today)
  if (place === undefined) throw new AppError('not_found')
  mayReport(ctx, place.path)
}

export async function getEvidence(
  ctx: Ctx,
  progressId: ProgressId,
  sha256: string,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const found = await findEvidence(ctx.db, ctx.tenantId, progressId, sha256)
  if (found === undefined) throw new AppError('not_found')
  const place = await findAssignmentPlace(ctx.db, ctx.tenantId, found.assignmentId, ctx.today)
  if (place === undefined || !can(ctx.actor, 'assignment.read', subjectAt(ctx, place.path)))
    throw new AppError('not_found')
  const bytes = await ctx.files.get(found.sha256)
  if (bytes === null) throw new AppError('not_found')
  return { bytes, fileName: found.fileName }
}
