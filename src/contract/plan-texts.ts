// What surrounds the items of a plan that is written in the product.
import { z } from 'zod'
import type { PlanId } from '#domain/basics/ids.ts'
import type { PlanText } from '#domain/plans/plan-text.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, text, version, versionOrNone } from './values.ts'

const planText: z.ZodType<PlanText, PlanText> = z.object({
  bases: z.array(text(1000)).max(60),
  sections: z
    .array(
      z.object({
        key: text(40),
        level: z.union([z.literal(1), z.literal(2)]),
        title: z.string().trim().max(300),
        text: z.string().max(20_000),
        holds: z.enum(['target', 'duty']).nullable(),
      }),
    )
    .max(100),
  recipients: z.array(text(300)).max(60),
  signature: z
    .object({
      authority: z.array(text(200)).max(6),
      name: z.string().trim().max(120).nullable(),
    })
    .nullable(),
})

const planParams = z.object({ planId: id<PlanId>() })

export const planTextsContract = {
  getPlanText: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/text',
    summary:
      'Legal bases, sections, recipients and signer of a plan that is written here, and what its issuer usually prints.',
    params: planParams,
    reply: z.object({
      /** 0: nobody has written anything yet; the usual sections are proposed. */
      version: versionOrNone,
      text: planText,
      usual: z.object({
        recipients: z.array(z.string()),
        authority: z.array(z.string()),
        name: z.string().nullable(),
      }),
      changedAt: instant.nullable(),
      changedByName: z.string().nullable(),
    }),
  }),
  changePlanText: endpoint({
    method: 'PUT',
    path: '/api/plans/:planId/text',
    summary: 'Saves the words around the items of a draft; only of a plan that was not read from a file.',
    params: planParams,
    body: z.object({ version: versionOrNone, text: planText }),
    reply: z.object({ version, changedAt: instant }),
  }),
}
