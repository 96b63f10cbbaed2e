import { type QueryClient, useQuery } from '@tanstack/react-query'

const key = ['signed-out']

/** Noted in the one cache that everything on the page shares. */
export function noteSignedOut(queries: QueryClient, isSignedOut: boolean): void {
  queries.setQueryData(key, isSignedOut)
}

/** Has an answer said meanwhile that the session is over? */
export function useSignedOut(): boolean {
  return useQuery({ queryKey: key, queryFn: () => false, enabled: false, initialData: false }).data
}
