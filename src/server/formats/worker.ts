// The thread in which uploads are converted: one file at a time, then it waits for the next. Knows nothing but formats.
import { parentPort } from 'node:worker_threads'
import type { SourceDocument } from '#domain/reading/source.ts'
import { checkEvidence } from './check-evidence.ts'
import { FormatRefusal, type RefusalCode, type RefusalDetail } from './format-refusal.ts'
import { readSource } from './read-source.ts'
import { type ReadWorkbook, readWorkbook } from './xlsx-read.ts'

export type FormatJob = { read: 'source' | 'workbook' | 'evidence'; bytes: Uint8Array; fileName: string }
export type FormatAnswer =
  | { kind: 'source'; source: SourceDocument }
  | { kind: 'workbook'; workbook: ReadWorkbook }
  | { kind: 'checked' }
  | { kind: 'refused'; code: RefusalCode; detail: RefusalDetail }
  /** A fault of ours. */
  | { kind: 'failed'; message: string }

async function answer({ read, bytes, fileName }: FormatJob): Promise<FormatAnswer> {
  try {
    if (read === 'workbook') return { kind: 'workbook', workbook: readWorkbook(bytes, fileName) }
    if (read === 'evidence') {
      checkEvidence(bytes, fileName)
      return { kind: 'checked' }
    }
    return { kind: 'source', source: await readSource(bytes, fileName) }
  } catch (error) {
    if (error instanceof FormatRefusal) return { kind: 'refused', code: error.code, detail: error.detail }
    return {
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

parentPort?.on('message', (job: FormatJob) => {
  void answer(job).then((found) => parentPort?.postMessage(found))
})
