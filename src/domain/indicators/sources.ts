import { isBelow, type TreePath } from '#domain/rights/can.ts'

/** A round that collected figures, and where its issuer and the node asked about hung on its closing day. */
export type Collected = { issuerPath: TreePath; nodePath: TreePath }

/**
 * Which rounds tell about a node of the tree, when several collected the same form for the same period. The nearest
 * authority at or above the node speaks for it. Where only authorities below collected, each of them speaks for its own
 * part, and one below another is left out: no school is counted twice.
 */
export function roundsFor<R extends Collected>(rounds: readonly R[]): R[] {
  const above = rounds
    .filter((round) => isBelow(round.nodePath, round.issuerPath))
    .toSorted((a, b) => depthOf(b) - depthOf(a))
  const nearest = above[0]
  if (nearest !== undefined) return [nearest]
  const below = rounds.filter((round) => isBelow(round.issuerPath, round.nodePath))
  return below.filter(
    (round) =>
      !below.some(
        (other) => other.issuerPath !== round.issuerPath && isBelow(round.issuerPath, other.issuerPath),
      ),
  )
}

function depthOf(round: Collected): number {
  return round.issuerPath.split('.').length
}
