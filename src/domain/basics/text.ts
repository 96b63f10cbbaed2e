// Text of Vietnamese documents: one form for storing, one for searching, one for sorting.

/**
 * NFC, line ends LF, no-break and other odd spaces as plain ones, zero-width characters, soft hyphens and the byte-order
 * mark removed.
 */
export function toNfc(text: string): string {
  // What is invisible goes first: it may stand between a letter and its tone and would keep them apart.
  return text
    .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
}

/** One space between words, none at the ends. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/**
 * For searching and matching: lower case, no diacritics, đ as d, one space between words. Where the tone is put
 * ("hoà", "hòa") makes no difference, since tones go.
 */
export function fold(text: string): string {
  return squeeze(
    toNfc(text)
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      // ð is the Icelandic letter that old Vietnamese fonts and converters print for đ.
      .replaceAll(/[đð]/g, 'd'),
  )
}

/** The folded words of several texts, for a column that is searched without accents. */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  return fold(parts.filter((part) => part !== null && part !== undefined).join(' '))
}

const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
// The order of the dictionary (and of CLDR): level, huyền, hỏi, ngã, sắc, nặng.
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

type Weight = { letter: string; tone: string }

// Every letter with every tone, made once: taking a letter apart at each comparison cost 1.6 s for 60,000 names.
const weights: ReadonlyMap<string, Weight> = new Map(
  [...alphabet].flatMap((base, place) =>
    // Two ASCII characters a letter keep the order under any binary collation ('C', JavaScript).
    tones.map((tone, index): [string, Weight] => [
      (base + tone).normalize('NFC'),
      { letter: `${String.fromCharCode(0x61 + Math.floor(place / 20))}${String.fromCharCode(0x61 + (place % 20))}`, tone: String(index) },
    ]),
  ),
)

const pieces = /\d+|[\p{L}\p{M}]|[^\p{L}\p{M}\d]+/gu

/**
 * A key whose plain binary order is the Vietnamese one: letters first (a ă â b …), then tones, digits by value. Spaces and
 * signs only keep words apart; case makes no difference. Compare with `<`, in PostgreSQL under `collate "C"`.
 */
export function sortKey(text: string): string {
  let letters = ''
  let marks = ''
  for (const piece of toNfc(text).toLowerCase().match(pieces) ?? []) {
    const weight = weights.get(piece)
    if (weight !== undefined) {
      letters += weight.letter
      marks += weight.tone
    } else {
      const other = otherWeight(piece, letters === '')
      letters += other
      if (other !== '') marks += '0'
    }
  }
  // ' ' for the end stands before '!' for a gap: a name goes before the longer one that begins with it.
  return `${letters.endsWith('!') ? letters.slice(0, -1) : letters} ${marks.replace(/0+$/, '')}`
}

function otherWeight(piece: string, isFirst: boolean): string {
  if (/^\d/.test(piece)) {
    const value = piece.replace(/^0+(?=\d)/, '')
    // The count of digits stands before them: 9 < 10. Digits stand between gap and letters.
    return `0${String.fromCharCode(0x40 + Math.min(value.length, 60))}${value}`
  }
  // Letters of other scripts, and foreign marks, after ours.
  if (/^[\p{L}\p{M}]/u.test(piece)) return `z${piece}`
  return isFirst ? '' : '!'
}

/** Vietnamese names sort by the given name, the last word; then by what stands before it. */
export function personSortKey(fullName: string): string {
  const words = squeeze(fullName).split(' ')
  const given = words.at(-1) ?? ''
  return `${sortKey(given)} ${sortKey(words.slice(0, -1).join(' '))}`.trimEnd()
}
