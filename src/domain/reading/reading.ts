// What a document says, as structure: the output of the reader. The same shape is printed by the command line.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { When } from '#domain/basics/when.ts'
import type { ProblemCode } from './problems.ts'
import type { At } from './source.ts'

export type DocumentType = 'plan' | 'report' | 'other'
export type HeaderField = 'type' | 'number' | 'date' | 'issuer' | 'title' | 'schoolYear'

export type ReadHeader = {
  type: DocumentType
  number: string | null
  date: LocalDate | null
  issuer: string | null
  title: string | null
  schoolYear: SchoolYear | null
  /** Where each field was found. */
  at: Partial<Record<HeaderField, At>>
}

/** A legal document cited anywhere, once. A law cited by its name has no number; `name` is null for all others. */
export type CitedLaw = {
  type: string
  number: string | null
  name: string | null
  date: LocalDate | null
  issuer: string | null
  citations: At[]
}

/** `number` is the whole way down to it ('II.1.a', 'II.2.3'), from the numbers as printed. */
export type Section = { number: string; title: string; at: At; children: Section[] }

export type LevelCode = 'MN' | 'TH' | 'THCS' | 'THPT'
export type TargetKind =
  | 'change'
  | 'frequency'
  | 'milestone'
  | 'ratio'
  | 'compliance100'
  | 'percentRange'
  | 'range'
  | 'atLeast'
  | 'atMost'
  | 'percent'
  | 'count'
  | 'rank'
  | 'qualitative'

export type ReadTarget = {
  group: string | null
  level: LevelCode | null
  levels?: LevelCode[]
  statement: string
  scope: string
  kind: TargetKind
  value?: number | null
  numerator?: number
  denominator?: number
  /** null for a ratio printed without its share. */
  percent?: number | null
  min?: number
  max?: number
  strict?: true
  period?: string
  direction?: 'up' | 'down'
  /** What a change is measured against, as printed; null where nothing is said. */
  baseline?: string | null
  unit: string | null
  due: When | null
  at: At
  confidence: number
}

export type ReadDuty = {
  section: string
  unit: string
  units: string[]
  with: string[]
  role: 'lead' | 'coordinate' | null
  text: string
  at: At
  confidence: number
}

/** A row of an annex table, or a labelled block. Several windows are arrays of equal length in `start` and `finish`. */
export type ReadTask = {
  no: string | null
  title: string
  lead: string[]
  coordinating: string[]
  start: When | When[] | null
  finish: When | When[] | null
  timeText: string | null
  product: string | null
  /** The row. */
  at: At
  /** The cells, where they were found. */
  cells: Partial<Record<'title' | 'lead' | 'coordinating' | 'start' | 'finish' | 'time' | 'product', At>>
  /** 0 to 1. */
  confidence: number
}

/** Something that could not be read, or not surely. `message` is in Vietnamese; `problemText` gives both languages. */
export type ReadProblem = { code: ProblemCode; detail: string | null; message: string; at: At }

export type Reading = {
  document: ReadHeader
  legalBases: CitedLaw[]
  sections: Section[]
  targets: ReadTarget[]
  duties: ReadDuty[]
  tasks: ReadTask[]
  problems: ReadProblem[]
  /** Looked for and not in the document: 'number', 'date', 'issuer', 'title', 'schoolYear', 'legalBases', 'sections', 'targets', 'duties', 'tasks'. */
  notFound: string[]
}
