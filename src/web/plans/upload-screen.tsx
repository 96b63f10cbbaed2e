import { useState } from 'react'
import { plansContract } from '#contract/plans.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { tellingProgress } from '#web/platform/upload.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { FileDrop, type FileState } from '#web/ui/file-drop.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import './plans.css'

const texts = { vi, en }
const kinds = ['.docx', '.pdf', '.xlsx', '.txt', '.md', '.html', '.htm', '.doc', '.odt', '.rtf']

/** Drop the signed plan here; the review follows. */
export function UploadPlanScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const go = useGo()
  const [file, setFile] = useState<FileState>({ kind: 'empty' })
  const [pasted, setPasted] = useState('')
  const upload = useWrite(plansContract.uploadPlan, {
    refresh: [plansContract.listPlans],
    onDone: ({ planId }) => go(to('plans/$planId/review', { planId })),
  })

  const send = (bytes: Blob, name: string) => {
    setFile({ kind: 'sending', name, share: 0 })
    // The last bit of the way is the reading itself, of which nobody knows how long it takes.
    const sender = tellingProgress((share) =>
      setFile({ kind: 'sending', name, share: share < 1 ? share : null }),
    )
    upload
      .sendAndWait({
        params: { unitId: unit.unitId },
        query: { fileName: name, schoolYear: year },
        bytes,
        sender,
      })
      .catch((error: unknown) =>
        setFile({
          kind: 'refused',
          name,
          message: error instanceof ApiProblem ? `${error.title}. ${error.detail}` : String(error),
        }),
      )
  }

  return (
    <>
      <PageHeader
        title={t.upload.title}
        crumbs={[{ text: t.review.crumb, href: to('plans') }]}
        facts={t.upload.lead}
      />
      <div className="plan-upload">
        <FileDrop
          label={t.upload.file}
          hint={t.upload.hint}
          accept={kinds}
          mostMegabytes={25}
          state={file}
          onFile={(chosen) => send(chosen, chosen.name)}
        />
        {upload.busy && <p role="status">{t.upload.reading}</p>}
        <Field label={t.upload.paste} hint={t.upload.pasteHint} optional>
          <TextArea value={pasted} onChange={setPasted} rows={8} />
        </Field>
        <div>
          <Button
            disabled={pasted.trim() === ''}
            busy={upload.busy}
            onPress={() => send(new Blob([pasted], { type: 'text/plain' }), 'van-ban-da-dan.txt')}
          >
            {t.upload.readPaste}
          </Button>
        </div>
      </div>
    </>
  )
}
