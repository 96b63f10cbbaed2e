import { describe, expect, test } from 'vitest'
import { samplePlan } from '#domain/writing/official-document-samples.ts'
import { whenAvailable } from '#test/support/require.ts'
import { craftDocx, craftXlsx } from './crafted-zip.ts'
import { writePdf } from './pdf-write.ts'
import { readSource } from './read-source.ts'
import { conversionLimits, readSourceInWorker, readWorkbookInWorker } from './run-in-worker.ts'

function paragraphs(count: number): Uint8Array {
  return craftDocx(
    Array.from({ length: count }, (_, index) => `<w:p><w:r><w:t>Việc số ${index}</w:t></w:r></w:p>`).join(''),
  )
}

describe('in a thread of its own', () => {
  test('a document is read as in the thread of the caller, whose bytes stay', async () => {
    const bytes = await writePdf(samplePlan())
    expect(await readSourceInWorker(bytes, 'kế hoạch.pdf')).toEqual(await readSource(bytes, 'kế hoạch.pdf'))
    expect(bytes.length).toBeGreaterThan(1000)
  }, 30_000)

  test('a workbook is read', async () => {
    const bytes = craftXlsx('<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>')
    expect((await readWorkbookInWorker(bytes, 'a.xlsx')).sheets[0]?.rows).toHaveLength(1)
  }, 30_000)

  whenAvailable('libreoffice').test(
    'an RTF text is read through LibreOffice',
    async () => {
      const bytes = new TextEncoder().encode('{\\rtf1\\ansi Vi\\u7879?c s\\u7889? 1\\par}')
      const { blocks } = await readSourceInWorker(bytes, 'a.rtf')
      expect(blocks).toMatchObject([{ text: 'Việc số 1' }])
    },
    60_000,
  )

  test('a refusal comes back with its code and detail', async () => {
    await expect(readSourceInWorker(paragraphs(1), 'a.pdf')).rejects.toMatchObject({
      name: 'FormatRefusal',
      code: 'renamed',
      detail: { name: 'a.pdf', actual: 'docx' },
    })
    await expect(readWorkbookInWorker(paragraphs(1), 'a.docx')).rejects.toMatchObject({
      code: 'not_a_workbook',
    })
  }, 30_000)

  test('many at once wait for each other and all get their own answer', async () => {
    const answers = await Promise.all(
      Array.from(
        { length: 7 },
        async (_, index) => await readSourceInWorker(paragraphs(index + 1), `${index}.docx`),
      ),
    )
    expect(answers.map((answer) => answer.blocks.length)).toEqual([1, 2, 3, 4, 5, 6, 7])
  }, 60_000)
})

describe('over its bounds a file is refused and the next one is read', () => {
  const large = paragraphs(60_000)

  test('too slow', async () => {
    const begun = performance.now()
    await expect(
      readSourceInWorker(large, 'a.docx', { ...conversionLimits, milliseconds: 20 }),
    ).rejects.toMatchObject({ code: 'too_slow' })
    expect(performance.now() - begun).toBeLessThan(50_000)
    expect((await readSourceInWorker(paragraphs(2), 'a.docx')).blocks).toHaveLength(2)
  }, 30_000)

  test('too much memory of its own, and of the process', async () => {
    await expect(
      readSourceInWorker(large, 'a.docx', { ...conversionLimits, heapMb: 24 }),
    ).rejects.toMatchObject({ code: 'too_big' })
    await expect(
      readSourceInWorker(large, 'a.docx', { ...conversionLimits, growthMb: 1 }),
    ).rejects.toMatchObject({ code: 'too_big' })
    expect((await readSourceInWorker(paragraphs(2), 'a.docx')).blocks).toHaveLength(2)
  }, 30_000)
})
