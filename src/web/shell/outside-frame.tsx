import type { ReactNode } from 'react'
import { changeLanguage, useLanguage, useTexts } from '#web/platform/language.tsx'
import { Mark } from './mark.tsx'
import { shellTexts } from './shell-texts.ts'
import './outside-frame.css'

export type OutsideFrameProps = {
  title: string
  /** One sentence under the title. */
  lead?: string
  children: ReactNode
  /** Quiet lines under the card: demo accounts, help. */
  below?: ReactNode
}

/** Pages before sign-in: sign-in, first run, one-time link. One column, one thing to do. */
export function OutsideFrame({ title, lead, children, below }: OutsideFrameProps) {
  const t = useTexts(shellTexts)
  const language = useLanguage()
  return (
    <div className="outside">
      <header className="outside-head">
        <span className="outside-name">
          <Mark size={28} /> {t.product}
        </span>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          data-size="small"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => changeLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </button>
      </header>
      <main className="outside-main">
        <h1>{title}</h1>
        {lead !== undefined && <p className="outside-lead">{lead}</p>}
        <div className="outside-body">{children}</div>
      </main>
      {below !== undefined && <div className="outside-below">{below}</div>}
    </div>
  )
}
