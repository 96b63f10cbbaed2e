/**
 * The digits of a Vietnamese phone number as one writes it at home: "+84 912 345 678" → "0912345678".
 * Null when it is none (fewer than 9 or more than 11 digits, or letters in it).
 */
export function phoneDigits(written: string): string | null {
  if (!/^[\d\s().+-]+$/.test(written)) return null
  const digits = written.replaceAll(/\D/g, '')
  const home = digits.startsWith('84') && digits.length >= 11 ? `0${digits.slice(2)}` : digits
  return /^0\d{8,10}$/.test(home) ? home : null
}
