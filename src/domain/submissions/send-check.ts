import { checkCells, type Finding } from '#domain/forms/check-cells.ts'
import type { Cell } from '#domain/forms/form.ts'
import type { PreparedForm } from '#domain/forms/prepared-form.ts'

/** stop: must be mended first. warn: may be sent once somebody has looked. */
export type SendCheck = { verdict: 'send' | 'warn' | 'stop'; findings: Finding[] }

export function checkSend(form: PreparedForm, cells: readonly Cell[]): SendCheck {
  const findings = checkCells(form, cells)
  if (findings.length === 0) return { verdict: 'send', findings }
  return { verdict: findings.some((finding) => finding.severity === 'stop') ? 'stop' : 'warn', findings }
}
