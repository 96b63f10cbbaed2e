import { formatNumber } from '#domain/basics/numbers.ts'
import type { vi } from './plan-documents.vi.ts'

export const en: typeof vi = {
  docx: 'Export to Word',
  pdf: 'Export to PDF',
  record: 'Record number and date',
  begin: {
    open: 'New plan',
    title: 'New plan',
    name: 'Title of the plan',
    usualTitle: (year: string) => `Kế hoạch thực hiện nhiệm vụ năm học ${year}`,
    titleMissing: 'Type the title of the plan',
    from: 'Begin with',
    froms: {
      given: 'What was given from above',
      last_year: (year: string) => `The plan of ${year}`,
      template: 'The template',
      nothing: 'An empty plan',
    },
    hints: {
      given: (count) =>
        `Takes all ${formatNumber(count)} tasks, duties and targets that were given; each keeps where it came from, and its progress rolls up`,
      last_year:
        'Takes over targets, duties and tasks; every time moves on by a year; merged units are replaced by their successors',
      template: 'The usual groups of targets without figures, and what is usually done month by month',
      nothing: 'Add every target, duty and task yourself',
    },
    noGiven: (year) => `The unit has been given nothing in ${year}`,
    noLastYear: (year: string) => `The unit has published no plan of ${year} here`,
    send: 'Make a draft',
    cancel: 'Cancel',
  },
  issue: {
    title: 'Record number and date of issue',
    text: 'Both are given by the register after signing. Exports to Word and PDF then print them.',
    number: 'Number and symbol',
    numberHint: 'For example: 145/KH-UBND',
    numberMissing: 'Type the number of the document',
    signedOn: 'Signed on',
    dateMissing: 'Type the day of signature',
    dateAhead: 'The day of signature cannot lie ahead',
    send: 'Record',
    cancel: 'Later',
    saved: 'Number and date are recorded',
  },
}
