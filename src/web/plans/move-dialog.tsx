import { type SubmitEvent } from 'react'
import { cascadeContract } from '#contract/plan-cascade.ts'
import { plansContract, type PlanHead } from '#contract/plans.ts'
import { type PlanMove, planMoveNeedsReason } from '#domain/plans/plan-steps.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { OutlookView, useOutlook } from './outlook-view.tsx'
import { en } from './plan-moves.en.ts'
import { vi } from './plan-moves.vi.ts'

const texts = { vi, en }

/** One step on the way to approval: what it leads to, and what is said with it. */
export function MoveDialog({ head, move, onClose }: { head: PlanHead; move: PlanMove; onClose: () => void }) {
  const t = useTexts(texts)
  const tell = useToast()
  const form = useForm({ reason: '' })
  const { reading, ready } = useOutlook(head.planId)
  const publishes = move === 'submit' || move === 'approve'
  const send = useWrite(cascadeContract.movePlan, {
    refresh: [plansContract.getPlan, plansContract.listPlans, cascadeContract.listPlanMoves],
    onDone: () => {
      tell({ text: t.done[move] })
      onClose()
    },
  })
  const needsReason = planMoveNeedsReason(move)
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const reason = form.values.reason.trim() === '' ? null : form.values.reason
    if (needsReason && reason === null) return form.setErrors([{ name: 'reason', message: t.reasonMissing }])
    send.send({ params: { planId: head.planId }, body: { version: head.version, move, reason } })
  }
  return (
    <Dialog
      title={t.titles[move]}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form="move-form"
            busy={send.busy}
            disabled={publishes && !ready}
          >
            {t.sends[move]}
          </Button>
        </>
      }
    >
      <form id="move-form" className="task-form" onSubmit={onSubmit} noValidate>
        {send.problem !== null && <ErrorState error={send.problem} />}
        {publishes && <OutlookView reading={reading} />}
        <p className="muted">{t.consequences[move]}</p>
        {move !== 'withdraw' && (
          <Field
            label={needsReason ? t.reason : t.note}
            name="reason"
            error={form.error('reason')}
            optional={!needsReason}
          >
            <TextArea {...form.bind('reason')} rows={3} />
          </Field>
        )}
      </form>
    </Dialog>
  )
}
