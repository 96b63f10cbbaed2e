import { type Ref, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { IconButton } from './button.tsx'
import { useFieldInput } from './field.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './ui-texts.ts'

type Basics = {
  value: string
  onChange: (value: string) => void
  autoComplete?: string
  disabled?: boolean
  readOnly?: boolean
  maxLength?: number
  autoFocus?: boolean
  onBlur?: () => void
  /** Only outside of a Field. */
  'aria-label'?: string
}

export type TextInputProps = Basics & {
  type?: 'text' | 'email' | 'tel'
  placeholder?: string
  width?: 'short' | 'middle'
  /** User names and codes: no capitals, no spelling marks. */
  plain?: boolean
  ref?: Ref<HTMLInputElement>
}

export function TextInput({ type = 'text', width, plain = false, onChange, ...rest }: TextInputProps) {
  const field = useFieldInput()
  return (
    <input
      {...field}
      {...rest}
      className="input"
      type={type}
      data-width={width}
      {...(plain ? { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export type TextAreaProps = Basics & {
  rows?: number
  /** As high as what stands in it, from `rows` on. */
  grows?: boolean
}

export function TextArea({ rows = 4, grows = false, onChange, ...rest }: TextAreaProps) {
  const field = useFieldInput()
  const area = useRef<HTMLTextAreaElement>(null)
  const { value } = rest
  useLayoutEffect(() => {
    const box = area.current
    if (!grows || box === null) return
    // Its width decides where lines break, and what was hidden (a tab, a narrow screen) has none.
    const fit = () => {
      box.style.height = 'auto'
      if (box.scrollHeight > 0)
        box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
    }
    fit()
    let width = box.offsetWidth
    const watch = new ResizeObserver(() => {
      if (box.offsetWidth === width) return
      width = box.offsetWidth
      fit()
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [grows, value])
  return (
    <textarea
      ref={area}
      data-grows={grows || undefined}
      {...field}
      {...rest}
      className="input"
      rows={rows}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A password that can be looked at: hidden letters and a Vietnamese typing program make mistakes that nobody sees. */
export function PasswordInput({ onChange, ...rest }: Basics) {
  const t = useTexts(uiTexts)
  const field = useFieldInput()
  const [shown, setShown] = useState(false)
  return (
    <span className="input-box">
      <input
        {...field}
        {...rest}
        className="input"
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <IconButton
        icon="eye"
        size="small"
        label={shown ? t.hide : t.show}
        pressed={shown}
        onPress={() => setShown(!shown)}
      />
    </span>
  )
}

export type SearchInputProps = Basics & { placeholder?: string; ref?: Ref<HTMLInputElement> }

export function SearchInput({ onChange, value, ...rest }: SearchInputProps) {
  const t = useTexts(uiTexts)
  const field = useFieldInput()
  return (
    <span className="input-box">
      <Icon name="search" size={16} />
      <input
        {...field}
        {...rest}
        className="input"
        type="search"
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== '' && <IconButton icon="close" size="small" label={t.clear} onPress={() => onChange('')} />}
    </span>
  )
}
