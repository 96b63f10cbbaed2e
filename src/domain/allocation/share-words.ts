import { formatNumber } from '#domain/basics/numbers.ts'
import type { ShareFault, ShareFigures } from './shares.ts'
import type { Measure } from './whole.ts'

type Language = 'vi' | 'en'

const notConcernedWords: Readonly<Record<Language, string>> = { vi: 'không áp dụng', en: 'does not apply' }

/** A share as it is told to its unit: '1.020 học sinh', '410/480', '98,5%', 'không áp dụng'; '–' while it is missing. */
export function sayShare(
  measure: Measure,
  share: ShareFigures,
  unitWord: string | null,
  language: Language,
): string {
  if (!share.applies) return notConcernedWords[language]
  const number = (figure: number | null) => (figure === null ? '–' : formatNumber(figure, 6))
  if (measure === 'ratio') return `${number(share.numerator)}/${number(share.denominator)}`
  if (share.value === null) return '–'
  if (measure === 'percent') return `${number(share.value)}%`
  return unitWord === null || unitWord === '' || unitWord === '%'
    ? number(share.value)
    : `${number(share.value)} ${unitWord}`
}

/** What is wrong with one figure of a share and how to mend it. */
export function shareFaultWords(
  fault: ShareFault,
  decimals: number,
): Record<Language, { message: string; mend: string }> {
  switch (fault) {
    case 'negative':
      return {
        vi: { message: 'Số nhỏ hơn 0', mend: 'Nhập số từ 0 trở lên.' },
        en: { message: 'The number is below zero', mend: 'Enter zero or more.' },
      }
    case 'over_hundred':
      return {
        vi: { message: 'Tỷ lệ lớn hơn 100%', mend: 'Nhập tỷ lệ từ 0 đến 100.' },
        en: { message: 'The percentage is over 100', mend: 'Enter 0 to 100.' },
      }
    case 'part_over_whole':
      return {
        vi: { message: 'Tử số lớn hơn mẫu số', mend: 'Kiểm tra lại hai số của đơn vị này.' },
        en: {
          message: 'The numerator is larger than the denominator',
          mend: 'Check both numbers of this unit.',
        },
      }
    case 'too_many_decimals':
      return decimals === 0
        ? {
            vi: { message: 'Chỉ tiêu này tính bằng số nguyên', mend: 'Nhập số không có phần lẻ.' },
            en: { message: 'This target counts in whole numbers', mend: 'Enter a whole number.' },
          }
        : {
            vi: {
              message: 'Quá nhiều chữ số sau dấu phẩy',
              mend: `Nhập nhiều nhất ${decimals} chữ số sau dấu phẩy.`,
            },
            en: { message: 'Too many decimals', mend: `Enter at most ${decimals} decimals.` },
          }
  }
}
