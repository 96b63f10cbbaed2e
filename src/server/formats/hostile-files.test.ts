// What is made to break a reader: each ends in a plain refusal, soon, with little memory, and the next file is read.
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { SourceBlock } from '#domain/reading/source.ts'
import { samplePlan } from '#domain/writing/official-document-samples.ts'
import { craftDocx, craftXlsx, craftZip } from './crafted-zip.ts'
import { writeDocx } from './docx-write.ts'
import { FormatRefusal, refusalCodes } from './format-refusal.ts'
import { writePdf } from './pdf-write.ts'
import { readSource } from './read-source.ts'
import { conversionLimits, readSourceInWorker, readWorkbookInWorker } from './run-in-worker.ts'
import { type ReadWorkbook, readWorkbook } from './xlsx-read.ts'

// The first use of the worker bundles it.
vi.setConfig({ testTimeout: 30_000 })
afterAll(() => vi.resetConfig())

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

async function refusalOf(reading: () => Promise<unknown>): Promise<string> {
  try {
    await reading()
  } catch (error) {
    if (error instanceof FormatRefusal) return error.code
    throw error
  }
  return 'read'
}

/** The answer, after a bound of time and memory was held. */
async function bounded(reading: () => Promise<unknown>, milliseconds = 10_000): Promise<string> {
  const memory = process.memoryUsage.rss()
  const begun = performance.now()
  const code = await refusalOf(reading)
  expect(performance.now() - begun).toBeLessThan(milliseconds)
  // Other tests share the process.
  expect((process.memoryUsage.rss() - memory) / 1024 / 1024).toBeLessThan(1000)
  return code
}

function rows(inside: string): string {
  return `<sheetData>${inside}</sheetData>`
}
function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
}

