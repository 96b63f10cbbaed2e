import type { At } from '#domain/reading/source.ts'

/** provable: from the text alone. likely: on one stated assumption. look: worth a look. */
export type Certainty = 'provable' | 'likely' | 'look'
export type Severity = 'major' | 'medium' | 'minor'
export type FindingKind = 'ratio-mismatch' | 'numerator-over-denominator' | 'impossible-date'

/** One thing that cannot be right, with the sum that shows it. `quotes` are verbatim, one per place. */
export type Finding = {
  kind: FindingKind
  certainty: Certainty
  severity: Severity
  quotes: string[]
  at: At[]
  message: { vi: string; en: string }
  expected: string | null
}

/** A relation that holds: how far the check reaches. */
export type Proof = { kind: 'ratio'; quotes: string[]; relation: string }

/** A stretch of running text, and where each of its characters stands. */
export type Passage = { text: string; placeOf: (index: number) => At }
