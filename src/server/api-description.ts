// What the contract says beyond schemas, put into the OpenAPI document: names, groups, files, refusals, who may call.
import { z } from 'zod'
import { allocationContract } from '#contract/allocation.ts'
import { calendarFeedsContract } from '#contract/calendar-feeds.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { errorCodes } from '#contract/errors.ts'
import { urgingContract } from '#contract/following-urging.ts'
import { followingContract } from '#contract/following.ts'
import { formsContract } from '#contract/forms.ts'
import { holidaysContract } from '#contract/holidays.ts'
import { indicatorsContract } from '#contract/indicators.ts'
import { mailContract } from '#contract/mail.ts'
import { noticesContract } from '#contract/notices.ts'
import { overviewContract } from '#contract/overview.ts'
import { importContract } from '#contract/people-import.ts'
import { accountsContract, peopleContract, tenantContract } from '#contract/people.ts'
import { amendmentsContract } from '#contract/plan-amendments.ts'
import { cascadeContract } from '#contract/plan-cascade.ts'
import { planDocumentsContract } from '#contract/plan-documents.ts'
import { planTextsContract } from '#contract/plan-texts.ts'
import { planItemsContract } from '#contract/plan-items.ts'
import { plansContract } from '#contract/plans.ts'
import { reportsContract } from '#contract/reports.ts'
import { sheetsContract } from '#contract/sheets.ts'
import { submissionsContract } from '#contract/submissions.ts'
import { targetsContract } from '#contract/targets.ts'
import { unitsContract } from '#contract/units.ts'
import { workViewsContract } from '#contract/work-views.ts'

const groups: Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>> = {
  units: unitsContract,
  people: {
    ...peopleContract,
    ...accountsContract,
    ...tenantContract,
    ...holidaysContract,
    ...importContract,
  },
  notices: { ...noticesContract, ...mailContract },
  plans: {
    ...plansContract,
    ...planItemsContract,
    ...planDocumentsContract,
    ...planTextsContract,
    ...amendmentsContract,
    ...cascadeContract,
  },
  following: { ...followingContract, ...urgingContract, ...workViewsContract, ...calendarFeedsContract },
  targets: targetsContract,
  forms: formsContract,
  submissions: submissionsContract,
  indicators: indicatorsContract,
  allocation: allocationContract,
  reports: reportsContract,
  overview: { ...overviewContract, ...sheetsContract },
}

type Operation = {
  operationId?: string
  tags?: string[]
  security?: object[]
  parameters?: object[]
  requestBody?: object
  responses?: Record<string, object>
}
type Described = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas?: Record<string, unknown> }
}

const bytes = { type: 'string', format: 'binary' }
const guard = {
  name: 'x-csrf',
  in: 'header',
  required: true,
  description: 'Shows that the request was not sent by a page of another site.',
  schema: { const: '1' },
}

/** Of every refusal (RFC 9457). */
const problemSchema = z.toJSONSchema(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(errorCodes),
    reason: z.string().nullable(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
    details: z.record(z.string(), z.unknown()),
  }),
)

/** The document that was made of the schemas alone, completed. */
export function describeOperations(made: object): object {
  // A copy, as the plain JSON that it will be sent as; the shape is OpenAPI's own.
  const document = JSON.parse(JSON.stringify(made)) as Described
  document.components.schemas = { ...document.components.schemas, Problem: problemSchema }
  for (const [tag, contract] of Object.entries(groups))
    for (const [name, endpoint] of Object.entries(contract)) {
      const path = document.paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]
      const operation = path?.[endpoint.method.toLowerCase()]
      if (operation !== undefined) Object.assign(operation, described(operation, endpoint, name, tag))
    }
  return document
}

function described(operation: Operation, endpoint: AnyEndpoint, name: string, tag: string): Operation {
  const done = operation.responses?.['200'] ?? {}
  const empty = endpoint.download === null && !('content' in done)
  return {
    operationId: name,
    tags: [tag],
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    ...(endpoint.method === 'GET' ? {} : { parameters: [...(operation.parameters ?? []), guard] }),
    ...(endpoint.upload
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: bytes } } } }
      : {}),
    responses: {
      ...(endpoint.download !== null
        ? { 200: { description: 'The file.', content: { [endpoint.download]: { schema: bytes } } } }
        : empty
          ? { 204: { description: 'Done.' } }
          : { 200: { ...done, description: 'The answer.' } }),
      default: {
        description: 'A refusal, in words: problem details (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}
