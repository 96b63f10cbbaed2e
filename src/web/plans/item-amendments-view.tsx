import { amendmentsContract } from '#contract/plan-amendments.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { AmendmentDiff } from './amendment-diff-view.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'
import type { ItemId } from './review-items.ts'

const texts = { vi, en }

/** What amendments did to one item, the latest first; nothing where there were none. */
export function ItemAmendments({ itemId }: { itemId: ItemId }) {
  const t = useTexts(texts)
  const to = useAddress()
  const list = useRead(amendmentsContract.listItemAmendments, { params: { itemId } })
  if (list.data === undefined || list.data.length === 0) return null
  return (
    <>
      <h3>{t.item.title}</h3>
      {list.data.map(({ amendment, entry }) => (
        <section key={amendment.amendmentId} className="amendment-item">
          <p>
            <a
              href={to('plans/$planId/amendments/$amendmentId', {
                planId: amendment.planId,
                amendmentId: amendment.amendmentId,
              })}
            >
              {t.list.no(amendment.no ?? 0)}
              {amendment.publishedOn !== null && `, ${formatDate(amendment.publishedOn)}`}
            </a>
            : {amendment.reason}
          </p>
          <AmendmentDiff entry={entry} />
        </section>
      ))}
    </>
  )
}
