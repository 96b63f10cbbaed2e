import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { unitSortKey } from './order.ts'
import { livesOn, type UnitState } from './unit.ts'

/**
 * The units of one day. A unit whose parent is not among the states (another's part of the tree, or none) stands at the
 * top; one that hangs in a circle stands nowhere, which no accepted event leads to.
 */
export type UnitTree<S extends UnitState = UnitState> = {
  day: LocalDate
  roots: readonly S[]
  /** Every unit with its children after it, siblings in the order of lists. */
  inOrder: readonly S[]
  /** Where a unit stands in `inOrder`, how deep, and where its subtree ends (exclusive). */
  places: ReadonlyMap<UnitId, TreePlace>
}

export type TreePlace = { at: number; end: number; depth: number }

/**
 * The tree as it was on a day. `states` may hold any days; each unit has at most one state a day. Linear but for sorting
 * siblings. States that carry their sort key stand in a third of the time.
 */
export function treeAsOf<S extends UnitState>(states: Iterable<S>, day: LocalDate): UnitTree<S> {
  const nodes = new Map<UnitId, TreeNode<S>>()
  for (const state of states) {
    if (livesOn(state, day)) nodes.set(state.unitId, nodeOf(state))
  }
  const top: TreeNode<S>[] = []
  for (const node of nodes.values()) {
    const parent = node.state.parentId === null ? undefined : nodes.get(node.state.parentId)
    if (parent === undefined) top.push(node)
    else if (parent.children === null) parent.children = [node]
    else parent.children.push(node)
  }
  top.sort(compareNodes)
  const inOrder = placeInOrder(top)
  // Those that hang in a circle.
  if (inOrder.length < nodes.size)
    for (const node of nodes.values()) if (node.at < 0) nodes.delete(node.state.unitId)
  return { day, roots: top.map((node) => node.state), inOrder, places: nodes }
}

/** `at` is -1 until it is placed. `children` is null for most units: a list each would be a third of the memory. */
type TreeNode<S> = TreePlace & { state: S; key: string; children: TreeNode<S>[] | null }

function nodeOf<S extends UnitState>(state: S): TreeNode<S> {
  return { at: -1, end: -1, depth: 0, state, key: unitSortKey(state), children: null }
}

// Two units of the same name keep one order between them from one call to the next.
function compareNodes(a: TreeNode<UnitState>, b: TreeNode<UnitState>): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.state.unitId < b.state.unitId ? -1 : 1
}

type Level<S> = { head: TreeNode<S> | null; rest: readonly TreeNode<S>[]; next: number }

// A stack of our own: recursion would fall over a deep tree of wrong data.
function placeInOrder<S extends UnitState>(top: readonly TreeNode<S>[]): S[] {
  const inOrder: S[] = []
  const open: Level<S>[] = [{ head: null, rest: top, next: 0 }]
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.rest[level.next]
    if (node === undefined) {
      if (level.head !== null) level.head.end = inOrder.length
      open.pop()
      continue
    }
    level.next += 1
    node.at = inOrder.length
    node.end = node.at + 1
    node.depth = open.length - 1
    inOrder.push(node.state)
    if (node.children !== null) open.push({ head: node, rest: node.children.toSorted(compareNodes), next: 0 })
  }
  return inOrder
}

export function findInTree<S extends UnitState>(tree: UnitTree<S>, unitId: UnitId): S | undefined {
  const place = tree.places.get(unitId)
  return place === undefined ? undefined : tree.inOrder[place.at]
}

/** In the order of lists; none for a unit that does not live on the day. */
export function childrenOf<S extends UnitState>(tree: UnitTree<S>, unitId: UnitId): S[] {
  const place = tree.places.get(unitId)
  const found: S[] = []
  if (place === undefined) return found
  for (let at = place.at + 1; at < place.end; ) {
    const child = tree.inOrder[at]
    if (child === undefined) break
    found.push(child)
    at = tree.places.get(child.unitId)?.end ?? place.end
  }
  return found
}

/** The unit itself and everything below it, each parent before its children. */
export function subtreeOf<S extends UnitState>(tree: UnitTree<S>, unitId: UnitId): S[] {
  const place = tree.places.get(unitId)
  return place === undefined ? [] : tree.inOrder.slice(place.at, place.end)
}

/** From the top down to the parent; the unit itself is not in it. */
export function ancestorsOf<S extends UnitState>(tree: UnitTree<S>, unitId: UnitId): S[] {
  const above: S[] = []
  for (let at = parentOf(tree, unitId); at !== undefined; at = parentOf(tree, at.unitId)) above.unshift(at)
  return above
}

function parentOf<S extends UnitState>(tree: UnitTree<S>, unitId: UnitId): S | undefined {
  const parentId = findInTree(tree, unitId)?.parentId ?? null
  return parentId === null ? undefined : findInTree(tree, parentId)
}

/** Whether a unit hangs below another on the day; no unit hangs below itself. */
export function isBelow(tree: UnitTree, unitId: UnitId, aboveId: UnitId): boolean {
  const [place, above] = [tree.places.get(unitId), tree.places.get(aboveId)]
  return place !== undefined && above !== undefined && place.at > above.at && place.at < above.end
}

/** 'UBND thành phố Hải Phòng › UBND quận Hải An › MN Cát Bi': short names from the top down; null off the tree. */
export function pathLabel(tree: UnitTree, unitId: UnitId, separator = ' › '): string | null {
  const unit = findInTree(tree, unitId)
  if (unit === undefined) return null
  return [...ancestorsOf(tree, unitId), unit].map((state) => state.shortName).join(separator)
}
