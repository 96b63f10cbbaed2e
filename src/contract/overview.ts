import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const searchHit = z.object({
  kind: z.enum(['unit', 'task', 'plan', 'person']),
  id: z.string(),
  /** The code of a unit, the plan of a task: what the address of its screen needs. */
  code: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
})
export type SearchHit = z.output<typeof searchHit>

export const overviewContract = {
  search: endpoint({
    method: 'GET',
    path: '/api/search',
    summary: 'Looks without accents through everything the person may see: units, tasks, plans, people.',
    query: z.object({ text: z.string().max(100) }),
    reply: z.array(searchHit),
  }),
}
