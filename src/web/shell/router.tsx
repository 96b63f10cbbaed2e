// Builds the router from the registry of routes.tsx: every screen is fetched when it is first opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
  useNavigate,
  useParams,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Session } from '#contract/people.ts'
import { useTakeSession } from '#web/platform/frame-data.ts'
import { parseSearch, writeSearch } from '#web/platform/search-params.ts'
import { Home, UnitHome } from './home.tsx'
import { Broken, NotFound } from './page-states.tsx'
import { listScreens, type Params, type Screens } from './registry.ts'
import { ScreensProvider } from './frame-context.tsx'

/** A page before sign-in; it hands the session over when there is one. `token` is what stands after the '#'. */
export type OutsidePage = { load: () => Promise<ComponentType<OutsideProps>> }
export type OutsideProps = { onSignedIn: (session: Session) => void; token: string }

export function makeRouter<S extends Screens<S>>(
  screens: S,
  outside: Readonly<Record<`/${string}`, OutsidePage>>,
) {
  const known = listScreens(screens)
  const root = createRootRoute({
    component: () => (
      <ScreensProvider screens={known}>
        <Outlet />
      </ScreensProvider>
    ),
  })
  const frame = createRoute({
    getParentRoute: () => root,
    path: '/$unit/$year',
    component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  })
  const unitHome = createRoute({ getParentRoute: () => frame, path: '/', component: UnitHome })
  const inside = listScreens(screens).map(({ path, load }) =>
    createRoute({
      getParentRoute: () => frame,
      path,
      component: fetched(load, ({ screen }) => <Placed screen={screen} path={path} />),
    }),
  )
  const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
  const before = Object.entries(outside).map(([path, page]) =>
    createRoute({ getParentRoute: () => root, path, component: fetched(page.load, BeforeSignIn) }),
  )
  return createRouter({
    routeTree: root.addChildren([home, ...before, frame.addChildren([unitHome, ...inside])]),
    parseSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    // Under a second nothing is shown in between: the former page stays until the new one is there.
    defaultPendingMs: 1000,
  })
}

type Around<P> = ComponentType<{ screen: ComponentType<P> }>

function fetched<P>(load: () => Promise<ComponentType<P>>, Around: Around<P>) {
  return lazyRouteComponent(async () => {
    const screen = await load()
    return { Fetched: () => <Around screen={screen} /> }
  }, 'Fetched')
}

/** Gives a screen the parameters of its address. A screen with other required ones is another screen, made anew. */
function Placed({ screen: Screen, path }: { screen: ComponentType<Params>; path: string }) {
  const { unit, year, ...params }: Partial<Params> = useParams({ strict: false })
  const required = segmentsOf(path).flatMap(({ name, optional }) => (optional ? [] : [params[name]]))
  const given = Object.fromEntries(segmentsOf(path).map(({ name }) => [name, params[name] ?? null]))
  return <Screen key={[unit, year, ...required].join(' ')} {...given} />
}

function segmentsOf(path: string): { name: string; optional: boolean }[] {
  return [...path.matchAll(/(\{-)?\$(\w+)/g)].map(([, optional, name = '']) => ({
    name,
    optional: optional !== undefined,
  }))
}

function BeforeSignIn({ screen: Page }: { screen: ComponentType<OutsideProps> }) {
  const take = useTakeSession()
  const navigate = useNavigate()
  const { hash, searchStr } = useLocation()
  const onSignedIn = (session: Session) => {
    take(session)
    void navigate({ href: ownAddress(parseSearch(searchStr)['next']), replace: true })
  }
  return <Page onSignedIn={onSignedIn} token={hash} />
}

// A link that someone else made must not lead away from here.
function ownAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/'
}
