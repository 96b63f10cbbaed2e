import { sql } from 'kysely'
import type { Scope } from '#domain/rights/can.ts'

/** A list's scope as a condition on a column with a place in the tree (ltree). */
export function inScope(scope: Pick<Scope, 'everything' | 'below' | 'above'>, column: string) {
  if (scope.everything) return sql<boolean>`true`
  const path = sql.ref(column)
  const below = sql<boolean>`${path} <@ any(${[...scope.below]}::ltree[])`
  return scope.above.length === 0
    ? below
    : sql<boolean>`(${below} or ${path} = any(${[...scope.above]}::ltree[]))`
}
