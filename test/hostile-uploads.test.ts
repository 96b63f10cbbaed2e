// Files made to mislead or to break, at every upload of the contract: refused in words of both languages, and nothing stored.
import { deflateSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { craftDocx, craftXlsx, craftZip } from '#server/formats/crafted-zip.ts'
import { endpoints } from './support/endpoints.ts'
import { rightCalls, unexpectedIn } from './support/right-calls.ts'
import { type Reply, routeTest as test, type Scene } from './support/route-test.ts'
import { urlOf, validValues } from './support/valid-call.ts'
import { wholeState } from './support/whole-state.ts'

const uploads = [...endpoints].filter(([, endpoint]) => endpoint.upload)
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(4000, 0xcc)])
const paragraph = '<w:p><w:r><w:t>Kế hoạch năm học</w:t></w:r></w:p>'
const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
const macroTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'

// The container that Word and Excel put around a document with a password: a compound file that names its streams.
function compound(...streams: string[]): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  return Buffer.concat([
    head,
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ])
}

const hostile: [what: string, fileName: string, bytes: Uint8Array, reasons: readonly string[]][] = [
  ['nothing', 'ke-hoach.docx', new Uint8Array(), ['empty_file']],
  ['a picture renamed to a document', 'ke-hoach.docx', png, ['renamed']],
  ['a picture renamed to a workbook', 'so-lieu.xlsx', png, ['renamed']],
  ['a text renamed to a workbook', 'so-lieu.xlsx', text('Kế hoạch'), ['renamed']],
  ['a text renamed to a PDF', 'ke-hoach.pdf', text('Kế hoạch'), ['renamed']],
  ['a program', 'cai-dat.exe', program, ['unknown_format', 'not_evidence']],
  ['a program renamed', 'ke-hoach.pdf', program, ['renamed']],
  [
    'a script',
    'chay.bat',
    Buffer.concat([Buffer.from('\x7fELF'), program]),
    ['unknown_format', 'not_evidence'],
  ],
  [
    'a ZIP of other files',
    'ho-so.zip',
    craftZip([{ name: 'a.exe', data: program }]),
    ['unknown_format', 'not_evidence'],
  ],
  [
    '50 MB of nothing in 50 KB',
    'ke-hoach.docx',
    craftDocx(paragraph, { 'word/media/a.bmp': '\0'.repeat(50_000_000) }),
    ['bomb'],
  ],
  [
    'a workbook with macros',
    'so-lieu.xlsm',
    craftXlsx(sheet, { '[Content_Types].xml': macroTypes }),
    ['macro'],
  ],
  [
    'a workbook with macros, renamed',
    'so-lieu.xlsx',
    craftXlsx(sheet, { '[Content_Types].xml': macroTypes }),
    ['macro'],
  ],
  [
    'a workbook with a macro inside',
    'so-lieu.xlsx',
    craftXlsx(sheet, { 'xl/vbaProject.bin': 'x' }),
    ['macro'],
  ],
  [
    'an old workbook with macros',
    'so-lieu.xls',
    compound('Workbook', '_VBA_PROJECT_CUR', '_VBA_PROJECT'),
    ['macro', 'old_excel'],
  ],
  ['a document with a password', 'ke-hoach.docx', compound('EncryptedPackage'), ['encrypted']],
  ['a workbook with a password', 'so-lieu.xlsx', compound('EncryptedPackage'), ['encrypted']],
  ['a document cut off', 'ke-hoach.docx', craftDocx(paragraph.repeat(200)).subarray(0, 400), ['corrupt']],
  ['a workbook cut off', 'so-lieu.xlsx', craftXlsx(sheet).subarray(0, -30), ['corrupt']],
  [
    'an entity that reads a file of the server',
    'ke-hoach.docx',
    craftDocx(paragraph, {
      'word/document.xml': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>`,
    }),
    // Where a workbook is asked for, a document is refused before anything in it is read.
    ['forbidden_xml', 'not_a_workbook'],
  ],
  [
    'an entity in a workbook',
    'so-lieu.xlsx',
    craftXlsx('', {
      'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1/">]><worksheet>&a;</worksheet>`,
    }),
    ['forbidden_xml', 'not_a_document'],
  ],
  [
    'a path that leads out of the archive',
    'ke-hoach.docx',
    craftZip([{ name: '../../etc/cron.d/x', data: 'x' }]),
    ['unsafe_archive'],
  ],
]

async function send(scene: Scene, work: (ask: Ask) => Promise<void>): Promise<string[]> {
  const calls = await rightCalls(scene, ({ upload }) => upload)
  expect(calls.map((call) => call.name)).toEqual(uploads.map(([name]) => name))
  return await unexpectedIn(scene, async (note) => {
    for (const { name, endpoint, caller, known } of calls) {
      const [params] = validValues(endpoint.params, known)
      const [query] = validValues(endpoint.query, known)
      await work(async (what, fileName, bytes, headers) => {
        note(`${name}: ${what}`)
        // Params and queries are objects in every contract.
        const url = urlOf(endpoint, params as Record<string, unknown>, {
          ...(query as Record<string, unknown>),
          fileName,
        })
        return {
          name,
          reply: await caller.upload(endpoint.method === 'PUT' ? 'PUT' : 'POST', url, bytes, headers),
        }
      })
    }
  })
}
type Ask = (
  what: string,
  fileName: string,
  bytes: Uint8Array,
  headers?: Record<string, string>,
) => Promise<{ name: string; reply: Reply }>

