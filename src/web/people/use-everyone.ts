import { useState } from 'react'
import { accountsContract } from '#contract/people.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { call, type CallInput } from '#web/platform/client.ts'

type Query = CallInput<typeof accountsContract.listPeople>['query']

/** Chooses everybody who fits the filter, also those whom the list has not shown yet. */
export function useEveryone(query: Query, onChosen: (chosen: ReadonlySet<string>) => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiProblem | null>(null)
  const fetchAll = async () => {
    const ids = new Set<string>()
    let after: string | null | undefined
    while (after !== null) {
      const page = await call(accountsContract.listPeople, {
        query: { ...query, ...(after === undefined ? {} : { after }) },
      })
      for (const row of page.rows) ids.add(row.personId)
      after = page.next
    }
    onChosen(ids)
  }
  const choose = () => {
    setBusy(true)
    setError(null)
    fetchAll()
      .catch((problem: unknown) => {
        if (problem instanceof ApiProblem) setError(problem)
        else throw problem
      })
      .finally(() => setBusy(false))
      .catch(() => undefined)
  }
  return { choose, busy, error }
}
