// The unit and the year that the screens stand on; they are the first two parts of every address in the frame.
import { createContext, type ReactNode, useContext } from 'react'
import type { UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { type AddressParts, addressAt } from './address.ts'
import type { ScreenPath } from './registered.ts'

export type PlaceUnit = { unitId: UnitId; code: string; name: string; path: TreePath }
export type Place = { unit: PlaceUnit; year: SchoolYear }

const PlaceContext = createContext<Place | null>(null)

export function PlaceProvider({ place, children }: { place: Place; children: ReactNode }) {
  return <PlaceContext value={place}>{children}</PlaceContext>
}

export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('usePlace: outside the frame there is neither unit nor year')
  return place
}

/** `const to = useAddress(); <a href={to('plans/$planId', { planId })}>`: an address at the present unit and year. */
export function useAddress(): <P extends ScreenPath>(path: P, ...parts: AddressParts<P>) => string {
  const { unit, year } = usePlace()
  return (path, ...parts) => addressAt({ unitCode: unit.code, year }, path, ...parts)
}
