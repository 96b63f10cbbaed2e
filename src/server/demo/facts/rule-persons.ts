// Accounts by rule for every unit of the first tenant.
import type { LocalDate } from '#domain/basics/dates.ts'
import { shareOfText } from './apportion.ts'
import { allUnits } from './demo-units.ts'
import { type MembershipFact, type PersonFact, works } from './person-facts.ts'
import { namedPersons } from './persons.ts'
import { recordsBegin, type UnitFact } from './unit-facts.ts'

const families = [
  'An',
  'Âu',
  'Bạch',
  'Cấn',
  'Châu',
  'Chu',
  'Diệp',
  'Doãn',
  'Giang',
  'Hứa',
  'Khổng',
  'Khúc',
  'La',
  'Lã',
  'Lương',
  'Mai',
  'Nhâm',
  'Ông',
  'Phí',
  'Quách',
  'Thân',
  'Thẩm',
  'Tiêu',
  'Từ',
  'Ứng',
  'Viên',
]
const middles = [
  'Ánh',
  'Diệu',
  'Gia',
  'Hồng',
  'Khánh',
  'Kim',
  'Mỹ',
  'Nhã',
  'Phương',
  'Quỳnh',
  'Thảo',
  'Thùy',
  'Trúc',
  'Tú',
  'Tường',
  'Uyên',
  'Vân',
  'Xuân',
  'Yến',
]
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Duyên',
  'Hạnh',
  'Hiền',
  'Huệ',
  'Khuê',
  'Linh',
  'Ly',
  'My',
  'Nga',
  'Nhung',
  'Oanh',
  'Phượng',
  'Quyên',
  'Sâm',
  'Thoa',
  'Thủy',
  'Trâm',
  'Trinh',
  'Tuyết',
  'Vy',
  'Xuyến',
]

/** A name that hangs on the text alone. */
export function inventedName(text: string): string {
  const pick = (list: readonly string[], salt: string) =>
    list[Math.floor(shareOfText(`${salt}${text}`) * 0.9999 * list.length)] ?? ''
  return `${pick(families, 'họ ')} ${pick(middles, 'đệm ')} ${pick(givens, 'tên ')}`
}

const withoutAccounts: readonly string[] = ['HP', 'HA', 'KA', 'HA-QU', 'KA-QU']

/** One clerk for every school and class, one head for every school, phòng, agency, ward, body and group. */
export const rulePersons: readonly PersonFact[] = allUnits
  .filter((unit) => !withoutAccounts.includes(unit.code))
  .flatMap((unit) =>
    unit.kind === 'school'
      ? [headOf(unit), clerkOf(unit)]
      : unit.kind === 'independent_class'
        ? [clerkOf(unit)]
        : [headOf(unit)],
  )

/** 'ha-mn-catbi': the user name that a school's or a class's clerk signs in with. */
export function clerkNameOf(unitCode: string): string {
  return unitCode.toLowerCase()
}

/** 'ha-mn-catbi.ht' for a school; for any other unit its code alone. */
export function headNameOf(unit: Pick<UnitFact, 'code' | 'kind'>): string {
  return unit.kind === 'school' ? `${unit.code.toLowerCase()}.ht` : unit.code.toLowerCase()
}

function clerkOf(unit: UnitFact): PersonFact {
  const jobTitle = unit.kind === 'school' ? 'Nhân viên văn thư' : 'Chủ nhóm, lớp'
  return byRule(clerkNameOf(unit.code), jobTitle, works('clerk', unit.code, unit.code, accountsFrom(unit)))
}

function headOf(unit: UnitFact): PersonFact {
  const jobTitle =
    unit.kind === 'school'
      ? 'Hiệu trưởng'
      : unit.kind === 'ward'
        ? 'Phó Chủ tịch UBND phường'
        : unit.kind === 'office'
          ? 'Trưởng phòng'
          : 'Đại diện đơn vị'
  return byRule(headNameOf(unit), jobTitle, works('unit_head', unit.code, unit.code, accountsFrom(unit)))
}

function byRule(userName: string, jobTitle: string, membership: MembershipFact): PersonFact {
  return {
    userName,
    fullName: inventedName(userName),
    jobTitle,
    phone: null,
    email: null,
    memberships: [membership],
  }
}

// A district founded in 1994 has had other people since.
function accountsFrom(unit: UnitFact): LocalDate {
  return unit.validFrom < recordsBegin ? recordsBegin : unit.validFrom
}

export const persons: readonly PersonFact[] = [...namedPersons, ...rulePersons]
