import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './indicators.vi.ts'

export const en = {
  title: (unit: string) => `Indicators of ${unit}`,
  crumb: 'Indicators',
  period: 'Period',
  caption: 'Indicators, as a whole and by ownership',
  columns: { name: 'Indicator', value: 'Overall', units: 'Approved', unit: 'Unit', figure: 'Figure', approved: 'Approved', parts: 'Part / whole', cell: 'Cell', person: 'Typed by', at: 'At' },
  ownerships: { public: 'Public', private: 'Private', people_founded: 'People-founded', other_body: 'Run by another body', none: 'Without ownership' },
  approved: (part: number, whole: number) => `${formatNumber(part)}/${formatNumber(whole)} reports approved`,
  rounds: (titles: string) => `Source: ${titles}`,
  why: { not_reported: 'no figures yet', zero_whole: 'cannot be computed (divided by 0)' },
  parts: (part: string, whole: string) => `${part} / ${whole}`,
  units: (count: number) => `${formatNumber(count)} units with figures`,
  empty: 'No round in this school year yet',
  emptyText: 'Indicators are computed from the approved figures of the schools.',
  emptyAct: 'To Figures',
  sources: 'Where the figure comes from',
  below: 'By unit',
  belowCaption: 'Units below, their figures and reports approved',
  cells: 'The cells',
  cellsCaption: 'Cells, who typed them and when',
  approvedBy: (person: string, time: string) => `${person} approved it, ${time}`,
  openForm: 'Open the form of the unit',
  waiting: 'The unit has no approved figures for this period yet.',
  definition: 'Definition',
  card: { concept: 'Concept and method', breakdowns: 'Main breakdowns', published: 'Published', source: 'Source', responsible: 'Responsible' },
} satisfies typeof vi
