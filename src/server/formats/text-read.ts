// Text files, Markdown and pasted text to lines: every line has its number, blank ones too.
import { toNfc } from '#domain/basics/text.ts'
import type { SourceDocument, SourceLine, SourceNote, SourceStyle } from '#domain/reading/source.ts'
import { FormatRefusal } from './format-refusal.ts'
import { decodeBytes, unmaskOldFont } from './text-encodings.ts'

/** Longer than any plan: the text of 500 pages has about 30,000 lines. */
const mostLines = 200_000

export function readText(bytes: Uint8Array, options: { markdown?: boolean } = {}): SourceDocument {
  const found = decodeBytes(bytes)
  if (found === undefined) throw new FormatRefusal('unknown_format')
  const notes: SourceNote[] = []
  if (['tcvn3', 'vni', 'windows-1258'].includes(found.encoding))
    notes.push({ code: 'old_encoding_converted', at: null })
  return readTextLines(found.text, notes, options.markdown === true)
}

/** For text pasted into the product, which is Unicode already. */
export function readPastedText(text: string): SourceDocument {
  return readTextLines(text, [], false)
}

function readTextLines(decoded: string, notes: SourceNote[], markdown: boolean): SourceDocument {
  const unmasked = unmaskOldFont(decoded)
  if (unmasked !== null) notes.push({ code: 'old_encoding_converted', at: null })
  const text = toNfc(unmasked?.text ?? decoded)
  if (text.trim() === '') throw new FormatRefusal('empty_file')
  const all = text.split('\n')
  const blocks = all.slice(0, mostLines).map((line, index) => {
    const at = { line: index + 1 }
    if (line.includes('\ufffd')) notes.push({ code: 'undecodable_bytes', at })
    return markdown ? markdownLine(line, at) : plainLine(line, at, {})
  })
  if (all.length > mostLines) notes.push({ code: 'too_long_cut', at: { line: mostLines } })
  // What ends a file is no line.
  if (blocks.length > 1 && blocks.at(-1)?.text === '') blocks.pop()
  return { format: markdown ? 'markdown' : 'text', blocks, notes: notes.slice(0, 50) }
}

function plainLine(text: string, at: { line: number }, style: SourceStyle): SourceLine {
  return { kind: 'line', text, at, number: null, page: null, role: 'body', style }
}

// Tables stay lines of bars: the reader knows them.
function markdownLine(raw: string, at: { line: number }): SourceLine {
  const style: SourceStyle = {}
  let text = raw.replace(/^(\s*)\* (?!\*)/, '$1- ').replace(/^\s*> ?/, '')
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/.exec(text)
  if (heading !== null) {
    style.heading = heading[1]?.length ?? 1
    text = heading[2] ?? ''
  }
  const emphasised = /^(\s*)(\*\*|__)(?=\S)(.*\S)\2\s*$/.exec(text)
  if (emphasised !== null && !(emphasised[3] ?? '').includes(emphasised[2] ?? '')) style.bold = true
  text = text
    .replaceAll(/(\*\*|__)(?=\S)([^*_]*[^\s*_])\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*]*[^\s*])\*(?![\w*])/g, '$1')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  return plainLine(text, at, style)
}
