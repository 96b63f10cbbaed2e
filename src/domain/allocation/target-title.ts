import { fold } from '#domain/basics/text.ts'
import type { LevelCode } from '#domain/reading/reading.ts'

type Language = 'vi' | 'en'
const levelWords: Readonly<Record<LevelCode, Record<Language, string>>> = {
  MN: { vi: 'Mầm non', en: 'Preschool' },
  TH: { vi: 'Tiểu học', en: 'Primary' },
  THCS: { vi: 'Trung học cơ sở', en: 'Lower secondary' },
  THPT: { vi: 'Trung học phổ thông', en: 'Upper secondary' },
}
// "có 291 lớp với 12.246 học sinh": of a second figure of a sentence the joining word is left.
const joining = /^(?:và|với|cùng với|trong đó|riêng)\s+/iu

/**
 * A target by itself, out of its sentence: 'với 12.246 học sinh' of the primary level is 'Tiểu học: 12.246 học sinh'.
 * A statement that names its level, or stands for all of them, stays as it was printed.
 */
export function targetTitle(
  { statement, levels }: { statement: string; levels: readonly LevelCode[] },
  language: Language,
): string {
  const names = levels.map((level) => levelWords[level])
  const said = fold(statement)
  if (names.length === 0 || names.length === 4 || names.some((name) => said.includes(fold(name.vi))))
    return statement
  const rest = statement.replace(joining, '')
  return `${names.map((name) => name[language]).join(', ')}: ${rest}`
}
