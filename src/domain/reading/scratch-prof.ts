import { bodyOf } from './text-lines.ts'
import { findFlatTables } from './flat-table.ts'
export function run(text: string): number {
  const blocks = text.split('\n').map((t, i) => ({ kind: 'line' as const, text: t, at: { line: i + 1 }, number: null, page: null, role: 'body' as const, style: {} }))
  const items = bodyOf({ format: 'text', blocks, notes: [] })
  const lines = items.flatMap((i) => i.kind === 'line' ? [i.line] : [])
  return findFlatTables(lines).length
}
