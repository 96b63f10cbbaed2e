import { describe, expect, test } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { needsLook } from './look.ts'
import { dutyFaults, type PlanDuty, stoppingDutyFaults, unitsOfDuty } from './plan-duty.ts'

// Any id does where only equality matters.
const unit = { unit: 'u1' as UnitId }
const lead = { role: 'lead', printedName: 'Phòng Nội vụ', target: unit } as const
const partner = { role: 'coordinating', printedName: 'các đơn vị liên quan', target: null } as const
const duty = (over: Partial<PlanDuty>): PlanDuty => ({
  section: '2.1',
  heading: 'Phòng Nội vụ',
  body: 'Tham mưu tuyển dụng giáo viên',
  role: null,
  taskId: null,
  units: [lead],
  review: 'accepted',
  ...over,
})

test.each([
  [
    { units: ['Phòng Y tế', 'Trung tâm Y tế'], with: [], role: null },
    ['lead Phòng Y tế', 'lead Trung tâm Y tế'],
  ],
  [
    { units: ['Phòng Nội vụ'], with: ['Công an', 'Công an'], role: 'lead' },
    ['lead Phòng Nội vụ', 'coordinating Công an'],
  ],
  [{ units: ['Phòng Nội vụ'], with: ['Phòng Nội vụ'], role: null }, ['lead Phòng Nội vụ']],
  [{ units: ['Công an'], with: ['Phòng Nội vụ'], role: 'coordinate' }, ['coordinating Công an']],
  [{ units: [], with: [], role: null }, []],
] as const)('%o names %o', ({ units, with: others, role }, expected) => {
  const named = unitsOfDuty({ units: [...units], with: [...others], role })
  expect(named.map((one) => `${one.role} ${one.printedName}`)).toEqual(expected)
})

describe('the faults of a duty', () => {
  test.each([
    [{}, []],
    [{ review: 'unreviewed' }, ['not_reviewed']],
    [{ body: '' }, ['no_body']],
    [{ units: [] }, ['no_unit']],
    [{ units: [{ ...lead, target: null }] }, ['name_not_matched']],
    [{ units: [{ ...lead, role: 'coordinating', target: null }] }, ['name_not_matched']],
    [{ units: [lead, partner] }, ['partner_not_matched']],
    [{ units: [lead, { ...partner, target: unit }] }, ['lead_also_coordinates']],
    [{ review: 'discarded', body: '' }, []],
  ] as const)('%o: %o', (over, expected) => {
    expect(dutyFaults(duty(over))).toEqual(expected)
  })
})

test.each([
  ['read surely', { faults: ['not_reviewed'], confidence: 0.8, review: 'unreviewed' }, false],
  ['read unsurely', { faults: ['not_reviewed'], confidence: 0.79, review: 'unreviewed' }, true],
  ['read unsurely, and looked at', { faults: [], confidence: 0.1, review: 'accepted' }, false],
  ['added by hand', { faults: [], confidence: null, review: 'added' }, false],
  [
    'a note that nobody has seen',
    { faults: ['partner_not_matched'], confidence: 1, review: 'unreviewed' },
    true,
  ],
  [
    'a note that somebody has seen',
    { faults: ['partner_not_matched'], confidence: 1, review: 'accepted' },
    false,
  ],
  ['a fault that stops', { faults: ['no_unit'], confidence: 1, review: 'accepted' }, true],
] as const)('%s', (_, item, expected) => {
  expect(needsLook(item, stoppingDutyFaults)).toBe(expected)
})
