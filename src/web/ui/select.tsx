import { useFieldInput } from './field.tsx'
import { Icon } from './icon.tsx'

export type Choice<T extends string> = { value: T; text: string; hint?: string; disabled?: boolean }

export type SelectProps<T extends string> = {
  choices: readonly Choice<T>[]
  /** null: nothing chosen yet; `placeholder` stands there. */
  value: T | null
  onChange: (value: T) => void
  placeholder?: string
  disabled?: boolean
  'aria-label'?: string
}

export function Select<T extends string>({
  choices,
  value,
  onChange,
  placeholder = '',
  ...rest
}: SelectProps<T>) {
  const field = useFieldInput()
  const choose = (text: string) => {
    const choice = choices.find((known) => known.value === text)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <span className="select">
      <select
        {...field}
        {...rest}
        className="input"
        value={value ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {value === null && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.text}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={16} />
    </span>
  )
}
