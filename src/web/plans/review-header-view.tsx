import { planDocumentsContract } from '#contract/plan-documents.ts'
import type { PlanHead } from '#contract/plans.ts'
import { addressOf } from '#web/platform/client.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { en as enDocuments } from './plan-documents.en.ts'
import { vi as viDocuments } from './plan-documents.vi.ts'
import { PlanMoves } from './plan-moves-view.tsx'
import { en as enMoves } from './plan-moves.en.ts'
import { vi as viMoves } from './plan-moves.vi.ts'
import { keptOf, type ReviewItem } from './review-items.ts'
import { useReviewTexts } from './use-review-texts.ts'
import type { ReviewActs } from './use-review.ts'

const moveTexts = { vi: viMoves, en: enMoves }
const documentTexts = { vi: viDocuments, en: enDocuments }

export type ReviewHeaderProps = {
  head: PlanHead
  items: readonly ReviewItem[]
  unmatched: number
  acts: ReviewActs
  onPublish: () => void
  onDiscard: () => void
}

/** How far the review is, and what can be done with the whole of it. */
export function ReviewHeader({ head, items, unmatched, acts, onPublish, onDiscard }: ReviewHeaderProps) {
  const t = useReviewTexts(head.documentId === null)
  const words = useTexts(documentTexts)
  const moves = useTexts(moveTexts)
  const params = { planId: head.planId }
  const to = useAddress()
  const may = useMay()
  const kept = keptOf(items)
  const left = kept.filter((item) => item.review === 'unreviewed' && !acts.isAccepted(item))
  const done = kept.length - left.length
  // Only what was read surely and without any fault goes in one press; the rest is looked at.
  const sure = left.filter((item) => !item.needs)
  const faulty = kept.filter((item) => item.needs).length
  return (
    <PageHeader
      title={head.title}
      crumbs={[{ text: t.crumb, href: to('plans') }]}
      facts={
        <div className="review-facts">
          <ProgressBar
            label={t.progress(done, kept.length)}
            share={kept.length === 0 ? 0 : done / kept.length}
            words={t.progress(done, kept.length)}
          />
          <span>{t.unmatched(unmatched)}</span>
          <span>{t.faults(faulty)}</span>
        </div>
      }
      acts={
        <>
          <Menu
            label={t.discard}
            icon="more"
            alone
            acts={[
              {
                key: 'docx',
                text: words.docx,
                icon: 'download',
                href: addressOf(planDocumentsContract.exportPlanDocx, { params }),
              },
              {
                key: 'pdf',
                text: words.pdf,
                icon: 'download',
                href: addressOf(planDocumentsContract.exportPlanPdf, { params }),
              },
              { key: 'discard', text: t.discard, icon: 'remove', danger: true, onPress: onDiscard },
            ]}
          />
          {sure.length > 0 && (
            <Button icon="check" onPress={() => acts.accept(sure)}>
              {t.acceptSure(sure.length)}
            </Button>
          )}
          {head.issuerPath.includes('.') && (
            <LinkButton href={to('plans/$planId/given', { planId: head.planId })}>{moves.given}</LinkButton>
          )}
          <PlanMoves head={head} />
          {may('plan.publish', head.issuerPath) && (
            <Button kind="primary" onPress={onPublish}>
              {t.publish}
            </Button>
          )}
        </>
      }
    />
  )
}
