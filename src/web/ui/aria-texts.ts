// What react-aria says to screen readers. It has no Vietnamese of its own; the build leaves its 34 languages out and ours
// stand in their place (it throws where a part that is used is missing here).
import { readLanguage } from '#web/platform/language.tsx'
import { en } from './aria.en.ts'
import { vi } from './aria.vi.ts'

const texts = { vi, en }

/** Called by every file that uses react-aria, when it is loaded: react-aria reads it once, at its first use. */
export function speakOurLanguage(): void {
  if (typeof window === 'undefined') return
  const language = readLanguage()
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: language === 'vi' ? 'vi-VN' : 'en-US',
    [Symbol.for('react-aria.i18n.strings')]: texts[language],
  })
}
