// long because: one type per table, in the order of their names; a test holds it against the database.
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type {
  AccountId,
  AllocationId,
  AmendmentId,
  AssignmentId,
  DocumentId,
  DutyId,
  EntryId,
  EventId,
  FeedId,
  FileId,
  FormId,
  GivingId,
  IndicatorId,
  MailId,
  MembershipId,
  NoticeId,
  OriginId,
  PersonId,
  PlanId,
  PlanStepId,
  ProgressId,
  ReportId,
  ResultId,
  RoundId,
  SessionId,
  StepId,
  SubmissionId,
  TargetId,
  TaskId,
  TenantId,
  UnitId,
  UrgingId,
} from '#domain/basics/ids.ts'
import type { PlanMove, PlanState } from '#domain/plans/plan-steps.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { TargetKind } from '#domain/reading/reading.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'

/** pg turns a JavaScript array into an array of PostgreSQL: JSON is handed over as text. */
export type Json<T> = ColumnType<T, string, string>
type DefaultedJson<T> = ColumnType<T, string | undefined, string>

type AccountTable = {
  tenant_id: TenantId
  id: AccountId
  person_id: PersonId
  user_name: string
  sign_in_phone: string | null
  password_hash: string | null
  deactivated_at: Date | null
  version: Generated<number>
  created_at: Date
}

type AssignmentTable = {
  tenant_id: TenantId
  id: AssignmentId
  plan_id: PlanId
  task_id: TaskId | null
  unit_id: UnitId
  role: 'lead' | 'coordinating'
  printed_name: string
  created_at: Date
  duty_id: DutyId | null
  state: Generated<'given' | 'acknowledged' | 'returned' | 'dropped' | 'passed_on'>
  holder_id: PersonId | null
  from_assignment_id: AssignmentId | null
  version: Generated<number>
}

type AssignmentStepTable = {
  tenant_id: TenantId
  id: StepId
  seq: Generated<number>
  assignment_id: AssignmentId
  window_no: number | null
  move: string
  reason: string | null
  due_on: LocalDate | null
  holder_id: PersonId | null
  holder_name: string | null
  other_id: AssignmentId | null
  happened_on: LocalDate
  at: Date
  person_id: PersonId | null
  person_name: string
  on_behalf: Generated<boolean>
}

type AssignmentWindowTable = {
  tenant_id: TenantId
  assignment_id: AssignmentId
  window_no: number
  starts_on: LocalDate | null
  due_on: LocalDate | null
  status: 'not_started' | 'under_way' | 'done'
  percent: number
  done_on: LocalDate | null
  version: Generated<number>
  term: 'term_1' | 'term_2' | null
  completion: Generated<'open' | 'claimed' | 'sent_back' | 'confirmed'>
  asked_on: LocalDate | null
  granted_on: LocalDate | null
  ended_on: LocalDate | null
}

type AuditEntryTable = {
  tenant_id: TenantId
  id: Generated<number>
  at: Date
  actor_person_id: PersonId | null
  actor_name: string
  action: string
  object_kind: string
  object_id: string
  object_name: string
  unit_id: UnitId | null
  before: Json<unknown> | null
  after: Json<unknown> | null
  ip: string | null
  user_agent: string | null
  request_id: string | null
  search_text: string
}

type CalendarFeedTable = {
  tenant_id: TenantId
  id: FeedId
  account_id: AccountId
  unit_id: UnitId | null
  token_hash: string
  created_at: Date
  ended_at: Date | null
}

type EvidenceTable = {
  tenant_id: TenantId
  id: string
  progress_id: ProgressId
  sha256: FileId
  file_name: string
}

type FigureRollupTable = {
  tenant_id: TenantId
  round_id: RoundId
  unit_id: UnitId
  ownership: 'public' | 'private' | 'people_founded' | 'other_body' | 'none'
  sums: (number | null)[]
  counts: number[]
  submissions: number
}

type FileTable = {
  tenant_id: TenantId
  sha256: FileId
  size_bytes: number
  media_type: string
  stored_at: Date
}

type FormTable = {
  tenant_id: TenantId
  id: FormId
  code: string
  form_version: number
  title: string
  definition: Json<unknown>
  created_at: Date
}

