import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ArchiveLimits, archiveLimits, openArchive } from './archive.ts'
import { type CraftedEntry, craftZip } from './crafted-zip.ts'

const small: ArchiveLimits = {
  entries: 10,
  entryBytes: 4_000_000,
  totalBytes: 8_000_000,
  ratio: 100,
  ratioFrom: 1000,
}

function verdict(bytes: Uint8Array, limits: ArchiveLimits = small): string {
  const opened = openArchive(bytes, limits)
  return opened.ok ? 'ok' : opened.reason
}

function read(bytes: Uint8Array, name: string): string | null {
  const opened = openArchive(bytes, small)
  if (!opened.ok) return opened.reason
  const found = opened.value.read(name)
  if (found === null) return null
  return found.ok ? new TextDecoder().decode(found.value) : found.reason
}

function zip(entry: Partial<CraftedEntry>, ...others: CraftedEntry[]): Uint8Array {
  return craftZip([{ name: 'a.xml', data: 'kế hoạch', ...entry }, ...others])
}

describe('an honest container', () => {
  test('is opened and its parts are read, whatever wrote it', () => {
    expect(read(zip({}), 'a.xml')).toBe('kế hoạch')
    expect(read(zip({ stored: true }), 'A.XML')).toBe('kế hoạch')
    expect(read(zip({ data: '' }), 'a.xml')).toBe('')
    expect(read(zipSync({ 'a.xml': new TextEncoder().encode('từ fflate') }), 'a.xml')).toBe('từ fflate')
    expect(read(craftZip([{ name: 'a.xml', data: 'x' }], { comment: 'một ghi chú' }), 'a.xml')).toBe('x')
    expect(read(zip({}), 'b.xml')).toBeNull()
  })

  test('with folders by backslash has them by slash', () => {
    const opened = openArchive(
      craftZip([
        { name: 'word\\document.xml', data: 'x' },
        { name: 'word/', data: '', stored: true },
      ]),
    )
    expect(opened.ok && opened.value.names).toEqual(['word/document.xml'])
  })

  test('without an entry is opened too', () => {
    expect(verdict(craftZip([]))).toBe('ok')
  })
})

describe('refused', () => {
  test.each([
    ['nothing at all', new Uint8Array(), 'not_a_zip'],
    ['a text', new TextEncoder().encode('PK hoạch năm học, không phải tệp nén'), 'not_a_zip'],
    ['a container that was cut off', zip({}).subarray(0, 40), 'corrupt'],
    ['a container whose end is missing', zip({}).subarray(0, -5), 'corrupt'],
    ['an encrypted entry', zip({ claims: { flags: 0x801 } }), 'encrypted'],
    ['an entry encrypted by its local header', zip({ local: { flags: 1 } }), 'encrypted'],
    ['a masked directory', zip({ claims: { flags: 0x2800 } }), 'encrypted'],
    [
      'more entries than allowed',
      craftZip(Array.from({ length: 11 }, (_, index) => ({ name: `${index}`, data: '' }))),
      'too_many_entries',
    ],
    [
      'a directory that says it is ZIP64',
      craftZip([{ name: 'a', data: '' }], { count: 0xffff }),
      'too_many_entries',
    ],
    ['a directory that names more than it has', craftZip([{ name: 'a', data: '' }], { count: 3 }), 'corrupt'],
    [
      'a directory that names less than it has',
      craftZip(
        [
          { name: 'a', data: 'x' },
          { name: 'b', data: 'y' },
        ],
        { count: 1 },
      ),
      'corrupt',
    ],
    ['an entry that claims 200 MB', zip({ claims: { inflated: 200_000_000 } }), 'too_large'],
    [
      'an entry that claims ZIP64 sizes',
      zip({ claims: { inflated: 0xffffffff, packed: 0xffffffff } }),
      'too_large',
    ],
    [
      'entries that are too much together',
      craftZip(
        ['a', 'b', 'c'].map((name) => ({
          name,
          data: 'x',
          claims: { inflated: 3_900_000, packed: 100_000 },
        })),
      ),
      'too_large',
    ],
    ['an entry a thousand times its packed size', zip({ data: new Uint8Array(1_000_000) }), 'bomb'],
    [
      'entries that share their bytes',
      zip({ claims: {} }, { name: 'b.xml', data: 'x', claims: { offset: 0 }, local: {} }),
      'bomb',
    ],
    ['an unknown way of packing', zip({ claims: { method: 12 } }), 'corrupt'],
    ['a stored entry of two sizes', zip({ stored: true, claims: { inflated: 5 } }), 'corrupt'],
    ['an entry that begins behind the end', zip({ claims: { offset: 60_000 } }), 'corrupt'],
    ['an entry longer than the file', zip({ claims: { packed: 60_000 } }), 'corrupt'],
    ['a name that differs in the local header', zip({ local: { name: 'b.xml' } }), 'corrupt'],
    ['two entries of one name', zip({}, { name: 'A.xml', data: 'y' }), 'duplicate_name'],
    ['a path that leads out', zip({ name: 'word/../../etc/passwd' }), 'unsafe_path'],
    ['a path from the root', zip({ name: '/etc/passwd' }), 'unsafe_path'],
    ['a path on a drive', zip({ name: 'C:\\windows\\a.dll' }), 'unsafe_path'],
    ['a name with a control sign', zip({ name: 'a\u0000.xml' }), 'unsafe_path'],
    ['a project of macros', zip({ name: 'xl/vbaProject.bin' }), 'macro'],
    ['a sheet of old macros', zip({ name: 'xl/macrosheets/sheet1.xml' }), 'macro'],
  ])('%s', (_name, bytes, reason) => {
    expect(verdict(bytes)).toBe(reason)
  })

  test('an entry that is longer than it claims stops at what it claims', () => {
    const bytes = craftZip([{ name: 'a.xml', data: new Uint8Array(3_000_000), claims: { inflated: 900 } }])
    expect(read(bytes, 'a.xml')).toBe('bomb')
  })

  test('an entry that is shorter than it claims, or has other bytes, is broken', () => {
    expect(read(zip({ claims: { inflated: 30 } }), 'a.xml')).toBe('corrupt')
    expect(read(zip({ claims: { checksum: 1 } }), 'a.xml')).toBe('corrupt')
  })

  test('a flipped byte in every place gives an answer and never another content', () => {
    const bytes = zip({ data: 'kế hoạch năm học '.repeat(20) })
    for (let at = 0; at < bytes.length; at++) {
      const broken = Uint8Array.from(bytes)
      broken[at] = (broken[at] ?? 0) ^ 0x41
      const found = read(broken, 'a.xml')
      if (found !== null)
        expect(found.length < 20 || found === 'kế hoạch năm học '.repeat(20), `byte ${at}: ${found}`).toBe(
          true,
        )
    }
  })

  test('a container of 60,000 tiny entries is refused before it is listed', () => {
    const bytes = craftZip([{ name: 'a', data: '' }], { count: 60_000 })
    expect(verdict(bytes, archiveLimits)).toBe('too_many_entries')
  })
})
