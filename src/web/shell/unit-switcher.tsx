import { useLocation } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { useUnitSearch } from '#web/platform/frame-data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Highlight } from '#web/ui/highlight.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popup } from '#web/ui/popup.tsx'
import { SearchInput } from '#web/ui/text-input.tsx'
import { useStandingAddress } from './frame-context.tsx'
import { shellTexts } from './shell-texts.ts'

/** The unit on which the screens stand: one of the person's own, or any other within reach by its name. */
export function UnitSwitcher() {
  const t = useTexts(shellTexts)
  const { unit } = usePlace()
  return (
    <Popup
      buttonClass="bar-button unit-button"
      label={t.unit.label(unit.name)}
      button={
        <>
          <span className="bar-words">{unit.name}</span>
          <Icon name="chevron-down" size={16} />
        </>
      }
    >
      {(close) => <UnitChoice onDone={close} />}
    </Popup>
  )
}

type Line = { code: string; name: string; detail: string }

function UnitChoice({ onDone }: { onDone: () => void }) {
  const t = useTexts(shellTexts)
  const [text, setText] = useState('')
  const session = useSession()
  const found = useUnitSearch(text)
  const own = new Map(session.grants.map((grant) => [grant.scopeCode, grant.scopeName]))
  const isSearch = text.trim() !== ''
  const lines: Line[] = isSearch
    ? (found.data?.rows ?? []).map((row) => ({ code: row.code, name: row.officialName, detail: row.code }))
    : [...own].map(([code, name]) => ({ code, name, detail: code }))
  return (
    <div className="unit-choice" role="presentation" onKeyDown={stepThroughOptions}>
      <SearchInput value={text} onChange={setText} placeholder={t.unit.search} aria-label={t.unit.search} />
      <UnitList heading={isSearch ? t.unit.found : t.unit.own} lines={lines} wanted={text} onDone={onDone} />
      {isSearch && found.data?.rows.length === 0 && <p className="option-none">{t.unit.none}</p>}
    </div>
  )
}

type UnitListProps = { heading: string; lines: readonly Line[]; wanted: string; onDone: () => void }

function UnitList({ heading, lines, wanted, onDone }: UnitListProps) {
  const id = useId()
  const { unit, year } = usePlace()
  const pathname = useLocation({ select: (location) => location.pathname })
  const standingAt = useStandingAddress()
  if (lines.length === 0) return null
  return (
    <>
      <p className="option-heading" id={id}>
        {heading}
      </p>
      <ul aria-labelledby={id}>
        {lines.map((line) => (
          <li key={line.code}>
            <a
              className="option"
              href={standingAt(pathname, line.code, year)}
              aria-current={line.code === unit.code ? 'true' : undefined}
              onClick={onDone}
            >
              <span className="option-words">
                <Highlight text={line.name} wanted={wanted} />
                <span className="option-detail">{line.detail}</span>
              </span>
              {line.code === unit.code && <Icon name="check" size={16} />}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Arrow keys from the field through the lines and back. */
function stepThroughOptions(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a.option')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
}