type GivenShareTable = {
  tenant_id: TenantId
  giving_id: GivingId
  unit_id: UnitId
  taken_back: Generated<boolean>
  applies: boolean
  value: number | null
  numerator: number | null
  denominator: number | null
}

type HolidayTable = {
  tenant_id: TenantId
  day: LocalDate
  kind: 'off' | 'worked'
  name: string
  to_check: Generated<boolean>
  version: Generated<number>
}

type IndicatorTable = {
  tenant_id: TenantId
  id: IndicatorId
  code: string
  name_vi: string
  name_en: string
  form_code: string
  expression: string
  measure: string
  card: Json<unknown>
  position: number
}

type IssuerTable = {
  tenant_id: TenantId
  unit_id: UnitId
  printed_name: string
  superior: string | null
  place: string
  symbol_suffix: string
  signers: DefaultedJson<unknown>
  recipients: Generated<string[]>
  version: Generated<number>
}

type MembershipTable = {
  tenant_id: TenantId
  id: MembershipId
  person_id: PersonId
  unit_id: UnitId
  role: 'leader' | 'officer' | 'unit_head' | 'clerk' | 'viewer' | 'administrator'
  scope_unit_id: UnitId
  valid_from: LocalDate
  valid_to: LocalDate | null
}

type MailTable = {
  tenant_id: TenantId
  id: MailId
  person_id: PersonId
  written_on: LocalDate
  state: 'queued' | 'sent' | 'failed' | 'dropped'
  address: string | null
  attempts: Generated<number>
  last_error: string | null
  created_at: Date
  next_attempt_at: Date
  claimed_until: Date | null
  ended_at: Date | null
}

type MailChoiceTable = {
  tenant_id: TenantId
  person_id: PersonId
  wanted: boolean
  language: 'vi' | 'en'
  version: Generated<number>
  changed_at: Date
}

type MailNoticeTable = {
  tenant_id: TenantId
  notice_id: NoticeId
  person_id: PersonId
  mail_id: MailId
}

type NoticeTable = {
  tenant_id: TenantId
  id: NoticeId
  unit_id: UnitId
  role: 'officer' | 'leader' | null
  kind: string
  subject: Json<unknown>
  created_at: Date
}

type NoticeReadTable = {
  tenant_id: TenantId
  notice_id: NoticeId
  person_id: PersonId
  read_at: Date
}

type OneTimeLinkTable = {
  tenant_id: TenantId
  id: string
  account_id: AccountId
  purpose: 'invitation' | 'reset'
  token_hash: string
  created_at: Date
  created_by: PersonId | null
  expires_at: Date
  used_at: Date | null
}

type PersonTable = {
  tenant_id: TenantId
  id: PersonId
  full_name: string
  sort_key: string
  search_text: string
  job_title: string | null
  email: string | null
  phone: string | null
  version: Generated<number>
  created_at: Date
}

type PlanTable = {
  tenant_id: TenantId
  id: PlanId
  issuer_unit_id: UnitId
  document_id: DocumentId | null
  school_year: SchoolYear
  title: string
  number: string | null
  signed_on: LocalDate | null
  state: PlanState
  version: Generated<number>
  created_by: PersonId
  created_at: Date
  published_by: PersonId | null
  published_at: Date | null
  published_on: LocalDate | null
}

type PlanAmendmentTable = {
  tenant_id: TenantId
  id: AmendmentId
  plan_id: PlanId
  no: number | null
  reason: string
  number: string | null
  signed_on: LocalDate | null
  state: 'draft' | 'published' | 'discarded'
  version: Generated<number>
  created_by: PersonId
  created_at: Date
  published_by: PersonId | null
  published_at: Date | null
  published_on: LocalDate | null
}

type PlanAmendmentEntryTable = {
  tenant_id: TenantId
  id: EntryId
  amendment_id: AmendmentId
  position: number
  kind: 'task' | 'duty' | 'target'
  act: 'change' | 'add' | 'end'
  task_id: TaskId | null
  duty_id: DutyId | null
  target_id: TargetId | null
  before: Json<unknown> | null
  after: Json<unknown> | null
}

