// The top and the foot of an official document, with the lengths that the decree ties to the text.
import { balanceLines } from './balanced-lines.ts'
import type { OfficialDocument } from './official-document.ts'
import { pointsPerMillimetre } from './page-layout.ts'
import { printableLine, printableText } from './printable-text.ts'
import {
  motto,
  nation,
  printedAddressees,
  printedNumber,
  printedPlaceAndDate,
  printedRecipients,
} from './printed-lines.ts'
import { breakLines, longestWidth, textWidth } from './times-metrics.ts'

/** Lines are printed as they are given; widths and rules are points. */
export type PrintedHeader = {
  leftWidth: number
  rightWidth: number
  issuerSize: number
  mottoSize: number
  superior: string[]
  issuer: string[]
  issuerRule: number
  nation: string
  motto: string
  mottoRule: number
  number: string
  placeAndDate: string
  /** "V/v …" under the number of a công văn. */
  subject: string[]
}

export type PrintedTitle = { typeName: string; about: string[]; rule: number }

/** `indent` brings the whole to the middle; `hang` puts the dashes under the colon. */
export type PrintedAddress = { label: string; lines: string[]; indent: number; hang: number }

export type PrintedClosing = {
  leftWidth: number
  rightWidth: number
  /** Beside the signature; the others follow below it, where a page may end between two of them. */
  recipients: string[]
  moreRecipients: string[]
  authority: string[]
  /** null leaves the line free. */
  name: string | null
}

// A rule is 1/3 to 1/2 of its text (II.2, II.5).
const ruleShare = 0.4

// Word breaks a line a hair earlier than the sum of advances says.
const slack = 2

const sizes = [
  { issuer: 13, motto: 14 },
  { issuer: 12, motto: 13 },
] as const

/** The larger of the two sizes allowed, unless the smaller one saves the issuer a line. */
export function printHeader(document: OfficialDocument, width: number): PrintedHeader {
  const [larger, smaller] = [headerAt(document, width, sizes[0]), headerAt(document, width, sizes[1])]
  return lineCount(smaller) < lineCount(larger) ? smaller : larger
}

function lineCount(header: PrintedHeader): number {
  return header.superior.length + header.issuer.length
}

function headerAt(
  document: OfficialDocument,
  width: number,
  size: { issuer: number; motto: number },
): PrintedHeader {
  const placeAndDate = printableLine(printedPlaceAndDate(document))
  const nationWidth = textWidth(nation, size.issuer, 'bold')
  // A long place name may ask for more than the name of the state, never for more than two thirds.
  const rightWidth = Math.min(
    Math.max(nationWidth, textWidth(placeAndDate, size.motto)) + 3 * slack,
    (width * 2) / 3,
  )
  const leftWidth = width - rightWidth
  const room = leftWidth - 2 * slack
  const issuer = balanceLines(printableText(document.issuer.name), room, size.issuer, 'bold')
  const superior = printableText(document.issuer.superior ?? '').trim()
  return {
    leftWidth,
    rightWidth,
    issuerSize: size.issuer,
    mottoSize: size.motto,
    superior: superior === '' ? [] : balanceLines(superior, room, size.issuer),
    issuer,
    issuerRule: Math.min(room, longestWidth(issuer, size.issuer, 'bold') * ruleShare),
    nation,
    motto,
    mottoRule: textWidth(motto, size.motto, 'bold'),
    number: printableLine(printedNumber(document.number)),
    placeAndDate,
    subject:
      document.typeName === '' ? balanceLines(`V/v ${printableLine(document.about)}`, room, size.issuer) : [],
  }
}

/** null for a công văn, which has no type's name. */
export function printTitle(document: OfficialDocument, width: number, size: number): PrintedTitle | null {
  if (document.typeName === '') return null
  // 12 mm free on either side keep a long title from looking like a paragraph.
  const room = width - 24 * pointsPerMillimetre
  const about = balanceLines(printableText(document.about), room, size, 'bold')
  return {
    typeName: printableLine(document.typeName),
    about,
    rule: Math.min(room, longestWidth(about, size, 'bold') * ruleShare),
  }
}

export function printAddress(document: OfficialDocument, width: number, size: number): PrintedAddress | null {
  const [first, ...others] = printedAddressees(document.addressedTo).map(printableLine)
  if (first === undefined) return null
  if (others.length === 0) {
    const line = `Kính gửi: ${first.replace(/^- /, '')}`
    const indent = Math.max(0, (width - textWidth(line, size)) / 2 - slack)
    return { label: line, lines: [], indent, hang: 0 }
  }
  const hang = textWidth('Kính gửi', size)
  const indent = Math.max(0, (width - hang - longestWidth([first, ...others], size)) / 2)
  return { label: 'Kính gửi:', lines: [first, ...others], indent: Math.min(indent, width / 5), hang }
}

/** Points free for the signer's hand, or for the images of the two digital signatures: about 30 mm. */
export const signatureSpace = 84

const recipientSize = 11

export function printClosing(document: OfficialDocument, width: number, size: number): PrintedClosing {
  const authority = document.signature.authority.map(printableLine).filter((line) => line !== '')
  const rightWidth = Math.min(
    width * 0.62,
    Math.max(width / 2, longestWidth(authority, size, 'bold') + 3 * slack),
  )
  const leftWidth = width - rightWidth
  const lines = printedRecipients(document).map(printableLine)
  // The signature with its free space is about as high as this many lines of recipients.
  const beside = Math.round(((authority.length + 1) * size * 1.15 + signatureSpace) / (recipientSize * 1.15))
  let cut = lines.length
  let used = 1
  for (const [index, line] of lines.entries()) {
    used += breakLines(line, leftWidth - 2 * slack, recipientSize).length
    if (used > beside) {
      cut = index
      break
    }
  }
  // Two or three lines more do not need a row of their own.
  if (lines.length - cut <= 3) cut = lines.length
  const name = printableLine(document.signature.name ?? '').trim()
  return {
    leftWidth,
    rightWidth,
    recipients: lines.slice(0, cut),
    moreRecipients: lines.slice(cut),
    authority,
    name: name === '' ? null : name,
  }
}
