import type { Caption } from '#domain/forms/form.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import type { Indicator, IndicatorCard, Measure } from './indicator.ts'

const groups = {
  pupils: { vi: 'Trẻ em, học sinh', en: 'Children and pupils' },
  classes: { vi: 'Nhóm, lớp', en: 'Groups and classes' },
  average: { vi: 'Bình quân một lớp', en: 'Per class' },
  girls: { vi: 'Tỷ lệ nữ', en: 'Share of girls' },
} satisfies Record<string, Caption>

const breakdowns: Caption = {
  vi: 'Cấp học, loại hình, đơn vị hành chính',
  en: 'School level, ownership, administrative unit',
}
const published: Caption = {
  vi: 'Đầu năm, giữa năm và cuối năm học',
  en: 'Start, middle and end of the school year',
}
const source: Caption = {
  vi: 'Biểu “Quy mô lớp, học sinh theo khối” do trường gửi, đã được phê duyệt',
  en: 'The form “Classes and pupils by grade” sent by schools, as approved',
}
const responsible: Caption = { vi: 'Cơ quan mở đợt báo cáo', en: 'The authority that opened the round' }

type Given = {
  code: string
  name: Caption
  expression: string
  measure: Measure
  group: Caption
  level: SchoolLevel | null
  concept: Caption
}

function scale(given: Given): Indicator {
  const { code, name, expression, measure, group, level, concept } = given
  const card: IndicatorCard = { concept, breakdowns, published, source, responsible, group, level }
  return { code, name, formCode: 'quy-mo', expression, measure, card }
}

function count(
  code: string,
  vi: string,
  en: string,
  row: string,
  column: 'pupils' | 'classes',
  level: SchoolLevel | null,
): Indicator {
  return scale({
    code,
    name: { vi, en },
    expression: `${row}.${column}`,
    measure: 'count',
    group: column === 'pupils' ? groups.pupils : groups.classes,
    level,
    concept:
      column === 'pupils'
        ? {
            vi: 'Số trẻ em, học sinh đang học tại thời điểm báo cáo, cộng từ các trường.',
            en: 'Children or pupils attending at the time of the report, added up over the schools.',
          }
        : {
            vi: 'Số nhóm, lớp đang mở tại thời điểm báo cáo, cộng từ các trường.',
            en: 'Groups or classes open at the time of the report, added up over the schools.',
          },
  })
}

function average(code: string, vi: string, en: string, row: string, level: SchoolLevel): Indicator {
  const concept: Caption = {
    vi: 'Số học sinh chia cho số lớp của cả cấp học, không phải trung bình của từng trường.',
    en: 'Pupils divided by classes of the whole level, not a mean over schools.',
  }
  return scale({
    code,
    name: { vi, en },
    expression: `${row}.pupils / ${row}.classes`,
    measure: 'average',
    group: groups.average,
    level,
    concept,
  })
}

function girls(code: string, vi: string, en: string, row: string, level: SchoolLevel): Indicator {
  const concept: Caption = {
    vi: 'Số nữ chia cho số học sinh của cả cấp học.',
    en: 'Girls divided by pupils of the whole level.',
  }
  return scale({
    code,
    name: { vi, en },
    expression: `${row}.girls / ${row}.pupils`,
    measure: 'percent',
    group: groups.girls,
    level,
    concept,
  })
}

/** The indicators that come with the product, in the order in which they are shown. */
export const readyIndicators: readonly Indicator[] = [
  count('hoc-sinh.tong', 'Tổng số trẻ em, học sinh', 'All children and pupils', 'all', 'pupils', null),
  count('tre.mam-non', 'Trẻ em mầm non', 'Preschool children', 'preschool', 'pupils', 'preschool'),
  count('tre.nha-tre', 'Trong đó: trẻ nhà trẻ', 'Of these in nursery', 'nursery', 'pupils', 'preschool'),
  count(
    'tre.mau-giao',
    'Trong đó: trẻ mẫu giáo',
    'Of these in kindergarten',
    'kindergarten',
    'pupils',
    'preschool',
  ),
  count(
    'tre.mau-giao-5-tuoi',
    'Trong đó: trẻ mẫu giáo 5 tuổi',
    'Of these aged five',
    'mg5',
    'pupils',
    'preschool',
  ),
  count('hoc-sinh.tieu-hoc', 'Học sinh tiểu học', 'Primary pupils', 'primary', 'pupils', 'primary'),
  count('hoc-sinh.lop-1', 'Trong đó: học sinh lớp 1', 'Of these in grade 1', 'k1', 'pupils', 'primary'),
  count(
    'hoc-sinh.thcs',
    'Học sinh trung học cơ sở',
    'Lower secondary pupils',
    'lower_secondary',
    'pupils',
    'lower_secondary',
  ),
  count(
    'hoc-sinh.lop-6',
    'Trong đó: học sinh lớp 6',
    'Of these in grade 6',
    'k6',
    'pupils',
    'lower_secondary',
  ),
  count('lop.tong', 'Tổng số nhóm, lớp', 'All groups and classes', 'all', 'classes', null),
  count(
    'lop.mam-non',
    'Nhóm, lớp mầm non',
    'Preschool groups and classes',
    'preschool',
    'classes',
    'preschool',
  ),
  count('lop.tieu-hoc', 'Lớp tiểu học', 'Primary classes', 'primary', 'classes', 'primary'),
  count(
    'lop.thcs',
    'Lớp trung học cơ sở',
    'Lower secondary classes',
    'lower_secondary',
    'classes',
    'lower_secondary',
  ),
  average(
    'binh-quan.mam-non',
    'Trẻ em một nhóm, lớp mầm non',
    'Children per preschool class',
    'preschool',
    'preschool',
  ),
  average(
    'binh-quan.tieu-hoc',
    'Học sinh một lớp tiểu học',
    'Pupils per primary class',
    'primary',
    'primary',
  ),
  average(
    'binh-quan.thcs',
    'Học sinh một lớp trung học cơ sở',
    'Pupils per lower secondary class',
    'lower_secondary',
    'lower_secondary',
  ),
  girls('nu.tieu-hoc', 'Tỷ lệ nữ tiểu học', 'Girls among primary pupils', 'primary', 'primary'),
  girls(
    'nu.thcs',
    'Tỷ lệ nữ trung học cơ sở',
    'Girls among lower secondary pupils',
    'lower_secondary',
    'lower_secondary',
  ),
]