type PlanTextTable = {
  tenant_id: TenantId
  plan_id: PlanId
  version: Generated<number>
  content: Json<unknown>
  changed_by: PersonId
  changed_at: Date
}

type PlanDutyTable = {
  tenant_id: TenantId
  id: DutyId
  plan_id: PlanId
  position: number
  section: string
  heading: string
  body: string
  role: 'lead' | 'coordinate' | null
  task_id: TaskId | null
  source_at: Json<unknown> | null
  confidence: number | null
  review: 'unreviewed' | 'accepted' | 'corrected' | 'added' | 'discarded'
  search_text: string
  version: Generated<number>
  ended_on: LocalDate | null
}

type PlanDutyUnitTable = {
  tenant_id: TenantId
  duty_id: DutyId
  role: 'lead' | 'coordinating'
  position: number
  printed_name: string
  target: Json<unknown> | null
  score: number | null
}

type PlanTargetTable = {
  tenant_id: TenantId
  id: TargetId
  plan_id: PlanId
  position: number
  group_code: string | null
  group_title: string | null
  levels: DefaultedJson<unknown>
  statement: string
  scope: string
  kind: TargetKind
  value: number | null
  numerator: number | null
  denominator: number | null
  percent: number | null
  min: number | null
  max: number | null
  strict: Generated<boolean>
  period: string | null
  direction: 'up' | 'down' | null
  baseline: string | null
  unit_word: string | null
  due: Json<unknown> | null
  source_at: Json<unknown> | null
  confidence: number | null
  review: 'unreviewed' | 'accepted' | 'corrected' | 'added' | 'discarded'
  search_text: string
  version: Generated<number>
  ended_on: LocalDate | null
  last_year_id: TargetId | null
}

type PlanTaskTable = {
  tenant_id: TenantId
  id: TaskId
  plan_id: PlanId
  position: number
  no: string | null
  title: string
  windows: Json<unknown>
  time_text: string | null
  product: string | null
  source_at: Json<unknown> | null
  confidence: number | null
  review: 'unreviewed' | 'accepted' | 'corrected' | 'added' | 'discarded'
  search_text: string
  version: Generated<number>
  ended_on: LocalDate | null
}

type PlanTaskUnitTable = {
  tenant_id: TenantId
  task_id: TaskId
  role: 'lead' | 'coordinating'
  position: number
  printed_name: string
  target: Json<unknown> | null
  score: number | null
}

type ProgressEntryTable = {
  tenant_id: TenantId
  id: ProgressId
  seq: Generated<number>
  assignment_id: AssignmentId
  window_no: number
  status: string
  percent: number
  note: string | null
  reported_on: LocalDate
  at: Date
  person_id: PersonId
  person_name: string
  on_behalf: Generated<boolean>
  told_by: string | null
  told_on: LocalDate | null
  delivered: Json<string[]> | null
  rolled_up: Json<{ items: number; doneItems: number }> | null
}

type PlanItemOriginTable = {
  tenant_id: TenantId
  id: OriginId
  plan_id: PlanId
  task_id: TaskId | null
  duty_id: DutyId | null
  target_id: TargetId | null
  assignment_id: AssignmentId | null
  parent_target_id: TargetId | null
}

type PlanStepTable = {
  tenant_id: TenantId
  id: PlanStepId
  seq: Generated<number>
  plan_id: PlanId
  move: PlanMove
  reason: string | null
  happened_on: LocalDate
  at: Date
  person_id: PersonId
  person_name: string
}

type ReportTable = {
  tenant_id: TenantId
  id: ReportId
  issuer_unit_id: UnitId
  school_year: SchoolYear
  period: 'start' | 'mid' | 'end'
  title: string
  content: Json<unknown>
  version: Generated<number>
  created_by: PersonId
  created_at: Date
}

type RoundTable = {
  tenant_id: TenantId
  id: RoundId
  issuer_unit_id: UnitId
  form_id: FormId
  school_year: SchoolYear
  period: 'start' | 'mid' | 'end'
  title: string
  audience: Json<unknown>
  opens_on: LocalDate
  closes_on: LocalDate
  version: Generated<number>
  created_by: PersonId
  created_at: Date
}

