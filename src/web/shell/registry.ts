import type { ComponentType } from 'react'
import type { ScreenProps } from '#web/platform/registered.ts'
import type { MenuName } from './menu.ts'

/** Things that have a page of their own, to which a search or a notice leads. */
export type Thing = 'given_target' | 'unit' | 'plan' | 'task' | 'person' | 'round' | 'submission'

export type Screen<P extends string> = {
  /** `() => import('#web/plans/plan-screen.tsx').then((file) => file.PlanScreen)` */
  load: () => Promise<ComponentType<ScreenProps<P>>>
  /** The entry of the menu that opens it. */
  menu?: MenuName
  /** It is the page of this kind of thing; its last parameter is the thing's id. */
  opens?: Thing
}

export type Screens<S> = { readonly [P in keyof S & string]: Screen<P> }

/** What an address names, when only the running program knows it. */
export type Params = Record<string, string | null>

/** What the frame needs to know of a screen, whatever its props. */
export type KnownScreen = {
  path: string
  menu: MenuName | null
  opens: Thing | null
  load: () => Promise<ComponentType<Params>>
}

export function listScreens<S extends Screens<S>>(screens: S): KnownScreen[] {
  // Every value is a Screen by the type of the parameter; that its props are those of its path was checked there too.
  const known = screens as unknown as Readonly<
    Record<string, Omit<Screen<string>, 'load'> & Pick<KnownScreen, 'load'>>
  >
  return Object.entries(known).map(([path, { load, menu = null, opens = null }]) => ({
    path,
    load,
    menu,
    opens,
  }))
}
