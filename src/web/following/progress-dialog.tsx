import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { percentDelivered } from '#domain/following/products.ts'
import { windowStatuses, type WindowStatus } from '#domain/following/standing.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { tellingProgress } from '#web/platform/upload.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { CheckboxList, RadioList, Segments } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { FileDrop, type FileState } from '#web/ui/file-drop.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'

const texts = { vi, en }
const kinds = ['.pdf', '.docx', '.doc', '.xlsx', '.xls', '.jpg', '.jpeg', '.png', '.zip', '.txt']

const ways = ['percent', 'products'] as const

type Evidence = { sha256: string; fileName: string }

/** How a unit reports: state, percentage, a note, evidence. The files are stored as they are chosen. */
export function ProgressDialog({
  row,
  onBehalf,
  products,
  onClose,
}: {
  row: WorkRow
  onBehalf: boolean
  /** What the plan wants to see of it; empty where it prints nothing. */
  products: readonly string[]
  onClose: () => void
}) {
  const t = useTexts(texts).report
  const tell = useToast()
  const [status, setStatus] = useState<WindowStatus>(row.status === 'not_started' ? 'under_way' : row.status)
  const [percent, setPercent] = useState(String(row.percent === 0 || row.percent === 100 ? 50 : row.percent))
  const [percentError, setPercentError] = useState<string | undefined>()
  const [way, setWay] = useState<'percent' | 'products'>('percent')
  const [delivered, setDelivered] = useState<readonly string[]>([])
  const { today, grants } = useSession()
  // Nobody phones the officer about the work of his own office.
  const isTold = onBehalf && !grants.some((grant) => grant.unitId === row.unitId)
  const [toldBy, setToldBy] = useState('')
  const [toldOn, setToldOn] = useState<Typed<LocalDate>>(typedDate(today))
  const [left, setLeft] = useState(false)
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const [file, setFile] = useState<FileState>({ kind: 'empty' })
  const upload = useWrite(followingContract.uploadEvidence, { refresh: [] })
  const report = useWrite(followingContract.reportProgress, {
    onDone: () => {
      tell({ text: t.sent })
      onClose()
    },
  })

  const take = (chosen: File) => {
    setFile({ kind: 'sending', name: chosen.name, share: 0 })
    const sender = tellingProgress((share) => setFile({ kind: 'sending', name: chosen.name, share }))
    upload
      .sendAndWait({
        params: { assignmentId: row.assignmentId },
        query: { fileName: chosen.name },
        bytes: chosen,
        sender,
      })
      .then((stored) => {
        setEvidence((before) => [...before.filter((one) => one.sha256 !== stored.sha256), stored])
        setFile({ kind: 'empty' })
      })
      .catch((error: unknown) =>
        setFile({
          kind: 'refused',
          name: chosen.name,
          message: error instanceof ApiProblem ? error.detail : String(error),
        }),
      )
  }
  const counted = way === 'products' ? percentDelivered(products, delivered) : null
  const isCounted = products.length > 0 && way === 'products'
  const said = isTold && toldBy.trim() === '' ? t.toldByMissing : undefined
  const day = toldOn.value
  const wrongDay = isTold && (day === null || day > today) ? t.toldOnWrong : undefined
  const send = () => {
    setLeft(true)
    const value = counted ?? (status === 'done' ? 100 : status === 'not_started' ? 0 : Number(percent))
    const stands = counted === null ? status : counted === 100 ? 'done' : 'under_way'
    if (stands === 'under_way' && !(Number.isInteger(value) && value >= 0 && value < 100))
      return setPercentError(t.percentWrong)
    if (said !== undefined || wrongDay !== undefined) return
    report.send({
      params: { assignmentId: row.assignmentId, windowNo: row.windowNo },
      body: {
        version: row.version,
        status: stands,
        percent: value,
        note: note.trim() === '' ? null : note,
        evidence: [...evidence],
        toldBy: isTold ? toldBy : null,
        toldOn: isTold ? day : null,
        delivered: isCounted ? [...delivered] : null,
      },
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
          <Button kind="primary" busy={report.busy} onPress={send}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className="progress-form">
        <p>
          <b>{row.title}</b>
        </p>
        {onBehalf && <Notice>{t.onBehalf(row.unitName)}</Notice>}
        {report.problem !== null && (
          <Notice kind="error" title={report.problem.title} announce>
            {report.problem.detail}
          </Notice>
        )}
        {isTold && (
          <>
            <Field label={t.toldBy} name="toldBy" hint={t.toldByHint} error={left ? said : undefined}>
              <TextInput value={toldBy} onChange={setToldBy} maxLength={200} />
            </Field>
            <Field label={t.toldOn} name="toldOn" error={left ? wrongDay : undefined}>
              <DateInput value={toldOn} onChange={setToldOn} today={today} />
            </Field>
          </>
        )}
        {products.length > 0 && (
          <Segments
            label={t.by}
            choices={ways.map((value) => ({ value, text: t.ways[value] }))}
            value={way}
            onChange={setWay}
          />
        )}
        {isCounted ? (
          <CheckboxList
            legend={t.products}
            choices={products.map((value) => ({ value, text: value }))}
            value={delivered}
            onChange={setDelivered}
          />
        ) : (
          <>
            <RadioList
              legend={t.status}
              choices={windowStatuses.map((value) => ({ value, text: t.statuses[value] }))}
              value={status}
              onChange={setStatus}
            />
            {status === 'under_way' && (
              <Field label={t.percent} name="percent" error={percentError}>
                <TextInput value={percent} onChange={setPercent} width="short" />
              </Field>
            )}
          </>
        )}
        <Field label={t.note} name="note" hint={t.noteHint} optional>
          <TextArea value={note} onChange={setNote} rows={3} />
        </Field>
        <FileDrop
          label={t.evidence}
          hint={t.evidenceHint}
          accept={kinds}
          mostMegabytes={25}
          state={file}
          onFile={take}
        />
        {evidence.length > 0 && (
          <ul className="progress-files">
            {evidence.map((one) => (
              <li key={one.sha256}>
                {one.fileName}
                <IconButton
                  icon="close"
                  size="small"
                  label={t.remove}
                  onPress={() => setEvidence(evidence.filter((other) => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
