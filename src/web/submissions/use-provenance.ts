import type { SubmissionView } from '#contract/submissions.ts'
import type { CellId } from '#domain/forms/form.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'

const texts = { vi, en }

/** "Vũ Thị Cúc nhập, 20/01/2025 10:42"; empty for a cell that nobody has typed into. */
export function useProvenance(view: SubmissionView): (cell: CellId) => string {
  const t = useTexts(texts).form
  return (cell) => {
    const typed = view.typed[cell]
    return typed === undefined ? '' : t.typedBy(typed.personName, formatInstant(typed.at))
  }
}
