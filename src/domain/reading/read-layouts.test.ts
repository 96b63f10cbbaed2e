// Plans of our own, read from text as a person would read them: every target with its group, level, kind, figures and
// scope, every duty with its section, unit, role, partners and line.
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { communePlan, districtPlan, planInDecision, planWithoutTargets, schoolPlan } from './sample-plans.ts'
import { targetLine, textSource } from './sample-sources.ts'

type Expected = { targets: string[]; duties: [string, string, string | null, string, number][] }

const expected: Record<string, Expected & { text: string }> = {
  communePlan: {
    text: communePlan,
    targets: [
      '2.1 MN percent 42 % | Huy động trẻ nhà trẻ ra lớp',
      '2.1 MN percent 99.2 % | trẻ mẫu giáo',
      '2.1 MN percent 100 % | trẻ 5 tuổi',
      '2.1 MN atMost 3 true % | Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân',
      '2.1 MN atMost 3.5 true % | thể thấp còi',
      '2.1 MN compliance100 100 % | trường, nhóm lớp',
      '2.1 MN atLeast 1 trường | trường',
      '2.2 TH count 1438 học sinh | học sinh vào lớp 1',
      '2.2 TH percent 100 % | kế hoạch',
      '2.2 TH atLeast 99.5 % | Tỷ lệ học sinh hoàn thành chương trình lớp học',
      '2.2 TH percent 100 % | học sinh hoàn thành chương trình tiểu học',
      '2.2 TH compliance100 100 % | học sinh lớp 3, 4, 5 học Tin học và Ngoại ngữ 1',
      '2.2 TH percent 0 % | Tỷ lệ học sinh bỏ học',
      '2.3 THCS percent 98.5 % | Tỷ lệ tốt nghiệp THCS',
      '2.3 THCS atMost 0.5 true % | tỷ lệ lưu ban',
      '2.3 THCS range 15 20 giải | giải học sinh giỏi',
      '2.3 THCS count 2 giải Nhất | giải học sinh giỏi: giải Nhất',
      '2.3 THCS rank 10 - | Kết quả thi vào lớp 10',
      '2.3 THCS milestone 2 mức độ | trường THCS Tân Lập',
      '2.4 - count 12 phòng học | phòng học',
      '2.4 - count 8 phòng học | phòng học',
      '2.4 - count 15.6 tỷ đồng | tổng kinh phí',
      '2.4 - count 5.6 tỷ đồng | với tổng kinh phí: ngân sách xã',
      '2.4 - frequency 2 term buổi | Mỗi trường tổ chức',
    ],
    duties: [
      ['IV', 'Phòng Văn hóa - Xã hội', null, '', 55],
      ['IV', 'Phòng Văn hóa - Xã hội', 'lead', 'Phòng Kinh tế; các trường học', 56],
      ['IV', 'Phòng Kinh tế', 'coordinate', 'Phòng Văn hóa - Xã hội', 58],
      ['IV', 'Trung tâm Phục vụ hành chính công', null, '', 59],
      ['IV', 'Công an xã, Trạm Y tế', null, '', 61],
      ['IV', 'Công an xã, Trạm Y tế', 'coordinate', 'các trường', 62],
      ['IV', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội', null, '', 64],
      ['IV', 'Các trường mầm non, tiểu học, trung học cơ sở', null, '', 66],
      ['IV', 'Các trường mầm non, tiểu học, trung học cơ sở', null, '', 67],
    ],
  },
  districtPlan: {
    text: districtPlan,
    targets: [
      '1 - count 45 trường | Tổng số trường',
      '1 MN count 18 trường | Tổng số trường: mầm non',
      '1 TH count 15 trường | Tổng số trường: tiểu học',
      '1 THCS count 12 trường | Tổng số trường: THCS',
      '1 MN count 120 nhóm | Nhà trẻ',
      '1 MN count 2700 trẻ | Nhà trẻ: trẻ',
      '1 MN percent 36.5 % | Nhà trẻ: tỷ lệ huy động',
      '1 MN count 310 lớp | Mẫu giáo',
      '1 MN percent 9150 97.8 trẻ | Mẫu giáo: trẻ',
      '1 TH count 420 lớp | Tiểu học',
      '1 TH count 14200 học sinh | Tiểu học: học sinh',
      '1 TH compliance100 100 % | Tiểu học: trẻ 6 tuổi vào lớp 1',
      '1 THCS count 260 lớp | Trung học cơ sở',
      '1 THCS count 10300 học sinh | Trung học cơ sở: học sinh',
      '2 MN percent 98 % | trẻ ăn bán trú',
      '2 MN change 1 0.5 1 down đầu năm học % | Mầm non: tỷ lệ suy dinh dưỡng',
      '2 TH percent 35 % | Hoàn thành tốt',
      '2 TH percent 64.2 % | hoàn thành',
      '2 TH atMost 0.8 % | chưa hoàn thành',
      '2 TH atLeast 45 % | Học sinh được khen thưởng',
      '2 THCS percent 12 % | Học lực: Giỏi',
      '2 THCS percent 38 % | Học lực: Khá',
      '2 THCS percent 46 % | Học lực: Trung bình',
      '2 THCS atMost 4 true % | Học lực: Yếu',
      '2 THCS atLeast 97 true % | Hạnh kiểm: Tốt, Khá',
      '2 THCS rank 3 - | Xếp loại thi học sinh giỏi cấp tỉnh',
      '3 - compliance100 100 % | CBQL, GV, NV',
      '3 - percent 85 % | giáo viên',
      '3 TH count 1.45 - | Tỷ lệ giáo viên/lớp: tiểu học',
      '3 THCS count 1.9 - | Tỷ lệ giáo viên/lớp: THCS',
      '3 - count 25 đảng viên | đảng viên mới',
      '4 TH milestone 1 mức độ | TH Kim Đồng',
      '4 THCS milestone 1 mức độ | THCS Lê Lợi',
      '4 MN milestone 2 mức độ | trường MN Hoa Mai',
      '4 - ratio 30 45 66.7 trường | Nâng tổng số trường đạt chuẩn quốc gia',
      '5 - count 12 đơn vị | Kiểm tra chuyên ngành',
      '5 - frequency 1 year lần | mỗi đơn vị',
      '5 - compliance100 100 % | đơn thư khiếu nại, tố cáo đúng hạn',
    ],
    duties: [
      ['III', 'Phòng Giáo dục và Đào tạo', null, '', 46],
      ['III', 'Phòng Giáo dục và Đào tạo', null, '', 47],
      ['III', 'Các trường trực thuộc', null, '', 49],
      ['III', 'Các trường trực thuộc', null, '', 50],
      ['III', 'UBND các xã, thị trấn', null, 'các trường', 51],
    ],
  },
  planInDecision: {
    text: planInDecision,
    targets: [
      '- MN count 215 trường | Toàn tỉnh',
      '- MN count 192 trường | công lập',
      '- MN count 23 trường | tư thục',
      '- MN count 2950 nhóm, lớp | nhóm',
      '- MN count 78400 trẻ | trẻ',
      '- MN percent 38.5 % | Tỷ lệ huy động: nhà trẻ',
      '- MN percent 97 % | Tỷ lệ huy động: mẫu giáo',
      '- MN percent 99.9 % | Tỷ lệ huy động: trẻ 5 tuổi',
      '- MN percent 85 % | trường',
      '- MN atLeast 60 % | số trường',
      '- TH percent 99.8 % | Tiểu học: tỷ lệ hoàn thành chương trình tiểu học',
      '- THCS atLeast 99 % | Trung học: tỷ lệ tốt nghiệp THCS',
      '- THPT atLeast 98 true % | Trung học: tỷ lệ đỗ tốt nghiệp THPT',
      '- THPT rank 15 - | tỷ lệ đỗ tốt nghiệp THPT trên 98%',
      '- TH compliance100 100 % | xã, phường',
    ],
    duties: [
      ['B', 'Văn phòng Sở', 'lead', 'các phòng chuyên môn', 43],
      ['B', 'Các phòng chuyên môn thuộc Sở', null, '', 44],
      ['B', 'Ủy ban nhân dân các xã, phường', null, '', 45],
      ['B', 'Thủ trưởng các đơn vị trực thuộc', null, '', 46],
    ],
  },
  schoolPlan: {
    text: schoolPlan,
    targets: [
      '1 - percent 85 % | Về phẩm chất: Tốt',
      '1 - percent 15 % | Về phẩm chất: Đạt',
      '1 - count 0 - | Về phẩm chất: Cần cố gắng',
      '1 - percent 80 % | Về năng lực: Tốt',
      '1 - percent 20 % | Về năng lực: Đạt',
      '1 TH percent 99 % | Lên lớp thẳng',
      '1 TH ratio 205 205 100 em | hoàn thành chương trình tiểu học',
      '1 - atLeast 12 em | Học sinh giỏi cấp quận',
      '2 - compliance100 100 % | giáo viên',
      '2 - frequency 1 month tiết | mỗi giáo viên',
      '2 - ratio 30 38 null đồng chí | Giáo viên dạy giỏi cấp trường',
      '2 - count 5 đồng chí | cấp quận',
      '3 - qualitative - | Trường: Tập thể Lao động xuất sắc',
      '3 - qualitative - | Công đoàn vững mạnh, Liên đội mạnh cấp thành phố',
    ],
    duties: [
      ['C', 'Hiệu trưởng', null, '', 30],
      ['C', 'Phó Hiệu trưởng', null, '', 32],
      ['C', 'Tổ trưởng chuyên môn', null, '', 34],
      ['C', 'Giáo viên chủ nhiệm', 'coordinate', '', 36],
      ['C', 'Đoàn Thanh niên, Đội TNTP Hồ Chí Minh', null, '', 38],
    ],
  },
  planWithoutTargets: {
    text: planWithoutTargets,
    targets: [
      '- MN percent 40 % | trẻ nhà trẻ',
      '- MN percent 98 % | trẻ mẫu giáo',
      '- THCS percent 99 % | Nâng tỷ lệ học sinh tốt nghiệp THCS',
      '- - compliance100 100 % | trường',
    ],
    duties: [
      ['III', 'Phòng Văn hóa - Xã hội', 'lead', 'các trường', 14],
      ['III', 'Các trường học trên địa bàn', null, '', 15],
    ],
  },
}

describe.for(Object.entries(expected))('%s', ([, { text, targets, duties }]) => {
  const reading = readDocument(textSource(text))

  test('its targets', () => {
    expect(
      reading.targets.map((target) => `${target.group ?? '-'} ${targetLine(target)} | ${target.scope}`),
    ).toEqual(targets)
  })

  test('its duties', () => {
    expect(
      reading.duties.map(({ section, unit, role, with: partners, at }) => [
        section,
        unit,
        role,
        partners.join('; '),
        'line' in at ? at.line : 0,
      ]),
    ).toEqual(duties)
  })

  // Nothing is invented: what is printed of a target is printed in the source, figures too.
  test('says nothing that is not printed', () => {
    const printed = text.replaceAll(/\s+/g, ' ')
    for (const target of reading.targets) {
      const last = target.statement.split(': ').at(-1) ?? ''
      expect(printed).toContain(last)
    }
    for (const duty of reading.duties) expect(printed).toContain(duty.text.split(' + ')[0])
  })
})

describe('a date until when', () => {
  test('is taken from the promise, not from the name of another document', () => {
    const dueOf = (text: string) =>
      readDocument(textSource(`KẾ HOẠCH\nNăm học 2025-2026\nI. CHỈ TIÊU\n- ${text}`)).targets[0]?.due
    expect(dueOf('Đến tháng 6/2026, 90% trường có thư viện đạt chuẩn.')).toEqual({ month: '2026-06' })
    expect(dueOf('100% trường hoàn thành tự đánh giá trước ngày 31/5/2026.')).toEqual({
      date: '2026-05-30',
      before: true,
    })
    expect(dueOf('Thực hiện 80% nội dung của Đề án chuyển đổi số đến năm 2030.')).toBeNull()
    expect(dueOf('95% trẻ đến lớp chuyên cần.')).toBeNull()
  })
})

describe('levels named once in a sentence', () => {
  const under = (...lines: string[]) =>
    readDocument(
      textSource(['KẾ HOẠCH', 'Năm học 2024-2025', 'I. CHỈ TIÊU', '1. Quy mô', ...lines].join('\n')),
    ).targets.map(({ level, statement, scope }) => `${level ?? '-'} ${statement} | ${scope}`)

  test.for([
    [
      '- Tiểu học có 291 lớp với 12.246 học sinh; tuyển mới vào lớp 1 là 57 lớp.',
      'TH Tiểu học có 291 lớp | Tiểu học',
      'TH Tiểu học: 12.246 học sinh | Tiểu học: học sinh',
      'TH Tiểu học: tuyển mới vào lớp 1 là 57 lớp | Tiểu học: tuyển mới vào lớp 1',
    ],
    [
      '- Mầm non có 22 trường (08 trường công lập và 14 trường tư thục).',
      'MN Mầm non có 22 trường | Mầm non',
      'MN Mầm non: 08 trường công lập | Mầm non: trường công lập',
      'MN Mầm non: 14 trường tư thục | Mầm non: trường tư thục',
    ],
    [
      '- Tiểu học đạt 99%, THCS đạt 98%, toàn quận đạt 98,5%.',
      'TH Tiểu học đạt 99% | Tiểu học',
      'THCS THCS đạt 98% | THCS',
      '- toàn quận đạt 98,5% | toàn quận',
    ],
  ])('%s', ([line, ...expectedTargets]) => {
    expect(under(line ?? '')).toEqual(expectedTargets)
  })
})
