import type { ReportContent } from '#domain/reports/compose.ts'
import type { LiveFigure } from '#domain/reports/template.ts'

// The indicators that come with the product, one a level.
const levelTotals = ['tre.mam-non', 'hoc-sinh.tieu-hoc', 'hoc-sinh.thcs', 'hoc-sinh.tong']

/** What a new report begins with: a sentence with the pupils, the table of figures, the table of tasks. */
export function firstDraft(
  about: string,
  schoolYear: string,
  issuerName: string,
  available: readonly LiveFigure[],
): ReportContent {
  const pupils = levelTotals.flatMap((code) => available.filter((figure) => figure.code === code))
  const levels = pupils.map((figure) => `${figure.name.toLowerCase()}: {{${figure.code}}}`).join('; ')
  return {
    about,
    parts: [
      {
        kind: 'paragraph',
        text: `${issuerName} báo cáo quy mô trường, lớp, học sinh và tình hình thực hiện nhiệm vụ năm học ${schoolYear} như sau:`,
      },
      { kind: 'heading', text: 'Quy mô học sinh' },
      ...(levels === ''
        ? []
        : [{ kind: 'paragraph' as const, text: `Theo báo cáo đã phê duyệt của các trường, ${levels}.` }]),
      { kind: 'figures', codes: available.map((figure) => figure.code) },
      { kind: 'heading', text: 'Tình hình thực hiện nhiệm vụ' },
      { kind: 'tasks' },
    ],
  }
}
