import { type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { ownerships, schoolLevels, unitKinds } from '#domain/units/unit.ts'
import { choiceField, readField, textField } from '#web/platform/search-params.ts'

export const acts = [
  'found',
  'rename',
  'alter',
  'move',
  'split',
  'dissolve',
  'contact',
  'issuer',
  'supervision',
] as const
export type Act = (typeof acts)[number]

/** What is open on the screen of units. */
export const filterShape = {
  asOf: readField<LocalDate>(parseLocalDate),
  kind: choiceField(unitKinds),
  level: choiceField(schoolLevels),
  ownership: choiceField(ownerships),
  search: textField(),
  act: choiceField(acts),
}
