// Source files as the rules see them: path, text, code without comments and strings, and what they import.
// TypeScript 7 has no API for this and the ready-made tools then see no module at all and pass; hence our own reading.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Import = {
  specifier: string
  line: number
  dynamic: boolean
  typeOnly: boolean
  reExport: boolean
}

export type SourceFile = {
  /** From the root, with slashes: 'src/domain/units/unit.ts'. */
  path: string
  text: string
  /** The text with comments and the insides of strings blanked; same length, same lines. */
  code: string
  /** The comments alone; same length, same lines. */
  comments: string
  imports: Import[]
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every file below a folder of the project whose name ends in one of the endings. */
export function readSources(folder: string, endings: readonly string[]): SourceFile[] {
  return listPaths(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => sourceFile(path, readFileSync(root + path, 'utf8')))
}

/** Every path below a folder, files only, sorted. */
export function listPaths(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replaceAll('//', '/').slice(root.length),
    )
    .toSorted()
}

export function sourceFile(path: string, text: string): SourceFile {
  const { code, comments } = separate(text)
  return { path, text, code, comments, imports: readImports(text, code) }
}

const statements = [
  { pattern: /^[ \t]*import\s+(type\s+)?[\w*{][^'"();]*?from\s*['"]/gm, reExport: false, dynamic: false },
  { pattern: /^[ \t]*import\s*['"]/gm, reExport: false, dynamic: false },
  {
    pattern: /^[ \t]*export\s+(type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*['"]/gm,
    reExport: true,
    dynamic: false,
  },
  { pattern: /\bimport\s*\(\s*['"]/g, reExport: false, dynamic: true },
]

function readImports(text: string, code: string): Import[] {
  const found: Import[] = []
  for (const { pattern, reExport, dynamic } of statements) {
    for (const match of code.matchAll(pattern)) {
      const start = match.index + match[0].length
      const quote = text.charAt(start - 1)
      const specifier = text.slice(start, text.indexOf(quote, start))
      found.push({
        specifier,
        line: lineAt(text, start),
        dynamic,
        typeOnly: match[1] !== undefined,
        reExport,
      })
    }
  }
  return found.toSorted((a, b) => a.line - b.line)
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

// A slash after one of these begins a regular expression, after anything else it divides or closes a tag.
const beforeRegExp =
  /(?:^|[(,=:[!&|?{};+\-*%>~^\n]|\b(?:return|typeof|case|in|of|do|else|void|yield|await))\s*$/

/** Parts code from comments. In the code quotes and line breaks stay, what stands between quotes is blanked. */
export function separate(text: string): { code: string; comments: string } {
  let out = ''
  let comments = ''
  let index = 0
  const templateDepths: number[] = []
  let depth = 0

  function skipTo(end: number, keepFirst: number, keepLast: number): void {
    out +=
      text.slice(index, index + keepFirst) +
      blank(text.slice(index + keepFirst, end - keepLast)) +
      text.slice(end - keepLast, end)
    comments += keepFirst === 0 ? text.slice(index, end) : blank(text.slice(index, end))
    index = end
  }
  function endAt(mark: string, length: number): number {
    const found = text.indexOf(mark, index + length)
    return found === -1 ? text.length : found + length
  }
  function endOfTemplatePart(from: number): number {
    for (let at = from; at < text.length; at++) {
      if (text[at] === '\\') at += 1
      else if (text[at] === '`') return at + 1
      else if (text.startsWith('${', at)) return at + 2
    }
    return text.length
  }
  function readTemplatePart(): void {
    const end = endOfTemplatePart(index + 1)
    const opens = text.startsWith('${', end - 2)
    if (opens) templateDepths.push(depth)
    skipTo(end, 1, opens ? 2 : 1)
  }

  while (index < text.length) {
    const char = text.charAt(index)
    if (text.startsWith('//', index)) skipTo(endAt('\n', 0), 0, 0)
    else if (text.startsWith('/*', index)) skipTo(endAt('*/', 2), 0, 0)
    else if (char === "'" || char === '"') skipTo(endOfString(text, index, char), 1, 1)
    else if (char === '`') readTemplatePart()
    else if (char === '/' && beforeRegExp.test(out.slice(-20))) skipTo(endOfRegExp(text, index), 1, 1)
    else {
      if (char === '{') depth += 1
      if (char === '}' && templateDepths.at(-1) === depth) {
        templateDepths.pop()
        readTemplatePart()
        continue
      }
      if (char === '}') depth -= 1
      out += char
      comments += blank(char)
      index += 1
    }
  }
  return { code: out, comments }
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ')
}

// A quote that is not closed on its line stands in the text of a tag, not before a string.
function endOfString(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === quote) return at + 1
  }
  return start + 2
}

function endOfRegExp(text: string, start: number): number {
  let inClass = false
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '/' && !inClass) return at + 1
  }
  return start + 2
}