type SessionTable = {
  tenant_id: TenantId
  id: SessionId
  account_id: AccountId
  token_hash: string
  created_at: Date
  seen_at: Date
  expires_at: Date
  ended_at: Date | null
  ip: string | null
  user_agent: string | null
}

type SignInAttemptTable = {
  id: Generated<number>
  at: Date
  name_key: string
  ip: string
  succeeded: boolean
}

type SourceDocumentTable = {
  tenant_id: TenantId
  id: DocumentId
  unit_id: UnitId
  sha256: FileId
  file_name: string
  source: Json<unknown>
  reading: Json<unknown>
  uploaded_by: PersonId
  uploaded_at: Date
}

type SubmissionTable = {
  tenant_id: TenantId
  id: SubmissionId
  round_id: RoundId
  unit_id: UnitId
  state: 'draft' | 'sent' | 'returned' | 'approved'
  cells: Json<unknown>
  version: Generated<number>
  saved_at: Date | null
  saved_by: PersonId | null
  saved_by_name: string | null
  rolled_up_path: string | null
  rolled_up_ownership: FigureRollupTable['ownership'] | null
}

type SubmissionStepTable = {
  tenant_id: TenantId
  id: string
  seq: Generated<number>
  submission_id: SubmissionId
  move: 'save' | 'send' | 'return' | 'approve' | 'reopen'
  cells: Json<unknown>
  comment: string | null
  at: Date
  person_id: PersonId
  person_name: string
}

type TargetMeasureTable = {
  tenant_id: TenantId
  target_id: TargetId
  indicator_code: string
  version: Generated<number>
}

type TargetResultTable = {
  tenant_id: TenantId
  id: ResultId
  seq: Generated<number>
  target_id: TargetId
  as_of: LocalDate
  value: number | null
  numerator: number | null
  denominator: number | null
  verdict: 'met' | 'on_track' | 'at_risk' | 'missed' | null
  note: string
  at: Date
  person_id: PersonId | null
  person_name: string
}

type TargetAllocationTable = {
  tenant_id: TenantId
  id: AllocationId
  plan_id: PlanId
  target_id: TargetId
  audience: Json<unknown>
  version: Generated<number>
  given_no: Generated<number>
  created_by: PersonId
  created_at: Date
}

type TargetGivingTable = {
  tenant_id: TenantId
  id: GivingId
  allocation_id: AllocationId
  no: number
  reason: string | null
  difference_reason: string | null
  given_on: LocalDate
  at: Date
  person_id: PersonId
  person_name: string
}

type TargetShareTable = {
  tenant_id: TenantId
  allocation_id: AllocationId
  unit_id: UnitId
  position: number
  applies: boolean
  value: number | null
  numerator: number | null
  denominator: number | null
}

type TenantTable = {
  tenant_id: TenantId
  name: string
  business_date: LocalDate | null
  version: Generated<number>
  created_at: Date
}

type TierTable = {
  tenant_id: TenantId
  code: string
  name_vi: string
  name_en: string
  rank: number
  valid_from: LocalDate
  valid_to: LocalDate | null
}

type UnitTable = {
  tenant_id: TenantId
  id: UnitId
  label: Generated<number>
  version: Generated<number>
  created_at: Date
}

type UnitContactTable = {
  tenant_id: TenantId
  unit_id: UnitId
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  sites: DefaultedJson<unknown>
  version: Generated<number>
}

type UnitEventTable = {
  tenant_id: TenantId
  id: EventId
  seq: Generated<number>
  kind: 'found' | 'rename' | 'move' | 'merge' | 'split' | 'dissolve' | 'alter'
  happens_on: LocalDate
  basis_number: string | null
  basis_date: LocalDate | null
  basis_issuer: string | null
  basis_title: string | null
  note: string | null
  recorded_by: PersonId | null
  recorded_by_name: string
  recorded_at: Date
}

type UnitEventUnitTable = {
  tenant_id: TenantId
  event_id: EventId
  unit_id: UnitId
  role: 'subject' | 'from' | 'into'
}

