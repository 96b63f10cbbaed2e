import type { YearItem } from '#contract/work-views.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { standingOfShares } from '#domain/following/year-layout.ts'
import { useTexts } from '#web/platform/language.tsx'
import type { IconName } from '#web/ui/icon-paths.ts'
import { Icon } from '#web/ui/icon.tsx'
import { en as followingEn } from './following.en.ts'
import { vi as followingVi } from './following.vi.ts'
import { en } from './views.en.ts'
import { vi } from './views.vi.ts'

const texts = { vi, en }
const followingTexts = { vi: followingVi, en: followingEn }
const icons: Record<ReturnType<typeof standingOfShares>, IconName> = {
  late: 'late',
  due_soon: 'attention',
  open: 'running',
  later: 'none',
  done: 'done',
}

export function titleOf(item: YearItem): string {
  return item.no === null ? item.title : `${item.no}. ${item.title}`
}

/** '3/73 đơn vị xong, 5 trễ'; of a share alone its per cent. */
export function useCountWords(): (item: YearItem) => string {
  const t = useTexts(texts)
  return (item) =>
    item.units === 1
      ? t.percent(item.percent)
      : [t.counts(item.done, item.units), item.late === 0 ? null : t.late(item.late)]
          .filter((part) => part !== null)
          .join(', ')
}

/** 'hạn 30/9/2024'; what has none is asked about each term. */
export function useDueWords(): (item: YearItem) => string {
  const t = useTexts(texts)
  const following = useTexts(followingTexts)
  return (item) =>
    item.dueOn !== null
      ? t.due(formatDate(item.dueOn))
      : item.term === null
        ? following.noDue
        : following.regularly[item.term]
}

/** State by icon and word; the word is read out only where the column says it already. */
export function StandingMark({ item }: { item: YearItem }) {
  const t = useTexts(followingTexts)
  const standing = standingOfShares(item)
  return (
    <span className="year-mark" data-standing={standing} title={t.standings[standing]}>
      <Icon name={icons[standing]} size={16} />
      <span className="unseen">{t.standings[standing]}</span>
    </span>
  )
}
