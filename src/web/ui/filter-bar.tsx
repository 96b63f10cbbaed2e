import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from './button.tsx'
import { CheckboxList, RadioList } from './choice-list.tsx'
import { Icon } from './icon.tsx'
import { Popup } from './popup.tsx'
import { SearchInput } from './text-input.tsx'
import { uiTexts } from './ui-texts.ts'
import './page.css'

export type FilterBarProps = {
  /** A free search in the list. */
  search?: { value: string; onChange: (text: string) => void; placeholder?: string }
  /** FilterChoice and FilterChoices. */
  children?: ReactNode
  /** How many are shown: '41 nhiệm vụ'. */
  count?: string
  /** A Select for the order, a switch of views. */
  end?: ReactNode
  /** Given while any filter is set. */
  onClear?: (() => void) | undefined
}

export function FilterBar({ search, children, count, end, onClear }: FilterBarProps) {
  const t = useTexts(uiTexts)
  return (
    <div className="filter-bar" role="group" aria-label={t.filter.filters}>
      {search !== undefined && (
        <SearchInput
          value={search.value}
          onChange={search.onChange}
          placeholder={search.placeholder ?? t.filter.search}
          aria-label={search.placeholder ?? t.filter.search}
        />
      )}
      {children}
      {onClear !== undefined && (
        <Button kind="quiet" size="small" onPress={onClear}>
          {t.filter.clearAll}
        </Button>
      )}
      <div className="filter-end">
        {count !== undefined && <span role="status">{count}</span>}
        {end}
      </div>
    </div>
  )
}

type Option<T extends string> = { value: T; text: string; hint?: string }

export type FilterChoiceProps<T extends string> = {
  label: string
  options: readonly Option<T>[]
  /** null: all. */
  value: T | null
  onChange: (value: T | null) => void
}

/** One of several, as a chip: 'Cấp học: Tiểu học'. */
export function FilterChoice<T extends string>({ label, options, value, onChange }: FilterChoiceProps<T>) {
  const chosen = options.filter((option) => option.value === value)
  return (
    <Chip label={label} chosen={chosen} onClear={() => onChange(null)}>
      <RadioList legend={label} legendUnseen choices={options} value={value} onChange={onChange} />
    </Chip>
  )
}

export type FilterChoicesProps<T extends string> = {
  label: string
  options: readonly Option<T>[]
  /** None chosen means all. */
  value: readonly T[]
  onChange: (value: readonly T[]) => void
}

/** Any of several, as a chip: 'Trạng thái: Trễ hạn, Cần xem'. */
export function FilterChoices<T extends string>({ label, options, value, onChange }: FilterChoicesProps<T>) {
  const chosen = options.filter((option) => value.includes(option.value))
  return (
    <Chip label={label} chosen={chosen} onClear={() => onChange([])}>
      <CheckboxList legend={label} legendUnseen choices={options} value={value} onChange={onChange} />
    </Chip>
  )
}

type ChipProps = {
  label: string
  chosen: readonly { text: string }[]
  onClear: () => void
  children: ReactNode
}

function Chip({ label, chosen, onClear, children }: ChipProps) {
  const t = useTexts(uiTexts)
  const words = chosen.length === 0 ? label : `${label}: ${chosen.map((option) => option.text).join(', ')}`
  return (
    <span className="chip-box">
      <Popup
        buttonClass={chosen.length === 0 ? 'chip' : 'chip chip-active'}
        button={
          <>
            <span className="chip-words">{words}</span>
            <Icon name="chevron-down" size={16} />
          </>
        }
      >
        {(close) => (
          <>
            {children}
            {chosen.length > 0 && (
              <div className="chip-panel-foot">
                <Button
                  kind="quiet"
                  size="small"
                  onPress={() => {
                    onClear()
                    close()
                  }}
                >
                  {t.filter.clearOne(label)}
                </Button>
              </div>
            )}
          </>
        )}
      </Popup>
    </span>
  )
}
