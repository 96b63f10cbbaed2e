import { existsSync, readFileSync } from 'node:fs'
import { fold } from '#domain/basics/text.ts'
import { readDocument } from '#domain/reading/read-document.ts'
import type { Reading } from '#domain/reading/reading.ts'
import type { SourceDocument } from '#domain/reading/source.ts'
import { planHaiAn } from '#server/demo/facts/plan-hai-an.ts'
import { writeDocx } from '#server/formats/docx-write.ts'
import { writePdf } from '#server/formats/pdf-write.ts'
import { readSource } from '#server/formats/read-source.ts'
import { type Measure, median } from './table.ts'

const file = '../shared/documents/hai-an-plan-2024-2025.txt'
// Lines of an A4 page at 13 points (Decree 30/2020).
const linesOfPage = 38

/**
 * A plan of 40 pages as text, DOCX and PDF, in ms a page. The yardstick of text is what any reader must do: fold every
 * line once; of DOCX and PDF what their format alone needs to hand the text over.
 */
export async function benchReading(): Promise<Measure[]> {
  const measures: Measure[] = []
  if (existsSync(file)) {
    const bytes = readFileSync(file)
    const text = bytes.toString('utf8')
    const lines = text.split('\n').filter((line) => line.trim() !== '').length
    const pages = lines / linesOfPage
    const source = await readSource(bytes, 'plan.txt')
    const once = await median(5, () => readDocument(source))
    measures.push({
      what: 'reading the Hải An plan, text, a page',
      value: once / pages,
      unit: 'ms',
      yardstick: {
        what: 'folding its lines',
        value: (await median(5, () => text.split('\n').map(fold))) / pages,
      },
      note: counts(readDocument(source), pages),
    })
    const long = await readSource(Buffer.from(Array(10).fill(text).join('\n')), 'plan.txt')
    measures.push({
      what: 'ten times as long',
      value: await median(3, () => readDocument(long)),
      unit: 'ms',
      yardstick: { what: 'ten times the time', value: once * 10 },
    })
  }
  const pdf = await writePdf(planHaiAn)
  const pages = pagesOf(await readSource(pdf, 'plan.pdf'))
  for (const [name, bytes] of [
    ['plan.docx', await writeDocx(planHaiAn)],
    ['plan.pdf', pdf],
  ] as const) {
    const source = await readSource(bytes, name)
    const format = await median(5, () => readSource(bytes, name))
    const whole = await median(5, async () => readDocument(await readSource(bytes, name)))
    measures.push({
      what: `reading the demo's plan, ${name.slice(5)}, a page`,
      value: whole / pages,
      unit: 'ms',
      yardstick: { what: 'its format alone', value: format / pages },
      note: counts(readDocument(source), pages),
    })
  }
  return measures
}

function pagesOf(source: SourceDocument): number {
  return Math.max(1, ...source.blocks.map((block) => block.page ?? 1))
}

function counts({ targets, duties, tasks }: Reading, pages: number): string {
  return `${Math.round(pages)} pages: ${targets.length} targets, ${duties.length} duties, ${tasks.length} tasks`
}
