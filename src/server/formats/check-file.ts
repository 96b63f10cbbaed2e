// The first look at any uploaded file, before anything in it is read.
import { FormatRefusal, refusalOfArchive } from './format-refusal.ts'
import type { Archive } from './archive.ts'
import { type FileKind, isRenamed, sniff, type Sniffed } from './sniff.ts'

/** Twice what the server takes: the command line may read a file that was never sent. */
const mostBytes = 50 * 1024 * 1024

/** What the file is; throws where it is not what its name says, or not safe to open. */
export function checkFile(bytes: Uint8Array, fileName: string): Sniffed {
  if (bytes.length > mostBytes) throw new FormatRefusal('too_large', { most: mostBytes / 1024 / 1024 })
  const sniffed = sniff(bytes)
  if (!sniffed.ok) {
    const { reason } = sniffed
    throw new FormatRefusal(
      reason === 'empty_file' || reason === 'forbidden_xml' ? reason : refusalOfArchive(reason),
    )
  }
  const { kind } = sniffed.value
  if (isRenamed(fileName, kind)) throw new FormatRefusal('renamed', { name: fileName, actual: kind })
  return sniffed.value
}

/** In a file of the kinds before .docx and .xlsx; of those the archive check tells. */
export function hasMacros(kind: FileKind, bytes: Uint8Array, archive: Archive | null): boolean {
  if (kind === 'odt' || kind === 'ods')
    return archive?.names.some((name) => /^(?:Basic|Scripts)\//.test(name)) ?? false
  // Word and Excel before 2007 keep macros in a storage of this name.
  return (
    (kind === 'doc' || kind === 'xls') &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('_VBA_PROJECT', 512, 'utf16le')
  )
}
