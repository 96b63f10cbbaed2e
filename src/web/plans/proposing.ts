import type { z } from 'zod'
import type { amendmentsContract } from '#contract/plan-amendments.ts'
import type { ApiProblem } from '#web/platform/api-problem.ts'

type SaveBody = z.input<typeof amendmentsContract.saveEntry.body>
export type ProposedState = NonNullable<SaveBody['after']>

/** Where an amendment takes what a dialog would write into a draft. */
export type Proposing = {
  send: (state: ProposedState) => void
  busy: boolean
  problem: ApiProblem | null
}
