import { longestAt, phraseBook } from './phrases.ts'
import type { LevelCode } from './reading.ts'
import { levelBook } from './unit-heads.ts'
import { wordKey, wordsOf } from './words.ts'

const order: readonly LevelCode[] = ['MN', 'TH', 'THCS', 'THPT']
/** "vào lớp 10 THPT", "thi vào THPT", "môn Tiểu học": the level that follows is where somebody goes, not who is meant. */
const elsewhere = new Set(['vào', 'lên', 'thi', 'sau'].map(wordKey))
const aroundLevel = phraseBook(
  [
    'cấp',
    'bậc',
    'cấp học',
    'bậc học',
    'đối với',
    'đối với cấp',
    'giáo dục',
    'đối với giáo dục',
    'ngành học',
    'khối',
    'các trường',
    'trường',
    'đối với các trường',
    'cơ sở giáo dục',
    'các cơ sở giáo dục',
    'học',
    'về',
    'và',
  ].map((words) => [words, true as const]),
)

/** The school levels that a text names, in the order of the levels. */
export function levelsIn(text: string): LevelCode[] {
  const words = wordsOf(text)
  const keys = words.map((word) => word.key)
  const found = new Set<LevelCode>()
  let at = 0
  while (at < words.length) {
    const level = longestAt(levelBook, keys, at)
    if (level === null) {
      at += 1
      continue
    }
    const isElsewhere = keys.slice(Math.max(0, at - 4), at).some((key) => elsewhere.has(key))
    // "TH" alone in the middle of small letters is the level; "phổ thông" alone is none.
    const isVague = keys[at] === wordKey('phổ') && keys[at + 1] === wordKey('thông')
    if (level.value !== 'GDTX' && !isElsewhere && !isVague) found.add(level.value)
    at += level.length
  }
  return order.filter((code) => found.has(code))
}

/** The levels of a line that names nothing else: "Mầm non:", "* Cấp Tiểu học", "Đối với THCS, THPT". */
export function levelLine(text: string): LevelCode[] | null {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > 10) return null
  const keys = words.map((word) => word.key)
  let at = 0
  let hasLevel = false
  while (at < words.length) {
    const level = longestAt(levelBook, keys, at)
    const around = longestAt(aroundLevel, keys, at)
    if (level !== null) hasLevel = true
    const step = Math.max(level?.length ?? 0, around?.length ?? 0)
    if (step === 0) return null
    at += step
  }
  return hasLevel ? levelsIn(text) : null
}
