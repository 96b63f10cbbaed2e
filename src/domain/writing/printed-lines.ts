// The lines of an official document that are fixed by form: Decree 30/2020/NĐ-CP, Annex I, part II.
import { formatOfficialDate, type LocalDate, partsOf } from '#domain/basics/dates.ts'
import type { OfficialDocument } from './official-document.ts'
import { documentTypes } from './type-abbreviations.ts'

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

// Wide enough to be written into by hand on paper.
const blankNumber = '      '
const blankDay = '     '

/** `Số: 09/BC-UBND`; without a number `Số:      /BC-UBND`. A number below 10 gets its leading zero (II.3). */
export function printedNumber(number: OfficialDocument['number']): string {
  return `Số:${numberText(number)}/${number.symbol}`
}

function numberText(number: OfficialDocument['number']): string {
  if (number.text === null || number.text.trim() === '') return blankNumber
  const text = number.text.trim()
  return ` ${/^[1-9]$/.test(text) ? `0${text}` : text}`
}

/** `Hải An, ngày 05 tháng 01 năm 2025`; what is not known yet stays blank (II.4). */
export function printedPlaceAndDate(document: Pick<OfficialDocument, 'issuer' | 'date' | 'year'>): string {
  return `${document.issuer.place}, ${printedDate(document.date, document.year)}`
}

export function printedDate(date: LocalDate | null, year?: number): string {
  if (date !== null) return formatOfficialDate(date)
  return `ngày${blankDay}tháng${blankDay}năm ${year ?? '20    '}`
}

/** Each base ends with ';', the last with '.' (II.6). */
export function printedBases(bases: readonly string[]): string[] {
  const texts = bases.map(withoutEnd).filter((text) => text !== '')
  return texts.map((text, index) => `${text}${index === texts.length - 1 ? '.' : ';'}`)
}

/** `- …;` per line, the last `- ….` (II.9a). */
export function printedAddressees(addressedTo: readonly string[]): string[] {
  return dashed(addressedTo.map(withoutDash).filter((text) => text !== ''))
}

/** With `Kính gửi` the list opens with "Như trên"; the archive's line "Lưu: VT" always closes it (II.9b). */
export function printedRecipients(document: Pick<OfficialDocument, 'addressedTo' | 'recipients'>): string[] {
  const given = document.recipients.map(withoutDash).filter((text) => text !== '')
  const archive = given.find(isArchive) ?? 'Lưu: VT'
  const asAbove = given.find(isAsAbove) ?? 'Như trên'
  const others = given.filter((text) => !isArchive(text) && !isAsAbove(text))
  const opening = document.addressedTo.length > 0 ? [asAbove] : []
  return dashed([...opening, ...others, archive])
}

function dashed(texts: readonly string[]): string[] {
  return texts.map((text, index) => `- ${text}${index === texts.length - 1 ? '.' : ';'}`)
}

/**
 * `(Kèm theo Kế hoạch số 09/KH-UBND ngày 05 tháng 01 năm 2025 của …)`. On paper filled in as far as known;
 * in an electronic document number and date stay blank (III.1).
 */
export function printedAnnexReference(document: OfficialDocument): string {
  const { issuer, number, electronic } = document
  const known = electronic !== true
  const serial = `${numberText(known ? number : { text: null, symbol: '' })}/${number.symbol}`
  const date = printedDate(
    known ? document.date : null,
    document.date === null ? document.year : partsOf(document.date).year,
  )
  const name = issuer.nameInText ?? issuer.name.replace(/\s+/g, ' ')
  return `(Kèm theo ${documentTypes[document.type].name} số${serial} ${date} của ${name})`
}

/** The whole text ends with this, in place of its last full stop (the forms of Annex III). */
export const closingMark = './.'

export function withoutClosing(text: string): string {
  return text.replace(/(?:\s|\.\/\.|[.;,])+$/, '')
}

function withoutEnd(text: string): string {
  return text.trim().replace(/[\s.;,]+$/, '')
}

function withoutDash(text: string): string {
  return withoutEnd(text.trim().replace(/^[-–+•]\s*/, ''))
}

function isArchive(text: string): boolean {
  return /^lưu(\s*:|\s+VT\b)/iu.test(text.normalize('NFC'))
}

function isAsAbove(text: string): boolean {
  return /^như (trên|kính gửi)/iu.test(text.normalize('NFC'))
}
