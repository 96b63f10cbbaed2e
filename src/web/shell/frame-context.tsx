import { createContext, type ReactNode, useContext } from 'react'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { addressAt, type Standing } from '#web/platform/address.ts'
import { usePlace } from '#web/platform/place.tsx'
import { actorOf, useSession } from '#web/platform/session.tsx'
import { type MenuName, menuFor } from './menu.ts'
import type { KnownScreen, Thing } from './registry.ts'

const ScreensContext = createContext<readonly KnownScreen[]>([])

export function ScreensProvider({
  screens,
  children,
}: {
  screens: readonly KnownScreen[]
  children: ReactNode
}) {
  return <ScreensContext value={screens}>{children}</ScreensContext>
}

export type MenuLink = { name: MenuName; href: string }

/** The menu of the person at the present unit and year. */
export function useMenuLinks(): MenuLink[] {
  const screens = useContext(ScreensContext)
  const session = useSession()
  const { unit, year } = usePlace()
  const existing = new Map(
    screens.flatMap((screen) => (screen.menu === null ? [] : [[screen.menu, screen.path]])),
  )
  return menuFor(actorOf(session), new Set(existing.keys())).map((name) => ({
    name,
    href: openAddress({ unitCode: unit.code, year }, existing.get(name) ?? '', null),
  }))
}

/** The page of a thing, or null where there is no such screen (yet). */
export function useThingAddress(): (thing: Thing, id: string) => string | null {
  const screens = useContext(ScreensContext)
  const { unit, year } = usePlace()
  return (thing, id) => {
    const screen = screens.find((known) => known.opens === thing)
    return screen === undefined ? null : openAddress({ unitCode: unit.code, year }, screen.path, id)
  }
}

/** The same part of the product at another unit or year: what is open on the screen stays behind. */
export function useStandingAddress(): (pathname: string, unitCode: string, year: SchoolYear) => string {
  const screens = useContext(ScreensContext)
  return (pathname, unitCode, year) => {
    const part = pathname.split('/')[3] ?? ''
    const screen = screens.find(({ path }) => path === part || path.startsWith(`${part}/{-`))
    return openAddress({ unitCode, year }, screen?.path ?? '', null)
  }
}

/** The person's own page, where there is one. */
export function useAccountAddress(): string | null {
  const screens = useContext(ScreensContext)
  const { unit, year } = usePlace()
  const exists = screens.some(({ path }) => path === 'account')
  return exists ? openAddress({ unitCode: unit.code, year }, 'account', null) : null
}

function openAddress(standing: Standing, path: string, id: string | null): string {
  const name = /\$(\w+)\}?$/.exec(path)?.[1]
  // Built from the registry itself, where the parameters of a path are known at run time only.
  const open = addressAt as unknown as (
    at: Standing,
    path: string,
    params: Record<string, string | null>,
  ) => string
  return open(standing, path, name === undefined ? {} : { [name]: id })
}
