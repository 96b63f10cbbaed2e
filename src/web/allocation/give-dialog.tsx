import { allocationContract } from '#contract/allocation.ts'
import { isSameShare, type ShareCheck } from '#domain/allocation/shares.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import { differencesOf } from './check-line-view.tsx'
import type { Shares } from './shares-state.ts'
import type { AllocationPage } from './use-allocation.ts'

const texts = { vi, en }

/** Units are told at once, so the question says how many; or what still stands in the way. */
export function GiveDialog({
  page,
  version,
  shares,
  check,
  wrong,
  onClose,
}: {
  page: AllocationPage
  version: number
  shares: Shares
  check: ShareCheck
  wrong: number
  onClose: () => void
}) {
  const all = useTexts(texts)
  const t = all.give
  const tell = useToast()
  const mayKeep = useMay()('target.keep_difference', page.head.issuerPath)
  const form = useForm({ reason: '', differenceReason: '' })
  const give = useWrite(allocationContract.giveTarget, {
    onDone: ({ units }) => {
      tell({ text: t.done(units) })
      onClose()
    },
  })
  const again = page.givenNo > 0
  const changed = page.rows.filter((row) => {
    const share = shares.get(row.unitId)
    return share !== undefined && (row.given === null || !isSameShare(share, row.given))
  }).length
  const stop =
    wrong > 0
      ? t.wrong
      : check.missing > 0
        ? t.missing
        : changed === 0
          ? t.same
          : !check.fits && !mayKeep
            ? t.leaderOnly
            : null
  const send = () => {
    const errors = [
      again && form.values.reason.trim() === '' ? { name: 'reason', message: t.needReason } : null,
      !check.fits && form.values.differenceReason.trim() === ''
        ? { name: 'differenceReason', message: t.needReason }
        : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0) return
    give.send({ params: { targetId: page.target.targetId }, body: { version, ...form.values } })
  }
  return (
    <Dialog
      title={t.title}
      open
      kind="question"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" disabled={stop !== null} busy={give.busy} onPress={send}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className="allocation-form">
        {give.problem !== null && <ErrorState error={give.problem} />}
        {stop !== null && <Notice kind="warning">{stop}</Notice>}
        {!check.fits && check.missing === 0 && wrong === 0 && (
          <Notice kind="warning" title={t.differs}>
            {differencesOf(check, all.check).join('; ')}
            {check.away.length > 0 && all.check.away(check.away.length)}
          </Notice>
        )}
        {stop === null && <p>{again ? t.againQuestion(changed) : t.question(changed)}</p>}
        {stop === null && again && (
          <Field label={t.reason} hint={t.reasonHint} name="reason" error={form.error('reason')}>
            <TextArea {...form.bind('reason')} rows={2} />
          </Field>
        )}
        {stop === null && !check.fits && (
          <Field label={t.differenceReason} name="differenceReason" error={form.error('differenceReason')}>
            <TextArea {...form.bind('differenceReason')} rows={2} />
          </Field>
        )}
      </div>
    </Dialog>
  )
}
