// Why a file is not read: one closed union, so that services, the command line and the worker say the same.
import type { ArchiveFault } from './archive.ts'
import { XmlFault } from './xml.ts'

export const refusalCodes = [
  'empty_file',
  'renamed',
  'not_a_document',
  'not_a_workbook',
  'not_evidence',
  'old_word',
  'old_excel',
  'other_office',
  'picture',
  'unknown_format',
  'encrypted',
  'macro',
  'corrupt',
  'bomb',
  'too_large',
  'too_many_entries',
  'unsafe_archive',
  'forbidden_xml',
  'too_deep',
  'no_text_layer',
  'no_text',
  'too_many_pages',
  'too_many_cells',
  'too_slow',
  'too_big',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** What the sentence needs: {most} in MB or pieces, {place} inside the file, {actual} a FileKind, {name} the file's. */
export type RefusalDetail = Record<string, string | number>

export class FormatRefusal extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.name = 'FormatRefusal'
    this.code = code
    this.detail = detail
  }
}

export function refusalOfArchive(fault: ArchiveFault): RefusalCode {
  switch (fault) {
    case 'not_a_zip':
      return 'corrupt'
    case 'unsafe_path':
    case 'duplicate_name':
      return 'unsafe_archive'
    case 'encrypted':
    case 'too_many_entries':
    case 'too_large':
    case 'bomb':
    case 'corrupt':
    case 'macro':
      return fault
  }
}

/** What a fault in the XML of a part means to the person; every other error is handed back as it is. */
export function refusalOfXml(error: unknown, place: string): unknown {
  if (!(error instanceof XmlFault)) return error
  switch (error.reason) {
    case 'dtd':
      return new FormatRefusal('forbidden_xml', { place })
    case 'too_deep':
      return new FormatRefusal('too_deep', { place })
    case 'malformed':
    case 'encoding':
      return new FormatRefusal('corrupt', { place })
  }
}
