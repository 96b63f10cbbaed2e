import type { PlanHead } from '#contract/plans.ts'
import { useTexts } from '#web/platform/language.tsx'
import { DocumentActsView } from './document-acts-view.tsx'
import { en } from './plan-documents.en.ts'
import { vi } from './plan-documents.vi.ts'

const texts = { vi, en }

/** In place of the source of a plan that was begun here: how it will be printed. */
export function WrittenPlanView({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  return (
    <section className="written-plan" aria-label={t.written.title}>
      <h2>{t.written.title}</h2>
      <p>{t.written.text}</p>
      <div className="page-acts">
        <DocumentActsView head={head} />
      </div>
    </section>
  )
}
