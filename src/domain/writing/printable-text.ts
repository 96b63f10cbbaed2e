// Signs that XML 1.0 forbids (controls, unpaired surrogates, noncharacters), and signs that turn the direction
// of what follows, by which a document could be made to show another text than it holds.
const forbidden =
  /[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/gu

/** NFC, line breaks as '\n', tabs as spaces, without what cannot be printed. */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(forbidden, '')
    .normalize('NFC')
}

/** The same on one line: a break inside a sentence is a space. */
export function printableLine(text: string): string {
  return printableText(text).replace(/ *\n+ */g, ' ')
}
