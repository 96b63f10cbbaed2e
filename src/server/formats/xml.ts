// A pull reader for the XML inside DOCX and XLSX: one pass, no recursion, no entities of its own, bounded depth.
// It knows no DTD at all: a document with one is refused before anything in it is looked at.

import { knownNamespaces, ownPrefixes } from './xml-namespaces.ts'

export type XmlFaultReason = 'dtd' | 'too_deep' | 'malformed' | 'encoding'

export class XmlFault extends Error {
  readonly reason: XmlFaultReason
  /** Where in the decoded text. */
  readonly at: number
  constructor(reason: XmlFaultReason, at: number) {
    super(`${reason} at ${at}`)
    this.name = 'XmlFault'
    this.reason = reason
    this.at = at
  }
}

/** A table in a table in a table in Word stands about 30 elements deep. */
export const mostXmlDepth = 256

export type XmlEvent = 'open' | 'close' | 'text' | 'end'

type Attribute = { name: string; value: string }
type Binding = { depth: number; prefix: string; before: string | undefined }

export class XmlReader {
  /** The element just opened or closed, with the prefix of `knownNamespaces`: 'w:p'. */
  name = ''
  /** The text just read, entities resolved. */
  text = ''
  /** Elements open, the one just opened included, the one just closed not. */
  depth = 0
  private at = 0
  private readonly source: string
  private readonly open: string[] = []
  private readonly bound = new Map<string, string>()
  private readonly rebound: Binding[] = []
  private attributeText = ''
  private attributes: Attribute[] | null = null
  private closesAtOnce = false

  constructor(source: string) {
    this.source = source
  }

  next(): XmlEvent {
    if (this.closesAtOnce) {
      this.closesAtOnce = false
      return this.close()
    }
    const { source } = this
    for (;;) {
      if (this.at >= source.length) {
        if (this.depth > 0 || this.name === '') throw new XmlFault('malformed', this.at)
        return 'end'
      }
      if (source.charCodeAt(this.at) !== 60) {
        if (this.readText()) return 'text'
        continue
      }
      const second = source.charCodeAt(this.at + 1)
      if (second === 47) return this.readClose()
      if (second === 33) {
        if (this.readDeclaration()) return 'text'
      } else if (second === 63) this.at = this.after('?>', this.at + 2)
      else return this.readOpen()
    }
  }

  /** An attribute of the element just opened; undefined where it has none. */
  attribute(name: string): string | undefined {
    this.attributes ??= parseAttributes(this.attributeText, this.at)
    for (const attribute of this.attributes) {
      if (
        attribute.name === name ||
        (attribute.name.includes(':') && this.canonical(attribute.name, false) === name)
      )
        return decodeText(attribute.value, this.at)
    }
    return undefined
  }

  /** Reads on until fewer than `depth` elements are open. */
  leave(depth: number): void {
    while (this.depth >= depth) this.next()
  }

  private readText(): boolean {
    const end = this.source.indexOf('<', this.at)
    const raw = this.source.slice(this.at, end === -1 ? this.source.length : end)
    const from = this.at
    this.at += raw.length
    if (this.depth === 0) {
      if (raw.trim() !== '' && raw !== '\ufeff') throw new XmlFault('malformed', from)
      return false
    }
    this.text = decodeText(raw, from)
    return true
  }

  private readDeclaration(): boolean {
    const { source } = this
    if (source.startsWith('<!--', this.at)) {
      this.at = this.after('-->', this.at + 4)
      return false
    }
    if (source.startsWith('<![CDATA[', this.at) && this.depth > 0) {
      const start = this.at + 9
      this.at = this.after(']]>', start)
      this.text = source.slice(start, this.at - 3)
      return true
    }
    throw new XmlFault('dtd', this.at)
  }

  private after(mark: string, from: number): number {
    const found = this.source.indexOf(mark, from)
    if (found === -1) throw new XmlFault('malformed', from)
    return found + mark.length
  }

  private readOpen(): XmlEvent {
    const { source } = this
    const start = this.at + 1
    const end = endOfTag(source, start)
    const isEmpty = source.charCodeAt(end - 1) === 47
    let nameEnd = start
    while (nameEnd < end && !endsName(source.charCodeAt(nameEnd))) nameEnd++
    if (nameEnd === start || (this.depth === 0 && this.name !== '')) throw new XmlFault('malformed', this.at)
    const raw = source.slice(start, nameEnd)
    this.attributeText = nameEnd < end ? source.slice(nameEnd, isEmpty ? end - 1 : end) : ''
    this.attributes = null
    this.at = end + 1
    this.depth += 1
    if (this.depth > mostXmlDepth) throw new XmlFault('too_deep', start)
    if (this.attributeText.includes('xmlns')) this.bindPrefixes()
    this.open.push(raw)
    this.name = this.canonical(raw, true)
    this.closesAtOnce = isEmpty
    return 'open'
  }

