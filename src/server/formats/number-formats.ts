// How Word and web pages print the number of an item.
import { romanNumeral } from '#domain/writing/numbering.ts'

/** The label of a list of HTML: its `type` attribute, or 'bullet'. */
export function listLabel(type: string, value: number): string {
  switch (type) {
    case 'bullet':
      return '•'
    case 'a':
      return `${letters(value)}.`
    case 'A':
      return `${letters(value).toUpperCase()}.`
    case 'i':
      return `${roman(value).toLowerCase()}.`
    case 'I':
      return `${roman(value)}.`
    default:
      return `${value}.`
  }
}

/** A counter in a number format of WordprocessingML (ECMA-376, 17.18.59); one that we do not know prints digits, as Word does. */
export function formatCounter(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

// What the numerals cannot say is printed in digits.
function roman(value: number): string {
  return value <= 0 || value >= 4000 ? String(value) : romanNumeral(value)
}

// Word goes on after z with aa, bb, cc.
function letters(value: number): string {
  if (value <= 0) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(30, Math.floor((value - 1) / 26) + 1))
}
