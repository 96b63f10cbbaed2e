import { useState } from 'react'
import { planDocumentsContract } from '#contract/plan-documents.ts'
import type { PlanHead } from '#contract/plans.ts'
import { addressOf } from '#web/platform/client.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { en } from './plan-documents.en.ts'
import { vi } from './plan-documents.vi.ts'

const texts = { vi, en }

/** The plan as its official document; on a published one also its number and date. */
export function DocumentActsView({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  const may = useMay()
  const [asked, setAsked] = useState(false)
  const params = { planId: head.planId }
  return (
    <>
      <LinkButton icon="download" href={addressOf(planDocumentsContract.exportPlanDocx, { params })} download>
        {t.docx}
      </LinkButton>
      <LinkButton icon="download" href={addressOf(planDocumentsContract.exportPlanPdf, { params })} download>
        {t.pdf}
      </LinkButton>
      {head.state === 'published' && may('plan.publish', head.issuerPath) && (
        <Button onPress={() => setAsked(true)}>{t.record}</Button>
      )}
      {asked && <IssueDialog head={head} onClose={() => setAsked(false)} />}
    </>
  )
}
