import { changeAppearance, useAppearance } from '#web/platform/appearance.ts'
import { changeLanguage, useLanguage, useTexts } from '#web/platform/language.tsx'
import { Segments } from './choice-list.tsx'
import { uiTexts } from './ui-texts.ts'

/** What this browser shows itself in; `line` is the class of the two lines. */
export function DisplayChoices({ line }: { line: string }) {
  const t = useTexts(uiTexts).display
  const language = useLanguage()
  const appearance = useAppearance()
  return (
    <>
      <div className={line}>
        <span>{t.language}</span>
        <Segments
          label={t.language}
          choices={[
            { value: 'vi', text: 'Tiếng Việt' },
            { value: 'en', text: 'English' },
          ]}
          value={language}
          onChange={changeLanguage}
        />
      </div>
      <div className={line}>
        <span>{t.appearance}</span>
        <Segments
          label={t.appearance}
          choices={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            text: t.appearances[value],
          }))}
          value={appearance}
          onChange={changeAppearance}
        />
      </div>
    </>
  )
}
