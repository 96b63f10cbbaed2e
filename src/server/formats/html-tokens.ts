// Cuts HTML into tags and text as a browser would, forgiving what browsers forgive. Scripts, styles and comments go.

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; isEmpty: boolean }
  | { kind: 'close'; name: string }

// What stands in them is no text of the page, whatever it looks like.
const rawNames = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
])

export function* tokensOf(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const mark = html.indexOf('<', at)
    if (mark === -1) {
      yield { kind: 'text', text: decodeEntities(html.slice(at)) }
      return
    }
    if (mark > at) yield { kind: 'text', text: decodeEntities(html.slice(at, mark)) }
    if (html.startsWith('<!--', mark)) {
      at = endOf(html, '-->', mark + 4)
    } else if (/[!?]/.test(html.charAt(mark + 1))) {
      at = endOf(html, '>', mark + 2)
    } else if (/[a-z/]/i.test(html.charAt(mark + 1))) {
      const end = endOfTag(html, mark + 1)
      const token = tagOf(html.slice(mark + 1, end))
      at = end + 1
      if (token === null) continue
      if (token.kind === 'open' && rawNames.has(token.name)) at = endOfRaw(html, token.name, at)
      else yield token
    } else {
      yield { kind: 'text', text: '<' }
      at = mark + 1
    }
  }
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from; at < html.length; at++) {
    const char = html.charAt(at)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '>') return at
    // A quote means something behind a '=' only.
    else if ((char === '"' || char === "'") && /=\s*$/.test(html.slice(Math.max(from, at - 4), at)))
      quote = char
  }
  return html.length
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi')
  end.lastIndex = from
  const found = end.exec(html)
  return found === null ? html.length : endOf(html, '>', found.index)
}

function tagOf(inside: string): HtmlToken | null {
  const isClose = inside.startsWith('/')
  const name = /^\/?([a-z][^\s/>]*)/i.exec(inside)?.[1]
  if (name === undefined) return null
  if (isClose) return { kind: 'close', name: name.toLowerCase() }
  const attributes = new Map<string, string>()
  // More than a handful of attributes are of no use to us and may be there to keep us busy.
  const rest = inside.slice(name.length, name.length + 4000)
  for (const match of rest.matchAll(/([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const key = (match[1] ?? '').toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''))
  }
  return { kind: 'open', name: name.toLowerCase(), attributes, isEmpty: inside.endsWith('/') }
}

// The names for U+00A0 to U+00FF in order, then those that texts of offices use.
const latinNames =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const named: ReadonlyMap<string, string> = new Map([
  ...latinNames.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    le: '≤',
    ge: '≥',
    ne: '≠',
    rarr: '→',
    check: '✓',
    abreve: 'ă',
    Abreve: 'Ă',
    dstrok: 'đ',
    Dstrok: 'Đ',
  }),
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,8});?/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return named.get(body) ?? whole
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
      ? '\ufffd'
      : String.fromCodePoint(code)
  })
}
