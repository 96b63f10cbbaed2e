import type { SourceDocument } from '#domain/reading/source.ts'
import { checkDates } from './date-rule.ts'
import type { Finding, Proof } from './finding.ts'
import { passagesOf } from './passages.ts'
import { checkRatios } from './ratio-rule.ts'

export type CheckResult = { findings: Finding[]; proofs: Proof[] }

/** Every rule over every passage, in the order of the document. */
export function checkSource(source: SourceDocument): CheckResult {
  const findings: Finding[] = []
  const proofs: Proof[] = []
  for (const passage of passagesOf(source)) {
    const ratios = checkRatios(passage)
    findings.push(...ratios.findings, ...checkDates(passage))
    proofs.push(...ratios.proofs)
  }
  return { findings, proofs }
}
