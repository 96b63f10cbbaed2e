import { fold } from '#domain/basics/text.ts'

export type TreeNode = {
  id: string
  text: string
  /** Short facts at the end of the line: '12 trường'. */
  detail?: string
  /** null: there are some, not fetched yet. */
  children: readonly TreeNode[] | null
}

export type TreeRow = {
  node: TreeNode
  /** 1 is the root. */
  level: number
  position: number
  size: number
  parent: number | null
  opened: boolean
}

/** The lines that are to be seen, from top to bottom. */
export function visibleRows(nodes: readonly TreeNode[], opened: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = []
  const add = (siblings: readonly TreeNode[], level: number, parent: number | null): void => {
    siblings.forEach((node, index) => {
      const isOpen = opened.has(node.id) && mayOpen(node)
      const at =
        rows.push({ node, level, position: index + 1, size: siblings.length, parent, opened: isOpen }) - 1
      if (isOpen && node.children !== null) add(node.children, level + 1, at)
    })
  }
  add(nodes, 1, null)
  return rows
}

export function mayOpen(node: TreeNode): boolean {
  return node.children === null || node.children.length > 0
}

export type TreeMove = { go: number } | { open: readonly string[] } | { close: string }

/** What a key does at a line (WAI-ARIA tree view); null where the key means nothing to the tree. */
export function moveForKey(rows: readonly TreeRow[], at: number, key: string): TreeMove | null {
  const row = rows[at]
  if (row === undefined) return null
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(at + 1, rows.length - 1) }
    case 'ArrowUp':
      return { go: Math.max(at - 1, 0) }
    case 'Home':
      return { go: 0 }
    case 'End':
      return { go: rows.length - 1 }
    case 'ArrowRight':
      if (!mayOpen(row.node)) return null
      return row.opened ? { go: Math.min(at + 1, rows.length - 1) } : { open: [row.node.id] }
    case 'ArrowLeft':
      if (row.opened) return { close: row.node.id }
      return row.parent === null ? null : { go: row.parent }
    case '*':
      return {
        open: rows
          .filter((other) => other.parent === row.parent && mayOpen(other.node))
          .map((other) => other.node.id),
      }
    default:
      return null
  }
}

/** The next line whose text begins with what was typed, accents aside, going round; null if there is none. */
export function rowForTyped(rows: readonly TreeRow[], at: number, typed: string): number | null {
  const wanted = fold(typed)
  if (wanted === '') return null
  // One letter again and again steps on; a longer word may stay where it is.
  const start = wanted.length === 1 ? at + 1 : at
  for (let step = 0; step < rows.length; step++) {
    const index = (start + step) % rows.length
    const row = rows[index]
    if (row !== undefined && fold(row.node.text).startsWith(wanted)) return index
  }
  return null
}
