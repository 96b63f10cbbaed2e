/** An identifier: text (a UUID unless said otherwise) that cannot be mistaken for the identifier of another kind of thing. */
export type Id<K extends string> = string & { readonly __kind: K }

export type TenantId = Id<'tenant'>
export type UnitId = Id<'unit'>
export type EventId = Id<'event'>
export type PersonId = Id<'person'>
export type AccountId = Id<'account'>
export type MembershipId = Id<'membership'>
export type SessionId = Id<'session'>
export type NoticeId = Id<'notice'>
export type MailId = Id<'mail'>
export type DocumentId = Id<'document'>
export type PlanId = Id<'plan'>
export type TaskId = Id<'task'>
export type TargetId = Id<'target'>
export type DutyId = Id<'duty'>
export type OriginId = Id<'origin'>
export type PlanStepId = Id<'plan_step'>
export type ResultId = Id<'result'>
export type AssignmentId = Id<'assignment'>
export type StepId = Id<'step'>
export type ProgressId = Id<'progress'>
export type UrgingId = Id<'urging'>
export type FormId = Id<'form'>
export type RoundId = Id<'round'>
export type SubmissionId = Id<'submission'>
export type IndicatorId = Id<'indicator'>
export type AmendmentId = Id<'amendment'>
export type EntryId = Id<'entry'>
export type AllocationId = Id<'allocation'>
export type GivingId = Id<'giving'>
export type FeedId = Id<'feed'>
export type ReportId = Id<'report'>
/** The SHA-256 of a file's bytes, 64 hexadecimal digits. */
export type FileId = Id<'file'>
