import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { useTitle } from '#web/platform/routing.tsx'
import { uiTexts } from './ui-texts.ts'
import './page.css'

export type Crumb = { text: string; href: string }

export type PageHeaderProps = {
  title: string
  /** Where it stands, from far to near, without the page itself. */
  crumbs?: readonly Crumb[]
  /** A line of facts under the title: state, number, date. */
  facts?: ReactNode
  /** The one main act at the right, quieter ones before it. */
  acts?: ReactNode
}

export function PageHeader({ title, crumbs = [], facts, acts }: PageHeaderProps) {
  const t = useTexts(uiTexts)
  useTitle(title)
  return (
    <header className="page-header">
      {crumbs.length > 0 && (
        <nav aria-label={t.breadcrumbs}>
          <ol className="crumbs">
            {crumbs.map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.text}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-header-line">
        <div className="page-header-words">
          <h1 tabIndex={-1}>{title}</h1>
          {facts !== undefined && <div className="page-facts">{facts}</div>}
        </div>
        {acts !== undefined && <div className="page-acts">{acts}</div>}
      </div>
    </header>
  )
}
