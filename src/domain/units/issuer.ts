import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitFacts } from './unit.ts'

/** Who signs, from one day until another (exclusive); `authority` holds the printed lines above the signature. */
export type Signer = {
  /** ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] (Decree 30/2020/NĐ-CP, Annex I, II.7). */
  authority: string[]
  name: string
  /** 'Phó Chủ tịch'. */
  title: string
  validFrom: LocalDate
  validTo: LocalDate | null
}

/** What the documents of a unit print around their text; the symbol after the number is made in writing (`symbolFor`). */
export type IssuerProfile = {
  /** In capitals; '\n' asks for a line break: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN'. */
  printedName: string
  /** The line above the name; null for a people's committee, which has none. */
  superior: string | null
  /** Of the line with the date: 'Hải An'. */
  place: string
  /** 'UBND', 'TMN', 'PGDĐT'. */
  symbolSuffix: string
  /** The first one valid on a day signs unless another is chosen. */
  signers: Signer[]
  /** Usual recipients (Nơi nhận), one per line. */
  recipients: string[]
}

export function signersOn(profile: Pick<IssuerProfile, 'signers'>, day: LocalDate): Signer[] {
  return profile.signers.filter(
    (signer) => signer.validFrom <= day && (signer.validTo === null || signer.validTo > day),
  )
}

/** Who signs on the day: the one of that name, else the first in the order of the profile; null where nobody may. */
export function chooseSigner(
  profile: Pick<IssuerProfile, 'signers'>,
  day: LocalDate,
  name?: string,
): Signer | null {
  const signers = signersOn(profile, day)
  return (name === undefined ? signers[0] : signers.find((signer) => signer.name === name)) ?? null
}

export type IssuerFault =
  | { reason: 'printed_name_missing' | 'place_missing' | 'suffix_malformed' | 'recipient_empty' }
  | { reason: 'signer_name_missing' | 'authority_missing' | 'ends_before_it_begins'; signer: number }

/** Everything that keeps documents of this issuer from being printed as the decree asks. `signer` counts from 0. */
export function issuerFaults(profile: IssuerProfile): IssuerFault[] {
  const faults: IssuerFault[] = []
  if (profile.printedName.trim() === '') faults.push({ reason: 'printed_name_missing' })
  if (profile.place.trim() === '') faults.push({ reason: 'place_missing' })
  // Groups joined by hyphens without spaces (Annex I, II.3).
  if (!/^[\p{L}\d&]+(?:-[\p{L}\d&]+)*$/u.test(profile.symbolSuffix.normalize('NFC')))
    faults.push({ reason: 'suffix_malformed' })
  if (profile.recipients.some((recipient) => recipient.trim() === ''))
    faults.push({ reason: 'recipient_empty' })
  profile.signers.forEach((signer, index) => {
    if (signer.name.trim() === '') faults.push({ reason: 'signer_name_missing', signer: index })
    if (signer.authority.every((line) => line.trim() === ''))
      faults.push({ reason: 'authority_missing', signer: index })
    if (signer.validTo !== null && signer.validTo <= signer.validFrom)
      faults.push({ reason: 'ends_before_it_begins', signer: index })
  })
  return faults
}

/**
 * What to begin with for a unit that has no profile yet. A committee prints no superior, everybody else the committee
 * above, shortened; the suffix of others than committees has no rule and is left to be typed.
 */
export function suggestIssuer(unit: UnitFacts, parent: UnitFacts | null): IssuerProfile {
  const isCommittee = unit.kind === 'committee' || unit.kind === 'ward'
  return {
    printedName: unit.officialName.toUpperCase().replace(/^(ỦY BAN NHÂN DÂN) /, '$1\n'),
    superior: isCommittee || parent === null ? null : parent.shortName.toUpperCase(),
    place: unit.place ?? parent?.place ?? '',
    symbolSuffix: isCommittee ? 'UBND' : '',
    signers: [],
    recipients: [],
  }
}
