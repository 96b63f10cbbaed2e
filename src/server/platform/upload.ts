// Turns an uploaded document into what the reader reads, in the worker, and says in words why it cannot.
import type { SourceDocument } from '#domain/reading/source.ts'
import { readSource } from '#server/formats/read-source.ts'

export async function convertUpload(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  return await readSource(bytes, fileName)
}