describe('every upload', () => {
  test('refuses hostile files in the words of the caller, soon, and stores nothing', async ({ scene }) => {
    let before: Record<string, string> | null = null
    const wrong: string[] = []
    const slow: string[] = []
    const unexpected = await send(scene, async (ask) => {
      before ??= await wholeState(scene.db, scene.services.files)
      for (const [what, fileName, bytes, reasons] of hostile) {
        const begun = performance.now()
        const { name, reply } = await ask(what, fileName, bytes)
        const { reply: english } = await ask(what, fileName, bytes, { 'accept-language': 'en' })
        if (performance.now() - begun > 20_000) slow.push(`${name}: ${what}`)
        const { code, reason, detail } = reply.json ?? {}
        const asked = [reply.status, code].join(' ') === '422 file_refused' && reasons.includes(reason)
        // A sentence that says what to do, in the language of the caller.
        const plain = /Hãy|nhận ở dạng/.test(detail) && detail !== english.json?.detail
        const translated = /^[\u0000-\u007f“”…]+$/.test(String(english.json?.detail).replace(fileName, ''))
        if (!asked || !plain || !translated || english.json.reason !== reason)
          wrong.push(
            `${name}: ${what}: ${reply.status} ${JSON.stringify(reply.json)} ${english.json?.detail}`,
          )
      }
    })
    expect(unexpected).toEqual([])
    expect(wrong).toEqual([])
    expect(slow).toEqual([])
    expect(await wholeState(scene.db, scene.services.files)).toEqual(before)
  }, 300_000)

  test('takes a name that leads elsewhere for a name, and hands it out as one line', async ({ scene }) => {
    const names = [
      '../../../etc/passwd.txt',
      'a\r\nSet-Cookie: x=1.txt',
      '"; filename="b.exe.txt',
      '\u202etxt.exe.txt',
      '.txt',
      `${'a'.repeat(240)}.txt`,
    ]
    const unexpected = await send(scene, async (ask) => {
      for (const fileName of names) {
        const { name, reply } = await ask('a name', fileName, text('KẾ HOẠCH\nNăm học 2024-2025'))
        expect([name, fileName, reply.status < 500]).toEqual([name, fileName, true])
        if (reply.json.planId === undefined) continue
        const file = await scene.as.hung.get(`/api/plans/${reply.json.planId}/file`)
        expect([fileName, file.status]).toEqual([fileName, 200])
        const disposition = String(file.headers['content-disposition'])
        expect(disposition).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.!~*'()%-]*$/)
        expect(file.headers['set-cookie']).toBeUndefined()
        expect(file.headers['x-content-type-options']).toBe('nosniff')
      }
    })
    expect(unexpected).toEqual([])
  }, 120_000)

  test('reads past signs in a file that no database holds', async ({ scene }) => {
    const wide = (content: string) =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')])
    const body = 'KẾ HOẠCH\nNăm học 2024-2025\nNội dung\0 số 1 \ud800 và số 2'
    const inCells = `<sheetData>${['Mã đơn vị', 'a_x0000_b', 'a_xD800_b', '_xDC00_']
      .map(
        (cell, row) =>
          `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c></row>`,
      )
      .join('')}</sheetData>`
    const files: [string, Uint8Array][] = [
      ['rong.txt', wide(body)],
      ['ke-hoach.txt', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)])],
      ['trang.html', text('<html><body><p>KẾ HOẠCH &#0; &#xD800; &#x110000;</p></body></html>')],
      ['ke-hoach.docx', craftDocx('<w:p><w:r><w:t>KẾ HOẠCH &#xD800; x</w:t></w:r></w:p>')],
      ['ke-hoach.pdf', pdfOf('(KE HOACH \\000 nam hoc) Tj')],
      ['so-lieu.xlsx', craftXlsx(inCells)],
    ]
    const answers: string[] = []
    const unexpected = await send(scene, async (ask) => {
      for (const [fileName, bytes] of files) {
        const { name, reply } = await ask(fileName, fileName, bytes)
        if (reply.status >= 500) answers.push(`${name} ${fileName} ${reply.status}`)
        // What the format's own readers let through is read back as well.
        if (reply.json.planId !== undefined)
          expect((await scene.as.hung.get(`/api/plans/${reply.json.planId}/source`)).status).toBe(200)
      }
    })
    expect(unexpected).toEqual([])
    expect(answers).toEqual([])
  }, 120_000)
})

function pdfOf(shown: string): Uint8Array {
  const content = deflateSync(Buffer.from(`BT /F1 12 Tf 50 700 Td ${shown} ET`)).toString('latin1')
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Count 1/Kids[10 0 R]>>endobj',
    `3 0 obj<</Filter/FlateDecode/Length ${content.length}>>stream\n${content}\nendstream endobj`,
    '4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    '10 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>endobj',
  ]
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF`, 'latin1')
}
