// Light or dark: by the machine's own setting until the person says otherwise, on this machine only.
import { useSyncExternalStore } from 'react'

export type Appearance = 'light' | 'dark' | 'system'

const key = 'namhoc.appearance'
const changed = 'namhoc:appearance'

export function readAppearance(): Appearance {
  const kept = keptValue()
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

// A browser that keeps nothing (private windows, blocked storage) throws at the touch.
function keptValue(): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

export function changeAppearance(appearance: Appearance): void {
  try {
    if (appearance === 'system') window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, appearance)
  } catch {
    // Then it holds for this page only.
  }
  applyAppearance(appearance)
  window.dispatchEvent(new Event(changed))
}

function applyAppearance(appearance: Appearance): void {
  const dark = appearance === 'dark' || (appearance === 'system' && prefersDark().matches)
  document.documentElement.dataset['appearance'] = dark ? 'dark' : 'light'
}

function prefersDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}

/** Called once, before the first picture. */
export function startAppearance(): void {
  applyAppearance(readAppearance())
  prefersDark().addEventListener('change', () => applyAppearance(readAppearance()))
}

function listen(tell: () => void): () => void {
  window.addEventListener(changed, tell)
  return () => window.removeEventListener(changed, tell)
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(listen, readAppearance)
}
