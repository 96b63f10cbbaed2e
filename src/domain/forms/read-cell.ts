import { formatNumber, readNumber, roundTo } from '#domain/basics/numbers.ts'
import type { Verdict } from '#domain/basics/result.ts'
import type { Caption, Cell, CellKind } from './form.ts'

export type CellFault = 'not_a_number' | 'not_whole' | 'too_many_decimals' | 'below_least' | 'above_most'

/** Reads what was typed or pasted: '1.234', '1,234', ' 35 ', '' (empty: null). See readNumber for the notations. */
export function readCell(kind: CellKind, written: string): Verdict<number | null, CellFault> {
  const read = readNumber(written)
  if (!read.ok)
    return read.reason === 'empty' ? { ok: true, value: null } : { ok: false, reason: 'not_a_number' }
  const fault = valueFault(kind, read.value)
  return fault === null ? { ok: true, value: read.value } : { ok: false, reason: fault }
}

/** Why a number cannot stand in a cell of this kind; null when it can. */
export function valueFault(kind: CellKind, value: number): CellFault | null {
  if (!Number.isFinite(value)) return 'not_a_number'
  if (value < leastOf(kind)) return 'below_least'
  if (value > kind.most) return 'above_most'
  switch (kind.kind) {
    case 'count':
      return Number.isInteger(value) ? null : 'not_whole'
    case 'decimal':
      return roundTo(value, kind.decimals) === value ? null : 'too_many_decimals'
  }
}

function leastOf(kind: CellKind): number {
  return kind.kind === 'count' ? 0 : kind.least
}

/** What stands in a cell, as it is written: 1234 → '1.234'. Missing is empty. */
export function formatCell(kind: CellKind, value: Cell): string {
  return typeof value === 'number' ? formatNumber(value, kind.kind === 'count' ? 0 : kind.decimals) : ''
}

export function cellFaultCaption(fault: CellFault, kind: CellKind): Caption {
  const least = formatNumber(leastOf(kind))
  const most = formatNumber(kind.most)
  switch (fault) {
    case 'not_a_number':
      return {
        vi: 'Đây không phải là số. Hãy nhập chữ số, ví dụ 1.234.',
        en: 'This is not a number. Enter digits, for example 1.234.',
      }
    case 'not_whole':
      return { vi: 'Ô này là số đếm: hãy nhập số nguyên.', en: 'This cell counts: enter a whole number.' }
    case 'too_many_decimals': {
      const digits = kind.kind === 'decimal' ? kind.decimals : 0
      return {
        vi: `Nhiều nhất ${digits} chữ số sau dấu phẩy.`,
        en: `At most ${digits} digits after the comma.`,
      }
    }
    case 'below_least':
      return { vi: `Số nhỏ nhất là ${least}.`, en: `The smallest number is ${least}.` }
    case 'above_most':
      return {
        vi: `Số lớn nhất là ${most}. Hãy kiểm tra lại.`,
        en: `The largest number is ${most}. Check it again.`,
      }
  }
}
