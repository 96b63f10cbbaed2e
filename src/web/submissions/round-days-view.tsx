import { useState } from 'react'
import { type RoundHead, submissionsContract } from '#contract/submissions.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { typedDate } from '#web/ui/typed.ts'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'

const texts = { vi, en }

export function RoundDaysDialog({ round, onClose }: { round: RoundHead; onClose: () => void }) {
  const t = useTexts(texts).days
  const tell = useToast()
  const { today } = useSession()
  const [title, setTitle] = useState(round.title)
  const [opensOn, setOpensOn] = useState(typedDate(round.opensOn))
  const [closesOn, setClosesOn] = useState(typedDate(round.closesOn))
  const [incomplete, setIncomplete] = useState(false)
  const send = useWrite(submissionsContract.changeRound, {
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const save = () => {
    if (title.trim() === '' || opensOn.value === null || closesOn.value === null) return setIncomplete(true)
    setIncomplete(false)
    send.send({
      params: { roundId: round.roundId },
      body: { version: round.version, title, opensOn: opensOn.value, closesOn: closesOn.value },
    })
  }
  return (
    <Dialog
      title={t.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={send.busy} onPress={save}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className="review-form">
        {incomplete && (
          <Notice kind="error" announce>
            {t.missing}
          </Notice>
        )}
        {send.problem !== null && send.problem.fields.length === 0 && <ErrorState error={send.problem} />}
        <Field label={t.name} name="title">
          <TextInput value={title} onChange={setTitle} maxLength={300} />
        </Field>
        <div className="open-round-days">
          <Field label={t.opens} name="opensOn">
            <DateInput value={opensOn} onChange={setOpensOn} today={today} />
          </Field>
          <Field
            label={t.closes}
            name="closesOn"
            hint={t.closesHint}
            error={send.problem?.fieldMessage('closesOn')}
          >
            <DateInput value={closesOn} onChange={setClosesOn} today={today} />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}
