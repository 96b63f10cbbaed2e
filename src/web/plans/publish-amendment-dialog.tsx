import { type AmendmentHead, amendmentsContract } from '#contract/plan-amendments.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState, Loaded } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'

const texts = { vi, en }
const mostShown = 8

/** Units are told at once: the question says its consequence in numbers, or what stands in the way. */
export function PublishAmendmentDialog({
  amendment,
  onClose,
}: {
  amendment: AmendmentHead
  onClose: () => void
}) {
  const t = useTexts(texts)
  const tell = useToast()
  const params = { amendmentId: amendment.amendmentId }
  const outlook = useRead(amendmentsContract.previewAmendment, { params })
  const publish = useWrite(amendmentsContract.publishAmendment, {
    onDone: ({ units }) => {
      tell({ text: t.publish.done(units) })
      onClose()
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
            disabled={outlook.data === undefined || outlook.data.stops.length > 0}
            busy={publish.busy}
            onPress={() => publish.send({ params, body: { version: amendment.version } })}
          >
            {t.publish.send}
          </Button>
        </>
      }
    >
      {publish.problem !== null && <ErrorState error={publish.problem} />}
      <Loaded reading={outlook}>
        {({ entries, given, ended, moved, kept, units, stops }) =>
          stops.length === 0 ? (
            <>
              <p>{t.publish.question(entries, units)}</p>
              <ul>
                {given > 0 && <li>{t.publish.given(given)}</li>}
                {moved > 0 && <li>{t.publish.moved(moved)}</li>}
                {ended > 0 && <li>{t.publish.ended(ended)}</li>}
                {kept > 0 && <li>{t.publish.kept(kept)}</li>}
              </ul>
            </>
          ) : (
            <Notice kind="warning" title={t.publish.stops(stops.length)}>
              <ul>
                {stops.slice(0, mostShown).map((stop) => (
                  <li key={`${stop.entryId ?? ''}${stop.fault}`}>
                    {stop.name === null ? '' : `${stop.name}: `}
                    {t.faults[stop.fault]}
                  </li>
                ))}
              </ul>
            </Notice>
          )
        }
      </Loaded>
    </Dialog>
  )
}
