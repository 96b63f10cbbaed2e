import { longestAt, phraseBook } from './phrases.ts'
import { wordKey } from './words.ts'

/** What a column of an annex table holds. `units`: lead and coordinating units in one cell. `time`: a single time column. */
export type ColumnRole = 'no' | 'title' | 'lead' | 'coordinating' | 'units' | 'time' | 'start' | 'finish' | 'product' | 'note' | 'other'

// Wordings of such heads; the words of a group ("Thời gian" above "Bắt đầu") come before those of its members.
const wordings: Record<ColumnRole, readonly string[]> = {
  no: ['số TT', 'STT', 'TT', 'số thứ tự', 'số'],
  title: [
    'nội dung', 'nội dung công việc', 'nội dung nhiệm vụ', 'nội dung thực hiện', 'nội dung hoạt động', 'nội dung công tác', 'nội dung, nhiệm vụ', 'nội dung, công việc', 'nội dung và nhiệm vụ', 'nội dung công việc, nhiệm vụ',
    'nội dung triển khai', 'nội dung chính', 'nội dung cụ thể', 'nhiệm vụ', 'nhiệm vụ cụ thể', 'nhiệm vụ, giải pháp', 'nhiệm vụ và giải pháp', 'nhiệm vụ chủ yếu', 'nhiệm vụ trọng tâm', 'nhiệm vụ, công việc', 'nhiệm vụ thực hiện', 'nhiệm vụ/giải pháp', 'nội dung/nhiệm vụ', 'nội dung nhiệm vụ, giải pháp',
    'công việc', 'công việc thực hiện', 'công việc cụ thể', 'tên công việc', 'tên nhiệm vụ', 'hoạt động', 'các hoạt động', 'tên hoạt động', 'các nhiệm vụ', 'các nội dung', 'chỉ tiêu, nhiệm vụ', 'đầu việc',
  ],
  lead: [
    'chủ trì', 'đơn vị chủ trì', 'cơ quan chủ trì', 'cơ quan, đơn vị chủ trì', 'đơn vị chủ trì thực hiện', 'cơ quan chủ trì thực hiện', 'cơ quan chủ trì, tham mưu', 'đơn vị chủ trì, tham mưu', 'đơn vị chủ trì tham mưu', 'đơn vị, cá nhân chủ trì', 'bộ phận chủ trì',
    'phòng, ban chủ trì', 'đơn vị, bộ phận chủ trì', 'đơn vị phụ trách', 'bộ phận phụ trách', 'người phụ trách', 'phụ trách', 'đơn vị chịu trách nhiệm', 'đơn vị chịu trách nhiệm chính', 'chủ trì thực hiện', 'cơ quan tham mưu', 'đơn vị tham mưu', 'đơn vị đầu mối',
  ],
  coordinating: ['phối hợp', 'đơn vị phối hợp', 'cơ quan phối hợp', 'cơ quan, đơn vị phối hợp', 'đơn vị phối hợp thực hiện', 'cơ quan phối hợp thực hiện', 'đơn vị, cá nhân phối hợp', 'bộ phận phối hợp', 'phối hợp thực hiện', 'đơn vị, bộ phận phối hợp', 'phòng, ban phối hợp'],
  units: [
    'đơn vị thực hiện', 'cơ quan thực hiện', 'cơ quan, đơn vị thực hiện', 'đơn vị, cá nhân thực hiện', 'phân công', 'phân công thực hiện', 'phân công nhiệm vụ',
    'trách nhiệm thực hiện', 'trách nhiệm', 'người thực hiện', 'bộ phận thực hiện', 'tổ chức thực hiện', 'đơn vị', 'cơ quan', 'cơ quan, đơn vị', 'đơn vị được giao',
  ],
  time: ['thời gian', 'thời gian thực hiện', 'thời điểm', 'thời điểm thực hiện', 'thời hạn', 'tiến độ', 'tiến độ thực hiện', 'thời gian hoàn thành', 'thời hạn hoàn thành', 'thời hạn thực hiện', 'thời gian, tiến độ', 'thời gian tổ chức', 'thời gian triển khai', 'lộ trình', 'lộ trình thực hiện', 'tiến độ hoàn thành', 'mốc thời gian'],
  start: ['bắt đầu', 'thời gian bắt đầu', 'thời điểm bắt đầu', 'ngày bắt đầu', 'từ'],
  finish: ['hoàn thành', 'kết thúc', 'thời gian kết thúc', 'thời điểm hoàn thành', 'thời điểm kết thúc', 'ngày hoàn thành', 'ngày kết thúc', 'đến'],
  product: ['sản phẩm', 'sản phẩm đầu ra', 'sản phẩm dự kiến', 'dự kiến sản phẩm', 'dự kiến kết quả', 'sản phẩm hoàn thành', 'sản phẩm, kết quả', 'kết quả, sản phẩm', 'kết quả/sản phẩm', 'sản phẩm/kết quả', 'kết quả', 'kết quả đầu ra', 'kết quả dự kiến', 'kết quả đạt được', 'kết quả thực hiện', 'kết quả cần đạt', 'yêu cầu kết quả', 'hình thức văn bản', 'tên sản phẩm', 'kết quả hoàn thành'],
  note: ['ghi chú'],
  other: ['kinh phí', 'nguồn kinh phí', 'kinh phí thực hiện', 'dự toán kinh phí', 'báo cáo', 'chế độ báo cáo', 'cấp trình', 'cấp ban hành', 'cấp phê duyệt', 'cấp quyết định', 'lãnh đạo chỉ đạo', 'lãnh đạo phụ trách', 'lãnh đạo theo dõi', 'căn cứ', 'cơ sở pháp lý', 'địa điểm', 'đối tượng', 'đối tượng tham gia', 'số lượng', 'mục tiêu', 'chỉ tiêu', 'đơn vị tính', 'yêu cầu', 'biện pháp', 'giải pháp', 'giải pháp thực hiện', 'thành phần', 'thành phần tham gia', 'hình thức', 'theo dõi', 'cơ quan theo dõi', 'đơn vị theo dõi', 'cơ quan nhận báo cáo'],
}

const headBook = phraseBook(roles().flatMap((role) => wordings[role].map((wording) => [wording, role] as const)))

function roles(): ColumnRole[] {
  return ['no', 'title', 'lead', 'coordinating', 'units', 'time', 'start', 'finish', 'product', 'note', 'other']
}

export type HeadWord = { key: string; gap: string }
export type HeadsRead = { columns: ColumnRole[]; /** Words read, the row of column numbers included. */ length: number; numbered: boolean }

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
    numbered = found.length >= 2 ? columnNumbersAt(keys, at) : 0
    if (numbered > 0) break
    const head = longestAt(headBook, keys, at)
    if (head !== null) {
      // "Đơn vị chủ trì, phối hợp" is one column, "Đơn vị chủ trì" before "Đơn vị phối hợp" are two.
      if (head.value === 'coordinating' && found.at(-1) === 'lead' && /[,/&]/.test(words[at - 1]?.gap ?? '')) found.splice(-1, 1, 'units')
      else if (head.value !== 'other' && found.includes(head.value)) break
      else found.push(head.value)
      at += head.length
      continue
    }
    if (keys[at] === and && found.at(-1) === 'lead' && longestAt(headBook, keys, at + 1)?.value === 'coordinating') {
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
  return isAnnexHead(columns) ? { columns, length: at - from + numbered, numbered: numbered > 0 } : null
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
  return columns.includes('title') && columns.length >= 3 && (units || (columns.includes('coordinating') && time))
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
