// A plan as an official document: the text around its items as it was read or written, the items as they stand now.
import { type LocalDate, partsOf } from '#domain/basics/dates.ts'
import { type SchoolYear, startOf } from '#domain/basics/school-year.ts'
import { numberAnnexes } from '#domain/writing/numbering.ts'
import {
  draftDocument,
  type Issuer,
  type OfficialDocument,
  type Signature,
} from '#domain/writing/official-document.ts'
import type { Place } from './place.ts'
import { bodyOf, type Line, type PlanOutline, type ReadPlaces } from './plan-body.ts'
import type { PlanDuty } from './plan-duty.ts'
import type { PlanTarget } from './plan-target.ts'
import type { TaskReview } from './plan-task.ts'
import { type AnnexTask, printedDuty, printedTarget, taskAnnex } from './printed-items.ts'

export type PlanHeader = {
  title: string
  schoolYear: SchoolYear
  /** '145/KH-UBND'; null leaves the number blank. */
  number: string | null
  signedOn: LocalDate | null
}

/** The frame that the issuer's documents share, from its profile. */
export type Letterhead = {
  issuer: Issuer
  symbolSuffix: string
  signature: Signature
  recipients: readonly string[]
}

type Placed = { at: Place | null }
export type PlanItems = {
  targets: readonly (PlanTarget & Placed)[]
  duties: readonly (Pick<PlanDuty, 'section' | 'heading' | 'body' | 'review'> & Placed)[]
  tasks: readonly (AnnexTask & { review: TaskReview })[]
}

export function planDocument(
  header: PlanHeader,
  letterhead: Letterhead,
  outline: PlanOutline,
  items: PlanItems,
  read: ReadPlaces,
): OfficialDocument {
  const [numberText, symbol] = splitNumber(header.number)
  const { issuer, symbolSuffix, signature, recipients } = letterhead
  const tasks = items.tasks.filter((task) => task.review !== 'discarded')
  const draft = draftDocument({
    type: 'plan',
    symbolSuffix,
    issuer,
    about: aboutOf(header.title),
    date: header.signedOn,
    year: partsOf(startOf(header.schoolYear)).year,
    bases: outline.bases,
    body: bodyOf(outline.body, linesOf(items), read),
    signature,
    recipients: outline.recipients.length > 0 ? outline.recipients : recipients,
    annexes:
      tasks.length === 0
        ? []
        : numberAnnexes([
            taskAnnex(`Phân công thực hiện kế hoạch năm học ${header.schoolYear}`, tasks, outline.annexNote),
          ]),
  })
  return numberText === null
    ? draft
    : { ...draft, number: { text: numberText, symbol: symbol ?? draft.number.symbol } }
}

/** "Kế hoạch triển khai …" → "Triển khai …": the type stands above it. */
function aboutOf(title: string): string {
  const about = title.trim().replace(/^kế hoạch\s+(?=\S)/iu, '')
  return `${about.slice(0, 1).toUpperCase()}${about.slice(1)}`
}

/** '145/KH-UBND' → ['145', 'KH-UBND']; a bare '145' keeps the symbol of the issuer. */
function splitNumber(number: string | null): [text: string | null, symbol: string | null] {
  if (number === null || number.trim() === '') return [null, null]
  const [text = '', ...rest] = number.trim().split('/')
  return [text.trim(), rest.length === 0 ? null : rest.join('/').trim()]
}

function linesOf({ targets, duties }: PlanItems): Line[] {
  const isAsRead = (review: TaskReview) => review === 'accepted' || review === 'unreviewed'
  return [
    ...targets
      .filter((target) => target.review !== 'discarded')
      .map((target) => ({
        at: target.at,
        asRead: isAsRead(target.review),
        text: printedTarget(target),
        group: target.groupTitle ?? '',
        section: target.groupCode ?? '',
        kind: 'target' as const,
      })),
    ...duties
      .filter((duty) => duty.review !== 'discarded')
      .map((duty) => ({
        at: duty.at,
        asRead: isAsRead(duty.review),
        text: printedDuty(duty),
        group: duty.heading,
        section: duty.section,
        kind: 'duty' as const,
      })),
  ]
}
