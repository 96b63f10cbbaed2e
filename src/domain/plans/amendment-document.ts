// An amendment as an official document: why, and each item as it stood and as it stands now.
import { formatDate, type LocalDate, partsOf } from '#domain/basics/dates.ts'
import { type SchoolYear, startOf } from '#domain/basics/school-year.ts'
import {
  type Block,
  draftDocument,
  item,
  type OfficialDocument,
  paragraph,
} from '#domain/writing/official-document.ts'
import {
  type AmendmentAct,
  type AmendmentField,
  type ItemKind,
  type ItemState,
  nameOfState,
  sayState,
} from './amendment.ts'
import type { Letterhead } from './plan-document.ts'

export type PrintedAmendment = {
  reason: string
  number: string | null
  signedOn: LocalDate | null
  entries: readonly {
    kind: ItemKind
    act: AmendmentAct
    before: ItemState | null
    after: ItemState | null
  }[]
}
export type AmendedPlan = {
  title: string
  schoolYear: SchoolYear
  number: string | null
  signedOn: LocalDate | null
}

const acts: readonly { act: AmendmentAct; title: string }[] = [
  { act: 'change', title: 'Nội dung điều chỉnh' },
  { act: 'add', title: 'Nội dung bổ sung' },
  { act: 'end', title: 'Nội dung thôi thực hiện' },
]
const kinds: Readonly<Record<ItemKind, string>> = {
  task: 'Nhiệm vụ',
  duty: 'Nhiệm vụ của đơn vị',
  target: 'Chỉ tiêu',
}
const fields: Readonly<Record<AmendmentField, string>> = {
  no: 'Số thứ tự',
  title: 'Nội dung',
  lead: 'Đơn vị chủ trì',
  coordinating: 'Đơn vị phối hợp',
  start: 'Thời gian bắt đầu',
  finish: 'Thời gian hoàn thành',
  product: 'Sản phẩm',
  heading: 'Giao cho',
  body: 'Nội dung',
  group: 'Nhóm chỉ tiêu',
  statement: 'Chỉ tiêu',
  scope: 'Phạm vi',
  figure: 'Mức',
}

/** In the form of a plan (Nghị định 30/2020/NĐ-CP, Annex III, sample 1.4); names stand as they are printed in the plan. */
export function amendmentDocument(
  plan: AmendedPlan,
  letterhead: Letterhead,
  amendment: PrintedAmendment,
): OfficialDocument {
  const { issuer, symbolSuffix, signature, recipients } = letterhead
  const named = namedPlan(plan)
  const draft = draftDocument({
    type: 'plan',
    symbolSuffix,
    issuer,
    about: `Điều chỉnh, bổ sung ${named}`,
    date: amendment.signedOn,
    year: partsOf(amendment.signedOn ?? startOf(plan.schoolYear)).year,
    bases: [`Căn cứ ${named}`],
    body: bodyOf(amendment),
    signature,
    recipients,
  })
  const [text = '', ...symbol] = (amendment.number ?? '').trim().split('/')
  return text === ''
    ? draft
    : {
        ...draft,
        number: { text, symbol: symbol.length === 0 ? draft.number.symbol : symbol.join('/') },
      }
}

/** "Kế hoạch số 145/KH-UBND ngày 20/09/2024 năm học 2024-2025", as another document mentions it. */
export function namedPlan({
  title,
  number,
  signedOn,
}: Pick<AmendedPlan, 'title' | 'number' | 'signedOn'>): string {
  const parts = [
    'Kế hoạch',
    number === null ? '' : `số ${number}`,
    signedOn === null ? '' : `ngày ${formatDate(signedOn)}`,
    lowerFirst(title.trim().replace(/^kế hoạch\s+(?=\S)/iu, '')),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
}

function bodyOf({ reason, entries }: PrintedAmendment): Block[] {
  const blocks: Block[] = [
    { kind: 'section', number: 'I', title: 'Lý do điều chỉnh' },
    paragraph(withEnd(reason)),
  ]
  const shown = acts.filter(({ act }) => entries.some((entry) => entry.act === act))
  for (const [index, { act, title }] of shown.entries()) {
    blocks.push({ kind: 'section', number: romans[index + 1] ?? '', title })
    for (const [no, entry] of entries.filter((one) => one.act === act).entries()) {
      const state = entry.before ?? entry.after
      if (state === null) continue
      blocks.push({
        kind: 'clause',
        number: String(no + 1),
        title: `${kinds[entry.kind]}: ${withoutEnd(nameOfState(state))}`,
      })
      blocks.push(...linesOf(act, entry.before, entry.after))
    }
  }
  return [...blocks, paragraph('Các nội dung khác của Kế hoạch không thay đổi.')]
}

const romans = ['I', 'II', 'III', 'IV']

function linesOf(act: AmendmentAct, before: ItemState | null, after: ItemState | null): Block[] {
  if (act === 'end') return []
  const was = new Map(before === null ? [] : printedFields(before))
  const is = after === null ? [] : printedFields(after)
  if (act === 'add')
    return is
      .filter(([field, text]) => text !== '' && !namesItself.has(field))
      .map(([field, text]) => item(`${fields[field]}: ${withEnd(text)}`))
  const changed = is.filter(([field, text]) => (was.get(field) ?? '') !== text)
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Mục', width: 1, align: 'left' },
        { title: 'Trước điều chỉnh', width: 2, align: 'left' },
        { title: 'Sau điều chỉnh', width: 2, align: 'left' },
      ],
      rows: changed.map(([field, text]) => [fields[field], was.get(field) ?? '', text]),
    },
  ]
}

// The clause is called by them already.
const namesItself: ReadonlySet<AmendmentField> = new Set(['no', 'title', 'body', 'statement'])

function printedFields(state: ItemState): [AmendmentField, string][] {
  return sayState(state, 'vi', () => '').map(({ field, text }) => [field, text.replaceAll('\n', '; ')])
}

function withoutEnd(text: string): string {
  return text.trim().replace(/[.;,]+$/u, '')
}

function withEnd(text: string): string {
  return `${withoutEnd(text)}.`
}
