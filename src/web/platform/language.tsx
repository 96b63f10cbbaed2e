// The language of the screens. It is chosen once for the whole page: changing it loads the page anew, so that the server's
// texts, the document's language and react-aria's words all change together.
import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '#contract/error-texts.ts'

/** Texts of one part: Vietnamese is the source of the keys, English has the same shape. */
export type Catalogue<T> = { vi: T; en: T }

const cookieName = 'namhoc_language'

/** Vietnamese unless this browser was told otherwise. */
export function readLanguage(cookies = typeof document === 'undefined' ? '' : document.cookie): Language {
  return /(?:^|;\s*)namhoc_language=en(?:;|$)/.test(cookies) ? 'en' : 'vi'
}

export function changeLanguage(language: Language): void {
  document.cookie = `${cookieName}=${language}; path=/; max-age=${365 * 24 * 3600}; samesite=lax`
  window.location.reload()
}

const LanguageContext = createContext<Language>('vi')

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

export function useTexts<T>(catalogue: Catalogue<T>): T {
  return catalogue[useContext(LanguageContext)]
}
