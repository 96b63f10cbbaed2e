// Accent-insensitive choice out of many. Only the first matches are put into the page: thousands of options froze it.
import { useMemo, useRef, useState } from 'react'
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { fold } from '#domain/basics/text.ts'
import { useTexts } from '#web/platform/language.tsx'
import { speakOurLanguage } from './aria-texts.ts'
import { useFieldInput } from './field.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './ui-texts.ts'
import './popup.css'

export type ComboChoice<T extends string> = {
  value: T
  text: string
  /** What tells two of one name apart: the code, the ward. */
  detail?: string
}

export type ComboBoxProps<T extends string> = {
  choices: readonly ComboChoice<T>[]
  value: T | null
  onChange: (value: T | null) => void
  /** For choices that the server finds: told what is typed; `choices` are then taken as they come. */
  onSearch?: (text: string) => void
  placeholder?: string
  disabled?: boolean
  'aria-label'?: string
}

const mostShown = 50

speakOurLanguage()

export function ComboBox<T extends string>({
  choices,
  value,
  onChange,
  onSearch,
  ...props
}: ComboBoxProps<T>) {
  const t = useTexts(uiTexts)
  const { id, ...field } = useFieldInput()
  const chosen = choices.find((choice) => choice.value === value)
  const [text, setText] = useState(chosen?.text ?? '')
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const shown = useMemo(
    () =>
      (onSearch === undefined && text !== chosen?.text ? matching(choices, text) : choices).slice(
        0,
        mostShown,
      ),
    [choices, text, chosen?.text, onSearch],
  )
  const type = (typed: string) => {
    setText(typed)
    onSearch?.(typed)
    if (typed === '') onChange(null)
  }
  const choose = (key: Key | null) => {
    const choice = choices.find((known) => known.value === key)
    if (choice === undefined) {
      // The list has closed on a text that is no choice. Closed by a scroll, the text stays; left, the former choice does.
      if (document.activeElement !== input.current) setText(chosen?.text ?? '')
      return
    }
    setText(choice.text)
    onChange(choice.value)
  }
  return (
    <AriaComboBox
      {...(id === undefined ? {} : { id, 'aria-labelledby': `${id}-label` })}
      {...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] })}
      className="input-box"
      items={shown}
      inputValue={text}
      onInputChange={type}
      value={value}
      onChange={choose}
      isDisabled={props.disabled ?? false}
      isInvalid={field['aria-invalid'] === true}
      allowsEmptyCollection
      menuTrigger="input"
      onOpenChange={setOpen}
    >
      <Input
        ref={input}
        className="input"
        placeholder={props.placeholder ?? ''}
        aria-describedby={field['aria-describedby']}
      />
      <AriaButton
        className="button"
        data-kind="quiet"
        data-size="small"
        data-alone
        aria-label={t.combo.showAll}
      >
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
      </AriaButton>
      <Popover className="floating" offset={4}>
        <ListBox<ComboChoice<T>> renderEmptyState={() => <p className="option-none">{t.combo.none}</p>}>
          {(choice) => (
            <ListBoxItem id={choice.value} className="option" textValue={choice.text}>
              <span className="option-words">
                {choice.text}
                {choice.detail !== undefined && <span className="option-detail">{choice.detail}</span>}
              </span>
              {choice.value === value && <Icon name="check" size={16} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

/** Every word typed occurs in the text or the detail, accents aside. */
function matching<T extends string>(
  choices: readonly ComboChoice<T>[],
  text: string,
): readonly ComboChoice<T>[] {
  const words = fold(text).split(' ')
  return choices.filter((choice) => {
    const known = fold(`${choice.text} ${choice.detail ?? ''}`)
    return words.every((word) => known.includes(word))
  })
}
