import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/basics/text.ts'
import { allUnits } from './demo-units.ts'
import { planNames } from './plan-names.ts'

// The demo retells two documents that belong to others: their figures, names and months, none of their sentences.
const runLength = 6
const documents = ['hai-an-plan-2024-2025.txt', 'kien-an-report-2022-2023.txt'].map(
  (name) => `../shared/documents/${name}`,
)

/** Names of legal documents, events and titles: who speaks of them has no other words. */
const fixedNames = [
  'Nghị quyết số 08-NQ/ĐH ngày 31/7/2020 của Đảng bộ quận Hải An, nhiệm kỳ 2020-2025',
  'Kế hoạch số 237/KH-UBND ngày 15/11/2022 của Ủy ban nhân dân quận về phát triển Giáo dục và Đào tạo quận đến năm 2025, định hướng đến năm 2030',
  'Nghị định số 71/2020/NĐ-CP',
  'Hội thi giáo viên dạy giỏi cấp quận',
  'Hội thi giáo viên chủ nhiệm giỏi cấp quận',
  'Hội nghị cán bộ, viên chức',
  'Chương trình giáo dục phổ thông 2018',
  'Bộ Giáo dục và Đào tạo',
  'Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ',
  'ngày Nhà giáo Việt Nam 20/11',
  'thi tốt nghiệp Trung học phổ thông năm 2025',
  'Phổ cập Trung học và Nghề',
  'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
  'trường Tiểu học, Trung học cơ sở',
  'Trung học cơ sở',
  'Trung học phổ thông',
  'Phó Chủ tịch Ủy ban nhân dân',
]

function wordsOf(text: string): string[] {
  return fold(text)
    .replaceAll(/\s*-\s*/g, '-')
    .split(/[^\p{L}\d.,%/-]+/u)
    .map((word) => word.replaceAll(/^[.,/-]+|[.,/-]+$/g, ''))
    .filter((word) => word !== '')
}

const names = [
  ...fixedNames,
  ...Object.keys(planNames),
  ...allUnits.flatMap((unit) => [unit.officialName, unit.shortName, ...unit.otherNames]),
]
  .map(wordsOf)
  .filter((words) => words.length > 1)
  .toSorted((a, b) => b.length - a.length)

/** The words with every name taken out; null stands where one was, and breaks a run. */
function withoutNames(text: string): (string | null)[] {
  const words: (string | null)[] = wordsOf(text)
  for (const name of names) {
    for (let at = 0; at + name.length <= words.length; at += 1) {
      if (name.every((word, index) => words[at + index] === word)) words.fill(null, at, at + name.length)
    }
  }
  return words
}

function runsOf(words: readonly (string | null)[]): string[] {
  return words.flatMap((_, at) => {
    const run = words.slice(at, at + runLength)
    return run.length === runLength && !run.includes(null) ? [run.join(' ')] : []
  })
}

/** Every text in quotes of the files beside this one. */
function textsOf(file: string): string[] {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  return [...source.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map((match) => match[1] ?? match[2] ?? '')
}

const files = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

describe.skipIf(!existsSync('../shared'))('the demo speaks its own words', () => {
  test('knows a copied sentence when it sees one', () => {
    const [plan = ''] = documents
    const original = new Set(runsOf(wordsOf(readFileSync(plan, 'utf8'))))
    const copied = 'Điểm bình quân các môn thi vào lớp 10 THPT đứng tốp đầu thành phố'
    expect(runsOf(withoutNames(copied)).some((run) => original.has(run))).toBe(true)
  })

  test.each(files)('%s has no run of six words in common with the documents', (file) => {
    const original = new Set(documents.flatMap((path) => runsOf(wordsOf(readFileSync(path, 'utf8')))))
    const common = textsOf(file).flatMap((text) =>
      runsOf(withoutNames(text)).filter((run) => original.has(run)),
    )
    expect(common).toEqual([])
  })
})
