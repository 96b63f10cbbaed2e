import { fillCaption } from './caption.ts'
import type { Cell, CellId, Caption, EntryCell, Severity } from './form.ts'
import { isTotal } from './form.ts'
import { type FormNumbers, numbersOf, type PreparedForm, rowNumbers } from './prepared-form.ts'
import { cellFaultCaption, valueFault } from './read-cell.ts'

/** Something to be said at a cell. `stop` keeps the form from being sent. */
export type Finding = { cell: CellId; code: string; severity: Severity; message: Caption }

/** What a filled form has to be told: values that cannot be, required cells that are empty, rules that do not hold. */
export function checkCells(form: PreparedForm, cells: readonly Cell[]): Finding[] {
  const numbers = numbersOf(form, cells)
  const own = form.cells.flatMap((cell) => findingOfCell(cell, cells[cell.index] ?? null))
  const faulty = new Set(own.map((finding) => finding.cell))
  const asked = (cell: EntryCell) => cells[cell.index] !== 'na'
  // One message at a cell is enough: what is missing or impossible is not also measured by a rule.
  const ruled = findingsOfRules(form, numbers, asked).filter((finding) => !faulty.has(finding.cell))
  return [...own, ...ruled].toSorted((a, b) => orderOf(form, a) - orderOf(form, b))
}

function orderOf(form: PreparedForm, finding: Finding): number {
  return form.cellById.get(finding.cell)?.index ?? form.cells.length
}

function findingOfCell(cell: EntryCell, value: Cell): Finding[] {
  if (value === 'na') return []
  if (value === null) {
    return cell.column.required
      ? [{ cell: cell.id, code: 'missing', severity: 'stop', message: missing }]
      : []
  }
  const fault = valueFault(cell.column.entry, value)
  return fault === null
    ? []
    : [{ cell: cell.id, code: fault, severity: 'stop', message: cellFaultCaption(fault, cell.column.entry) }]
}

const missing: Caption = {
  vi: 'Chưa có số liệu. Nếu không có, hãy nhập số 0.',
  en: 'No figure yet. If there is none, enter 0.',
}

function findingsOfRules(
  form: PreparedForm,
  numbers: FormNumbers,
  asked: (cell: EntryCell) => boolean,
): Finding[] {
  const findings: Finding[] = []
  for (const { rule, condition } of form.rules) {
    const { code, severity } = rule
    if (rule.over === 'form') {
      const numberOf = (name: string) => numbers.get(name) ?? null
      const answer = condition.answer(numberOf)
      if (answer.kind === 'value' && !answer.value)
        findings.push({ cell: rule.at, code, severity, message: fillCaption(rule.message, numberOf) })
      continue
    }
    for (const cell of form.cells) {
      if (cell.column.code !== rule.at || !asked(cell) || isTotal(cell.row)) continue
      const numberOf = rowNumbers(cell.row, numbers)
      const answer = condition.answer(numberOf)
      if (answer.kind === 'value' && !answer.value)
        findings.push({ cell: cell.id, code, severity, message: fillCaption(rule.message, numberOf) })
    }
  }
  return findings
}
