import { useState } from 'react'
import { changeKeysOn, readKeysOn } from '#web/platform/keyboard.tsx'
import { useTexts } from '#web/platform/language.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { DisplayChoices } from '#web/ui/display-choices.tsx'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'

const texts = { vi, en }

/** What this browser remembers by itself: language, light or dark, keys. */
export function DisplaySettings() {
  const t = useTexts(texts).display
  const [keysOn, setKeysOn] = useState(readKeysOn)
  return (
    <section className="settings-part" aria-labelledby="display-settings">
      <h2 id="display-settings">{t.title}</h2>
      <DisplayChoices line="display-line" />
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
