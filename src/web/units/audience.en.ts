import type { vi } from './audience.vi.ts'

export const en: typeof vi = {
  title: 'Audiences',
  lead: 'Choose conditions and see which units they mean on a day.',
  asOf: 'As of',
  rule: (no) => `Condition ${no}`,
  ruleHint: 'A unit must fit everything chosen; what is left empty lets all through.',
  kinds: 'Kind',
  levels: 'School level',
  ownership: 'Ownership',
  ranks: 'Rank',
  under: 'Below (at any depth)',
  units: 'Named units',
  except: 'Except',
  addRule: 'Or another condition',
  removeRule: 'Remove this condition',
  result: 'The units meant',
  nothing: 'Choose something to see the result.',
  none: 'No unit fits on this day.',
  columns: { name: 'Unit', code: 'Code', parent: 'Belongs to' },
  shown: (shown, total) => `${shown} of ${total} units shown`,
}
