// For tests: ZIP containers written byte by byte, so that each can lie in one place.
import { crc32, deflateRawSync } from 'node:zlib'

export type CraftedEntry = {
  name: string
  data: Uint8Array | string
  stored?: boolean
  /** What the directory says instead of the truth. */
  claims?: Partial<{
    packed: number
    inflated: number
    checksum: number
    offset: number
    flags: number
    method: number
  }>
  /** What the local header says instead. */
  local?: Partial<{ name: string; flags: number }>
}

export function craftZip(
  entries: readonly CraftedEntry[],
  claims: { count?: number; comment?: string } = {},
): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, stored, claims: lie = {}, local = {} } of entries) {
    const plain = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data)
    const packed = stored === true ? plain : deflateRawSync(plain)
    const facts = {
      packed: packed.length,
      inflated: plain.length,
      checksum: crc32(plain),
      offset,
      flags: 0x800,
      method: stored === true ? 0 : 8,
    }
    const nameBytes = Buffer.from(name)
    const localName = Buffer.from(local.name ?? name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(local.flags ?? 0x800, 6)
    header.writeUInt16LE(facts.method, 8)
    header.writeUInt32LE(facts.checksum, 14)
    header.writeUInt32LE(facts.packed, 18)
    header.writeUInt32LE(facts.inflated, 22)
    header.writeUInt16LE(localName.length, 26)
    locals.push(header, localName, packed)
    directory.push(directoryEntry({ ...facts, ...lie }, nameBytes))
    offset += 30 + localName.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(claims.count ?? entries.length, 8)
  end.writeUInt16LE(claims.count ?? entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  const comment = Buffer.from(claims.comment ?? '')
  end.writeUInt16LE(comment.length, 20)
  return Uint8Array.from(Buffer.concat([...locals, listed, end, comment]))
}

type Facts = {
  packed: number
  inflated: number
  checksum: number
  offset: number
  flags: number
  method: number
}

function directoryEntry(facts: Facts, name: Buffer): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(facts.flags, 8)
  entry.writeUInt16LE(facts.method, 10)
  entry.writeUInt32LE(facts.checksum, 16)
  entry.writeUInt32LE(facts.packed, 20)
  entry.writeUInt32LE(facts.inflated, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(facts.offset, 42)
  return Buffer.concat([entry, name])
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = Readonly<Record<string, string>>

/** A DOCX of the inside of its body; more parts, or others in their place, by path. */
export function craftDocx(body: string, parts: Parts = {}): Uint8Array<ArrayBuffer> {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return craftPackage({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
    '_rels/.rels': packageRelation('word/document.xml'),
    'word/document.xml': `${head}<w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

export const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

/** An XLSX of one sheet, given the inside of its worksheet. */
export function craftXlsx(sheet: string, parts: Parts = {}): Uint8Array<ArrayBuffer> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return craftPackage({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    '_rels/.rels': packageRelation('xl/workbook.xml'),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...parts,
  })
}

function packageRelation(target: string): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="${target}"/></Relationships>`
}

function craftPackage(parts: Parts): Uint8Array<ArrayBuffer> {
  return craftZip(Object.entries(parts).map(([name, data]) => ({ name, data })))
}
