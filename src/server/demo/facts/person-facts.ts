// What the demo knows of a person, and the two ways in which one is written down.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { Role } from '#domain/rights/can.ts'
import { endsOfUnits } from './demo-units.ts'
import { recordsBegin } from './unit-facts.ts'

/** Of every account of the demo. Printed with the accounts; the demo never holds anything worth more. */
export const demoPassword = 'namhoc-demo'

export type MembershipFact = {
  /** Where the person works. */
  unitCode: string
  role: Role
  /** Over whose subtree the role holds. */
  scopeCode: string
  validFrom: LocalDate
  /** Exclusive. */
  validTo: LocalDate | null
}

export type PersonFact = {
  userName: string
  fullName: string
  jobTitle: string
  phone: string | null
  email: string | null
  memberships: readonly MembershipFact[]
}

/** Until the unit ends. */
export function works(
  role: Role,
  unitCode: string,
  scopeCode: string = unitCode,
  from: LocalDate = recordsBegin,
): MembershipFact {
  return {
    unitCode,
    role,
    scopeCode,
    validFrom: from,
    validTo: endsOfUnits.get(unitCode) ?? endsOfUnits.get(scopeCode) ?? null,
  }
}

/** The number is nobody's: no Vietnamese number begins with four zeros. */
export function person(
  userName: string,
  number: number,
  fullName: string,
  jobTitle: string,
  ...memberships: readonly MembershipFact[]
): PersonFact {
  return {
    userName,
    fullName,
    jobTitle,
    phone: `0000 000 ${String(number).padStart(3, '0')}`,
    email: null,
    memberships,
  }
}
