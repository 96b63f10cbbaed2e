import { useState } from 'react'
import { cascadeContract } from '#contract/plan-cascade.ts'
import type { PlanHead } from '#contract/plans.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { actionOfPlanMove, planAfter, type PlanMove, planMoves } from '#domain/plans/plan-steps.ts'
import { useRead } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Timeline } from '#web/ui/timeline.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { en } from './plan-moves.en.ts'
import { vi } from './plan-moves.vi.ts'

const texts = { vi, en }

/** What the person may do with the plan on its way to approval. The root has nobody above it. */
export function PlanMoves({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  const may = useMay()
  const [move, setMove] = useState<PlanMove | null>(null)
  const open = planMoves.filter(
    (one) =>
      planAfter(head.state, one) !== null &&
      may(actionOfPlanMove(one), head.issuerPath) &&
      (one !== 'submit' || head.issuerPath.includes('.')),
  )
  // Whoever publishes by himself is not asked to; whoever answers has no need to take back.
  const decides = may('plan.publish', head.issuerPath)
  const main = open.includes('approve') ? 'approve' : decides ? null : open[0]
  return (
    <>
      {open
        .filter((one) => one !== 'withdraw' || !open.includes('approve'))
        .map((one) => (
          <Button key={one} kind={one === main ? 'primary' : 'secondary'} onPress={() => setMove(one)}>
            {t[one]}
          </Button>
        ))}
      {move !== null && <MoveDialog head={head} move={move} onClose={() => setMove(null)} />}
    </>
  )
}

/** Above a draft that was returned: by whom, when, and why. */
export function ReturnedNotice({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  const moves = useRead(
    cascadeContract.listPlanMoves,
    { params: { planId: head.planId } },
    { when: head.documentId === null || head.version > 1 },
  )
  const last = moves.data?.[0]
  if (head.state !== 'draft' || last?.move !== 'return') return null
  return (
    <Notice kind="warning" title={t.returned(last.personName, formatDate(last.happenedOn))}>
      {last.reason}
    </Notice>
  )
}

/** How the plan came to its approval; nothing for a plan that its issuer published by itself. */
export function PlanStory({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  const moves = useRead(cascadeContract.listPlanMoves, { params: { planId: head.planId } })
  if (moves.data === undefined || moves.data.length === 0) return null
  return (
    <section aria-label={t.story}>
      <h2>{t.story}</h2>
      <Timeline
        label={t.story}
        events={moves.data.map((step) => ({
          key: step.stepId,
          date: formatInstant(step.at),
          icon: step.move === 'approve' ? 'done' : 'arrow-right',
          title: t.steps[step.move],
          detail: (
            <>
              {step.reason !== null && <p className="task-note">{step.reason}</p>}
              <p>{step.personName}</p>
            </>
          ),
        }))}
      />
    </section>
  )
}
