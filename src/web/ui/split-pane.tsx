import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './ui-texts.ts'
import './page.css'

export type SplitPaneProps = {
  list: ReactNode
  /** null: nothing is open, the list has the whole width. */
  detail: ReactNode | null
  /** The address of the list alone. */
  closeHref: string
  detailLabel: string
  /** narrow: a tree beside a page. */
  listWidth?: 'narrow' | 'even'
}

/** List and detail side by side on a wide screen; on a narrow one the detail is a page with its way back. */
export function SplitPane({ list, detail, closeHref, detailLabel, listWidth = 'even' }: SplitPaneProps) {
  const t = useTexts(uiTexts)
  return (
    <div className="split-pane" data-beside data-open={detail !== null || undefined} data-list={listWidth}>
      <div className="split-list">{list}</div>
      {detail !== null && (
        <section className="split-detail" aria-label={detailLabel}>
          <div className="split-back">
            {/* On a phone the list with its heading is hidden; the page still has one. */}
            <h1 className="unseen">{detailLabel}</h1>
            <LinkButton href={closeHref} kind="quiet" size="small" icon="arrow-left">
              {t.detail.back}
            </LinkButton>
          </div>
          <div className="split-detail-bar">
            <a
              className="button"
              data-kind="quiet"
              data-size="small"
              data-alone
              href={closeHref}
              aria-label={t.detail.close}
              title={t.detail.close}
            >
              <Icon name="close" size={16} />
            </a>
          </div>
          {detail}
        </section>
      )}
    </div>
  )
}
