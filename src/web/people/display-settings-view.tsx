import { useState } from 'react'
import { changeAppearance, useAppearance } from '#web/platform/appearance.ts'
import { changeKeysOn, readKeysOn } from '#web/platform/keyboard.tsx'
import { changeLanguage, useLanguage, useTexts } from '#web/platform/language.tsx'
import { Checkbox, Segments } from '#web/ui/choice-list.tsx'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'

const texts = { vi, en }

/** What this browser remembers by itself: language, light or dark, keys. */
export function DisplaySettings() {
  const t = useTexts(texts).display
  const language = useLanguage()
  const appearance = useAppearance()
  const [keysOn, setKeysOn] = useState(readKeysOn)
  return (
    <section className="settings-part" aria-labelledby="display-settings">
      <h2 id="display-settings">{t.title}</h2>
      <div className="display-line">
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
      <div className="display-line">
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
      <div className="display-line">
        <span>{t.keys}</span>
        <div>
          <Checkbox
            checked={keysOn}
            onChange={(on) => {
              setKeysOn(on)
              changeKeysOn(on)
            }}
          >
            {t.keysOn}
          </Checkbox>
          <p className="field-hint">{t.keysHint}</p>
        </div>
      </div>
    </section>
  )
}
