// What the frame around every screen reads: who is signed in, where one stands, notices, search.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { noticesContract } from '#contract/notices.ts'
import { overviewContract, type SearchHit } from '#contract/overview.ts'
import { peopleContract, type Session } from '#contract/people.ts'
import { type UnitRow, unitsContract } from '#contract/units.ts'
import { call } from './client.ts'
import { useRead, useWrite } from './data.ts'
import type { PlaceUnit } from './place.tsx'
import { noteSignedOut } from './signed-out.ts'

export function useSessionReading() {
  const queries = useQueryClient()
  const reading = useRead(peopleContract.getSession, {}, { every: 10 * 60_000, onReturn: true })
  const { dataUpdatedAt } = reading
  useEffect(() => {
    // Signed in again, perhaps in another tab.
    if (dataUpdatedAt > 0) noteSignedOut(queries, false)
  }, [queries, dataUpdatedAt])
  return reading
}

/** Asked for while the code of the frame is still on its way. */
export function askForSession(queries: QueryClient): void {
  const asked = queries.query({
    queryKey: [peopleContract.getSession.path, null, null],
    queryFn: async () => await call(peopleContract.getSession, {}),
    retry: false,
  })
  // The frame asks again and shows what is wrong.
  asked.catch(() => undefined)
}

/** Is it the demo? Asked once. */
export function useStatusReading() {
  return useRead(peopleContract.getStatus, {})
}

/** Puts a new session in the place of whatever another person has read here. */
export function useTakeSession(): (session: Session) => void {
  const queries = useQueryClient()
  return useCallback(
    (session) => {
      queries.clear()
      queries.setQueryData([peopleContract.getSession.path, null, null], session)
    },
    [queries],
  )
}

export function useSignOut(onDone: () => void) {
  const queries = useQueryClient()
  return useWrite(peopleContract.signOut, {
    refresh: [],
    onDone: () => {
      queries.clear()
      onDone()
    },
  })
}

/** The unit of the address: at once where it is one of the person's own, else asked for. */
export function useUnitOfCode(session: Session | undefined, code: string) {
  const own = session?.grants.find((grant) => grant.scopeCode === code)
  const reading = useRead(
    unitsContract.findUnitByCode,
    { params: { code }, query: {} },
    { when: session !== undefined && own === undefined },
  )
  const unit: PlaceUnit | undefined =
    own === undefined
      ? reading.data && placeUnit(reading.data)
      : { unitId: own.scopeUnitId, code: own.scopeCode, name: own.scopeName, path: own.scope }
  return { unit, error: own === undefined ? reading.error : null }
}

function placeUnit(row: UnitRow): PlaceUnit {
  return { unitId: row.unitId, code: row.code, name: row.shortName, path: row.path }
}

/** Units of the whole reach whose name or code matches. */
export function useUnitSearch(text: string) {
  return useRead(
    unitsContract.listUnits,
    { query: { search: text, reach: 'all' } },
    { when: text.trim() !== '', keepFormer: true },
  )
}

export async function searchEverything(text: string): Promise<readonly SearchHit[]> {
  return await call(overviewContract.search, { query: { text } })
}

export function useNoticesReading() {
  return useRead(noticesContract.listNotices, {}, { every: 5 * 60_000 })
}

export function useReadNotices() {
  return useWrite(noticesContract.readNotices, { refresh: [noticesContract.listNotices] })
}
