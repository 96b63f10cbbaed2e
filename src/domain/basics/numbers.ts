import type { Verdict } from './result.ts'

/**
 * Rounds half away from zero in decimal, as people do on paper: 1.005 → 1.01 where binary arithmetic gives 1.00.
 * The shortest decimal that stands for the number is what was typed or divided.
 */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to round: ${value}`)
  const rounded = shift(Math.round(shift(Math.abs(value), decimals)), -decimals)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** 12246 → '12.246'; 1234.5 → '1.234,5'. Vietnamese signs; at most `decimals` digits after the comma, no idle zeros. */
export function formatNumber(value: number, decimals = 2): string {
  const rounded = roundTo(value, decimals)
  const [whole = '0', fraction = ''] = Math.abs(rounded).toFixed(decimals).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')
  const kept = fraction.replace(/0+$/, '')
  return `${rounded < 0 ? '-' : ''}${grouped}${kept === '' ? '' : `,${kept}`}`
}

/** A share (0.857) as '85,7%'. */
export function formatPercent(share: number, decimals = 1): string {
  // Rounded before it is multiplied: 0.8565 × 100 is 85.64999… in binary.
  return `${formatNumber(shift(roundTo(share, decimals + 2), 2), decimals)}%`
}

/** Counts of one digit are written with a zero before them in official documents: 8 → '08'; none is '0'. */
export function formatOrdinalCount(count: number): string {
  return count > 0 && count < 10 && Number.isInteger(count) ? `0${count}` : formatNumber(count)
}

export type NumberReason = 'empty' | 'not_a_number'

/**
 * Reads a written number: '7.910', '85,7', '21,600', '97.78', '12 246', '1.234,5', '-3', '85,7%' (the sign is dropped).
 * Two signs: the last one is decimal. One sign: before exactly three digits it groups thousands (dot, comma or space),
 * else it is decimal; '0.003' cannot be grouped, for no thousands begin with zero.
 */
export function readNumber(written: string): Verdict<number, NumberReason> {
  const text = written
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/\s?%$/, '')
  if (text === '') return { ok: false, reason: 'empty' }
  const [, sign = '', body = ''] = /^([+\-−–]?)\s?(\d[\d., ]*)$/.exec(text) ?? []
  const value = readDigits(body)
  if (value === null) return { ok: false, reason: 'not_a_number' }
  return { ok: true, value: value === 0 || sign === '' || sign === '+' ? value : -value }
}

function readDigits(body: string): number | null {
  if (/^\d+$/.test(body)) return finite(Number(body))
  const groups = /^[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?|(?: \d{3})+(?:[.,]\d+)?)$/.exec(
    body,
  )
  if (groups !== null) {
    const grouping = /[., ]/.exec(body)?.[0] ?? ' '
    return finite(Number(body.replaceAll(grouping, '').replace(',', '.')))
  }
  return /^\d+[.,]\d+$/.test(body) ? finite(Number(body.replace(',', '.'))) : null
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
