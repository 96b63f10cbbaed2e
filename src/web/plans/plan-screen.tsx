import { plansContract } from '#contract/plans.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { DocumentActsView } from './document-acts-view.tsx'
import { PlanContents } from './plan-contents-view.tsx'
import { PlanMoves, PlanStory } from './plan-moves-view.tsx'
import { en as enMoves } from './plan-moves.en.ts'
import { vi as viMoves } from './plan-moves.vi.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import './plans.css'

const texts = { vi, en }
const moveTexts = { vi: viMoves, en: enMoves }

/** A plan as it was issued, or as it was handed in for approval: its head, and all that it says. */
export function PlanScreen({ planId }: { planId: PlanId }) {
  const t = useTexts(texts)
  const moves = useTexts(moveTexts)
  const to = useAddress()
  const may = useMay()
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  return (
    <Loaded reading={plan} loading={<LoadingState shape="page" rows={10} />}>
      {(found) => {
        const { head } = found
        const facts = [
          { key: 'issuer', label: t.plan.facts.issuer, value: head.issuerName },
          { key: 'number', label: t.plan.facts.number, value: head.number },
          {
            key: 'signedOn',
            label: t.plan.facts.signedOn,
            value: head.signedOn === null ? null : formatDate(head.signedOn),
          },
          {
            key: 'published',
            label: t.plan.facts.published,
            value:
              head.publishedAt === null
                ? null
                : t.plan.published(formatInstant(head.publishedAt), head.publishedByName ?? ''),
          },
          {
            key: 'file',
            label: t.plan.facts.file,
            value: head.fileName !== null && (
              <a href={addressOf(plansContract.downloadPlanFile, { params: { planId } })} download>
                {head.fileName}
              </a>
            ),
          },
        ].filter((fact) => fact.value !== null && fact.value !== false)
        return (
          <div className="plan-page">
            <PageHeader
              title={head.title}
              crumbs={[{ text: t.review.crumb, href: to('plans') }]}
              acts={
                <>
                  <DocumentActsView head={head} />
                  {head.state === 'published' && (
                    <LinkButton href={to('plans/$planId/amendments', { planId })}>
                      {t.plan.toAmendments}
                    </LinkButton>
                  )}
                  {head.state === 'published' &&
                    head.targets > 0 &&
                    may('target.read_shares', head.issuerPath) && (
                      <LinkButton href={to('plans/$planId/targets', { planId })}>
                        {t.plan.toTargets}
                      </LinkButton>
                    )}
                  {head.issuerPath.includes('.') && may('assignment.read', head.issuerPath) && (
                    <LinkButton href={to('plans/$planId/given', { planId })}>{moves.given}</LinkButton>
                  )}
                  <PlanMoves head={head} />
                  {head.state === 'draft' && may('plan.draft', head.issuerPath) && (
                    <LinkButton kind="primary" href={to('plans/$planId/review', { planId })}>
                      {moves.goOn}
                    </LinkButton>
                  )}
                  {head.state === 'published' && (
                    <LinkButton kind="primary" href={to('tasks/{-$taskId}', { taskId: null })}>
                      {t.plan.toTasks}
                    </LinkButton>
                  )}
                </>
              }
            />
            <KeyValues items={facts} dense />
            {head.state === 'submitted' && <Notice title={moves.waiting} />}
            <PlanContents plan={found} />
            <PlanStory head={head} />
          </div>
        )
      }}
    </Loaded>
  )
}
