// The frame around every screen after sign-in. It settles who is signed in, on which unit and year one stands, and only
// then shows the screen; it knows no screen.
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import type { Session } from '#contract/people.ts'
import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { searchEverything, useSessionReading, useUnitOfCode } from '#web/platform/frame-data.ts'
import { type Key, useKeys } from '#web/platform/keyboard.tsx'
import { useTexts } from '#web/platform/language.tsx'
import { PlaceProvider, usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { SessionProvider, useSession } from '#web/platform/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx'
import { useAccountAddress, useMenuLinks, useThingAddress } from './frame-context.tsx'
import { BottomBar, SideMenu } from './main-menu.tsx'
import { Mark } from './mark.tsx'
import { menu } from './menu.ts'
import { NoticesPopup } from './notices-popup.tsx'
import { NotFound } from './page-states.tsx'
import { PersonPopup } from './person-popup.tsx'
import { SearchBox } from './search-box.tsx'
import { shellTexts } from './shell-texts.ts'
import { ConnectionNotice } from './connection-notice.tsx'
import { Today } from './today.tsx'
import { UnitSwitcher } from './unit-switcher.tsx'
import { YearSwitcher } from './year-switcher.tsx'
import './frame.css'

const KeyList = lazy(async () => ({ default: (await import('./key-list.tsx')).KeyList }))

export function Frame() {
  const { unit = '', year = '' }: Partial<Record<string, string>> = useParams({ strict: false })
  const parsed = parseSchoolYear(year)
  const session = useSessionReading()
  const standing = useUnitOfCode(session.data, unit)

  if (session.data === undefined) {
    return session.error === null ? (
      <FrameWaiting />
    ) : (
      <SessionMissing error={session.error} onAgain={() => void session.refetch()} />
    )
  }
  return (
    <SessionProvider session={session.data}>
      {parsed === null ? (
        <BareFrame>
          <NotFound />
        </BareFrame>
      ) : standing.unit !== undefined ? (
        <PlaceProvider place={{ unit: standing.unit, year: parsed }}>
          <FullFrame />
        </PlaceProvider>
      ) : (
        <BareFrame>
          {standing.error === null ? (
            <LoadingState />
          ) : (
            <UnitMissing code={unit} error={standing.error} session={session.data} year={parsed} />
          )}
        </BareFrame>
      )}
    </SessionProvider>
  )
}

function FullFrame() {
  const t = useTexts(shellTexts)
  const [keysShown, setKeysShown] = useState(false)
  const addressOf = useThingAddress()
  const accountHref = useAccountAddress()
  const home = useMenuLinks()[0]?.href ?? '/'
  useFrameKeys(() => setKeysShown(true))
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="top-bar">
        <a className="top-bar-name" href={home}>
          <Mark /> <span>{t.product}</span>
        </a>
        <div className="top-bar-place">
          <UnitSwitcher />
          <YearSwitcher />
        </div>
        <SearchBox search={searchEverything} hrefOf={(hit) => addressOf(hit.kind, hit.id)} />
        <Today />
        <div className="top-bar-own">
          <NoticesPopup />
          <PersonPopup accountHref={accountHref} onKeys={() => setKeysShown(true)} />
        </div>
      </header>
      <div className="frame-body">
        <SideMenu />
        <main id="main" className="frame-main" tabIndex={-1}>
          <ConnectionNotice />
          <MainFocus />
          <Suspense fallback={<LoadingState shape="page" />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <BottomBar />
      <PrintHead />
      {keysShown && (
        <Suspense>
          <KeyList onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** A new page is read from its beginning: the focus goes to its title, as a page load would do. */
function MainFocus() {
  const pathname = useLocation({ select: (location) => location.pathname })
  const [first] = useState(pathname)
  useEffect(() => {
    const main = document.getElementById('main')
    // Where a list stays and its detail opens beside it, the focus is already where it belongs.
    if (pathname === first || main === null || main.contains(document.activeElement)) return
    main.focus({ preventScroll: true })
  }, [pathname, first])
  return null
}

function useFrameKeys(onList: () => void): void {
  const t = useTexts(shellTexts)
  const go = useGo()
  const links = useMenuLinks()
  const signature = links.map(({ href }) => href).join(' ')
  const keys = useMemo<readonly Key[]>(
    () => [
      { keys: '?', text: t.keys.list, act: onList },
      ...links.map(({ name, href }) => ({
        keys: `g ${menu[name].letter}`,
        text: t.keys.go(t.menu[name]),
        act: () => go(href),
      })),
    ],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the links are made anew with each picture; their addresses tell
    [signature, t],
  )
  useKeys(keys)
}

/** What a printed page says about where it comes from. */
function PrintHead() {
  const t = useTexts(shellTexts)
  const { unit, year } = usePlace()
  const { name } = useSession()
  return (
    <p className="print-head" aria-hidden>
      {t.product} · {unit.name} · {year} · {name}
    </p>
  )
}

/** The frame while it is not yet known where one stands. */
function BareFrame({ children }: { children: ReactNode }) {
  return (
    <div className="frame">
      <header className="top-bar">
        <a className="top-bar-name" href="/">
          <Mark /> <span>Năm Học</span>
        </a>
      </header>
      <div className="frame-body">
        <div className="side-menu" />
        <main id="main" className="frame-main">
          {children}
        </main>
      </div>
    </div>
  )
}

function FrameWaiting() {
  return (
    <BareFrame>
      <LoadingState shape="page" />
    </BareFrame>
  )
}

/** Nobody is signed in: to the sign-in page, and back here afterwards. Any other failure is shown. */
function SessionMissing({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const go = useGo()
  const present = useLocation({ select: (location) => location.href })
  // The address changes before this page goes: what counts is the one that was asked for.
  const [href] = useState(present)
  const isSignedOut = error instanceof ApiProblem && error.code === 'not_signed_in'
  useEffect(() => {
    if (isSignedOut) go(`/sign-in?next=${encodeURIComponent(href)}`, { replace: true })
  }, [isSignedOut, go, href])
  return isSignedOut ? (
    <FrameWaiting />
  ) : (
    <BareFrame>
      <ErrorState error={error} onAgain={onAgain} />
    </BareFrame>
  )
}

type UnitMissingProps = { code: string; error: ApiProblem; session: Session; year: SchoolYear }

function UnitMissing({ code, error, session, year }: UnitMissingProps) {
  const t = useTexts(shellTexts)
  const own = session.grants[0]
  if (error.code !== 'not_found') return <ErrorState error={error} />
  return (
    <EmptyState
      title={t.unit.unknown(code)}
      act={own !== undefined && <a href={`/${encodeURIComponent(own.scopeCode)}/${year}`}>{t.unit.toOwn}</a>}
    />
  )
}
