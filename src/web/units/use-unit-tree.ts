// The tree of a day, of which only what is opened is fetched. A node of a province may have more children than a page.
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { type UnitRow, unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { call } from '#web/platform/client.ts'
import type { TreeNode } from '#web/ui/tree-rows.ts'

type Children = { rows: readonly UnitRow[]; left: number }

// Four pages of 500: more siblings than that nobody reads line by line.
const mostPages = 4

export type UnitTreeReading = {
  nodes: readonly TreeNode[]
  rowOf: (unitId: string) => UnitRow | undefined
  error: unknown
  isPending: boolean
  again: () => void
}

export function useUnitTree(
  asOf: LocalDate,
  opened: ReadonlySet<string>,
  words: { below: (count: number) => string; more: (count: number) => string },
): UnitTreeReading {
  const parents: readonly (string | null)[] = [null, ...opened]
  const readings = useQueries({
    queries: parents.map((parent) => ({
      queryKey: [unitsContract.listUnits.path, null, { asOf, under: parent, tree: true }],
      queryFn: async ({ signal }: { signal: AbortSignal }) => await fetchChildren(asOf, parent, signal),
      // An earlier day's tree stays until that of the day asked for is there.
      ...(parent === null ? { placeholderData: keepPreviousData } : {}),
    })),
  })
  const children = new Map<string | null, Children>()
  parents.forEach((parent, index) => {
    const data = readings[index]?.data
    if (data !== undefined) children.set(parent, data)
  })
  // Lines of the tree are known by plain text.
  const rows = new Map<string, UnitRow>(
    [...children.values()].flatMap((found) => found.rows.map((row) => [row.unitId, row])),
  )
  const nodesOf = (parent: string | null): readonly TreeNode[] | null => {
    const found = children.get(parent)
    if (found === undefined) return null
    const nodes = found.rows.map(
      (row): TreeNode => ({
        id: row.unitId,
        text: row.shortName,
        ...(row.children === 0 ? {} : { detail: words.below(row.children) }),
        children: row.children === 0 ? [] : opened.has(row.unitId) ? nodesOf(row.unitId) : null,
      }),
    )
    return found.left === 0
      ? nodes
      : [...nodes, { id: `more:${parent}`, text: words.more(found.left), children: [] }]
  }
  const root = readings[0]
  return {
    nodes: nodesOf(null) ?? [],
    rowOf: (unitId) => rows.get(unitId),
    error: readings.find((reading) => reading.error !== null)?.error ?? null,
    isPending: root?.isPending ?? true,
    again: () => readings.forEach((reading) => void reading.refetch()),
  }
}

async function fetchChildren(asOf: LocalDate, parent: string | null, signal: AbortSignal): Promise<Children> {
  const rows: UnitRow[] = []
  let after = 0
  for (let page = 0; page < mostPages; page += 1) {
    // The keys of the tree's lines are ids of units.
    const under = parent === null ? {} : { under: parent as UnitId }
    const reply = await call(unitsContract.listUnits, {
      query: { asOf, reach: 'children', after, ...under },
      signal,
    })
    rows.push(...reply.rows)
    if (reply.next === null) return { rows, left: 0 }
    after = reply.next
    if (page === mostPages - 1) return { rows, left: reply.total - rows.length }
  }
  return { rows, left: 0 }
}
