import type { vi } from './plan-documents.vi.ts'

export const en: typeof vi = {
  docx: 'Export to Word',
  pdf: 'Export to PDF',
  record: 'Record number and date',
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
