// Công văn đôn đốc: one recorded act of urging as an official letter, in the form of a công văn (Nghị định 30/2020/NĐ-CP,
// Annex III, sample 1.5). Number and date stay blank: the agency's register gives them.
import { formatDate, type LocalDate, partsOf } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { namedPlan } from '#domain/plans/amendment-document.ts'
import type { Letterhead } from '#domain/plans/plan-document.ts'
import {
  type Block,
  draftDocument,
  type OfficialDocument,
  paragraph,
  type Table,
} from '#domain/writing/official-document.ts'
import type { UrgingStep } from './urging.ts'

export type LetterItem = {
  no: string | null
  /** In the words of the plan. */
  title: string
  dueOn: LocalDate | null
  standing: 'late' | 'due_soon'
  /** Working days, on the day of the urging. */
  days: number
}

export type LetterUnit = { name: string; step: UrgingStep; items: readonly LetterItem[] }

export type UrgingLetter = {
  schoolYear: SchoolYear
  urgedOn: LocalDate
  reportBy: LocalDate
  message: string | null
  plans: readonly { title: string; number: string | null; signedOn: LocalDate | null }[]
  /** At least one, each with at least one item. */
  units: readonly LetterUnit[]
}

// More names under "Kính gửi", or more rows in the text, push the letter itself off its first page.
const mostAddressees = 5
const mostRowsInText = 10

export function urgingLetter(letterhead: Letterhead, letter: UrgingLetter): OfficialDocument {
  const { issuer, symbolSuffix, signature, recipients } = letterhead
  const rows = letter.units.reduce((sum, unit) => sum + unit.items.length, 0)
  const isLong = letter.units.length > mostAddressees || rows > mostRowsInText
  const table = tableOf(letter.units)
  return draftDocument({
    type: 'letter',
    symbolSuffix,
    issuer,
    about: `đôn đốc thực hiện nhiệm vụ năm học ${letter.schoolYear}`,
    year: partsOf(letter.urgedOn).year,
    addressedTo:
      letter.units.length > mostAddressees
        ? ['Các đơn vị có tên trong danh sách kèm theo']
        : letter.units.map((unit) => unit.name),
    body: bodyOf(issuer.nameInText ?? issuer.name, letter, isLong ? null : table),
    signature,
    // The usual recipients are those of a plan; a letter goes to whom it is addressed, and into the archive.
    recipients: recipients.filter((recipient) => /^[-–\s]*lưu/iu.test(recipient)),
    annexes: isLong
      ? [{ number: null, title: 'Danh sách nhiệm vụ được đôn đốc', landscape: false, body: [table] }]
      : [],
  })
}

function bodyOf(issuer: string, letter: UrgingLetter, table: Table | null): Block[] {
  const all = letter.units.flatMap((unit) => unit.items)
  const late = all.filter((item) => item.standing === 'late').length
  const soon = all.length - late
  const [only] = letter.units
  const isOne = letter.units.length === 1
  const whom = isOne && only !== undefined ? only.name : 'các đơn vị'
  const counts = [
    late > 0 ? `${twoDigits(late)} nhiệm vụ chậm so với thời hạn` : null,
    soon > 0 ? `${twoDigits(soon)} nhiệm vụ sắp đến hạn` : null,
  ].filter((part) => part !== null)
  const acts = [
    'Khẩn trương hoàn thành các nhiệm vụ nêu trên; nhiệm vụ nào chưa thể hoàn thành thì nêu rõ nguyên nhân, khó khăn, vướng mắc và thời gian hoàn thành.',
    `Báo cáo kết quả về ${issuer} trước ngày ${formatDate(letter.reportBy)}.`,
    ...(letter.message === null ? [] : [withEnd(letter.message)]),
  ]
  const silent = isOne ? [] : letter.units.filter((unit) => unit.step === 'leader')
  return [
    paragraph(
      `Căn cứ ${letter.plans.map((plan) => namedPlan(plan)).join('; ')}, qua theo dõi đến ngày ${formatDate(letter.urgedOn)}, ${whom} còn ${counts.join(', ')} (${table === null ? 'danh sách kèm theo' : 'bảng dưới đây'}).`,
    ),
    ...(table === null ? [] : [table]),
    paragraph(
      `${upperFirst(issuer)} đề nghị ${whom}${isOne && only?.step === 'leader' ? ', đơn vị đã được đôn đốc nhiều lần nhưng chưa báo cáo,' : ''} thực hiện các nội dung sau:`,
    ),
    ...acts.map((text, index): Block => ({ kind: 'clause', number: String(index + 1), text })),
    ...(silent.length === 0
      ? []
      : [
          paragraph(
            `Các đơn vị đã được đôn đốc nhiều lần nhưng chưa báo cáo: ${silent.map((unit) => unit.name).join(', ')}. Đề nghị thủ trưởng các đơn vị này trực tiếp chỉ đạo và chịu trách nhiệm về tiến độ.`,
          ),
        ]),
    paragraph(`Đề nghị ${whom} nghiêm túc triển khai thực hiện.`),
  ]
}

function tableOf(units: readonly LetterUnit[]): Table {
  const withUnit = units.length > 1
  const rows = units.flatMap((unit) => unit.items.map((item) => ({ unit, item })))
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 1, align: 'center' },
      ...(withUnit ? [{ title: 'Đơn vị', width: 4, align: 'left' } as const] : []),
      { title: 'Nhiệm vụ', width: withUnit ? 7 : 10, align: 'left' },
      { title: 'Thời hạn', width: 2.4, align: 'center' },
      { title: 'Tình trạng', width: 2.6, align: 'left' },
    ],
    note: 'Số ngày tính theo ngày làm việc.',
    rows: rows.map(({ unit, item }, index) => [
      String(index + 1),
      ...(withUnit ? [unit.name] : []),
      item.no === null ? item.title : `${item.title} (mục ${item.no} của phụ lục)`,
      item.dueOn === null ? '' : formatDate(item.dueOn),
      item.standing === 'late' ? `Chậm ${item.days} ngày` : `Còn ${item.days} ngày`,
    ]),
  }
}

// As numbers below ten are written in official texts: "05 nhiệm vụ".
function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}

function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function withEnd(text: string): string {
  return `${text.trim().replace(/[.;,\s]+$/u, '')}.`
}
