import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, personSortKey, searchText, sortKey, squeeze, toNfc } from './text.ts'

function byKey(key: (text: string) => string): (a: string, b: string) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

describe('one form for storing', () => {
  test.each([
    ['', ''],
    ['Hải An'.normalize('NFD'), 'Hải An'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['12\u00a0246\u202fHS', '12 246 HS'],
    ['\ufeffKế\u200b hoạch\u00ad', 'Kế hoạch'],
    ['e\u200b\u0302\u0301', 'ế'],
    ['Tr\0ường \ud83c🏫\udfeb', 'Trường 🏫'],
  ])('%j becomes %j', (written, stored) => {
    expect(toNfc(written)).toBe(stored)
  })

  test('storing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toNfc(toNfc(text))).toBe(toNfc(text))
      }),
    )
  })

  test('words are parted by one space', () => {
    expect(squeeze('  Phòng \t GD&ĐT \n quận ')).toBe('Phòng GD&ĐT quận')
    expect(squeeze('   ')).toBe('')
  })
})

describe('one form for searching', () => {
  test.each([
    ['Trường Mầm non Đằng Lâm', 'truong mam non dang lam'],
    ['HOÀ', 'hoa'],
    ['Hòa', 'hoa'],
    ['Uỷ ban nhân dân', 'uy ban nhan dan'],
    ['ỦY BAN NHÂN DÂN', 'uy ban nhan dan'],
    ['Đề án đổi mới', 'de an doi moi'],
    ['ÐẰNG HẢI', 'dang hai'],
    ['Nguyễn\u00a0 Thị\nTươi'.normalize('NFD'), 'nguyen thi tuoi'],
    ['', ''],
  ])('%j is found as %j', (written, folded) => {
    expect(fold(written)).toBe(folded)
  })

  test('composed and decomposed text are found alike', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })

  test('several texts join and what is missing is left out', () => {
    expect(searchText('MN Cát Bi', null, undefined, 'HA-07')).toBe('mn cat bi ha-07')
    expect(searchText()).toBe('')
  })
})

const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz']
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vowel = fc
  .tuple(fc.constantFrom(...'aăâeêioôơuưy'), fc.constantFrom(...tones))
  .map((parts) => parts.join('').normalize('NFC'))
const word = fc
  .array(fc.oneof(fc.constantFrom(...letters), vowel, fc.constantFrom('A', 'Đ', 'Ê', 'Ư')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
const vietnamese = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.nat({ max: 3000 }).map(String) }),
    { minLength: 0, maxLength: 4 },
  )
  .map((words) => words.join(' '))

// The reference is the collation of CLDR in Node's ICU; case counts for nothing and digits by value, as in ours.
const collator = new Intl.Collator('vi', { sensitivity: 'accent', numeric: true })
const hasVietnamese = Intl.Collator.supportedLocalesOf('vi').length === 1

describe('one form for sorting', () => {
  test('the reference knows Vietnamese', () => {
    expect(hasVietnamese).toBe(true)
  })

  test('random words, names and numbers sort as in CLDR', () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (a, b) => {
        expect(Math.sign(byKey(sortKey)(a, b))).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 5000 },
    )
  })

  test('the same syllable with every tone sorts as in CLDR', () => {
    const all = [...'aăâeêioôơuưy'].flatMap((base) => tones.map((tone) => (base + tone).normalize('NFC')))
    const syllables = all.flatMap((one) => [one, `h${one}`, `${one}n`, `đ${one} b`])
    expect(syllables.toSorted(byKey(sortKey))).toEqual(syllables.toSorted(collator.compare))
  })

  test('schools stand in the order of a Vietnamese list', () => {
    const sorted = [
      'MN 8/3',
      'MN 10/10',
      'MN Ánh Dương',
      'MN Anh Đào',
      'MN Ấp Bắc',
      'MN Cát Bi',
      'MN Cát Bi 2',
      'MN Cát Bi 10',
      'MN Dư Hàng',
      'MN Đằng Hải',
      'MN Đằng Lâm',
      'MN Zebra',
    ]
    expect(sorted.toReversed().toSorted(byKey(sortKey))).toEqual(sorted)
  })

  test.each([
    ['THCS', 'thcs'],
    ['Tài chính - Kế hoạch', 'Tài chính Kế hoạch'],
    ['(MN) Cát Bi.', 'MN Cát Bi'],
    ['08', '8'],
    ['Hải An'.normalize('NFD'), 'Hải An'],
  ])('%j and %j sort alike', (a, b) => {
    expect(sortKey(a)).toBe(sortKey(b))
  })

  test('a foreign letter comes after ours', () => {
    expect(['Я', 'zz', 'a'].toSorted(byKey(sortKey))).toEqual(['a', 'zz', 'Я'])
  })

  test('60,000 names get their keys without a quadratic step', () => {
    const names = Array.from({ length: 60_000 }, (_, index) => `Trường Mầm non Đằng Hải ${index}`)
    const before = performance.now()
    names.forEach(sortKey)
    // A quadratic step would take minutes; the bound is far from what it takes.
    expect(performance.now() - before).toBeLessThan(30_000)
  })
})

describe('persons', () => {
  test('sort by the given name, then by family and middle name', () => {
    const sorted = ['Nguyễn Văn An', 'Phạm Thị An', 'Lê Án', 'Vũ Thị Bình', 'Bùi Hà', 'Trần Hà', 'Đỗ Thu Hạ']
    expect(sorted.toReversed().toSorted(byKey(personSortKey))).toEqual(sorted)
  })

  test('a name of one word or none has a key', () => {
    expect(personSortKey('Hà')).toBe(sortKey('Hà'))
    expect(personSortKey('')).toBe('')
    expect(personSortKey('  Nguyễn   An ')).toBe(personSortKey('Nguyễn An'))
  })
})
