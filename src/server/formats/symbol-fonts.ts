// Bullets and signs of the symbol fonts lie in a private area of Unicode and mean something in their font only.

const symbol: Readonly<Record<number, string>> = {
  0xb7: '•',
  0x2d: '-',
  0xb0: '°',
  0xb3: '≥',
  0xa3: '≤',
  0xb1: '±',
  0xb4: '×',
  0xae: '→',
}
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfe: '☑',
}

/** Text in a font as characters that everybody can print; other fonts leave it as it is. */
export function symbolText(text: string, font: string | undefined): string {
  const table = /^wingdings/i.test(font ?? '') ? wingdings : /^symbol/i.test(font ?? '') ? symbol : undefined
  // Courier's o is drawn as a hollow bullet by Word's default list.
  if (text === 'o' && /^courier/i.test(font ?? '')) return '○'
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0
      const isPrivate = code >= 0xf000 && code <= 0xf0ff
      if (table === undefined && !isPrivate) return sign
      return (table ?? symbol)[code & 0xff] ?? (isPrivate ? '•' : sign)
    })
    .join('')
}
