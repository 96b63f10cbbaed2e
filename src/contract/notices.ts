import { z } from 'zod'
import type { NoticeId, UnitId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { id, instant } from './values.ts'

export const noticeSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan_published'),
    planId: z.string(),
    title: z.string(),
    schoolYear: z.string(),
    tasks: z.int(),
    // Plans published before duties were given told of tasks alone.
    duties: z.int().default(0),
  }),
  z.object({ kind: z.literal('round_opened'), roundId: z.string(), title: z.string(), closesOn: z.string() }),
  z.object({
    kind: z.literal('submission_returned'),
    submissionId: z.string(),
    title: z.string(),
    comment: z.string(),
  }),
  z.object({
    kind: z.literal('assignment_step'),
    taskId: z.string(),
    title: z.string(),
    move: z.enum(['confirm', 'send_back', 'grant', 'refuse', 'give_again', 'drop', 'pass_on', 'hand_over']),
    reason: z.string().nullable(),
    dueOn: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('plan_amended'),
    planId: z.string(),
    title: z.string(),
    reason: z.string(),
    given: z.int(),
    ended: z.int(),
    moved: z.int(),
  }),
  z.object({
    kind: z.literal('target_given'),
    planId: z.string(),
    targetId: z.string(),
    unitId: z.string(),
    title: z.string(),
    /** As it is said, "1.020 học sinh"; null when it was taken back. */
    share: z.string().nullable(),
    again: z.boolean(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('urged'),
    issuerName: z.string(),
    late: z.int(),
    dueSoon: z.int(),
    message: z.string().nullable(),
  }),
  // A unit's plan on its way to approval: handed in, the authority is told; answered, the unit.
  z.object({
    kind: z.literal('plan_step'),
    planId: z.string(),
    unitName: z.string(),
    title: z.string(),
    move: z.enum(['submit', 'withdraw', 'return', 'approve']),
    reason: z.string().nullable(),
  }),
  // Units that were urged twice without an answer: the leader is told.
  z.object({ kind: z.literal('urged_in_vain'), units: z.int(), names: z.string() }),
  z.object({ kind: z.literal('submission_approved'), submissionId: z.string(), title: z.string() }),
])

export const noticesContract = {
  listNotices: endpoint({
    method: 'GET',
    path: '/api/notices',
    summary: 'What the units were told in which the person works, newest first.',
    reply: z.array(
      z.object({
        noticeId: id<NoticeId>(),
        unitId: id<UnitId>(),
        unitName: z.string(),
        subject: noticeSubject,
        createdAt: instant,
        readAt: instant.nullable(),
      }),
    ),
  }),
  readNotices: endpoint({
    method: 'POST',
    path: '/api/notices/read',
    summary: 'Marks as read what came until an instant.',
    body: z.object({ until: instant }),
    reply: z.object({ marked: z.int() }),
  }),
}
