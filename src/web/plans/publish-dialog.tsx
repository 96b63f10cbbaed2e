import { type PlanHead, plansContract } from '#contract/plans.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState, Loaded } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }
const mostShown = 8

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
  const outlook = useRead(plansContract.previewPublishing, { params: { planId: head.planId } })
  const publish = useWrite(plansContract.publishPlan, {
    onDone: ({ units }) => {
      tell({ text: t.publish.done(units) })
      onDone()
    },
  })
  const ready = outlook.data !== undefined && outlook.data.stops.length === 0
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
      <Loaded reading={outlook}>
        {({ tasks, duties, targets, units, assignments, stops }) =>
          stops.length === 0 ? (
            <>
              <p>{t.publish.question({ tasks, duties, units, assignments })}</p>
              {targets > 0 && <p>{t.publish.targets(targets)}</p>}
              <p className="muted">{t.publish.after}</p>
            </>
          ) : (
            <Notice kind="warning" title={t.publish.stops(stops.length)}>
              <ul>
                {stops.slice(0, mostShown).map((stop) => (
                  <li key={`${stop.item?.id ?? ''}${stop.fault}`}>
                    {stop.item === null
                      ? t.review.fault[stop.fault]
                      : `${t.publish.stop[stop.item.kind](stop.name ?? '–')}: ${t.review.fault[stop.fault]}`}
                  </li>
                ))}
                {stops.length > mostShown && <li>{t.publish.more(stops.length - mostShown)}</li>}
              </ul>
            </Notice>
          )
        }
      </Loaded>
    </Dialog>
  )
}