type UnitPathTable = {
  tenant_id: TenantId
  unit_id: UnitId
  valid_from: LocalDate
  valid_to: LocalDate | null
  path: string
}

type UnitStateTable = {
  tenant_id: TenantId
  unit_id: UnitId
  valid_from: LocalDate
  valid_to: LocalDate | null
  opened_by: EventId
  closed_by: EventId | null
  code: string
  kind: 'committee' | 'office' | 'agency' | 'ward' | 'school' | 'independent_class' | 'body' | 'group'
  tier: string | null
  official_name: string
  short_name: string
  other_names: Generated<string[]>
  parent_id: UnitId | null
  levels: Generated<SchoolLevel[]>
  ownership: 'public' | 'private' | 'people_founded' | 'other_body' | null
  rank: number | null
  place: string | null
  sort_key: string
  search_text: string
}

type UnitSupervisionTable = {
  tenant_id: TenantId
  id: string
  unit_id: UnitId
  supervisor_id: UnitId
  valid_from: LocalDate
  valid_to: LocalDate | null
  note: string | null
}

type UrgingTable = {
  tenant_id: TenantId
  id: UrgingId
  seq: Generated<number>
  school_year: string
  issuer_unit_id: UnitId
  unit_id: UnitId
  step: 'first' | 'again' | 'officer' | 'leader'
  automatic: 'before' | 'after' | 'officer' | 'leader' | null
  message: string | null
  urged_on: LocalDate
  at: Date
  person_id: PersonId | null
  person_name: string
}

type UrgingRuleTable = {
  tenant_id: TenantId
  issuer_unit_id: UnitId
  is_on: boolean
  before_days: number | null
  after_days: number | null
  escalate_after: number | null
  version: Generated<number>
  changed_at: Date
}

type UrgingItemTable = {
  tenant_id: TenantId
  urging_id: UrgingId
  assignment_id: AssignmentId
  window_no: number
  due_on: LocalDate | null
  standing: 'late' | 'due_soon'
  days: number
  percent: number
}

export type Schema = {
  account: AccountTable
  assignment: AssignmentTable
  assignment_step: AssignmentStepTable
  assignment_window: AssignmentWindowTable
  audit_entry: AuditEntryTable
  calendar_feed: CalendarFeedTable
  evidence: EvidenceTable
  figure_rollup: FigureRollupTable
  file: FileTable
  form: FormTable
  given_share: GivenShareTable
  holiday: HolidayTable
  indicator: IndicatorTable
  issuer: IssuerTable
  mail: MailTable
  mail_choice: MailChoiceTable
  mail_notice: MailNoticeTable
  membership: MembershipTable
  notice: NoticeTable
  notice_read: NoticeReadTable
  one_time_link: OneTimeLinkTable
  person: PersonTable
  plan: PlanTable
  plan_amendment: PlanAmendmentTable
  plan_amendment_entry: PlanAmendmentEntryTable
  plan_duty: PlanDutyTable
  plan_duty_unit: PlanDutyUnitTable
  plan_item_origin: PlanItemOriginTable
  plan_step: PlanStepTable
  plan_target: PlanTargetTable
  plan_task: PlanTaskTable
  plan_task_unit: PlanTaskUnitTable
  plan_text: PlanTextTable
  progress_entry: ProgressEntryTable
  report: ReportTable
  round: RoundTable
  session: SessionTable
  sign_in_attempt: SignInAttemptTable
  source_document: SourceDocumentTable
  submission: SubmissionTable
  submission_step: SubmissionStepTable
  target_measure: TargetMeasureTable
  target_result: TargetResultTable
  target_allocation: TargetAllocationTable
  target_giving: TargetGivingTable
  target_share: TargetShareTable
  tenant: TenantTable
  tier: TierTable
  unit: UnitTable
  unit_contact: UnitContactTable
  unit_event: UnitEventTable
  unit_event_unit: UnitEventUnitTable
  unit_path: UnitPathTable
  unit_state: UnitStateTable
  unit_supervision: UnitSupervisionTable
  urging: UrgingTable
  urging_item: UrgingItemTable
  urging_rule: UrgingRuleTable
}
