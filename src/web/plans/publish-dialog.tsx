import { type PlanHead, plansContract } from '#contract/plans.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { OutlookView, useOutlook } from './outlook-view.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }

/** Nothing here can be undone, so the question says its consequence in numbers, or what stands in the way. */
export function PublishDialog({
  head,
  onClose,
  onDone,
}: {
  head: PlanHead
  onClose: () => void
  onDone: () => void
}) {
  const t = useTexts(texts)
  const tell = useToast()
  const { reading, ready } = useOutlook(head.planId)
  const publish = useWrite(plansContract.publishPlan, {
    onDone: ({ units }) => {
      tell({ text: t.publish.done(units) })
      onDone()
    },
  })
  return (
    <Dialog
      title={t.publish.title}
      open
      kind="question"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.publish.cancel}</Button>
          <Button
            kind="primary"
            disabled={!ready}
            busy={publish.busy}
            onPress={() => publish.send({ params: { planId: head.planId }, body: { version: head.version } })}
          >
            {t.publish.send}
          </Button>
        </>
      }
    >
      {publish.problem !== null && <ErrorState error={publish.problem} />}
      <OutlookView reading={reading} />
      {ready && <p className="muted">{t.publish.after}</p>}
    </Dialog>
  )
}
