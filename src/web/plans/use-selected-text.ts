import { type RefObject, useEffect, useState } from 'react'
import type { Addition } from './addition.ts'

// A word or two are looked up or copied; nobody adds a task of three letters.
const leastLength = 8

/** What is selected inside of a shown document, as one text, with the place where it begins; null without a selection. */
export function useSelectedText(pane: RefObject<HTMLElement | null>): Addition | null {
  const [selected, setSelected] = useState<Addition | null>(null)
  useEffect(() => {
    const look = () => setSelected(selectedIn(pane.current))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [pane])
  return selected
}

function selectedIn(pane: HTMLElement | null): Addition | null {
  const selection = document.getSelection()
  if (pane === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const page = pane.querySelector('.document-page')
  if (page === null || !page.contains(range.commonAncestorContainer)) return null
  const text = selection.toString().replaceAll(/\s+/g, ' ').trim()
  if (text.length < leastLength) return null
  const { startContainer } = range
  const start = startContainer instanceof Element ? startContainer : startContainer.parentElement
  const written = start?.closest('[data-at]')?.getAttribute('data-at') ?? null
  // Written by this screen from the place of the block.
  const at = written === null ? null : (JSON.parse(written) as Addition['at'])
  return { text, at }
}
