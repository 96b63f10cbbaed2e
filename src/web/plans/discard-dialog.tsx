import { plansContract, type PlanHead } from '#contract/plans.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }

export function DiscardDialog({
  head,
  onClose,
  onDone,
}: {
  head: PlanHead
  onClose: () => void
  onDone: () => void
}) {
  const t = useTexts(texts).discardQuestion
  const discard = useWrite(plansContract.discardPlan, { refresh: [plansContract.listPlans], onDone })
  return (
    <Dialog
      title={t.title}
      open
      kind="question"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            kind="danger"
            busy={discard.busy}
            onPress={() => discard.send({ params: { planId: head.planId }, body: { version: head.version } })}
          >
            {t.send}
          </Button>
        </>
      }
    >
      {discard.problem !== null && <ErrorState error={discard.problem} />}
      <p>{t.text}</p>
    </Dialog>
  )
}
