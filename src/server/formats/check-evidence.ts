// Evidence is kept and handed out as it came, never read: it must be what people in offices exchange, and safe to open there.
import type { Archive } from './archive.ts'
import { checkFile, hasMacros } from './check-file.ts'
import { FormatRefusal, refusalOfArchive } from './format-refusal.ts'
import type { FileKind } from './sniff.ts'

const taken: readonly FileKind[] = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'rtf',
  'odt',
  'ods',
  'image',
  'text',
]

/** Throws FormatRefusal. */
export function checkEvidence(bytes: Uint8Array, fileName: string): void {
  const { kind, archive } = checkFile(bytes, fileName)
  if (!taken.includes(kind)) throw new FormatRefusal('not_evidence', { actual: kind })
  if (hasMacros(kind, bytes, archive)) throw new FormatRefusal('macro')
  if (archive !== null) checkParts(archive)
}

// No office program writes a document type; an attacker's file asks the reader's machine for others by it.
function checkParts(archive: Archive): void {
  for (const name of archive.names) {
    const part = archive.read(name)
    if (part === null) continue
    if (!part.ok) throw new FormatRefusal(refusalOfArchive(part.reason))
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const content = Buffer.from(part.value.buffer, part.value.byteOffset, part.value.byteLength)
    if (content.includes('<!DOCTYPE') || content.includes('<!DOCTYPE', 0, 'utf16le'))
      throw new FormatRefusal('forbidden_xml', { place: name })
  }
}
