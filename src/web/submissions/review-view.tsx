import { useEffect, useMemo, useState } from 'react'
import { type MatrixLine, submissionsContract, type SubmissionView } from '#contract/submissions.ts'
import { type CellId, cellTitle } from '#domain/forms/form.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { checkSend } from '#domain/submissions/send-check.ts'
import { stateAfter } from '#domain/submissions/workflow.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useLeaveGuard } from '#web/platform/routing.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Field, fieldId } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { FormBody } from './form-body-view.tsx'
import { FormHead } from './form-head-view.tsx'
import { gridModel, type ModelCell } from './grid-model.ts'
import { ReopenDialog, ReturnDialog } from './return-view.tsx'
import { ReturnedNotice } from './returned-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import { useProvenance } from './use-provenance.ts'

const texts = { vi, en }

/** A form that is only read; the authority above comments, returns, approves and reopens. */
export function ReviewView({ view }: { view: SubmissionView }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const may = useMay()
  const tell = useToast()
  const form = useMemo(() => prepareForm(view.form), [view.form])
  const [comments, setComments] = useState<Readonly<Record<CellId, string>>>({})
  const [commenting, setCommenting] = useState<CellId | null>(null)
  const [asking, setAsking] = useState<'return' | 'reopen' | null>(null)
  const [goTo, setGoTo] = useState<{ cell: CellId } | null>(null)
  const provenance = useProvenance(view)
  useEffect(() => {
    // Enter on a cell leads to its comment.
    if (commenting === null) return
    const field = document.getElementById(fieldId('cell-comment'))
    field?.focus()
    field?.closest('.entry-comment')?.scrollIntoView({ block: 'nearest' })
  }, [commenting])
  const approve = useWrite(submissionsContract.approveSubmission, {
    onDone: () => tell({ text: t.review.approved }),
  })

  const { state, submissionId, version } = view
  const mayReview = may('submission.review', view.unit.path)
  const mayMove = (move: 'approve' | 'return' | 'reopen') =>
    mayReview && submissionId !== null && state !== null && stateAfter(state, move) !== null
  useLeaveGuard(Object.keys(comments).length > 0 && asking === null, t.review.leave)

  const check = useMemo(() => checkSend(form, view.cells), [form, view.cells])
  const said = view.returned?.comments ?? {}
  const model = gridModel({
    form,
    cells: view.cells,
    texts: {},
    last: view.last?.cells ?? null,
    findings: state === null ? [] : check.findings,
    comments: { ...said, ...comments },
    withMissing: state !== null && state !== 'draft',
    notNumber: '',
    language,
  })
  const warns = check.findings.filter((finding) => finding.severity === 'warn').length
  const titleOf = (id: CellId) => {
    const cell = form.cellById.get(id)
    return cell === undefined ? id : cellTitle(cell)[language]
  }
  const comment = (id: CellId, text: string) =>
    setComments((before) => {
      const { [id]: _former, ...others } = before
      return text.trim() === '' ? others : { ...others, [id]: text }
    })
  const ofCell = (cell: ModelCell) => (
    <>
      <span>
        {cell.title}: <b>{cell.text === '' ? t.form.empty : cell.text}</b>
      </span>
      <span className="muted">{provenance(cell.id)}</span>
      {cell.note !== null && <span>{cell.note.message}</span>}
      {mayMove('return') && commenting !== cell.id && (
        <Button kind="quiet" size="small" icon="edit" onPress={() => setCommenting(cell.id)}>
          {t.review.addComment}
        </Button>
      )}
    </>
  )

  return (
    <div data-wide-page>
      <FormHead
        view={view}
        acts={
          <>
            <NextToReview view={view} />
            {mayMove('reopen') && (
              <Button icon="unlock" onPress={() => setAsking('reopen')}>
                {t.review.reopen}
              </Button>
            )}
            {mayMove('return') && <Button onPress={() => setAsking('return')}>{t.review.return}</Button>}
            {mayMove('approve') && submissionId !== null && (
              <Button
                kind="primary"
                icon="check"
                busy={approve.busy}
                onPress={() => approve.send({ params: { submissionId }, body: { version } })}
              >
                {t.review.approve}
              </Button>
            )}
          </>
        }
      />
      <div className="entry-notices">
        {approve.problem !== null && <ErrorState error={approve.problem} />}
        <ReturnedNotice view={view} onCell={(cell) => setGoTo({ cell })} />
        {!view.takesFigures && state !== 'sent' && state !== 'approved' && (
          <Notice>
            {view.round.standing === 'not_yet'
              ? t.form.notYet(formatDate(view.round.opensOn))
              : t.form.closed(formatDate(view.round.closesOn))}
          </Notice>
        )}
      </div>
      <FormBody
        model={model}
        label={t.form.grid(view.form.title[language], view.unit.name)}
        lastTitle={view.last?.title ?? null}
        hint={mayMove('return') ? t.review.hint : ''}
        goTo={goTo}
        counts={
          state === null
            ? null
            : { left: check.findings.filter((finding) => finding.code === 'missing').length, stops: 0, warns }
        }
        ofCell={ofCell}
        onOpen={mayMove('return') ? setCommenting : undefined}
      />
      {commenting !== null && (
        <div className="entry-comment">
          <Field
            label={t.review.cellComment(titleOf(commenting))}
            name="cell-comment"
            hint={t.review.cellCommentHint}
          >
            <TextArea
              key={commenting}
              rows={2}
              maxLength={500}
              value={comments[commenting] ?? ''}
              onChange={(text) => comment(commenting, text)}
            />
          </Field>
          <Button
            onPress={() => {
              setGoTo({ cell: commenting })
              setCommenting(null)
            }}
          >
            {t.review.cellDone}
          </Button>
        </div>
      )}
      <History view={view} />
      {asking === 'return' && submissionId !== null && (
        <ReturnDialog
          view={view}
          submissionId={submissionId}
          comments={Object.entries(comments).map(([cell, text]) => ({ cell, title: titleOf(cell), text }))}
          onRemove={(cell) => comment(cell, '')}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'reopen' && submissionId !== null && (
        <ReopenDialog view={view} submissionId={submissionId} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

/** After one the next: the officer goes through what was sent without going back to the list. */
function NextToReview({ view }: { view: SubmissionView }) {
  const t = useTexts(texts).review
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const reviews = may('submission.review', view.unit.path) && view.unit.unitId !== unit.unitId
  const { roundId } = view.round
  const matrix = useRead(
    submissionsContract.getMatrix,
    { query: { unitId: unit.unitId, schoolYear: year, roundId } },
    { when: reviews },
  )
  const lines = matrix.data?.lines ?? []
  const here = lines.findIndex((line) => line.unitId === view.unit.unitId)
  const waits = (line: MatrixLine) => line.unitId !== view.unit.unitId && line.cells[0]?.state === 'sent'
  // From here on, then from the beginning.
  const next = lines.slice(here + 1).find(waits) ?? lines.find(waits)
  if (!reviews || next === undefined) return null
  return (
    <LinkButton
      kind="quiet"
      iconAfter="arrow-right"
      href={to('rounds/$roundId/$unitId', { roundId, unitId: next.unitId })}
    >
      {t.next}
    </LinkButton>
  )
}

function History({ view }: { view: SubmissionView }) {
  const t = useTexts(texts).review
  if (view.steps.length === 0) return null
  return (
    <section className="entry-history">
      <h2>{t.history}</h2>
      <ol>
        {view.steps.map((step) => (
          <li key={`${step.move} ${step.at}`}>
            <span className="muted">{formatInstant(step.at)}</span> {step.personName} {t.moves[step.move]}
            {step.comment !== null && <span>: {step.comment}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
