// Our own expectations for the body of the Hải An plan 2024-2025, checked by eye against the document: facts and
// figures only, none of its prose. Targets as 'line kind figures unit', duties as lines under their units.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { targetLine, textSource } from './sample-sources.ts'

const file = '../shared/documents/hai-an-plan-2024-2025.txt'
const missing = existsSync('../shared') ? null : '../shared is not here'

const expected: Record<string, string[]> = {
  'a MN': [
    '74 count 22 trường',
    '74 count 8 trường',
    '74 count 14 trường',
    '76 count 52 nhóm, lớp',
    '78 ratio 7910 9232 85.7 trẻ',
    '80 ratio 1640 2898 56.6 -',
    '80 ratio 6270 6334 99 -',
    '82 ratio 2348 2348 100 -',
  ],
  'a TH': ['84 count 12246 học sinh', '84 count 291 lớp', '86 count 2227 học sinh', '86 count 57 lớp'],
  'a THCS': ['88 count 10932 học sinh', '88 count 227 lớp', '90 count 2737 học sinh', '90 count 59 lớp'],
  'b MN': ['100 percentRange 99 99.5 %', '102 percentRange 71 72 %', '106 percentRange 90 91 %'],
  'b TH': ['103 percentRange 97 98 %', '110 percentRange 10 11 %'],
  'b THCS': ['103 percent 100 %', '114 percentRange 14 15 %'],
  b: ['118 compliance100 100 %', '124 compliance100 100 %', '128 compliance100 100 %'],
  c: ['136 compliance100 100 %', '140 qualitative -'],
  'c MN': [
    '146 compliance100 100 %',
    '150 atLeast 95 true %',
    '151 percentRange 88 96 %',
    '153 percentRange 94 97 %',
    '155 change 1.5 down đầu năm %',
    '155 qualitative -',
  ],
  'c TH': [
    '159 percentRange 55 60 %',
    '159 percentRange 15 17 %',
    '161 percentRange 20 23 %',
    '161 percentRange 0.1 0.2 %',
  ],
  'c THCS': [
    '165 percentRange 95 97 %',
    '165 percentRange 2.5 4.5 %',
    '165 percent 0.5 %',
    '165 percent 0 %',
    '167 percentRange 55 60 %',
    '167 percentRange 30 33 %',
    '167 percentRange 9 12 %',
    '167 percentRange 0.5 1 %',
    '169 compliance100 100 %',
    '171 percentRange 70 75 %',
    '171 percentRange 20 25 %',
    '171 percentRange 0 5 %',
    '173 rank null -',
    '175 compliance100 100 %',
  ],
  d: [183, 187, 193, 207, 211].map((at) => `${at} compliance100 100 %`),
  'd TH+THCS': ['197 compliance100 100 %', '201 compliance100 100 %'],
  e: [
    '217 compliance100 100 %',
    '220 range 4 5 trường',
    '220 range 1 2 trường',
    '224 frequency 1 year chuyên đề',
    '234 frequency 1 month lần',
    '240 frequency 1 year lần',
  ],
  'e MN': ['236 compliance100 100 %'],
  'f MN+TH+THCS': ['244 compliance100 100 %'],
  'f MN': ['246 milestone 2 chu kỳ', '250 milestone 2 chu kỳ', '250 milestone 2 mức', '254 milestone 1 mức'],
  'f THCS': ['248 milestone 2 chu kỳ'],
  'f TH': ['252 milestone 1 chu kỳ', '254 milestone 2 mức'],
  'g TH+THCS': ['260 compliance100 100 %', '272 compliance100 100 %'],
  'g TH': ['264 compliance100 100 %'],
  'g THCS': ['268 compliance100 100 %'],
  'h MN': ['282 compliance100 100 %'],
  'h TH': ['286 milestone 3 mức độ'],
  'h THCS': ['286 milestone 3 mức độ'],
  h: ['288 milestone 2 mức độ', '290 percentRange 96 97 %', '292 percentRange 95 96 %', '293 qualitative -'],
  i: [307, 311, 313, 317].map((at) => `${at} compliance100 100 %`).concat('321 count 10 lớp học'),
}

