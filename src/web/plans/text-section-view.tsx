import type { KeyboardEvent } from 'react'
import type { NumberedSection, TextSection } from '#domain/plans/plan-text.ts'
import { useTexts } from '#web/platform/language.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { en } from './plan-text.en.ts'
import { vi } from './plan-text.vi.ts'

const texts = { vi, en }
export type TextSectionViewProps = {
  numbered: NumberedSection
  /** How many items it prints behind its words; null where it prints none by its kind. */
  items: number | null
  onChange: (change: Partial<TextSection>) => void
  onMove: (step: -1 | 1) => void
  onAddBelow: () => void
  onRemove: () => void
  onLeave: () => void
}

/** One section of the words: its number as it will print, heading, paragraphs, and its place among the others. */
export function TextSectionView({ numbered, items, ...acts }: TextSectionViewProps) {
  const t = useTexts(texts)
  const { section, label, level, empty } = numbered
  const name = section.title.trim() === '' ? t.nameless : section.title.trim()
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    acts.onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside, heard in one place
    <li className="text-section" data-level={level} data-section={section.key} onKeyDown={press}>
      <div className="text-section-head">
        <span className="text-section-no" aria-hidden="true">
          {label === null ? '' : `${label}.`}
        </span>
        <TextInput
          aria-label={t.heading}
          placeholder={t.headingEmpty}
          value={section.title}
          maxLength={300}
          onChange={(title) => acts.onChange({ title })}
          onBlur={acts.onLeave}
        />
        <span className="text-section-acts">
          <IconButton icon="chevron-up" size="small" label={t.up(name)} onPress={() => acts.onMove(-1)} />
          <IconButton icon="chevron-down" size="small" label={t.down(name)} onPress={() => acts.onMove(1)} />
          <IconButton
            icon={section.level === 1 ? 'arrow-right' : 'arrow-left'}
            size="small"
            label={section.level === 1 ? t.deeper(name) : t.higher(name)}
            onPress={() => acts.onChange({ level: section.level === 1 ? 2 : 1 })}
          />
          <IconButton icon="plus" size="small" label={t.addBelow(name)} onPress={acts.onAddBelow} />
          {section.holds === null && (
            <IconButton icon="remove" size="small" label={t.remove(name)} onPress={acts.onRemove} />
          )}
        </span>
      </div>
      <TextArea
        aria-label={t.words(name)}
        value={section.text}
        maxLength={20_000}
        rows={1}
        grows
        onChange={(text) => acts.onChange({ text })}
        onBlur={acts.onLeave}
      />
      {section.holds !== null && items !== null && items > 0 && (
        <p className="text-section-note">
          <Icon name={section.holds === 'target' ? 'target' : 'task'} size={16} />{' '}
          {t.holds[section.holds](items)}
        </p>
      )}
      {empty && <p className="text-section-note muted">{t.empty}</p>}
    </li>
  )
}
