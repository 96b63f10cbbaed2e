import { useMemo, useState } from 'react'
import { submissionsContract, type SubmissionView } from '#contract/submissions.ts'
import type { ApiProblem } from '#web/platform/api-problem.ts'
import type { CellId } from '#domain/forms/form.ts'
import { cellTitle } from '#domain/forms/form.ts'
import { type PreparedForm, prepareForm } from '#domain/forms/prepared-form.ts'
import { formatCell } from '#domain/forms/read-cell.ts'
import { checkSend } from '#domain/submissions/send-check.ts'
import { useWrite } from '#web/platform/data.ts'
import { formatTime } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useLeaveGuard } from '#web/platform/routing.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { unsaved } from './entry-state.ts'
import { FormBody } from './form-body-view.tsx'
import { FormHead } from './form-head-view.tsx'
import { gridModel, type ModelCell } from './grid-model.ts'
import { ReturnedNotice } from './returned-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import { type EntryWork, type SaveState, useEntry } from './use-entry.ts'
import { useProvenance } from './use-provenance.ts'

const texts = { vi, en }
const noComments: Readonly<Record<CellId, string>> = {}

/** Nhập số liệu: the form of the own unit, saved as it is typed. */
export function EntryView({ view }: { view: SubmissionView }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const tell = useToast()
  const form = useMemo(() => prepareForm(view.form), [view.form])
  const work = useEntry(form, view)
  const { entry } = work
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState(false)
  const [goTo, setGoTo] = useState<{ cell: CellId } | null>(null)
  const provenance = useProvenance(view)

  const check = useMemo(() => checkSend(form, entry.cells), [form, entry.cells])
  const comments = view.returned?.comments ?? noComments
  const model = useMemo(
    () =>
      gridModel({
        form,
        cells: entry.cells,
        texts: entry.texts,
        last: view.last?.cells ?? null,
        findings: check.findings,
        comments,
        withMissing: asked,
        notNumber: t.form.notNumber,
        language,
      }),
    [form, entry.cells, entry.texts, view.last, check, comments, asked, t, language],
  )
  const wrongTexts = Object.keys(entry.texts).length
  const isUnsaved = unsaved(form, entry).length > 0 || wrongTexts > 0
  useLeaveGuard(isUnsaved && !sending, t.form.leave)

  const missing = check.findings.filter((finding) => finding.code === 'missing').length
  const stops = check.findings.filter((finding) => finding.severity === 'stop').length - missing + wrongTexts
  const warns = check.findings.filter((finding) => finding.severity === 'warn')
  const wantSend = () => {
    setAsked(true)
    const first =
      Object.keys(entry.texts)[0] ?? check.findings.find((finding) => finding.severity === 'stop')?.cell
    if (first === undefined) setSending(true)
    else setGoTo({ cell: first })
  }
  const ofCell = (cell: ModelCell) => (
    <>
      <span>
        {cell.title}: <b>{cell.text === '' ? t.form.empty : cell.text}</b>
      </span>
      {cell.note !== null && <span>{cell.note.message}</span>}
      {cell.comment !== null && <span>{t.form.commentOf(cell.comment)}</span>}
      <span className="muted">{provenance(cell.id)}</span>
    </>
  )

  const sendAct = (
    <Button kind="primary" onPress={wantSend}>
      {t.form.send}
    </Button>
  )
  return (
    <div data-wide-page>
      <FormHead view={view} acts={sendAct} />
      <div className="entry-notices">
        <ReturnedNotice view={view} onCell={(cell) => setGoTo({ cell })} />
        <WorkNotices form={form} work={work} />
        {asked && missing + stops > 0 && (
          <Notice kind="error" title={t.form.sendStops(missing + stops)} announce />
        )}
        {wrongTexts > 0 && <Notice kind="warning">{t.form.notSaved(wrongTexts)}</Notice>}
      </div>
      <FormBody
        model={model}
        label={t.form.grid(view.form.title[language], view.unit.name)}
        lastTitle={view.last?.title ?? null}
        hint={t.form.keys}
        goTo={goTo}
        counts={{ left: missing, stops, warns: warns.length }}
        ofCell={ofCell}
        lastAct={sendAct}
        onType={work.type}
        onUndo={work.undo}
        onRedo={work.redo}
        onPasted={({ outside }) => {
          if (outside > 0) tell({ text: t.form.outside(outside) })
        }}
        tools={
          <>
            <Button
              kind="quiet"
              size="small"
              icon="undo"
              disabled={entry.undo.length === 0}
              onPress={work.undo}
            >
              {t.form.undo}
            </Button>
            <SavedState state={work.state} savedAt={entry.savedAt} />
          </>
        }
      />
      {sending && (
        <SendDialog
          view={view}
          work={work}
          warnings={warns.map((finding) => ({
            key: `${finding.cell} ${finding.code}`,
            title: titleOf(form, finding.cell, language),
            message: finding.message[language],
          }))}
          onClose={() => setSending(false)}
        />
      )}
    </div>
  )
}

