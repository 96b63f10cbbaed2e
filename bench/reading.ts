import { existsSync, readFileSync } from 'node:fs'
import { fold } from '#domain/basics/text.ts'
import { readDocument } from '#domain/reading/read-document.ts'
import { readSource } from '#server/formats/read-source.ts'
import { type Measure, median } from './table.ts'

const file = '../shared/documents/hai-an-plan-2024-2025.txt'

/** The real plan from its text; the yardstick is what any reader must do: split and fold every line once. */
export async function benchReading(): Promise<Measure[]> {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const text = bytes.toString('utf8')
  const source = await readSource(bytes, 'plan.txt')
  const yardstick = { what: 'folding its lines', value: await median(5, () => text.split('\n').map(fold)) }
  const reading = await median(5, () => readDocument(source))
  return [
    {
      what: 'reading the Hải An plan (text)',
      value: reading,
      unit: 'ms',
      yardstick,
      note: `${readDocument(source).tasks.length} tasks`,
    },
  ]
}
