import { createContext, type ReactNode, useContext } from 'react'
import type { Session } from '#contract/people.ts'
import { type Action, type Actor, can, canSomewhere, type TreePath } from '#domain/rights/can.ts'

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in, and the business date (`today`). */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession: nobody is signed in outside the frame')
  return session
}

export function actorOf(session: Session): Actor {
  const { tenantId, personId, accountId, name, grants } = session
  return { kind: 'person', tenantId, personId, accountId, name, grants }
}

/**
 * The same question that the server asks, for what to show: `may('plan.publish', plan.issuerPath)`. Without a path it
 * asks whether the person may do it anywhere.
 */
export function useMay(): (action: Action, path?: TreePath) => boolean {
  const session = useSession()
  const actor = actorOf(session)
  return (action, path) =>
    path === undefined
      ? canSomewhere(actor, action)
      : can(actor, action, { tenantId: session.tenantId, path })
}