function titleOf(form: PreparedForm, id: CellId, language: 'vi' | 'en'): string {
  const cell = form.cellById.get(id)
  return cell === undefined ? id : cellTitle(cell)[language]
}

function SavedState({ state, savedAt }: { state: SaveState; savedAt: string | null }) {
  const t = useTexts(texts).form.save
  const words = () => {
    switch (state.kind) {
      case 'saved':
        return savedAt === null ? t.none : t.saved(formatTime(savedAt))
      case 'refused':
      case 'failed':
        return t.failed
      case 'waiting':
      case 'saving':
        return t[state.kind]
    }
  }
  return (
    <span className="entry-saved" data-kind={state.kind} role="status">
      {words()}
    </span>
  )
}

/** What came between typing and the server: a refusal, another's figures. */
function WorkNotices({ form, work }: { form: PreparedForm; work: EntryWork }) {
  const t = useTexts(texts).form
  const language = useLanguage()
  const { entry, state } = work
  const written = (id: CellId, value: number | 'na' | null | undefined) => {
    const cell = form.cellById.get(id)
    const text = cell === undefined || value === undefined ? '' : formatCell(cell.column.entry, value)
    return text === '' ? t.empty : text
  }
  return (
    <>
      {state.kind === 'refused' && <ErrorState error={state.problem} />}
      {work.met && entry.conflicts.length === 0 && <Notice announce>{t.met}</Notice>}
      {entry.conflicts.map(({ cell, mine }) => (
        <Notice
          key={cell}
          kind="warning"
          announce
          title={t.conflict(titleOf(form, cell, language))}
          acts={
            <>
              <Button size="small" onPress={() => work.settle(cell, 'theirs')}>
                {t.theirs(written(cell, entry.cells[form.cellById.get(cell)?.index ?? -1]))}
              </Button>
              <Button size="small" onPress={() => work.settle(cell, 'mine')}>
                {t.mine(written(cell, mine))}
              </Button>
            </>
          }
        />
      ))}
    </>
  )
}

type SendProps = {
  view: SubmissionView
  work: EntryWork
  warnings: readonly { key: string; title: string; message: string }[]
  onClose: () => void
}

function SendDialog({ view, work, warnings, onClose }: SendProps) {
  const t = useTexts(texts).form
  const tell = useToast()
  const [unready, setUnready] = useState<ApiProblem | true | null>(null)
  const send = useWrite(submissionsContract.sendSubmission, { onDone: () => tell({ text: t.sent }) })
  const confirm = async () => {
    const stored = await work.flush()
    if (stored === null || stored.submissionId === null)
      return setUnready(work.state.kind === 'refused' ? work.state.problem : true)
    send.send({ params: { submissionId: stored.submissionId }, body: { version: stored.version } })
  }
  return (
    <Dialog
      title={t.sendTitle}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.back}</Button>
          <Button kind="primary" busy={send.busy} onPress={() => void confirm()}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <p>{t.sendText(view.unit.name)}</p>
      {unready === true && <Notice kind="error" title={t.save.failed} announce />}
      {unready !== null && unready !== true && <ErrorState error={unready} />}
      {send.problem !== null && <ErrorState error={send.problem} />}
      {warnings.length > 0 && (
        <>
          <p>{t.sendWarns(warnings.length)}</p>
          <ul className="send-warnings">
            {warnings.map((warning) => (
              <li key={warning.key}>
                <b>{warning.title}</b> {warning.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
