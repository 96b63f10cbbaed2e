import { useState } from 'react'
import { submissionsContract, type SubmissionView } from '#contract/submissions.ts'
import type { SubmissionId } from '#domain/basics/ids.ts'
import type { CellId } from '#domain/forms/form.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'

const texts = { vi, en }

type ReturnProps = {
  view: SubmissionView
  submissionId: SubmissionId
  comments: readonly { cell: CellId; title: string; text: string }[]
  onRemove: (cell: CellId) => void
  onClose: () => void
}

export function ReturnDialog({ view, submissionId, comments, onRemove, onClose }: ReturnProps) {
  const t = useTexts(texts).review
  const tell = useToast()
  const [comment, setComment] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const send = useWrite(submissionsContract.returnSubmission, { onDone: () => tell({ text: t.returned }) })
  const confirm = () => {
    if (comment.trim() === '' && comments.length === 0) return setWrong(t.nothing)
    send.send({
      params: { submissionId },
      body: {
        version: view.version,
        comment,
        comments: Object.fromEntries(comments.map(({ cell, text }) => [cell, text])),
      },
    })
  }
  return (
    <Dialog
      title={t.returnTitle}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={send.busy} onPress={confirm}>
            {t.return}
          </Button>
        </>
      }
    >
      <div className="review-form">
        <p>{t.returnText(view.unit.name)}</p>
        {send.problem !== null && <ErrorState error={send.problem} />}
        {comments.length > 0 && (
          <div>
            <p className="field-label">{t.atCells}</p>
            <ul className="send-warnings">
              {comments.map(({ cell, title, text }) => (
                <li key={cell}>
                  <b>{title}</b> {text}{' '}
                  <IconButton icon="close" size="small" label={t.remove} onPress={() => onRemove(cell)} />
                </li>
              ))}
            </ul>
          </div>
        )}
        <Field
          label={t.comment}
          name="comment"
          hint={t.commentHint}
          error={wrong}
          optional={comments.length > 0}
        >
          <TextArea
            rows={4}
            maxLength={2000}
            value={comment}
            onChange={(text) => {
              setComment(text)
              setWrong(undefined)
            }}
          />
        </Field>
      </div>
    </Dialog>
  )
}

export function ReopenDialog({
  view,
  submissionId,
  onClose,
}: {
  view: SubmissionView
  submissionId: SubmissionId
  onClose: () => void
}) {
  const t = useTexts(texts).review
  const tell = useToast()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const send = useWrite(submissionsContract.reopenSubmission, {
    onDone: () => {
      tell({ text: t.reopened })
      onClose()
    },
  })
  const confirm = () => {
    if (reason.trim() === '') return setWrong(t.reasonMissing)
    send.send({ params: { submissionId }, body: { version: view.version, reason } })
  }
  return (
    <Dialog
      title={t.reopenTitle}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="danger" busy={send.busy} onPress={confirm}>
            {t.reopen}
          </Button>
        </>
      }
    >
      <div className="review-form">
        <p>{t.reopenText(view.unit.name)}</p>
        {send.problem !== null && <ErrorState error={send.problem} />}
        <Field label={t.reason} name="reason" error={wrong}>
          <TextArea
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(text) => {
              setReason(text)
              setWrong(undefined)
            }}
          />
        </Field>
      </div>
    </Dialog>
  )
}
