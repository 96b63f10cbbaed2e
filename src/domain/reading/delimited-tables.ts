// Tables in plain text: cells parted by tabs (pasted from Word and Excel, and what our own writer makes) or by '|'
// (Markdown).
import { columnRoleOf, isAnnexHead } from './column-heads.ts'
import type { SourceCell, SourceRow, SourceTable } from './source.ts'
import type { BodyItem, TextLine } from './text-lines.ts'
import { keysOf } from './words.ts'

type Signs = '\t' | '|'

/** Puts a table in place of each run of lines whose cells are parted by tabs or bars. */
export function withDelimitedTables(items: readonly BodyItem[]): BodyItem[] {
  const found: BodyItem[] = []
  let index = 0
  while (index < items.length) {
    const item = items[index]
    if (item === undefined) break
    const sign = item.kind === 'line' ? signOf(item.line.text) : null
    const run = sign === null ? [] : runFrom(items, index, sign)
    if (sign === null || run.length < 2) {
      found.push(
        item.kind === 'line' ? { kind: 'line', line: { ...item.line, text: item.line.text.trim() } } : item,
      )
      index += 1
      continue
    }
    found.push({ kind: 'table', table: tableOf(run, sign) })
    index += run.length
  }
  return found
}

/** A line begins such a table where its cells are heads of an annex, or where it is a Markdown row. */
function signOf(text: string): Signs | null {
  if (/^\|.*\|$/.test(text)) return '|'
  if (!text.includes('\t')) return null
  const roles = text
    .slice(0, 600)
    .split('\t')
    .map((cell) => columnRoleOf(keysOf(cell)))
  return isAnnexHead(roles.filter((role) => role !== null)) ? '\t' : null
}

function runFrom(items: readonly BodyItem[], from: number, sign: Signs): TextLine[] {
  const run: TextLine[] = []
  for (let index = from; index < items.length; index += 1) {
    const item = items[index]
    if (item?.kind !== 'line') break
    const next = items[index + 1]
    const isRow = sign === '|' ? item.line.text.startsWith('|') : item.line.text.includes('\t')
    // A heading inside the table has one cell, and no tab is left of it.
    const isGroup =
      sign === '\t' &&
      !item.line.blankBefore &&
      next?.kind === 'line' &&
      !next.line.blankBefore &&
      next.line.text.includes('\t')
    if (!isRow && !isGroup) break
    run.push(item.line)
  }
  return run
}

function tableOf(lines: readonly TextLine[], sign: Signs): SourceTable {
  const rows = lines
    .filter((line) => sign === '\t' || !/^[|\s:-]+$/.test(line.text))
    .map((line, index) => rowOf(line, sign, index === 0))
  return { kind: 'table', rows, at: lines[0]?.at ?? { line: 1 }, page: null, bordered: null }
}

function rowOf(line: TextLine, sign: Signs, header: boolean): SourceRow {
  const texts = sign === '\t' ? line.text.split('\t') : line.text.slice(1, -1).split('|')
  const cells = texts.map(
    (text, column): SourceCell => ({
      text: text.replaceAll(/<br\s?\/?>/gi, '\n').trim(),
      column,
      columnSpan: 1,
      rowSpan: 1,
      at: { ...line.at },
    }),
  )
  return { cells, header }
}