describe('documents', () => {
  test.each([
    [
      'billion laughs',
      { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><w:document>&a;</w:document>' },
      'forbidden_xml',
    ],
    [
      'an external entity in the styles',
      { 'word/styles.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:styles/>' },
      'forbidden_xml',
    ],
    [
      'an external entity in the relationships',
      { '_rels/.rels': '<!DOCTYPE x SYSTEM "http://localhost/x"><Relationships/>' },
      'forbidden_xml',
    ],
    ['a million nested elements', { 'word/document.xml': '<w:document>'.repeat(1_000_000) }, 'bomb'],
    ['fifty thousand nested elements', { 'word/document.xml': '<w:document>'.repeat(50_000) }, 'too_deep'],
    [
      'a table in a table in a table …',
      {
        'word/document.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
          '<w:tbl><w:tr><w:tc>'.repeat(5000),
      },
      'too_deep',
    ],
    ['XML that breaks off', { 'word/document.xml': '<w:document><w:body><w:p>' }, 'corrupt'],
    ['a part that is something else', { 'word/document.xml': '<html/>' }, 'corrupt'],
    [
      'a relationship that leads out',
      {
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>',
      },
      'corrupt',
    ],
    [
      'two hundred thousand empty paragraphs',
      {
        'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p/>'.repeat(200_000)}</w:body></w:document>`,
      },
      'too_large',
    ],
  ] as [string, Record<string, string>, string][])('%s', async (_name, parts, code) => {
    const bytes = craftDocx('', parts)
    expect(bytes.length).toBeLessThan(60_000)
    expect(await bounded(() => readSource(bytes, 'a.docx'))).toBe(code)
  })

  test('50 MB of nothing in 50 KB and entries that overlap are seen before they are unpacked', async () => {
    expect(
      await bounded(
        () => readSource(craftDocx('', { 'word/media/a.bmp': '\0'.repeat(50_000_000) }), 'a.docx'),
        10_000,
      ),
    ).toBe('bomb')
    const overlapping = craftZip([
      { name: 'a', data: 'x'.repeat(100_000) },
      ...Array.from({ length: 500 }, (_, index) => ({
        name: `b${index}`,
        data: '',
        claims: { offset: 0, inflated: 100_000, packed: 120 },
      })),
    ])
    expect(await bounded(() => readSource(overlapping, 'a.docx'))).toBe('bomb')
  })

  test('styles in a ring, lists without end and cells of a million columns end', async () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const parts = {
      'word/styles.xml': `<w:styles ${word}><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>`,
      'word/numbering.xml': `<w:numbering ${word}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999"/></w:lvlOverride></w:num></w:numbering>`,
    }
    const wide = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>${paragraph('x')}</w:tc></w:tr></w:tbl>`
    const { blocks } = await readSource(
      craftDocx(
        paragraph('a', '<w:pStyle w:val="A"/>') +
          paragraph('b', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
          wide,
        parts,
      ),
      'a.docx',
    )
    const [, line, table] = blocks as [SourceBlock, SourceBlock, SourceBlock]
    expect(line.kind !== 'table' && (line.number ?? '').length).toBeLessThan(50)
    expect(table.kind === 'table' && table.rows[0]?.cells[0]?.columnSpan).toBe(63)
  })
})

describe('workbooks', () => {
  async function answer(bytes: Uint8Array): Promise<string> {
    return await bounded(() => Promise.resolve().then(() => readWorkbook(bytes, 'a.xlsx')))
  }

  test.each([
    [
      'one far cell',
      rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'too_many_cells',
    ],
    ['one far column', rows('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'too_many_cells'],
    ['a spare far cell without a value', rows('<row r="1048576"><c r="XFD1048576" s="1"/></row>'), 'read'],
    [
      'one merged range over everything',
      `${rows('<row r="1"><c r="A1"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      'read',
    ],
    [
      'sixty thousand merged ranges',
      `${rows('')}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(60_000)}</mergeCells>`,
      'read',
    ],
    [
      'one validation over everything',
      `${rows('<row r="1"><c r="A1"><v>1</v></c></row>')}<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
      'read',
    ],
    [
      'a column style over everything',
      `<cols><col min="1" max="16384" width="9"/></cols>${rows('<row r="1"><c r="A1"><v>1</v></c></row>')}`,
      'read',
    ],
    ['a row that is no number', rows('<row r="x"/>'), 'corrupt'],
    ['nested without end', '<a>'.repeat(50_000), 'too_deep'],
    ['an entity', rows('<row><c t="inlineStr"><is><t>&x;</t></is></c></row>'), 'corrupt'],
  ])('%s', async (_name, sheet, expected) => {
    const bytes = craftXlsx(sheet)
    expect(bytes.length).toBeLessThan(15_000)
    expect(await answer(bytes)).toBe(expected)
  })

  test('one text in half a million cells does not become gigabytes on its way back', async () => {
    const cells = Array.from(
      { length: 60_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`,
    ).join('')
    const bytes = craftXlsx(rows(cells), {
      'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
    })
    expect(await bounded(() => readWorkbookInWorker(bytes, 'a.xlsx'))).toBe('too_many_cells')
  })

  test('million laughs in the shared texts, a far sheet that is not there, too many sheets', async () => {
    expect(
      await answer(
        craftXlsx('', { 'xl/sharedStrings.xml': `<!DOCTYPE x [<!ENTITY a "ha">]><sst xmlns="${main}"/>` }),
      ),
    ).toBe('forbidden_xml')
    const book = (sheets: string) => ({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`,
    })
    expect(await answer(craftXlsx('', book('<sheet name="x" r:id="rId9"/>')))).toBe('no_text')
    expect(await answer(craftXlsx('', book('<sheet name="x" r:id="rId1"/>'.repeat(300))))).toBe(
      'too_many_entries',
    )
  })
})

describe('PDF', () => {
  test.each([
    ['a head without a body', '%PDF-1.7\n', 'corrupt'],
    ['a head and rubbish', `%PDF-1.7\n${'x'.repeat(50_000)}`, 'corrupt'],
  ])('%s', async (_name, text, code) => {
    expect(await bounded(() => readSource(new TextEncoder().encode(text), 'a.pdf'))).toBe(code)
  })

  test('500 pages are refused by their number, a picture alone as a scan, a blank page as empty', async () => {
    expect(await bounded(() => readSource(plainPdf(500, ''), 'a.pdf'))).toBe('too_many_pages')
    expect(await bounded(() => readSource(plainPdf(3, 'q 500 0 0 700 50 50 cm /Im0 Do Q'), 'a.pdf'))).toBe(
      'no_text_layer',
    )
    expect(await bounded(() => readSource(plainPdf(1, ''), 'a.pdf'))).toBe('no_text')
  })

  test('a page of 30 MB in 60 KB is ended by the bounds of its thread', async () => {
    const limits = { ...conversionLimits, milliseconds: 1500 }
    const packed = deflateSync(Buffer.alloc(30_000_000, '0 0 m 1 1 l S\n'))
    const code = await bounded(
      async () =>
        await readSourceInWorker(
          plainPdf(1, packed.toString('latin1'), '/Filter/FlateDecode'),
          'a.pdf',
          limits,
        ),
    )
    expect(['too_slow', 'too_big']).toContain(code)
  }, 20_000)

  test('pages that name each other in a ring, and a million lines, end', async () => {
    const ring =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>'
    expect(refusalCodes).toContain(await bounded(() => readSource(new TextEncoder().encode(ring), 'a.pdf')))
    const lines = Array.from(
      { length: 50_000 },
      (_, index) => `${index % 500} 0 m ${index % 500} 800 l S`,
    ).join('\n')
    expect(
      await bounded(() => readSource(plainPdf(1, `BT /F1 12 Tf 50 50 Td (x) Tj ET ${lines}`), 'a.pdf')),
    ).toBe('read')
  })

  function plainPdf(pages: number, content: string, filter = ''): Uint8Array {
    const kids = Array.from({ length: pages }, (_, index) => `${index + 10} 0 R`).join(' ')
    const objects = [
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      `2 0 obj<</Type/Pages/Count ${pages}/Kids[${kids}]>>endobj`,
      `3 0 obj<</Length ${content.length}${filter}>>stream\n${content}\nendstream endobj`,
      '4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      ...Array.from(
        { length: pages },
        (_, index) =>
          `${index + 10} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>endobj`,
      ),
    ]
    return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF`, 'latin1')
  }
})

describe('a file with bytes changed anywhere is read or refused, never anything else', () => {
  const settings = { numRuns: 60 }
  const changes = fc.array(fc.record({ at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }), {
    minLength: 1,
    maxLength: 20,
  })

  function changed(bytes: Uint8Array, list: readonly { at: number; value: number }[]): Uint8Array {
    const copy = Uint8Array.from(bytes)
    for (const { at, value } of list) copy[at % copy.length] = value
    return copy
  }

  test('DOCX', async () => {
    const bytes = await writeDocx(samplePlan())
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        await refusalOf(() => readSource(changed(bytes, list), 'a.docx'))
      }),
      settings,
    )
  }, 60_000)

  test('XML of a DOCX, whole containers around it', async () => {
    const inner = new TextEncoder().encode(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('kế hoạch', '<w:numPr><w:numId w:val="1"/></w:numPr>')}</w:tc></w:tr></w:tbl>`,
    )
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        await refusalOf(() => readSource(craftDocx(new TextDecoder().decode(changed(inner, list))), 'a.docx'))
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('XLSX', async () => {
    const inner = new TextEncoder().encode(
      rows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>A1</f><v>45540.5</v></c></row>'),
    )
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        await refusalOf(() =>
          Promise.resolve().then(
            (): ReadWorkbook =>
              readWorkbook(craftXlsx(new TextDecoder().decode(changed(inner, list))), 'a.xlsx'),
          ),
        )
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('PDF', async () => {
    const bytes = await writePdf(samplePlan({ annexes: [] }))
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        await refusalOf(() => readSource(changed(bytes, list), 'a.pdf'))
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

test('after all that a plan is read in the worker', async () => {
  expect((await readSourceInWorker(await writeDocx(samplePlan()), 'a.docx')).blocks.length).toBeGreaterThan(
    30,
  )
}, 30_000)
