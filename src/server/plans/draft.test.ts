import { expect, test } from 'vitest'
import type { DutyId, TargetId } from '#domain/basics/ids.ts'
import type { Reading } from '#domain/reading/reading.ts'
import { draftDuties, draftTargets } from './draft.ts'

const reading: Reading = {
  document: { type: 'plan', number: null, date: null, issuer: null, title: null, schoolYear: null, at: {} },
  legalBases: [],
  sections: [
    {
      number: 'II',
      title: 'Chỉ tiêu',
      at: { line: 5 },
      children: [{ number: 'II.1.a', title: 'Quy mô phát triển', at: { line: 6 }, children: [] }],
    },
  ],
  targets: [
    {
      group: 'a',
      level: 'MN',
      statement: '7.910/9.232 = 85,7%',
      scope: 'trẻ ra lớp',
      kind: 'ratio',
      numerator: 7910,
      denominator: 9232,
      percent: 85.7,
      unit: '%',
      due: null,
      at: { line: 8 },
      confidence: 0.97,
    },
    {
      group: null,
      level: null,
      levels: ['TH', 'THCS'],
      statement: 'Giữ vững phổ cập',
      scope: '',
      kind: 'qualitative',
      unit: null,
      due: { year: '2025' },
      at: { line: 9 },
      confidence: 0.5,
    },
  ],
  duties: [
    {
      section: '2.1',
      unit: 'Phòng Y tế, Trung tâm Y tế',
      units: ['Phòng Y tế', 'Trung tâm Y tế'],
      with: ['Các trường'],
      role: null,
      text: 'Khám sức khỏe',
      at: { line: 30 },
      confidence: 0.9,
    },
  ],
  tasks: [],
  problems: [],
  notFound: [],
}
// Any text does for an id where only the place in the list matters.
const target = 't' as TargetId
const duty = 'd' as DutyId

test('targets keep their figures, levels and the title of their group', () => {
  expect(draftTargets(reading, () => target)).toMatchObject([
    {
      position: 1,
      groupCode: 'a',
      groupTitle: 'Quy mô phát triển',
      levels: ['MN'],
      numerator: 7910,
      denominator: 9232,
      percent: 85.7,
      min: null,
      at: { line: 8 },
      review: 'unreviewed',
    },
    { position: 2, groupCode: null, groupTitle: null, levels: ['TH', 'THCS'], due: { year: '2025' } },
  ])
})

test('duties keep the printed heading, and name its units and their partners', () => {
  const match = (printed: string) =>
    printed === 'Phòng Y tế' ? { target: null, score: 0.4 } : { target: null, score: null }
  expect(draftDuties(reading, match, () => duty)).toMatchObject([
    {
      position: 1,
      section: '2.1',
      heading: 'Phòng Y tế, Trung tâm Y tế',
      body: 'Khám sức khỏe',
      role: null,
      taskId: null,
      units: [
        { role: 'lead', printedName: 'Phòng Y tế', score: 0.4 },
        { role: 'lead', printedName: 'Trung tâm Y tế' },
        { role: 'coordinating', printedName: 'Các trường' },
      ],
    },
  ])
})