  private readClose(): XmlEvent {
    const end = this.source.indexOf('>', this.at)
    const raw = end === -1 ? '' : this.source.slice(this.at + 2, end).trimEnd()
    if (raw === '' || raw !== this.open.at(-1)) throw new XmlFault('malformed', this.at)
    this.at = end + 1
    return this.close()
  }

  private close(): XmlEvent {
    const raw = this.open.pop()
    if (raw === undefined) throw new XmlFault('malformed', this.at)
    this.name = this.canonical(raw, true)
    this.attributeText = ''
    this.attributes = null
    for (let last = this.rebound.at(-1); last?.depth === this.depth; last = this.rebound.at(-1)) {
      if (last.before === undefined) this.bound.delete(last.prefix)
      else this.bound.set(last.prefix, last.before)
      this.rebound.pop()
    }
    this.depth -= 1
    return 'close'
  }

  private bindPrefixes(): void {
    this.attributes = parseAttributes(this.attributeText, this.at)
    for (const { name, value } of this.attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice(6)
      const known = knownNamespaces.get(decodeText(value, this.at).trim())
      // An unknown namespace must not pass as one of ours by taking its prefix.
      const meaning = known ?? (ownPrefixes.has(prefix) ? `?${prefix}` : prefix)
      const before = this.bound.get(prefix)
      if ((before ?? prefix) === meaning) continue
      this.rebound.push({ depth: this.depth, prefix, before })
      this.bound.set(prefix, meaning)
    }
  }

  // A prefix that was never bound to anything else stands for itself.
  private canonical(raw: string, isElement: boolean): string {
    if (this.bound.size === 0) return raw
    const colon = raw.indexOf(':')
    if (colon === -1 && !isElement) return raw
    const meaning = this.bound.get(colon === -1 ? '' : raw.slice(0, colon))
    if (meaning === undefined) return raw
    const local = colon === -1 ? raw : raw.slice(colon + 1)
    return meaning === '' ? local : `${meaning}:${local}`
  }
}

/** Decodes UTF-8 and UTF-16, the two encodings that the format allows. */
export function readXml(bytes: Uint8Array): XmlReader {
  const [first = 0, second = 0] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
  const isWideBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
  const encoding = isWide ? 'utf-16le' : isWideBig ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlFault('encoding', 0)
  }
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/
    .exec(text.slice(0, 200))?.[1]
    ?.toLowerCase()
  if (encoding === 'utf-8' && declared !== undefined && !/^(utf-?8|us-ascii)$/.test(declared))
    throw new XmlFault('encoding', 0)
  return new XmlReader(text)
}

/** Visits the direct children of the element just opened, in order; what `visit` leaves unread of one is skipped. */
export function eachChild(xml: XmlReader, visit: (name: string) => void): void {
  const own = xml.depth
  for (;;) {
    const event = xml.next()
    if (event === 'end' || (event === 'close' && xml.depth < own)) return
    if (event !== 'open') continue
    visit(xml.name)
    xml.leave(own + 1)
  }
}

/** Opens the root element and gives its name. */
export function openRoot(xml: XmlReader): string {
  while (xml.next() !== 'open');
  return xml.name
}

/** All text inside the element just opened. */
export function textInside(xml: XmlReader): string {
  const own = xml.depth
  let text = ''
  while (xml.depth >= own) {
    if (xml.next() === 'text') text += xml.text
  }
  return text
}

function endsName(code: number): boolean {
  return code === 32 || code === 47 || code === 10 || code === 9 || code === 13
}

/** The '>' of a tag: one inside a quoted value does not end it. */
function endOfTag(source: string, from: number): number {
  let quote = 0
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
    else if (code === 60) break
  }
  throw new XmlFault('malformed', from)
}

const attributePattern = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

function parseAttributes(text: string, at: number): Attribute[] {
  const attributes: Attribute[] = []
  attributePattern.lastIndex = 0
  let end = 0
  for (let match = attributePattern.exec(text); match !== null; match = attributePattern.exec(text)) {
    attributes.push({ name: match[1] ?? '', value: match[2] ?? match[3] ?? '' })
    end = attributePattern.lastIndex
  }
  if (text.slice(end).trim() !== '') throw new XmlFault('malformed', at)
  return attributes
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeText(raw: string, at: number): string {
  if (!raw.includes('&')) return raw
  return raw.replaceAll(/&([^;&]{0,10});?/g, (whole, body: string) => {
    const known = entities[body]
    if (known !== undefined && whole.endsWith(';')) return known
    const code = /^#x[0-9a-f]+$/i.test(body)
      ? Number.parseInt(body.slice(2), 16)
      : /^#\d+$/.test(body)
        ? Number(body.slice(1))
        : -1
    if (code <= 0 || code > 0x10ffff || !whole.endsWith(';')) throw new XmlFault('malformed', at)
    // Half a surrogate pair is no character.
    return code >= 0xd800 && code < 0xe000 ? '\ufffd' : String.fromCodePoint(code)
  })
}
