// Uploaded files are converted in the worker; a refusal of the format says in words what is wrong and how to mend it.
import type { SourceDocument } from '#domain/reading/source.ts'
import { FormatRefusal } from '#server/formats/format-refusal.ts'
import { refusalText } from '#server/formats/refusal-texts.ts'
import {
  checkEvidenceInWorker,
  readSourceInWorker,
  readWorkbookInWorker,
} from '#server/formats/run-in-worker.ts'
import type { ReadWorkbook } from '#server/formats/xlsx-read.ts'
import { AppError } from './errors.ts'

export async function convertUpload(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  return await readSourceInWorker(bytes, fileName).catch(refuse)
}

export async function convertWorkbook(bytes: Uint8Array, fileName: string): Promise<ReadWorkbook> {
  return await readWorkbookInWorker(bytes, fileName).catch(refuse)
}

/** For a file that is only kept. */
export async function checkUpload(bytes: Uint8Array, fileName: string): Promise<void> {
  await checkEvidenceInWorker(bytes, fileName).catch(refuse)
}

function refuse(error: unknown): never {
  if (!(error instanceof FormatRefusal)) throw error
  throw new AppError('file_refused', {
    reason: error.code,
    message: { vi: refusalText(error, 'vi'), en: refusalText(error, 'en') },
  })
}
