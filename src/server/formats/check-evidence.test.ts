import { describe, expect, test } from 'vitest'
import { samplePlan } from '#domain/writing/official-document-samples.ts'
import { checkEvidence } from './check-evidence.ts'
import { craftDocx, craftXlsx, craftZip } from './crafted-zip.ts'
import { writeDocx } from './docx-write.ts'
import { FormatRefusal } from './format-refusal.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const bytes = (hex: string): Uint8Array => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(100)])

function compound(...streams: string[]): Uint8Array {
  const names = streams.map((name) => Buffer.from(`${name}\0`, 'utf16le'))
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...names])
}

const documentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const slides = craftZip([
  {
    name: '[Content_Types].xml',
    data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
  },
])

function refusalOf(content: Uint8Array, fileName: string): string {
  try {
    checkEvidence(content, fileName)
    return 'taken'
  } catch (error) {
    if (error instanceof FormatRefusal) return error.code
    throw error
  }
}

describe('evidence', () => {
  test.each([
    ['Biên bản.docx', craftDocx('')],
    ['Danh sách.xlsx', craftXlsx('')],
    ['Trình chiếu.pptx', slides],
    ['Biên bản.doc', compound('WordDocument')],
    ['Danh sách.xls', compound('Workbook')],
    ['Quyết định.pdf', text('%PDF-1.4\n')],
    ['Ảnh.jpg', bytes('ffd8ffe000104a464946')],
    ['Ảnh.png', bytes('89504e470d0a1a0a')],
    ['Ảnh.heic', bytes('000000186674797068656963')],
    ['Ghi chép.txt', text('Đã họp ngày 05/9')],
    ['không có đuôi', text('Đã họp ngày 05/9')],
  ])('is taken as offices exchange it: %s', (fileName, content) => {
    expect(refusalOf(content, fileName)).toBe('taken')
  })

  test('that we wrote ourselves is taken', async () => {
    expect(refusalOf(await writeDocx(samplePlan()), 'ke-hoach.docx')).toBe('taken')
  })

  test.each([
    ['a.txt', text(''), 'empty_file'],
    ['a.exe', bytes('4d5a9000'), 'not_evidence'],
    ['a.html', text('<html><body>x</body></html>'), 'not_evidence'],
    ['a.zip', craftZip([{ name: 'a.txt', data: 'x' }]), 'not_evidence'],
    ['a.docx', text('Đã họp'), 'renamed'],
    ['a.doc', compound('WordDocument', '_VBA_PROJECT'), 'macro'],
    ['a.xlsx', craftXlsx('', { 'xl/vbaProject.bin': 'x' }), 'macro'],
    ['a.docx', craftDocx('', { 'customXml/item1.xml': '<!DOCTYPE x><x/>' }), 'forbidden_xml'],
    [
      'a.docx',
      craftZip([
        { name: '[Content_Types].xml', data: documentTypes },
        { name: 'b', data: 'x', claims: { checksum: 1 } },
      ]),
      'corrupt',
    ],
  ])('that could do harm is refused: %s %#', (fileName, content, code) => {
    expect(refusalOf(content, fileName)).toBe(code)
  })
})
