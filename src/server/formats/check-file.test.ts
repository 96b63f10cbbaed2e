import { describe, expect, test } from 'vitest'
import { checkFile } from './check-file.ts'
import { craftDocx, craftXlsx, craftZip } from './crafted-zip.ts'
import { FormatRefusal, refusalCodes } from './format-refusal.ts'
import { refusalText, refusalTexts } from './refusal-texts.ts'
import { refusalOfKind } from './sniff.ts'

function check(bytes: Uint8Array, name: string): string {
  try {
    return checkFile(bytes, name).kind
  } catch (error) {
    if (error instanceof FormatRefusal)
      return `${error.code}${error.detail['actual'] === undefined ? '' : ` ${error.detail['actual']}`}`
    throw error
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A compound file of the old Office, with the names of its streams. */
function compound(...streams: string[]): Uint8Array {
  const bytes = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  for (const [index, name] of streams.entries()) bytes.write(name, 1024 + index * 128, 'utf16le')
  return Uint8Array.from(bytes)
}

function withType(type: string): Uint8Array {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${type}"/></Types>`
  return craftZip([{ name: '[Content_Types].xml', data: types }])
}

const pdf = utf8('%PDF-1.7\n')
const docx = craftDocx('')
const xlsx = craftXlsx('')
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])

describe('what a file really is', () => {
  test.each([
    ['kế hoạch.pdf', pdf, 'pdf'],
    ['có chữ đứng trước.pdf', utf8(`rác\n%PDF-1.4`), 'pdf'],
    ['kế hoạch.docx', docx, 'docx'],
    ['số liệu.xlsx', xlsx, 'xlsx'],
    ['SỐ LIỆU.XLSX', xlsx, 'xlsx'],
    ['không có đuôi', docx, 'docx'],
    ['bản nháp số 2.1', pdf, 'pdf'],
    ['a.txt', utf8('Kế hoạch'), 'text'],
    ['a.txt', utf8('<html>đoạn mã</html>'), 'html'],
    ['a.md', utf8('# Kế hoạch'), 'text'],
    ['a.html', utf8('\ufeff<!-- x -->\n<!DOCTYPE html><p>Kế hoạch'), 'html'],
    ['a.htm', utf8('<?xml version="1.0"?><html xmlns="x"/>'), 'html'],
    ['a.doc', compound('WordDocument', '1Table'), 'doc'],
    ['a.xls', compound('Workbook'), 'xls'],
    ['a.rtf', utf8('{\\rtf1 x}'), 'rtf'],
    [
      'a.odt',
      craftZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }]),
      'odt',
    ],
    [
      'a.ods',
      craftZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'ods',
    ],
    [
      'a.pptx',
      withType('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
      'pptx',
    ],
    ['a.zip', craftZip([{ name: 'ke-hoach.docx', data: 'x' }]), 'zip'],
    ['a.png', png, 'image'],
    ['a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'image'],
    ['a.exe', utf8('MZ\u0090'), 'unknown'],
    ['a', Uint8Array.from([1, 2, 3, 0, 255, 254]), 'unknown'],
    ['a.xml', utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'), 'unknown'],
    ['a.mht', utf8('MIME-Version: 1.0\n'), 'unknown'],
  ])('%s', (name, bytes, kind) => {
    expect(check(bytes, name)).toBe(kind)
  })
})

describe('refused', () => {
  test.each([
    ['a PDF named .docx', pdf, 'a.docx', 'renamed pdf'],
    ['a DOCX named .pdf', docx, 'a.pdf', 'renamed docx'],
    ['a DOCX named .doc', docx, 'a.doc', 'renamed docx'],
    ['a workbook named .docx', xlsx, 'a.docx', 'renamed xlsx'],
    ['a web page named .xls', utf8('<table><tr><td>1'), 'a.xls', 'renamed html'],
    ['an archive named .xlsx', craftZip([{ name: 'x', data: 'x' }]), 'a.xlsx', 'renamed zip'],
    ['a picture named .pdf', png, 'a.pdf', 'renamed image'],
    ['an old document named .docx', compound('WordDocument'), 'a.docx', 'renamed doc'],
    ['a document without macros named .docm', docx, 'a.docm', 'renamed docx'],
    ['nothing', new Uint8Array(), 'a.docx', 'empty_file'],
    ['a mark alone', utf8('\ufeff \n'), 'a.txt', 'empty_file'],
    ['a workbook with a password', compound('EncryptionInfo', 'EncryptedPackage'), 'a.xlsx', 'encrypted'],
    [
      'a document of macros',
      withType('application/vnd.ms-word.document.macroEnabled.main+xml'),
      'a.docm',
      'macro',
    ],
    [
      'a workbook of macros named .xlsx',
      withType('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      'a.xlsx',
      'macro',
    ],
    ['a project of macros inside', craftZip([{ name: 'xl/vbaProject.bin', data: 'x' }]), 'a.xlsx', 'macro'],
    [
      'a DTD in the list of parts',
      craftZip([{ name: '[Content_Types].xml', data: '<!DOCTYPE a><Types/>' }]),
      'a.docx',
      'forbidden_xml',
    ],
    [
      'a list of parts that is none',
      craftZip([{ name: '[Content_Types].xml', data: '<Types>' }]),
      'a.docx',
      'corrupt',
    ],
    ['a cut container', docx.subarray(0, 200), 'a.docx', 'corrupt'],
    ['a path that leads out', craftZip([{ name: '../x', data: 'x' }]), 'a.docx', 'unsafe_archive'],
    ['60 MB', Buffer.alloc(60 * 1024 * 1024, 'a'), 'a.txt', 'too_large'],
  ])('%s', (_what, bytes, name, code) => {
    expect(check(bytes, name)).toBe(code)
  })
})

describe('what is said', () => {
  test('every code has a sentence in both languages that names what it is given', () => {
    for (const code of refusalCodes) {
      const refusal = new FormatRefusal(code, {
        name: 'a.docx',
        actual: 'pdf',
        pages: 500,
        most: 400,
        sheet: 'Lớp',
        rows: 1,
        columns: 2,
        cells: 3,
        seconds: 60,
      })
      for (const language of ['vi', 'en'] as const) {
        expect(refusalText(refusal, language), code).not.toMatch(/[{}]|undefined/)
        expect(refusalTexts[language][code], code).toMatch(/\.$/)
      }
    }
  })

  test('a kind is named in words', () => {
    const refusal = new FormatRefusal('renamed', { name: 'kế hoạch.docx', actual: 'pdf' })
    expect(refusalText(refusal, 'vi')).toContain('“kế hoạch.docx” không đúng: thực chất đây là tệp PDF.')
    expect(refusalText(refusal, 'en')).toContain('this is a PDF file.')
  })

  test('a workbook for a document and the other way round are told apart', () => {
    expect(refusalOfKind('xlsx', 'document')).toBe('not_a_document')
    expect(refusalOfKind('docx', 'workbook')).toBe('not_a_workbook')
    expect(refusalOfKind('doc', 'workbook')).toBe('old_word')
  })
})
