import { formatNumber, readNumber } from '#domain/basics/numbers.ts'
import type { Finding, Passage, Proof } from './finding.ts'

const number = String.raw`\d{1,3}(?:[.,]\d{3})+|\d{1,7}`
// "25/6836 trẻ đạt 0.003%", "1.640/2.898 = 56,6%", "6.270/6.334 (99%)": what stands between may not hold another figure.
const pattern = new RegExp(
  String.raw`(?<![\d/.,-])(${number})\s?(?:\p{L}{1,12}\s?){0,3}/\s?(${number})(?![\d/])([^\d%/;.]{0,40}?)(\d{1,3}(?:[.,]\d{1,4})?)\s?%`,
  'gu',
)
const links = ['đạt', 'chiếm', 'tỷ lệ', 'tỉ lệ', 'bằng', 'đạt tỷ lệ', 'đạt tỉ lệ']

// The percentage is said to be the fraction's: by a sign, or by a word that ends what stands between them.
function saysItsShare(between: string): boolean {
  const text = between.normalize('NFC').toLowerCase().trim()
  if (/[=(]$/.test(text)) return /^[\p{L}\s,]*[=(]$/u.test(text)
  const words = text.replace(/[:\s]+$/, '').replace(/\s+là$/, '')
  return (
    /^[\p{L}\s,]+$/u.test(words) &&
    links.some((link) => words === link || words.endsWith(` ${link}`) || words.endsWith(`,${link}`))
  )
}

/** A percentage that does not follow from the fraction printed before it, and a part above its whole. */
export function checkRatios(passage: Passage): { findings: Finding[]; proofs: Proof[] } {
  const findings: Finding[] = []
  const proofs: Proof[] = []
  for (const match of passage.text.matchAll(pattern)) {
    const [quote, partText = '', wholeText = '', between = '', percentText = ''] = match
    if (!saysItsShare(between)) continue
    const part = valueOf(partText)
    const whole = valueOf(wholeText)
    const percent = Number(percentText.replace(',', '.'))
    if (part === null || whole === null || whole === 0) continue
    const at = [passage.placeOf(match.index)]
    const actual = (part / whole) * 100
    const decimals = /[.,](\d+)$/.exec(percentText)?.[1]?.length ?? 0
    // Rounded or cut off, and one step more: a signed report rounds as it likes.
    const tolerance = 10 ** -decimals
    if (Math.abs(actual - percent) < tolerance * 1.0001) {
      proofs.push({
        kind: 'ratio',
        quotes: [quote],
        relation: `${partText}/${wholeText} = ${formatNumber(actual, Math.max(decimals, 1))}%`,
      })
      continue
    }
    const expected = `${formatNumber(actual, Math.max(Math.min(decimals, 2), actual < 1 ? 2 : 1))}%`
    const message = {
      vi: `${partText}/${wholeText} = ${expected}, không phải ${percentText}%`,
      en: `${partText}/${wholeText} = ${expected}, not ${percentText}%`,
    }
    findings.push({
      kind: part > whole && percent <= 100 ? 'numerator-over-denominator' : 'ratio-mismatch',
      certainty: 'provable',
      severity: Math.abs(actual - percent) >= 1 ? 'major' : 'medium',
      quotes: [quote],
      at,
      message,
      expected,
    })
  }
  return { findings, proofs }
}

function valueOf(text: string): number | null {
  const read = readNumber(text)
  return read.ok ? read.value : null
}
