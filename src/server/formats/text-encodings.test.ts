import { describe, expect, test } from 'vitest'
import { decodeBytes, fromFont, unmaskOldFont } from './text-encodings.ts'

const sentence = 'Trường Tiểu học Đông Hải: kế hoạch năm học và nhiệm vụ của các đơn vị được giao'
// The same sentence as the two old fonts store it.
const tcvn3 = 'Tr­êng TiÓu häc §«ng H¶i: kÕ ho¹ch n¨m häc vµ nhiÖm vô cña c¸c ®¬n vÞ ®­îc giao'
const vni = 'Tröôøng Tieåu hoïc Ñoâng Haûi: keá hoaïch naêm hoïc vaø nhieäm vuï cuûa caùc ñôn vò ñöôïc giao'

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function wide(text: string, big: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('bytes', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(sentence), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${sentence}`), 'utf-8'],
    ['UTF-16 with a mark', wide(`\ufeff${sentence}`, false), 'utf-16le'],
    ['UTF-16 the other way round', wide(`\ufeff${sentence}`, true), 'utf-16be'],
    ['UTF-16 without a mark', wide(sentence, false), 'utf-16le'],
    ['UTF-16 the other way round without a mark', wide(sentence, true), 'utf-16be'],
    ['TCVN3', latin(tcvn3), 'tcvn3'],
    ['VNI', latin(vni), 'vni'],
  ])('in %s are read', (_name, bytes, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ text: sentence, encoding })
  })

  test('in Windows-1258 are read and composed', () => {
    // ê and the acute (ec), a and the dot below (f2), đ (f0).
    const bytes = latin('K\u00ea\u00ec hoa\u00f2ch v\u00e0 \u00f0o c\u00f4ng t\u00e1c')
    expect(decodeBytes(bytes)).toEqual({ text: 'Kế hoạch và đo công tác', encoding: 'windows-1258' })
  })

  test('of western dashes and quotation marks are these signs, whatever Node makes of them', () => {
    expect(decodeBytes(latin('na\u00efve \u0096 \u0093x\u0094'))).toEqual({
      text: 'naïve – “x”',
      encoding: 'latin1',
    })
  })

  test('with a zero among them are no text, none at all are an empty one', () => {
    expect(decodeBytes(Uint8Array.from([65, 66, 0, 67, 0xff, 0]))).toBeUndefined()
    expect(decodeBytes(new Uint8Array())?.text).toBe('')
  })

  test('of UTF-8 with a few broken ones stay UTF-8', () => {
    const bytes = new TextEncoder().encode(sentence.repeat(20))
    bytes[3] = 0xff
    expect(decodeBytes(bytes)?.text).toContain('nhiệm vụ của các đơn vị')
  })
})

describe('letters of an old font in a Unicode text', () => {
  test('are told from Vietnamese and from other languages', () => {
    expect(unmaskOldFont(tcvn3)).toEqual({ text: sentence, encoding: 'tcvn3' })
    expect(unmaskOldFont(vni)).toEqual({ text: sentence, encoding: 'vni' })
    expect(unmaskOldFont(sentence)).toBeNull()
    expect(unmaskOldFont(sentence.normalize('NFD'))).toBeNull()
    expect(unmaskOldFont('Le français où les élèves ont été à l’école, été, naïve')).toBeNull()
    expect(unmaskOldFont('')).toBeNull()
  })

  test('are read by the name of the font', () => {
    expect(fromFont(tcvn3, '.VnTime')).toBe(sentence)
    expect(fromFont('kÕ ho¹ch', '.VnTimeH')).toBe('KẾ HOẠCH')
    expect(fromFont('kÕ ho¹ch', 'ABCDEF+.VnTimeH,Bold')).toBe('KẾ HOẠCH')
    expect(fromFont(vni, 'VNI-Times')).toBe(sentence)
    expect(fromFont('KEÁ HOAÏCH Ñ', 'VNI-Times')).toBe('KẾ HOẠCH Đ')
    expect(fromFont(sentence, 'Times New Roman')).toBeNull()
  })
})
