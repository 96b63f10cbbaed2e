// One way in for every document: what it really is, whether it is safe, and the reader of its format.
import type { SourceDocument } from '#domain/reading/source.ts'
import { checkFile, hasMacros } from './check-file.ts'
import { readDocx } from './docx-read.ts'
import { FormatRefusal } from './format-refusal.ts'
import { readHtml } from './html-read.ts'
import { toDocx } from './old-office.ts'
import { endingOf, refusalOfKind } from './sniff.ts'
import { readText } from './text-read.ts'

/** Reads in the thread of the caller: the command line. The server calls `readSourceInWorker`. Throws FormatRefusal. */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  const { kind, archive } = checkFile(bytes, fileName)
  switch (kind) {
    case 'docx':
      if (archive === null) throw new FormatRefusal('corrupt')
      return readDocx(archive)
    case 'pdf': {
      // 2.3 MB of program that a text file does not need.
      const { readPdf } = await import('./pdf-read.ts')
      return await readPdf(bytes)
    }
    case 'html':
      return /^(?:txt|md|markdown)$/.test(endingOf(fileName)) ? readText(bytes) : readHtml(bytes)
    case 'text':
      return readText(bytes, { markdown: /^(?:md|markdown)$/.test(endingOf(fileName)) })
    case 'doc':
    case 'rtf':
    case 'odt': {
      if (hasMacros(kind, bytes, archive)) throw new FormatRefusal('macro')
      const converted = await toDocx(bytes, kind)
      if (converted === null) throw new FormatRefusal(refusalOfKind(kind, 'document'), { actual: kind })
      return await readSource(converted, 'converted.docx')
    }
    case 'xlsx': {
      const { readXlsxAsDocument } = await import('./xlsx-source.ts')
      return readXlsxAsDocument(bytes, fileName)
    }
    case 'xls':
    case 'ods':
    case 'pptx':
    case 'image':
    case 'zip':
    case 'unknown':
      throw new FormatRefusal(refusalOfKind(kind, 'document'), { actual: kind })
  }
}
