import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { balanceLines } from './balanced-lines.ts'
import { breakLines, longestWidth, textWidth } from './times-metrics.ts'

const alphabet = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'
const signs = ` 0123456789.,;:/-()%+&"'–—‘’“”…•×≥≤${alphabet}${alphabet.toUpperCase()}`

/** Advances of a font file, from its cmap (format 4) and hmtx tables, in thousandths of an em. */
function advances(path: string): (sign: string) => number {
  const font = readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${path}`))
  const tables = new Map<string, number>()
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8))
  }
  const table = (name: string) => tables.get(name) ?? 0
  const unitsPerEm = font.readUInt16BE(table('head') + 18)
  const longMetrics = font.readUInt16BE(table('hhea') + 34)
  let map = 0
  for (let index = 0; index < font.readUInt16BE(table('cmap') + 2); index += 1) {
    const at = table('cmap') + font.readUInt32BE(table('cmap') + 8 + index * 8)
    if (font.readUInt16BE(at) === 4) map = at
  }
  const segments = font.readUInt16BE(map + 6) / 2
  return (sign) => {
    const code = sign.charCodeAt(0)
    let segment = 0
    while (font.readUInt16BE(map + 14 + segment * 2) < code) segment += 1
    const start = font.readUInt16BE(map + 16 + (segments + segment) * 2)
    const offsetAt = map + 16 + (3 * segments + segment) * 2
    const offset = font.readUInt16BE(offsetAt)
    const delta = font.readInt16BE(map + 16 + (2 * segments + segment) * 2)
    const glyph =
      offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + (code - start) * 2)
    expect(glyph, `Tinos has no ${sign}`).toBeGreaterThan(0)
    return (font.readUInt16BE(table('hmtx') + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm) * 1000
  }
}

describe('widths', () => {
  test.each([
    ['regular', '400Regular/Tinos_400Regular.ttf'],
    ['bold', '700Bold/Tinos_700Bold.ttf'],
  ] as const)('of every Vietnamese letter are those of Tinos %s', (weight, path) => {
    const advance = advances(path)
    const wrong = [...signs].filter((sign) => Math.abs(textWidth(sign, 1000, weight) - advance(sign)) > 0.01)
    expect(wrong).toEqual([])
  })

  test('do not depend on how the letters are composed', () => {
    const text = 'Ủy ban nhân dân phường Ngã Bảy, đường Ơ Ư'
    expect(textWidth(text.normalize('NFD'), 14)).toBeCloseTo(textWidth(text, 14), 6)
  })

  test('of nothing are 0', () => {
    expect(textWidth('', 14)).toBe(0)
    expect(longestWidth([], 14)).toBe(0)
  })
})

describe('lines', () => {
  test('break before the word that no longer fits', () => {
    expect(breakLines('một hai ba', textWidth('một hai', 14), 14)).toEqual(['một hai', 'ba'])
    expect(breakLines('một hai ba', 1000, 14)).toEqual(['một hai ba'])
    expect(breakLines('', 100, 14)).toEqual([''])
  })

  test('leave a word alone that is wider than the line', () => {
    expect(breakLines(`a ${'x'.repeat(50)} b`, 60, 14)).toEqual(['a', 'x'.repeat(50), 'b'])
  })
})

describe('balanced lines', () => {
  test.each([
    ['ỦY BAN NHÂN DÂN PHƯỜNG HẢI AN', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG HẢI AN']],
    ['ỦY BAN NHÂN DÂN QUẬN HẢI AN', ['ỦY BAN NHÂN DÂN', 'QUẬN HẢI AN']],
    ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', ['PHÒNG GIÁO DỤC', 'VÀ ĐÀO TẠO']],
    ['TRƯỜNG MẦM NON DIỄN KIM', ['TRƯỜNG MẦM NON', 'DIỄN KIM']],
  ])('%s breaks where a reader would', (name, lines) => {
    expect(balanceLines(name, 170, 13, 'bold')).toEqual(lines)
  })

  test('a long title breaks into about equal lines, none inside a word of two syllables', () => {
    const title =
      'Kết quả thực hiện nhiệm vụ năm học 2022-2023; phương hướng, nhiệm vụ chủ yếu năm học 2023-2024'
    expect(balanceLines(title, 385, 14, 'bold')).toEqual([
      'Kết quả thực hiện nhiệm vụ năm học 2022-2023;',
      'phương hướng, nhiệm vụ chủ yếu năm học 2023-2024',
    ])
  })

  test('a figure stays with the word before it', () => {
    const starts = [330, 360, 400, 440].flatMap((width) =>
      balanceLines('Tổng kết công tác phổ cập năm 2024 và phương hướng của quý I năm 2025', width, 14).map(
        (line) => line.charAt(0),
      ),
    )
    expect(starts.filter((sign) => /\d/.test(sign))).toEqual([])
  })

  test('keep the breaks that are asked for, and all the words', () => {
    expect(balanceLines('Một\nHai', 500, 14)).toEqual(['Một', 'Hai'])
    const words = Array.from({ length: 120 }, (_, index) => `từ${index}`).join(' ')
    expect(balanceLines(words, 300, 14).join(' ')).toBe(words)
    expect(balanceLines('x'.repeat(90), 100, 14)).toEqual(['x'.repeat(90)])
    expect(balanceLines('', 100, 14)).toEqual([''])
  })
})
