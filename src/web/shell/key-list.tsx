import { useState } from 'react'
import { changeKeysOn, readKeysOn, useKeyList } from '#web/platform/keyboard.tsx'
import { useTexts } from '#web/platform/language.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { shellTexts } from './shell-texts.ts'

export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useTexts(shellTexts).keys
  const list = useKeyList()
  const [on, setOn] = useState(readKeysOn)
  return (
    <Dialog title={t.title} open onClose={onClose}>
      <dl className="key-list">
        {list().map((key) => (
          <div key={key.keys} className="key-list-line">
            <dt>
              {key.keys.split(' ').map((one, index) => (
                <span key={one}>
                  {index > 0 && ` ${t.between} `}
                  <kbd>{one}</kbd>
                </span>
              ))}
            </dt>
            <dd>{key.text}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        checked={on}
        onChange={(checked) => {
          setOn(checked)
          changeKeysOn(checked)
        }}
      >
        {t.on}
      </Checkbox>
      <p className="field-hint">{t.onHint}</p>
    </Dialog>
  )
}
