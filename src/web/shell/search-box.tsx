import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useKeys } from '#web/platform/keyboard.tsx'
import { useTexts } from '#web/platform/language.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Highlight } from '#web/ui/highlight.tsx'
import { Icon } from '#web/ui/icon.tsx'
import type { IconName } from '#web/ui/icon-paths.ts'
import { shellTexts } from './shell-texts.ts'

export type Hit = {
  kind: 'unit' | 'plan' | 'task' | 'person'
  id: string
  code: string
  title: string
  detail: string | null
}

export type SearchBoxProps = {
  search: (text: string) => Promise<readonly Hit[]>
  /** null: there is no page for it. */
  hrefOf: (hit: Hit) => string | null
}

type Found = { text: string; hits: readonly Hit[] } | { text: string; failed: true }

const kinds: readonly Hit['kind'][] = ['unit', 'plan', 'task', 'person']
const icons: Record<Hit['kind'], IconName> = { unit: 'unit', plan: 'plan', task: 'task', person: 'person' }
// Long enough to skip the letters of a quick typist, short enough to feel at once.
const pauseMs = 160

/** The search over everything: a combobox (WAI-ARIA) whose list is grouped by kind and leads to pages. */
export function SearchBox({ search, hrefOf }: SearchBoxProps) {
  const t = useTexts(shellTexts).search
  const go = useGo()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [shown, setShown] = useState(false)
  const [wide, setWide] = useState(false)
  const [active, setActive] = useState(0)
  const found = useFound(text, search)

  const start = useCallback(() => {
    setWide(true)
    // The field of a narrow screen is not there before the next picture.
    requestAnimationFrame(() => input.current?.focus())
  }, [])
  useKeys(useMemo(() => [{ keys: '/', text: t.label, act: start }], [t.label, start]))

  const options = useMemo(() => optionsOf(found, hrefOf), [found, hrefOf])
  const open = shown && text.trim() !== '' && found !== null
  const end = () => {
    setShown(false)
    setWide(false)
    setText('')
    input.current?.blur()
  }
  const take = (href: string) => {
    end()
    go(href)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') end()
    if (event.key === 'Enter' && open) {
      const option = options[active]
      if (option !== undefined) take(option.href)
    }
    if (step === 0 || options.length === 0) return
    event.preventDefault()
    setShown(true)
    setActive((active + step + options.length) % options.length)
  }
  return (
    <div className="search" data-wide={wide || undefined} role="search">
      <span className="search-open">
        <IconButton icon="search" label={t.open} onPress={start} />
      </span>
      <div
        className="search-field"
        onBlur={(event) => {
          if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
          setShown(false)
          setWide(false)
        }}
      >
        <Icon name="search" size={16} />
        <input
          ref={input}
          className="input"
          type="search"
          role="combobox"
          aria-label={t.label}
          aria-expanded={open}
          aria-controls={open ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={open && options.length > 0 ? `${id}-${active}` : undefined}
          placeholder={t.short}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={() => setShown(true)}
          onChange={(event) => {
            setText(event.target.value)
            setShown(true)
            setActive(0)
          }}
          onKeyDown={press}
        />
        <kbd className="search-key" aria-hidden>
          /
        </kbd>
        {open && (
          <div className="floating search-list" id={`${id}-list`} role="listbox" aria-label={t.label}>
            <SearchList id={id} found={found} options={options} active={active} onTake={take} />
          </div>
        )}
      </div>
    </div>
  )
}

function useFound(text: string, search: SearchBoxProps['search']): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === '') return
    // An answer that comes after the next letter is not looked at.
    let late = false
    const timer = setTimeout(() => {
      search(wanted).then(
        (hits) => {
          if (!late) setFound({ text: wanted, hits })
        },
        () => {
          if (!late) setFound({ text: wanted, failed: true })
        },
      )
    }, pauseMs)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [text, search])
  return text.trim() === '' ? null : found
}

type Option = { hit: Hit; href: string }

function optionsOf(found: Found | null, hrefOf: SearchBoxProps['hrefOf']): Option[] {
  if (found === null || 'failed' in found) return []
  return kinds.flatMap((kind) =>
    found.hits.flatMap((hit) => {
      const href = hit.kind === kind ? hrefOf(hit) : null
      return href === null ? [] : [{ hit, href }]
    }),
  )
}

type SearchListProps = {
  id: string
  found: Found
  options: readonly Option[]
  active: number
  onTake: (href: string) => void
}

function SearchList({ id, found, options, active, onTake }: SearchListProps) {
  const t = useTexts(shellTexts).search
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  if ('failed' in found) return <p className="option-none">{t.failed}</p>
  if (options.length === 0) return <p className="option-none">{t.none(found.text)}</p>
  return kinds.map((kind) => {
    const group = options.filter((option) => option.hit.kind === kind)
    return group.length === 0 ? null : (
      <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
        <div className="option-heading" id={`${id}-${kind}`}>
          {t.kinds[kind]}
        </div>
        {group.map(({ hit, href }) => {
          const index = options.findIndex((option) => option.hit === hit)
          return (
            <a
              key={hit.id}
              id={`${id}-${index}`}
              className="option"
              role="option"
              href={href}
              tabIndex={-1}
              aria-selected={index === active}
              data-active={index === active || undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                onTake(href)
              }}
            >
              <Icon name={icons[hit.kind]} />
              <span className="option-words">
                <Highlight text={hit.title} wanted={found.text} />
                {hit.detail !== null && <span className="option-detail">{hit.detail}</span>}
              </span>
            </a>
          )
        })}
      </div>
    )
  })
}
