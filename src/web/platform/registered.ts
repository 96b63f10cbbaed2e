import type {
  AccountId,
  AmendmentId,
  AssignmentId,
  DocumentId,
  DutyId,
  FormId,
  IndicatorId,
  PersonId,
  PlanId,
  ReportId,
  RoundId,
  SubmissionId,
  TargetId,
  TaskId,
  UnitId,
} from '#domain/basics/ids.ts'

/** routes.tsx adds `path`: the names of all screens. So links are checked without the screens knowing routes.tsx. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to from outside
export interface Registered {
  readonly kind: 'registered'
}

/** A screen under /$unit/$year, as routes.tsx names it: 'plans/$planId'. */
export type ScreenPath = Registered extends { path: infer P extends string }
  ? [P] extends [never]
    ? string
    : P
  : string

/** What a parameter of an address is to the code; in the address it is text, and the server looks whether it exists. */
type ParamTypes = {
  accountId: AccountId
  amendmentId: AmendmentId
  assignmentId: AssignmentId
  documentId: DocumentId
  formId: FormId
  indicatorId: IndicatorId
  personId: PersonId
  planId: PlanId
  reportId: ReportId
  roundId: RoundId
  submissionId: SubmissionId
  targetId: TargetId
  taskId: TaskId | DutyId
  unitId: UnitId
}

type Value<Name extends string> = Name extends keyof ParamTypes ? ParamTypes[Name] : string

/** The props of the screen at a path: 'units/{-$unitId}' → { unitId: UnitId | null }. */
export type ScreenProps<P extends string> = P extends `${infer Head}/${infer Rest}`
  ? Segment<Head> & ScreenProps<Rest>
  : Segment<P>

type Segment<S extends string> = S extends `{-$${infer Name}}`
  ? { [K in Name]: Value<K> | null }
  : S extends `$${infer Name}`
    ? { [K in Name]: Value<K> }
    : unknown
