import type { SubmitEvent } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import { addDays, formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { needsReason } from '#domain/following/life.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './acts.en.ts'
import { vi } from './acts.vi.ts'

const texts = { vi, en }

export type ReasonedMove = 'return' | 'ask' | 'send_back' | 'grant' | 'refuse' | 'give_again' | 'drop'

/** One step with its reason and, where another finish is meant, its day. What it leads to is said before. */
export function StepDialog({
  row,
  move,
  onBehalf,
  onClose,
}: {
  row: WorkRow
  move: ReasonedMove
  onBehalf: boolean
  onClose: () => void
}) {
  const t = useTexts(texts)
  const tell = useToast()
  const { today } = useSession()
  const withDay = move === 'ask' || move === 'grant'
  const first = row.askedOn ?? (row.dueOn === null ? null : addDays(row.dueOn < today ? today : row.dueOn, 7))
  const form = useForm<{ reason: string; dueOn: Typed<LocalDate> }>({ reason: '', dueOn: typedDate(first) })
  const onDone = () => {
    tell({ text: t.done[move] })
    onClose()
  }
  const assignment = useWrite(followingContract.moveAssignment, { onDone })
  const window = useWrite(followingContract.moveWindow, { onDone })
  const { reason, dueOn } = form.values
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const said = reason.trim() === '' ? null : reason
    const day = withDay ? dueOn.value : null
    const isLater = day !== null && (row.dueOn === null || day > row.dueOn)
    const errors = [
      withDay && !isLater && row.dueOn !== null
        ? { name: 'dueOn', message: t.dueMissing(formatDate(row.dueOn)) }
        : null,
      needsReason(move) && said === null ? { name: 'reason', message: t.reasonMissing } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0) return
    const params = { assignmentId: row.assignmentId }
    if (move === 'return' || move === 'give_again' || move === 'drop')
      assignment.send({ params, body: { version: row.assignmentVersion, move, reason: said } })
    else
      window.send({
        params: { ...params, windowNo: row.windowNo },
        body: { version: row.version, move, reason: said, dueOn: day },
      })
  }
  const problem = assignment.problem ?? window.problem
  const speaksForUnit = onBehalf && (move === 'ask' || move === 'return')
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
            kind={move === 'drop' ? 'danger' : 'primary'}
            type="submit"
            form="step-form"
            busy={assignment.busy || window.busy}
          >
            {t.sends[move]}
          </Button>
        </>
      }
    >
      <form id="step-form" className="progress-form" onSubmit={send} noValidate>
        <p>
          <b>{row.title}</b>
        </p>
        <p className="muted">{t.consequences[move]}</p>
        {speaksForUnit && <Notice>{t.onBehalf(row.unitName)}</Notice>}
        {(move === 'grant' || move === 'refuse') && row.askedOn !== null && (
          <Notice title={t.asked(row.unitName, formatDate(row.askedOn))}>{row.reason}</Notice>
        )}
        <ErrorSummary errors={form.errors} />
        {problem !== null && (
          <Notice kind="error" title={problem.title} announce>
            {problem.detail}
          </Notice>
        )}
        {withDay && row.dueOn !== null && (
          <Field
            label={t.dueOn}
            name="dueOn"
            hint={t.present(formatDate(row.dueOn))}
            error={form.error('dueOn')}
          >
            <DateInput {...form.bind('dueOn')} today={today} />
          </Field>
        )}
        <Field label={t.reason} name="reason" error={form.error('reason')} optional={!needsReason(move)}>
          <TextArea {...form.bind('reason')} rows={3} />
        </Field>
      </form>
    </Dialog>
  )
}
