// The facts of a unit as a form holds them, and back.
import type { CallOf } from '#contract/endpoint.ts'
import type { UnitRow, unitsContract } from '#contract/units.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { hasTier } from '#domain/units/tiers.ts'
import type { Ownership, SchoolLevel, SchoolRank, UnitKind } from '#domain/units/unit.ts'
import type { FieldError } from '#web/platform/form.ts'
import type { PickedUnit } from './unit-picker-view.tsx'
import type { vi } from './act.vi.ts'

type GivenEvent = Exclude<CallOf<(typeof unitsContract)['recordEvents']>['body'], undefined>['events'][number]
export type GivenFacts = Extract<GivenEvent, { kind: 'found' }>['as']

export type FactsForm = {
  code: string
  kind: UnitKind
  tier: string | null
  officialName: string
  shortName: string
  otherNames: string
  parent: PickedUnit | null
  levels: readonly SchoolLevel[]
  ownership: Ownership | null
  rank: SchoolRank | null
  place: string
}

export function emptyFacts(kind: UnitKind, parent: PickedUnit | null): FactsForm {
  return {
    code: '',
    kind,
    tier: null,
    officialName: '',
    shortName: '',
    otherNames: '',
    parent,
    levels: [],
    ownership: kind === 'school' ? 'public' : null,
    rank: null,
    place: '',
  }
}

export function factsFormOf(row: UnitRow, parent: PickedUnit | null): FactsForm {
  const { code, kind, tier, officialName, shortName, otherNames, levels, ownership, rank, place } = row
  return {
    code,
    kind,
    tier,
    officialName,
    shortName,
    otherNames: otherNames.join('\n'),
    parent,
    levels,
    ownership,
    rank,
    place: place ?? '',
  }
}

export function isSchool(kind: UnitKind): boolean {
  return kind === 'school' || kind === 'independent_class'
}

/** What is hidden because of the kind is not sent. */
export function factsGiven(
  form: FactsForm,
  parentId: UnitId | string | null = form.parent?.unitId ?? null,
): GivenFacts {
  const { code, kind, officialName, shortName } = form
  const school = isSchool(kind)
  return {
    code,
    kind,
    tier: hasTier(kind) ? form.tier : null,
    officialName,
    shortName: shortName.trim() === '' ? officialName : shortName,
    otherNames: linesOf(form.otherNames),
    parentId,
    levels: school ? [...form.levels] : [],
    ownership: school ? form.ownership : null,
    rank: kind === 'school' ? form.rank : null,
    place: form.place,
  }
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What the screen itself can see; the rest is the server's to say. */
export function factsErrors(
  form: FactsForm,
  t: typeof vi,
  prefix = '',
  parent: 'needed' | 'kept' = 'needed',
): FieldError[] {
  const errors: FieldError[] = []
  const miss = (name: keyof FactsForm, message = t.wrong) =>
    errors.push({
      name: prefix + name,
      message: `${message === t.wrong ? `${labelOf(name, t)}: ` : ''}${message}`,
    })
  if (form.officialName.trim() === '') miss('officialName')
  if (form.code.trim() === '') miss('code')
  if (parent === 'needed' && form.parent === null) miss('parent')
  if (hasTier(form.kind) && form.tier === null) miss('tier')
  if (form.kind === 'school' && form.levels.length === 0) miss('levels', t.facts.levelMissing)
  return errors
}

function labelOf(name: keyof FactsForm, t: typeof vi): string {
  const labels: Partial<Record<keyof FactsForm, string>> = {
    officialName: t.facts.officialName,
    code: t.facts.code,
    tier: t.facts.tier,
    parent: t.facts.parent,
  }
  return labels[name] ?? ''
}
