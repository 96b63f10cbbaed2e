// Thin words over the router, so that screens and views need only addresses: plain <a href> everywhere, `useGo` after an
// act, `useFilter` for what is open on the screen.
import { type AnyRouter, useBlocker, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import {
  parseSearch,
  type SearchField,
  type SearchOf,
  type SearchShape,
  type SearchValues,
  writeSearch,
} from './search-params.ts'

type GoOptions = { replace?: boolean; keepScroll?: boolean }

function goTo(router: AnyRouter, href: string, options: GoOptions = {}): void {
  // A refused or superseded navigation is no error of the caller.
  void router.navigate({ href, replace: options.replace ?? false, resetScroll: options.keepScroll !== true })
}

/** Goes to an address made by `useAddress`. */
export function useGo(): (href: string, options?: GoOptions) => void {
  const router = useRouter()
  return useCallback((href, options) => goTo(router, href, options), [router])
}

/**
 * What is open on a screen (view, filter, sort) as values of the query string: written down by a push, so that Back undoes
 * it; `typed` replaces instead, for what changes with every key. Define the shape outside of the component.
 */
export function useFilter<S extends SearchShape>(
  shape: S,
): [SearchOf<S>, (change: Partial<SearchOf<S>>, how?: 'typed') => void] {
  const router = useRouter()
  const written = useRouterState({ select: (state) => state.location.searchStr })
  const values = useMemo(() => readAll(shape, parseSearch(written)), [shape, written])
  const change = useCallback(
    (partial: Partial<SearchOf<S>>, how?: 'typed') => {
      const { pathname, searchStr } = router.state.location
      const href = pathname + writeSearch({ ...parseSearch(searchStr), ...writeAll(shape, partial) })
      goTo(router, href, { replace: how === 'typed', keepScroll: true })
    },
    [router, shape],
  )
  return [values, change]
}

function readAll<S extends SearchShape>(shape: S, search: SearchValues): SearchOf<S> {
  const read = Object.entries(shape).map(([name, field]) => [name, field.read(search[name] ?? null)])
  // Each name with what its own field has read.
  return Object.fromEntries(read) as SearchOf<S>
}

function writeAll<S extends SearchShape>(
  shape: S,
  values: Partial<SearchOf<S>>,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      // Partial<SearchOf<S>> holds for each name what the field of that name reads and writes.
      const field: Pick<SearchField<never>, 'write'> | undefined = shape[name]
      return [name, field?.write(value as never) ?? null]
    }),
  )
}

/** Asks before the page is left while something typed is not kept. `question` says what would be lost. */
export function useLeaveGuard(unsaved: boolean, question: string): void {
  useBlocker({
    disabled: !unsaved,
    enableBeforeUnload: unsaved,
    // What is open on the page (a filter, a tab) changes its address without leaving it.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(question),
  })
}

/** The name of the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = tabTitle(title)
  }, [title])
}

/** The same for what is open beside a list, null until it is there; when it is closed, the tab is the list's again. */
export function useDetailTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return
    const listTitle = document.title
    document.title = tabTitle(title)
    return () => {
      document.title = listTitle
    }
  }, [title])
}

function tabTitle(title: string): string {
  return title === '' ? 'Năm Học' : `${title} · Năm Học`
}

/** Makes every <a href> of the page a step of the router, so that `ui` needs no router. Answers how to stop it. */
export function followLinks(router: AnyRouter): () => void {
  const press = (event: MouseEvent) => {
    const link = linkOf(event)
    if (link === null || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(router, link.pathname + link.search + link.hash, { keepScroll: staysBeside(link) })
  }
  // The code of the screen is on its way before the mouse is down.
  const intend = (event: Event) => {
    const link = linkOf(event)
    if (link !== null) void router.preloadRoute({ to: link.pathname }).catch(() => undefined)
  }
  document.addEventListener('click', press)
  document.addEventListener('mouseover', intend)
  document.addEventListener('focusin', intend)
  return () => {
    document.removeEventListener('click', press)
    document.removeEventListener('mouseover', intend)
    document.removeEventListener('focusin', intend)
  }
}

/** Opens or closes the detail beside a list: the list keeps its place. Where there is no room for both, it is a page. */
function staysBeside(link: HTMLAnchorElement): boolean {
  const part = (pathname: string) => pathname.split('/').slice(0, 4).join('/')
  return (
    link.closest('[data-beside]') !== null &&
    part(link.pathname) === part(window.location.pathname) &&
    window.matchMedia('(min-width: 1000px)').matches
  )
}

function linkOf(event: Event): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || !link.hasAttribute('href') || link.target !== '' || link.hasAttribute('download'))
    return null
  if (link.origin !== window.location.origin || link.pathname.startsWith('/api/')) return null
  return link.getAttribute('href')?.startsWith('#') === true ? null : link
}
