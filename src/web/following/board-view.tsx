import { useState } from 'react'
import type { YearItem } from '#contract/work-views.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { standingOfShares } from '#domain/following/year-layout.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { en as followingEn } from './following.en.ts'
import { vi as followingVi } from './following.vi.ts'
import { en } from './views.en.ts'
import { vi } from './views.vi.ts'
import { StandingMark, titleOf, useCountWords, useDueWords } from './year-item-view.tsx'

const texts = { vi, en }
const followingTexts = { vi: followingVi, en: followingEn }
const standings = ['late', 'due_soon', 'open', 'later', 'done'] as const
const firstShown = 30

type BoardProps = {
  items: readonly YearItem[]
  hrefOf: (item: YearItem) => string
  openTask: string | null
}

/** A column for each status; a task shared by many units stands where its most pressing share does. */
export function BoardView({ items, hrefOf, openTask }: BoardProps) {
  const t = useTexts(followingTexts)
  return (
    <div className="board">
      {standings.map((standing) => (
        <BoardColumn
          key={standing}
          title={t.standings[standing]}
          items={items.filter((item) => standingOfShares(item) === standing)}
          hrefOf={hrefOf}
          openTask={openTask}
        />
      ))}
    </div>
  )
}

function BoardColumn({ title, items, hrefOf, openTask }: BoardProps & { title: string }) {
  const t = useTexts(texts)
  const countWords = useCountWords()
  const dueWords = useDueWords()
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, firstShown)
  return (
    <section className="board-column">
      <h2>
        {title} <span className="board-count">{formatNumber(items.length)}</span>
      </h2>
      {items.length === 0 && <p className="muted">{t.noneHere}</p>}
      <ul>
        {shown.map((item) => (
          <li key={`${item.taskId}-${item.windowNo}`}>
            <a
              href={hrefOf(item)}
              className="board-card"
              aria-current={item.taskId === openTask ? 'true' : undefined}
            >
              <span className="board-title">{titleOf(item)}</span>
              <span className="board-facts">
                <StandingMark item={item} />
                <span>{[item.lead, dueWords(item), countWords(item)].filter(Boolean).join(' · ')}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button kind="quiet" size="small" onPress={() => setAll(true)}>
          {t.more(items.length - shown.length)}
        </Button>
      )}
    </section>
  )
}
