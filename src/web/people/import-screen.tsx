import { useState } from 'react'
import { importContract } from '#contract/people-import.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { addressOf } from '#web/platform/client.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay, useSession } from '#web/platform/session.tsx'
import { tellingProgress } from '#web/platform/upload.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { DayChoice } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { FileDrop, type FileState } from '#web/ui/file-drop.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { ImportFaultsView } from './import-faults-view.tsx'
import { ImportPreviewView } from './import-preview-view.tsx'
import { en } from './import.en.ts'
import { vi } from './import.vi.ts'
import './import.css'

const texts = { vi, en }

/** Template, check, preview, import: nothing changes before the last. */
export function ImportScreen() {
  const t = useTexts(texts)
  const { unit } = usePlace()
  const { today } = useSession()
  const to = useAddress()
  const may = useMay()
  const [on, setOn] = useState<LocalDate>(today)
  const [file, setFile] = useState<FileState>({ kind: 'empty' })
  const [chosen, setChosen] = useState<File | null>(null)
  const check = useWrite(importContract.checkImport, { refresh: [] })
  const carryOut = useWrite(importContract.importWorkbook)
  const params = { unitId: unit.unitId }

  const look = (next: File, day: LocalDate) => {
    setChosen(next)
    carryOut.clear()
    setFile({ kind: 'sending', name: next.name, share: 0 })
    // After the last byte the cells are checked, which nobody can foretell.
    const sender = tellingProgress((share) =>
      setFile({ kind: 'sending', name: next.name, share: share < 1 ? share : null }),
    )
    check.sendAndWait({ params, query: { fileName: next.name, on: day }, bytes: next, sender }).then(
      ({ faultCount }) =>
        setFile(
          faultCount === 0
            ? { kind: 'received', name: next.name }
            : { kind: 'refused', name: next.name, message: `${next.name}: ${t.faults.title(faultCount)}` },
        ),
      (error: unknown) =>
        setFile({
          kind: 'refused',
          name: next.name,
          message: error instanceof ApiProblem ? `${error.title}. ${error.detail}` : String(error),
        }),
    )
  }
  const take = (picked: File) => {
    // As it is now: what was checked is what is imported, also when Excel saves it anew in between.
    picked.arrayBuffer().then(
      (bytes) => look(new File([bytes], picked.name), on),
      () => setFile({ kind: 'refused', name: picked.name, message: t.unreadable(picked.name) }),
    )
  }
  const startAgain = () => {
    setChosen(null)
    setFile({ kind: 'empty' })
    check.clear()
    carryOut.clear()
  }
  const send = (digest: string | null) => {
    if (chosen === null || digest === null) return
    carryOut.send({ params, query: { fileName: chosen.name, on, digest }, bytes: chosen })
  }
  const reply = file.kind === 'sending' || check.problem !== null ? undefined : check.reply
  const done = carryOut.reply
  const isStale = carryOut.problem !== null

  return (
    <div className="import-page">
      <PageHeader
        title={t.title}
        crumbs={[{ text: t.units, href: to('units/{-$unitId}', { unitId: null }) }]}
        facts={t.lead(unit.name)}
        acts={
          <>
            <LinkButton
              href={addressOf(importContract.exportWorkbook, { params, query: {} })}
              icon="download"
              download
            >
              {t.export}
            </LinkButton>
            <LinkButton
              href={addressOf(importContract.downloadTemplate, { params })}
              icon="download"
              download
            >
              {t.template}
            </LinkButton>
          </>
        }
      />
      {done !== undefined ? (
        <Notice
          kind="success"
          title={t.done.title(done.founded + done.changed, done.invited)}
          announce
          acts={
            <>
              {done.invited > 0 && may('person.change') && (
                <LinkButton href={to('people/{-$personId}', { personId: null })}>{t.done.people}</LinkButton>
              )}
              <LinkButton href={to('units/{-$unitId}', { unitId: null })}>{t.done.tree}</LinkButton>
              <Button onPress={startAgain}>{t.done.again}</Button>
            </>
          }
        >
          {done.invited > 0 && t.done.text}
        </Notice>
      ) : (
        <>
          <div className="import-start">
            {reply === undefined && (
              <ol className="import-steps">
                {t.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
            <Field label={t.on} hint={t.onHint}>
              <DayChoice
                value={on}
                today={today}
                onChange={(day) => {
                  setOn(day)
                  if (chosen !== null) look(chosen, day)
                }}
              />
            </Field>
            <FileDrop
              label={t.file}
              hint={t.fileHint}
              accept={['.xlsx']}
              mostMegabytes={25}
              state={file}
              onFile={take}
              onRemove={startAgain}
              onRefused={startAgain}
            />
            {check.busy && <p role="status">{t.checking}…</p>}
          </div>
          {isStale && (
            <ErrorState
              error={carryOut.problem}
              {...(chosen === null ? {} : { onAgain: () => look(chosen, on) })}
            />
          )}
          {reply !== undefined && reply.faultCount > 0 && <ImportFaultsView reply={reply} />}
          {reply !== undefined && reply.digest !== null && (
            <ImportPreviewView
              reply={reply}
              acts={
                <div className="import-acts">
                  {reply.counts.founded + reply.counts.changed + reply.counts.invited > 0 && (
                    <Button
                      kind="primary"
                      busy={carryOut.busy}
                      disabled={isStale}
                      onPress={() => send(reply.digest)}
                    >
                      {t.send(reply.counts.founded + reply.counts.changed, reply.counts.invited)}
                    </Button>
                  )}
                  <Button onPress={startAgain}>{t.another}</Button>
                </div>
              }
            />
          )}
        </>
      )}
    </div>
  )
}