const gd = 'phòng giáo dục và đào tạo'
const schools = 'các nhà trường'
/** Section, unit in small letters, lines of its duties. */
const blocks: [string, string, number[]][] = [
  ['2.1', gd, [333, 349, 359]],
  ['2.1', 'phòng nội vụ', [372, 386, 392]],
  ['2.1', 'phòng quản lý đô thị', [404, 412]],
  ['2.1', 'ban quản lý dự án đầu tư xây dựng quận', [418, 426]],
  ['2.1', 'phòng tài chính - kế hoạch', [432, 441]],
  ['2.2', gd, [457, 467, 481, 487, 501]],
  ['2.2', 'phòng nội vụ', [509, 516]],
  ['2.2', schools, [530, 538, 546, 560, 566, 570]],
  ['2.3', gd, [586, 601, 607, 633, 639, 647, 661, 672, 678, 688, 694, 712, 718]],
  ['2.3', 'phòng tài chính - kế hoạch', [726]],
  ['2.4', gd, [740, 749, 755, 767, 773, 785, 795, 801, 813]],
  ['2.5', gd, [828, 836, 844, 848]],
  ['2.5', 'phòng quản lý đô thị', [860]],
  ['2.5', 'trung tâm phát triển quỹ đất', [870]],
  ['2.5', 'phòng tài chính - kế hoạch, ban quản lý dự án đầu tư xây dựng', [878, 884, 888]],
  ['2.5', 'ủy ban nhân dân phường thành tô', [893]],
  ['2.5', schools, [901, 913, 919, 923, 935]],
  ['2.6', gd, [951, 970, 984, 988]],
  ['2.6', 'công an quận', [998, 1010, 1014, 1022]],
  ['2.6', 'phòng kinh tế', [1032]],
  ['2.6', 'trung tâm văn hóa - thông tin và thể thao', [1039]],
  ['2.6', 'phòng lao động - thương binh và xã hội', [1053]],
  ['2.6', 'phòng văn hóa và thông tin', [1063, 1071, 1075]],
  ['2.6', 'phòng quản lý đô thị', [1083]],
  ['2.6', 'phòng y tế, trung tâm y tế', [1095, 1103, 1112, 1114]],
  ['2.6', schools, [1122, 1130, 1138, 1140, 1144, 1150]],
  ['2.7', gd, [1168, 1176, 1184, 1193, 1201, 1205, 1215, 1223]],
  ['2.7', 'trung tâm giáo dục nghề nghiệp và giáo dục thường xuyên', [1231]],
  ['2.7', 'ủy ban nhân dân các phường', [1241, 1253, 1262, 1270]],
  ['2.8', gd, [1280, 1294, 1302, 1310]],
  ['2.8', schools, [1316, 1324, 1335, 1341, 1345, 1351]],
  ['2.9', 'phòng nội vụ', [1373, 1379, 1387, 1391]],
  ['2.9', gd, [1399, 1407, 1410, 1414, 1420, 1430, 1436, 1448, 1456, 1470]],
  ['2.9', 'phòng tài chính - kế hoạch', [1476]],
  ['2.9', schools, [1482, 1485]],
]

describe.skipIf(missing !== null)(
  `the body of the Hải An plan${missing === null ? '' : ` (${missing})`}`,
  () => {
    const { targets, duties } =
      missing === null ? readDocument(textSource(readFileSync(file, 'utf8'))) : { targets: [], duties: [] }

    test('all of its targets, under their groups and levels', () => {
      const read: Record<string, string[]> = {}
      for (const target of targets) {
        const level = target.level ?? target.levels?.join('+')
        const key = [target.group, level].filter(Boolean).join(' ')
        const line = 'line' in target.at ? target.at.line : 0
        read[key] = [
          ...(read[key] ?? []),
          `${line} ${targetLine({ ...target, level: null, levels: [] }).trim()}`,
        ]
      }
      expect(read).toEqual(expected)
      expect(targets).toHaveLength(90)
    })

    test('whom and what they are about', () => {
      const at = (number: number) =>
        targets.filter((target) => 'line' in target.at && target.at.line === number)
      expect(at(197).map((target) => target.scope)).toEqual(['trường Tiểu học, Trung học cơ sở'])
      expect(at(240).map((target) => target.scope)).toEqual(['trường học'])
      expect(at(311).map((target) => target.scope)).toEqual(['cơ sở giáo dục'])
      expect(at(250).map((target) => target.scope)).toEqual([
        'trường Mầm non Cát Bi',
        'trường Mầm non Cát Bi',
      ])
      expect(at(286).map((target) => target.scope)).toEqual([
        'Phổ cập giáo dục Tiểu học',
        'phổ cập giáo dục Trung học cơ sở',
      ])
      expect(at(165).map((target) => target.statement)[1]).toBe('Kết quả rèn luyện: Khá: 2,5-4,5%')
    })

    test('the duties of all 35 blocks under the right unit, and the two of its last section', () => {
      const read: [string, string, number[]][] = []
      for (const duty of duties) {
        const unit = duty.unit.normalize('NFC').replaceAll('Uỷ', 'Ủy').toLowerCase()
        const number = 'line' in duty.at ? duty.at.line : 0
        const last = read.at(-1)
        if (last !== undefined && last[0] === duty.section && last[1] === unit) last[2].push(number)
        else read.push([duty.section, unit, [number]])
      }
      expect(blocks).toHaveLength(35)
      expect(read).toEqual([
        ...blocks,
        ['III', 'các phòng, đơn vị, ủy ban nhân dân các phường, các nhà trường', [1501]],
        ['III', 'phòng giáo dục và đào tạo, văn phòng hội đồng nhân dân và ủy ban nhân dân quận', [1509]],
      ])
    })

    test('who leads, who helps, and with whom', () => {
      const at = (number: number) => duties.find((duty) => 'line' in duty.at && duty.at.line === number)
      expect(at(359)).toMatchObject({
        role: 'coordinate',
        with: [
          'phòng Tài chính - Kế hoạch',
          'phòng Quản lý đô thị',
          'Ban quản lý các Dự án đầu tư và Xây dựng quận',
          'các phòng liên quan',
          'Ủy ban nhân dân phường Thành Tô',
        ],
      })
      expect(at(372)).toMatchObject({ role: 'lead', with: ['phòng Giáo dục và Đào tạo'] })
      expect(at(386)).toMatchObject({ role: null, with: [] })
      expect(at(1373)).toMatchObject({
        role: 'lead',
        units: ['Phòng Nội vụ'],
        with: ['phòng Giáo dục và Đào tạo', 'các phòng, đơn vị liên quan', 'Ủy ban nhân dân các phường'],
      })
      expect(at(1095)?.units).toEqual(['Phòng Y tế', 'Trung tâm Y tế'])
      // "+" lines belong to the item above them.
      expect(at(372)?.text.split(' + ')).toHaveLength(3)
    })
  },
)
