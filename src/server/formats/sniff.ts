// What a file really is, by its bytes; its name is only held against that. Inflates nothing but the list of parts.
import type { Verdict } from '#domain/basics/result.ts'
import { type Archive, type ArchiveFault, openArchive } from './archive.ts'
import type { RefusalCode } from './format-refusal.ts'
import { decodeBytes } from './text-encodings.ts'
import { eachChild, openRoot, readXml, XmlFault } from './xml.ts'

export type FileKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'html'
  | 'text'
  | 'doc'
  | 'xls'
  | 'rtf'
  | 'odt'
  | 'ods'
  | 'pptx'
  | 'image'
  | 'zip'
  | 'unknown'

/** `archive` is open where the file is a ZIP container. */
export type Sniffed = { kind: FileKind; archive: Archive | null }

export type SniffFault = ArchiveFault | 'empty_file' | 'forbidden_xml'

export function sniff(bytes: Uint8Array): Verdict<Sniffed, SniffFault> {
  if (bytes.length === 0) return { ok: false, reason: 'empty_file' }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]))
    return sniffArchive(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffCompound(bytes)
  const kind = bySignature(bytes) ?? byText(bytes)
  return kind === null ? { ok: false, reason: 'empty_file' } : { ok: true, value: { kind, archive: null } }
}

function startsWith(bytes: Uint8Array, signature: readonly number[], from = 0): boolean {
  return signature.every((byte, index) => bytes[from + index] === byte)
}

function ascii(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length))
}

function bySignature(bytes: Uint8Array): FileKind | null {
  const head = ascii(bytes, 1024)
  // The standard lets up to a kilobyte stand before the header.
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:\u0089PNG\r\n|\u00ff\u00d8\u00ff|GIF8[79]a|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*)/.test(head))
    return 'image'
  if (/^RIFF[^]{4}WEBP|^[^]{4}ftyp(?:heic|heix|mif1|avif)/.test(head)) return 'image'
  return /^(?:MZ|\u007fELF|7z\u00bc\u00af|Rar!|\u001f\u008b)/.test(head) ? 'unknown' : null
}

/** Null for a text without a sign in it. */
function byText(bytes: Uint8Array): FileKind | null {
  const text = decodeBytes(bytes.subarray(0, 4096))?.text
  if (text === undefined) return 'unknown'
  if (text.trim() === '' && bytes.length <= 4096) return null
  // Bytes of anything else decode to letters too, but among control signs.
  if (text.replaceAll(/[^\u0001-\u0008\u000e-\u001f\u007f]/g, '').length * 100 > text.length) return 'unknown'
  const start = text.trimStart().replace(/^(?:<!--[^]*?-->\s*|<\?xml[^>]*>\s*)+/, '')
  if (/^<(?:!doctype html|html|head|body|meta|title|table|div|p|h[1-6])\b/i.test(start)) return 'html'
  // Word and Excel also save XML in one file and web archives: neither is text to read.
  return /^<\?xml|^<\?mso-application|^MIME-Version:/i.test(text.trimStart()) ? 'unknown' : 'text'
}

const streamNames: readonly (readonly [string, FileKind | 'encrypted'])[] = [
  // Office puts the encrypted package of a DOCX or XLSX with a password into a compound file.
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
]

function sniffCompound(bytes: Uint8Array): Verdict<Sniffed, SniffFault> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = streamNames.find(([name]) => buffer.includes(`${name}\0`, 512, 'utf16le'))?.[1] ?? 'unknown'
  return kind === 'encrypted'
    ? { ok: false, reason: 'encrypted' }
    : { ok: true, value: { kind, archive: null } }
}

function sniffArchive(bytes: Uint8Array): Verdict<Sniffed, SniffFault> {
  const opened = openArchive(bytes)
  if (!opened.ok) return opened
  const archive = opened.value
  try {
    const kind = archive.has('[Content_Types].xml') ? kindOfPackage(archive) : kindOfOpenDocument(archive)
    if (typeof kind === 'string') return { ok: true, value: { kind, archive } }
    return { ok: false, reason: kind.fault }
  } catch (error) {
    if (error instanceof XmlFault)
      return { ok: false, reason: error.reason === 'dtd' ? 'forbidden_xml' : 'corrupt' }
    throw error
  }
}

function kindOfPackage(archive: Archive): FileKind | { fault: ArchiveFault } {
  const types = archive.read('[Content_Types].xml')
  if (types?.ok !== true) return { fault: types?.reason ?? 'corrupt' }
  const xml = readXml(types.value)
  openRoot(xml)
  let kind: FileKind = 'zip'
  let hasMacros = false
  eachChild(xml, () => {
    const type = xml.attribute('ContentType') ?? ''
    if (/macroenabled|vbaproject/i.test(type)) hasMacros = true
    if (/wordprocessingml\.(?:document|template)\.main\+xml$/.test(type)) kind = 'docx'
    else if (/spreadsheetml\.(?:sheet|template)\.main\+xml$/.test(type)) kind = 'xlsx'
    else if (/presentationml\.(?:presentation|slideshow|template)\.main\+xml$/.test(type)) kind = 'pptx'
  })
  return hasMacros ? { fault: 'macro' } : kind
}

function kindOfOpenDocument(archive: Archive): FileKind | { fault: ArchiveFault } {
  const type = archive.read('mimetype')
  if (type === null) return 'zip'
  if (!type.ok) return { fault: type.reason }
  const name = ascii(type.value, 100)
  if (name.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  return name.startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'zip'
}

const kindsByEnding: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  dotx: ['docx'],
  docm: [],
  xlsx: ['xlsx'],
  xltx: ['xlsx'],
  xlsm: [],
  doc: ['doc'],
  xls: ['xls'],
  rtf: ['rtf'],
  odt: ['odt'],
  ods: ['ods'],
  pptx: ['pptx'],
  htm: ['html'],
  html: ['html'],
  // A text may show how a web page is written.
  txt: ['text', 'html'],
  md: ['text', 'html'],
  markdown: ['text', 'html'],
  csv: ['text'],
}

export function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
}

/** True where the name promises something else than the bytes are; a name without a known ending promises nothing. */
export function isRenamed(fileName: string, kind: FileKind): boolean {
  const promised = kindsByEnding[endingOf(fileName)]
  return promised !== undefined && !promised.includes(kind)
}

/** The sentence to give for a kind that is read by nobody, or not by the one who asks. */
export function refusalOfKind(kind: FileKind, wanted: 'document' | 'workbook'): RefusalCode {
  switch (kind) {
    case 'doc':
      return 'old_word'
    case 'xls':
      return 'old_excel'
    case 'rtf':
    case 'odt':
    case 'ods':
      return 'other_office'
    case 'image':
      return 'picture'
    case 'zip':
    case 'pptx':
    case 'unknown':
      return 'unknown_format'
    case 'pdf':
    case 'docx':
    case 'xlsx':
    case 'html':
    case 'text':
      return wanted === 'document' ? 'not_a_document' : 'not_a_workbook'
  }
}
