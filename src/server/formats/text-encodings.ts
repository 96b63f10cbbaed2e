// Bytes of a text to characters: Unicode by its marks, else the encodings that Vietnamese was typed in before it.
// Which old one it was is judged by how many of the commonest words come out.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni' | 'latin1'

export type Decoded = { text: string; encoding: Encoding }

/** Undefined for bytes that are no text. */
export function decodeBytes(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes)
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded('utf-8', bytes)
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return decoded(wide, bytes)
  if (bytes.includes(0)) return undefined
  return isUtf8(bytes) ? decoded('utf-8', bytes) : decodeOld(bytes)
}

function decoded(encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258', bytes: Uint8Array): Decoded {
  return { encoding, text: new TextDecoder(encoding).decode(bytes) }
}

// Vietnamese in UTF-16 has a zero as every second byte of its plain letters, of its spaces at least.
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null
  let low = 0
  let high = 0
  const length = Math.min(bytes.length, 2000)
  for (let at = 0; at + 1 < length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] !== 0) high += 1
    if (bytes[at] !== 0 && bytes[at + 1] === 0) low += 1
  }
  const enough = length / 8
  if (low > enough && high === 0) return 'utf-16le'
  return high > enough && low === 0 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

// Node 20 decodes windows-1252 as if it were ISO 8859-1: dashes and quotation marks come out as control characters.
const between80And9f = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replaceAll(/[\u0080-\u009f]/g, (sign) => between80And9f.charAt(sign.charCodeAt(0) - 0x80))
}

function decodeOld(bytes: Uint8Array): Decoded {
  const latin = fromWindows1252(bytes)
  const candidates: Decoded[] = [
    { encoding: 'windows-1258', text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
    { encoding: 'tcvn3', text: fromTcvn3(latin) },
    { encoding: 'vni', text: fromVni(latin) },
  ]
  const best = candidates.toSorted((a, b) => familiarWords(b.text) - familiarWords(a.text))[0]
  if (best !== undefined && familiarWords(best.text) > familiarWords(latin)) return best
  // A few broken bytes in a text that is UTF-8 otherwise: the rest is worth more than a guess.
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const broken = utf8.split('\ufffd').length - 1
  return broken * 20 < bytes.filter((byte) => byte >= 0x80).length
    ? { encoding: 'utf-8', text: utf8 }
    : { encoding: 'latin1', text: latin }
}

const familiar = new Set(
  'và của các được cho trong với đối những về đến là có không năm học trường giáo dục đào tạo việc công tác thực hiện tổ chức đơn vị kế hoạch nhiệm vụ phường quận huyện tỉnh ủy ban nhân dân độc lập tự do hạnh phúc cộng hòa xã hội chủ nghĩa việt nam'
    .split(' ')
    .filter((word) => /[^a-z]/.test(word)),
)

function familiarWords(text: string): number {
  let count = 0
  for (const word of text
    .slice(0, 20_000)
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u))
    if (familiar.has(word)) count += 1
  return count
}

/** A text of Unicode letters that were typed in an old font ("Kú ho¹ch", "Keá hoaïch") as Vietnamese; null for any other. */
export function unmaskOldFont(text: string): Decoded | null {
  const before = familiarWords(text)
  const tcvn3 = fromTcvn3(text)
  const vni = fromVni(text)
  const best: Decoded =
    familiarWords(tcvn3) >= familiarWords(vni)
      ? { encoding: 'tcvn3', text: tcvn3 }
      : { encoding: 'vni', text: vni }
  // Two words out of nothing are no chance any more; a Vietnamese text has a great many of its own.
  return before === 0 && familiarWords(best.text) >= 2 ? best : null
}

/** By the font that a run of DOCX or a PDF names: .VnTime (TCVN3; …H has capitals only), VNI-Times. */
export function fromFont(text: string, font: string): string | null {
  if (/^(?:[A-Z]{6}\+)?\.?Vn[A-Z3]/.test(font)) {
    const read = fromTcvn3(text)
    return /H(?:$|[,\- ])/.test(font) ? read.toUpperCase() : read
  }
  return /^(?:[A-Z]{6}\+)?VNI[-_ ]/.test(font) ? fromVni(text) : null
}

// TCVN 5712:1993, table VN3: one byte a letter; capitals with a tone are lower-case letters in a font of capitals.
const tcvn3Letters = new Map(
  '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

function fromTcvn3(text: string): string {
  return text.replaceAll(/[\u00a1-\u00ff]/g, (letter) => tcvn3Letters.get(letter) ?? letter)
}

// VNI for Windows: the letter, then a sign for the tone, or for hat and tone in one.
const vniTones: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
}
const vniHats: Readonly<Record<string, string>> = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const vniLetters: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

function fromVni(text: string): string {
  // In one pass: what comes out ("où" is ó) is itself a sign of the old font (ó is ĩ).
  return text.replaceAll(
    /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöíìæóòî]/gi,
    (whole, letter: string | undefined, sign: string | undefined) => {
      const base = (letter ?? whole).toLowerCase()
      const mark = sign === undefined ? '' : vniMark(base, sign.toLowerCase())
      if (mark === undefined) return (vniLetters[base] ?? base) === base ? whole : vniCase(base, whole)
      return vniCase(base, whole, mark)
    },
  )
}

function vniMark(base: string, sign: string): string | undefined {
  return vniTones[sign] ?? (/[aeo]/.test(base) ? vniHats[sign] : undefined)
}

function vniCase(base: string, whole: string, mark?: string): string {
  const joined = ((vniLetters[base] ?? base) + (mark ?? '')).normalize('NFC')
  const rest = mark === undefined ? whole.slice(1) : ''
  return (whole.startsWith(base) ? joined : joined.toUpperCase()) + rest
}
