import type { EntryRow, FormDefinition, FormRow } from './form.ts'

// Largest groups and classes. Nursery and kindergarten: the preschool charter (3–12, 13–24, 25–36 months: 15, 20, 25; ages
// 3–4, 4–5, 5–6: 25, 30, 35). Primary 35: Circular 28/2020/TT-BGDĐT. Lower secondary 45: Circular 32/2020/TT-BGDĐT, of
// which the chairman of the province may set less. A class above is asked about, never refused.
function row(code: string, vi: string, en: string, largest: number): EntryRow {
  return { code, title: { vi, en }, limits: { largest } }
}

function grades(from: number, to: number, largest: number): EntryRow[] {
  return Array.from({ length: to - from + 1 }, (_, index) =>
    row(`k${from + index}`, `Lớp ${from + index}`, `Grade ${from + index}`, largest),
  )
}

const nursery = [
  row('nt1', 'Nhóm trẻ 3–12 tháng', 'Nursery, 3–12 months', 15),
  row('nt2', 'Nhóm trẻ 13–24 tháng', 'Nursery, 13–24 months', 20),
  row('nt3', 'Nhóm trẻ 25–36 tháng', 'Nursery, 25–36 months', 25),
]
const kindergarten = [
  row('mg3', 'Mẫu giáo 3–4 tuổi', 'Kindergarten, ages 3–4', 25),
  row('mg4', 'Mẫu giáo 4–5 tuổi', 'Kindergarten, ages 4–5', 30),
  row('mg5', 'Mẫu giáo 5–6 tuổi', 'Kindergarten, ages 5–6', 35),
]
const primary = grades(1, 5, 35)
const lowerSecondary = grades(6, 9, 45)

function total(code: string, vi: string, en: string, rows: readonly FormRow[]): FormRow {
  return { code, title: { vi, en }, sumOf: rows.map((one) => one.code) }
}

/**
 * "Quy mô lớp, học sinh theo khối": groups, classes, children and pupils by age and grade, as the annexes on scale of a
 * district's report have them (preschool, primary, lower secondary). Children with disabilities as a count only.
 */
export const scaleForm: FormDefinition = {
  code: 'quy-mo',
  version: 1,
  title: { vi: 'Quy mô lớp, học sinh theo khối', en: 'Classes and pupils by grade' },
  guide: {
    vi: 'Số nhóm, lớp và số trẻ, học sinh đang học tại trường. Khối không có lớp thì nhập số 0. Cột tổng và bình quân được tính tự động.',
    en: 'Groups, classes, children and pupils of the school. Enter 0 for a grade without classes. Totals and averages are computed.',
  },
  columns: [
    {
      code: 'classes',
      title: { vi: 'Số nhóm, lớp', en: 'Classes' },
      entry: { kind: 'count', most: 500 },
      required: true,
    },
    {
      code: 'pupils',
      title: { vi: 'Số trẻ, học sinh', en: 'Pupils' },
      entry: { kind: 'count', most: 20_000 },
      required: true,
    },
    {
      code: 'girls',
      title: { vi: 'Trong đó: nữ', en: 'Of these girls' },
      entry: { kind: 'count', most: 20_000 },
      required: false,
    },
    {
      code: 'disabled',
      title: { vi: 'Trong đó: khuyết tật', en: 'Of these with disabilities' },
      entry: { kind: 'count', most: 20_000 },
      required: false,
    },
    {
      code: 'average',
      title: { vi: 'Bình quân một lớp', en: 'Per class' },
      computed: 'pupils / classes',
      decimals: 1,
    },
  ],
  sections: [
    {
      code: 'preschool',
      title: { vi: 'Mầm non', en: 'Preschool' },
      levels: ['preschool'],
      rows: [
        ...nursery,
        total('nursery', 'Cộng nhà trẻ', 'Nursery', nursery),
        ...kindergarten,
        total('kindergarten', 'Cộng mẫu giáo', 'Kindergarten', kindergarten),
        total('preschool', 'Cộng mầm non', 'Preschool', [...nursery, ...kindergarten]),
      ],
    },
    {
      code: 'primary',
      title: { vi: 'Tiểu học', en: 'Primary' },
      levels: ['primary'],
      rows: [...primary, total('primary', 'Cộng tiểu học', 'Primary', primary)],
    },
    {
      code: 'lower_secondary',
      title: { vi: 'Trung học cơ sở', en: 'Lower secondary' },
      levels: ['lower_secondary'],
      rows: [
        ...lowerSecondary,
        total('lower_secondary', 'Cộng trung học cơ sở', 'Lower secondary', lowerSecondary),
      ],
    },
  ],
  totals: [
    {
      code: 'all',
      title: { vi: 'Tổng cộng', en: 'Total' },
      sumOf: ['preschool', 'primary', 'lower_secondary'],
    },
  ],
  rules: [
    {
      code: 'pupils_need_classes',
      over: 'row',
      holds: 'pupils == 0.0 || classes > 0.0',
      at: 'classes',
      severity: 'stop',
      message: {
        vi: 'Có {pupils} trẻ, học sinh thì phải có lớp.',
        en: 'There are {pupils} pupils, so there must be a class.',
      },
    },
    {
      code: 'classes_need_pupils',
      over: 'row',
      holds: 'classes == 0.0 || pupils > 0.0',
      at: 'pupils',
      severity: 'stop',
      message: {
        vi: 'Có {classes} lớp thì phải có trẻ, học sinh.',
        en: 'There are {classes} classes, so there must be pupils.',
      },
    },
    {
      code: 'girls_within_pupils',
      over: 'row',
      holds: 'girls <= pupils',
      at: 'girls',
      severity: 'stop',
      message: {
        vi: 'Số nữ ({girls}) lớn hơn số trẻ, học sinh ({pupils}).',
        en: 'More girls ({girls}) than pupils ({pupils}).',
      },
    },
    {
      code: 'disabled_within_pupils',
      over: 'row',
      holds: 'disabled <= pupils',
      at: 'disabled',
      severity: 'stop',
      message: {
        vi: 'Số khuyết tật ({disabled}) lớn hơn số trẻ, học sinh ({pupils}).',
        en: 'More with disabilities ({disabled}) than pupils ({pupils}).',
      },
    },
    {
      code: 'class_too_large',
      over: 'row',
      holds: 'average <= largest',
      at: 'pupils',
      severity: 'warn',
      message: {
        vi: 'Bình quân {average} em một lớp, quy định không quá {largest}. Hãy kiểm tra lại; nếu đúng vẫn gửi được.',
        en: '{average} per class on average, at most {largest} by regulation. Check again; if right, it can be sent.',
      },
    },
  ],
}

/** The forms that come with the product. */
export const readyForms: readonly FormDefinition[] = [scaleForm]
