import { type ColumnRole, columnWordings } from './column-lexicon.ts'
import { longestAt, phraseBook } from './phrases.ts'
import { wordKey } from './words.ts'

const headBook = phraseBook(
  roles().flatMap((role) => columnWordings[role].map((wording) => [wording, role] as const)),
)

function roles(): ColumnRole[] {
  return [
    'no',
    'title',
    'lead',
    'coordinating',
    'units',
    'time',
    'start',
    'finish',
    'product',
    'note',
    'other',
  ]
}

export type HeadWord = { key: string; gap: string }
/** `length`: words read, the row of column numbers included. */
export type HeadsRead = { columns: ColumnRole[]; length: number }

// A head in words of its own ("Lãnh đạo Ủy ban phụ trách khối") is passed over when a known one follows so soon.
const longestUnknownHead = 6

const and = wordKey('và')

/** Whether a column's head may begin with the word. */
export function mayBeginHead(key: string | undefined): boolean {
  return key !== undefined && headBook.root.next.has(key)
}

/** The heads of a table's columns that begin at `from`, in their order; null where they are no heads. */
export function readColumnHeads(words: readonly HeadWord[], from: number): HeadsRead | null {
  const keys = words.map((word) => word.key)
  const found: ColumnRole[] = []
  let at = from
  let numbered = 0
  while (at < keys.length) {
    // The number of the first row may follow them: "… 5 6", "7".
    numbered = found.length >= 2 ? Math.min(columnNumbersAt(keys, at), withoutGroups(found).length) : 0
    if (numbered > 0) break
    const head = longestAt(headBook, keys, at)
    if (head !== null) {
      // "Đơn vị chủ trì, phối hợp" is one column, "Đơn vị chủ trì" before "Đơn vị phối hợp" are two.
      if (head.value === 'coordinating' && found.at(-1) === 'lead' && /[,/&]/.test(words[at - 1]?.gap ?? ''))
        found.splice(-1, 1, 'units')
      else if (head.value !== 'other' && found.includes(head.value)) break
      else found.push(head.value)
      at += head.length
      continue
    }
    if (
      keys[at] === and &&
      found.at(-1) === 'lead' &&
      longestAt(headBook, keys, at + 1)?.value === 'coordinating'
    ) {
      found.splice(-1, 1, 'units')
      at += 1 + (longestAt(headBook, keys, at + 1)?.length ?? 0)
      continue
    }
    const skip = found.length < 2 ? 0 : unknownHeadAt(keys, at)
    if (skip === 0) break
    found.push('other')
    at += skip
  }
  const columns = withoutGroups(found)
  return isAnnexHead(columns) ? { columns, length: at - from + numbered } : null
}

/** What one column's head says, all its rows taken together ("Thời gian" + "Bắt đầu"). */
export function columnRoleOf(keys: readonly string[]): ColumnRole | null {
  const found: ColumnRole[] = []
  let at = 0
  while (at < keys.length) {
    if (columnNumbersAt(keys, at) > 0 || (found.length > 0 && /^\d$/.test(keys[at] ?? ''))) break
    const head = longestAt(headBook, keys, at)
    if (head === null) at += 1
    else {
      found.push(head.value)
      at += head.length
    }
  }
  const [only] = withoutGroups(found)
  if (found.includes('lead') && found.includes('coordinating')) return 'units'
  return only ?? null
}

/** Whether a table with these columns hands out tasks: what is to be done, and by whom or when. */
export function isAnnexHead(columns: readonly ColumnRole[]): boolean {
  const units = columns.some((role) => role === 'lead' || role === 'units')
  const time = columns.some((role) => role === 'time' || role === 'start' || role === 'finish')
  return (
    columns.includes('title') && columns.length >= 3 && (units || (columns.includes('coordinating') && time))
  )
}

// "Thời gian" above "Bắt đầu | Hoàn thành", "Đơn vị thực hiện" above "Chủ trì | Phối hợp".
function withoutGroups(found: readonly ColumnRole[]): ColumnRole[] {
  const roles = found.filter((role, index) => {
    const next = found[index + 1]
    if (role === 'time') return !(next === 'start' || next === 'finish')
    if (role === 'units') return !(next === 'lead' || next === 'coordinating')
    return true
  })
  return withFinish(roles).filter((role) => role !== null)
}

/** "Thời gian hoàn thành" alone is a single time column; beside a column of starts it is that of finishes. */
export function withFinish(roles: readonly (ColumnRole | null)[]): (ColumnRole | null)[] {
  const isMissing = roles.includes('start') && !roles.includes('finish')
  return roles.map((role) => (isMissing && role === 'time' ? 'finish' : role))
}

function unknownHeadAt(keys: readonly string[], from: number): number {
  if (/^\d/.test(keys[from] ?? '')) return 0
  for (let skip = 1; skip <= longestUnknownHead; skip += 1) {
    if (/^\d/.test(keys[from + skip] ?? '') && columnNumbersAt(keys, from + skip) === 0) return 0
    const head = longestAt(headBook, keys, from + skip)
    if (columnNumbersAt(keys, from + skip) > 0 || (head !== null && head.length > 1)) return skip
  }
  return 0
}

/** How many words the row of column numbers takes that stands here ("1 2 3 4 5 6"); 0 for none. */
export function columnNumbersAt(keys: readonly string[], from: number): number {
  let count = 0
  while (keys[from + count] === String(count + 1)) count += 1
  return count >= 3 ? count : 0
}
