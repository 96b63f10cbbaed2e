// Keys of the whole page: single ones ('/', '?') and two in a row ('g k'). Silent while something is being typed.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'

export type Key = {
  /** '/', '?', 'g k'. */
  keys: string
  /** What it does, for the list of keys. */
  text: string
  act: () => void
}

// Speech input presses single letters by accident: whoever needs to can turn them off (WCAG 2.2, 2.1.4).
const offKey = 'namhoc.keys_off'

export function readKeysOn(): boolean {
  try {
    return window.localStorage.getItem(offKey) === null
  } catch {
    return true
  }
}

export function changeKeysOn(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(offKey)
    else window.localStorage.setItem(offKey, '1')
  } catch {
    // A browser that keeps nothing leaves the keys on.
  }
}

type Keyboard = { add: (keys: readonly Key[]) => () => void; list: () => readonly Key[] }

const KeyboardContext = createContext<Keyboard | null>(null)

// Longer than a slow second key, shorter than a thought.
const secondKeyMs = 1500

export function KeyboardProvider({ children }: { children: ReactNode }) {
  const sets = useRef(new Set<readonly Key[]>())
  const [keyboard] = useState<Keyboard>(() => ({
    add: (keys) => {
      sets.current.add(keys)
      return () => void sets.current.delete(keys)
    },
    list: () => [...sets.current].flat(),
  }))
  useEffect(() => {
    let first: { key: string; at: number } | null = null
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event) || !readKeysOn()) return
      const before = first !== null && event.timeStamp - first.at < secondKeyMs ? `${first.key} ` : ''
      const pressed = before + keyOf(event)
      const found = keyboard
        .list()
        .filter((key) => key.keys === pressed)
        .at(-1)
      const isFirst = keyboard.list().some((key) => key.keys.startsWith(`${pressed} `))
      first = isFirst ? { key: pressed, at: event.timeStamp } : null
      if (found === undefined) return
      event.preventDefault()
      found.act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keyboard])
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>
}

// A Vietnamese typing program may put an accented letter where the key says a plain one: then the key's own place counts.
function keyOf(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  return /^[\x21-\x7e]$/.test(event.key) ? event.key.toLowerCase() : (letter?.toLowerCase() ?? event.key)
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof HTMLElement ? event.target : null
  return (
    target !== null &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  )
}

/** Keys that hold while the component is shown. */
export function useKeys(keys: readonly Key[]): void {
  const keyboard = useContext(KeyboardContext)
  useEffect(() => keyboard?.add(keys), [keyboard, keys])
}

/** Every key that holds now, for the list under '?'. */
export function useKeyList(): () => readonly Key[] {
  const keyboard = useContext(KeyboardContext)
  return () => keyboard?.list() ?? []
}
