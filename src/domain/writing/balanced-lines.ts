import { breakLines, textWidth, type Weight } from './times-metrics.ts'

// Syllables that make one word or one name in the titles and issuers of this field: Vietnamese is written with
// a space after every syllable, so that nothing else tells "đào / tạo" from "tạo / năm".
const groups: ReadonlySet<string> = listed(`
  ủy ban nhân dân | uỷ ban nhân dân | hội đồng nhân dân | hội đồng | ủy ban | uỷ ban |
  mặt trận tổ quốc | ban chỉ đạo | ban quản lý | công an | văn phòng | trung tâm | thành phố | thị xã |
  thị trấn | đặc khu | địa bàn | trên địa bàn | giáo dục | đào tạo | mầm non | tiểu học | trung học |
  cơ sở | trung học cơ sở | phổ thông | trung học phổ thông | thường xuyên | nghề nghiệp | nhà trường |
  trường học | trường mầm non | trường tiểu học | học sinh | giáo viên | năm học | học kỳ | khai giảng |
  tổng kết | sơ kết | kế hoạch | báo cáo | nhiệm vụ | phương hướng | chỉ tiêu | trọng tâm | kết quả |
  thực hiện | triển khai | tổ chức | phân công | xây dựng | phát triển | quốc gia | đạt chuẩn |
  phổ cập | xóa mù chữ | xoá mù chữ | chuyển đổi số | chất lượng | kiểm định | kiểm tra | thanh tra |
  tuyển sinh | định hướng | giai đoạn | chủ yếu | công tác | quy mô | số lượng | nội vụ | y tế |
  tài chính | văn hóa | xã hội | thể thao | du lịch | lao động | thương binh | đơn vị | liên quan |
  công lập | phòng chống | an toàn | thi đua | khen thưởng | đôn đốc | tiến độ | số liệu
`)
const longestGroup = 4
// Longer is no title; setting it well would cost lines × words².
const mostLines = 8

// A new line opens best with these.
const openers: ReadonlySet<string> = listed(`
  quận | huyện | phường | xã | tỉnh | thành | thị | đặc | năm | trên | của | và | theo | cho | giai |
  từ | tại | trong | về
`)

// A line ends badly with these.
const joiners: ReadonlySet<string> = listed(`
  và | của | cho | các | về | trên | trong | theo | tại
`)

const splitGroup = 6
const splitName = 3
const afterComma = -0.35
const beforeOpener = -0.25
const afterJoiner = 0.8

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split('|').map((word) => word.trim()))
}

/**
 * A centred title in as few lines as its width allows, about equally long, broken where a reader would break
 * it: not inside a word of several syllables or a name, rather after a comma. A '\n' in the text stays a break.
 */
export function balanceLines(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
): string[] {
  return text.split('\n').flatMap((part) => balancePart(part, width, size, weight))
}

function balancePart(text: string, width: number, size: number, weight: Weight): string[] {
  const greedy = breakLines(text, width, size, weight)
  const lineCount = greedy.length
  if (lineCount === 1 || lineCount > mostLines) return greedy
  const words = text.split(' ').filter((word) => word !== '')
  const reached = [0]
  for (const word of words) reached.push((reached.at(-1) ?? 0) + textWidth(`${word} `, size, weight))
  const space = textWidth(' ', size, weight)
  const lengthOf = (start: number, end: number) => (reached[end] ?? 0) - (reached[start] ?? 0) - space
  const penalties = words.map((_, index) => breakPenalty(words, index))
  const ideal = lengthOf(0, words.length) / lineCount
  // best[line][end]: the cheapest way to set the first `end` words in `line` lines, with where the last begins.
  const best: { cost: number; start: number }[][] = [[{ cost: 0, start: 0 }]]
  for (let line = 1; line <= lineCount; line += 1) {
    best.push(
      Array.from({ length: words.length + 1 }, (_, end) => {
        let choice = { cost: Number.POSITIVE_INFINITY, start: 0 }
        for (let start = line - 1; start < end; start += 1) {
          const before = best[line - 1]?.[start]?.cost ?? Number.POSITIVE_INFINITY
          if (before === Number.POSITIVE_INFINITY) continue
          const length = lengthOf(start, end)
          if (length > width && end - start > 1) continue
          const cost =
            before + ((length - ideal) / ideal) ** 2 * 4 + (start > 0 ? (penalties[start] ?? 0) : 0)
          if (cost < choice.cost) choice = { cost, start }
        }
        return choice
      }),
    )
  }
  const lines: string[] = []
  let end = words.length
  for (let line = lineCount; line > 0; line -= 1) {
    const start = best[line]?.[end]?.start ?? 0
    lines.unshift(words.slice(start, end).join(' '))
    end = start
  }
  return lines
}

/** What it costs to begin a line with the word at `index`. */
function breakPenalty(words: readonly string[], index: number): number {
  const word = words[index] ?? ''
  const before = words[index - 1] ?? ''
  if (splitsGroup(words, index)) return splitGroup
  if (/[,;:]$/.test(before)) return afterComma
  if (isCapitalised(word) && isCapitalised(before)) return splitName
  // "năm / 2024", "Kế hoạch / - Tài chính".
  if (/^\d/.test(word) || before === '-' || word === '-') return splitName
  if (joiners.has(before.toLowerCase())) return afterJoiner
  return openers.has(word.toLowerCase()) ? beforeOpener : 0
}

function splitsGroup(words: readonly string[], index: number): boolean {
  for (let length = 2; length <= longestGroup; length += 1) {
    for (let start = index - length + 1; start < index; start += 1) {
      if (start < 0 || start + length > words.length) continue
      // A comma may stand behind the last syllable, never within.
      const group = words
        .slice(start, start + length)
        .join(' ')
        .toLowerCase()
        .replace(/[,;:.]$/, '')
      if (groups.has(group)) return true
    }
  }
  return false
}

/** "Hải An" is a name; in a line of capitals nothing can be told. */
function isCapitalised(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word)
}
