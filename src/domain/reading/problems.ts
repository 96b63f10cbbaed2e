import type { ReadProblem } from './reading.ts'
import type { At, SourceNote } from './source.ts'

export type ProblemCode =
  | SourceNote['code']
  | 'target_not_sure'
  | 'row_number_gap'
  | 'row_number_repeated'
  | 'row_not_clear'
  | 'no_title'
  | 'no_lead'
  | 'roles_not_printed'
  | 'no_time'
  | 'time_not_understood'
  | 'time_without_date'
  | 'year_taken'
  | 'windows_unequal'
  | 'text_left_over'
  | 'several_school_years'
  | 'title_cut'
  | 'section_number_gap'

const texts: Record<ProblemCode, { vi: (detail: string) => string; en: (detail: string) => string }> = {
  tracked_changes_accepted: {
    vi: () => 'Tài liệu còn dấu vết sửa đổi (track changes); được đọc như đã chấp nhận mọi thay đổi.',
    en: () => 'The document has tracked changes; it was read as if all of them were accepted.',
  },
  text_box_moved: {
    vi: () => 'Có khung chữ (text box); nội dung được đọc tại chỗ khung được gắn.',
    en: () => 'There is a text box; its text was read where the box is anchored.',
  },
  old_encoding_converted: {
    vi: () => 'Chữ dùng bảng mã cũ (TCVN3, VNI), đã được chuyển sang Unicode; cần soát lại.',
    en: () => 'The text uses an old encoding (TCVN3, VNI) and was converted to Unicode; check it.',
  },
  undecodable_bytes: {
    vi: () => 'Có ký tự không giải mã được.',
    en: () => 'There are characters that could not be decoded.',
  },
  no_text_layer: {
    vi: () => 'Tài liệu là ảnh quét, không có lớp chữ để đọc.',
    en: () => 'The document is a scan without a text layer.',
  },
  picture_left_out: {
    vi: () => 'Có hình ảnh; chữ trong hình không được đọc.',
    en: () => 'There is a picture; text inside it is not read.',
  },
  too_long_cut: {
    vi: () => 'Tài liệu quá dài, phần cuối chưa được đọc.',
    en: () => 'The document is too long; its end was not read.',
  },
  target_not_sure: {
    vi: (detail) => `Không chắc con số “${detail}” nói về gì; cần đối chiếu với bản gốc.`,
    en: (detail) => `It is not sure what the figure “${detail}” is about; compare with the source.`,
  },
  row_number_gap: {
    vi: (detail) => `Số thứ tự của dòng không liên tục (${detail}).`,
    en: (detail) => `The row numbers have a gap (${detail}).`,
  },
  row_number_repeated: {
    vi: (detail) => `Số thứ tự ${detail} lặp lại.`,
    en: (detail) => `Row number ${detail} is repeated.`,
  },
  row_not_clear: {
    vi: (detail) => `Không chắc ranh giới giữa các ô của dòng ${detail}; cần đối chiếu với bản gốc.`,
    en: (detail) => `The cells of row ${detail} could not be told apart surely; compare with the source.`,
  },
  no_title: {
    vi: (detail) => `Dòng ${detail} không có nội dung công việc.`,
    en: (detail) => `Row ${detail} has no task.`,
  },
  no_lead: {
    vi: (detail) => `Dòng ${detail} không có đơn vị chủ trì.`,
    en: (detail) => `Row ${detail} names no lead unit.`,
  },
  roles_not_printed: {
    vi: (detail) =>
      `Dòng ${detail}: văn bản không ghi đơn vị nào chủ trì, đơn vị nào phối hợp; tất cả được ghi là chủ trì.`,
    en: (detail) => `Row ${detail} does not say who leads and who coordinates; all are taken as lead.`,
  },
  no_time: {
    vi: (detail) => `Dòng ${detail} không có thời gian.`,
    en: (detail) => `Row ${detail} has no time.`,
  },
  time_not_understood: {
    vi: (detail) => `Không hiểu hết thời gian “${detail}”.`,
    en: (detail) => `The time “${detail}” was not wholly understood.`,
  },
  time_without_date: {
    vi: (detail) => `Thời gian “${detail}” không quy ra được ngày, tháng, quý hoặc năm.`,
    en: (detail) => `The time “${detail}” gives no day, month, quarter or year.`,
  },
  year_taken: {
    vi: (detail) => `Thời gian “${detail}” không ghi năm; năm được lấy theo năm học.`,
    en: (detail) => `The time “${detail}” has no year; it was taken from the school year.`,
  },
  windows_unequal: {
    vi: (detail) => `Số mốc bắt đầu và hoàn thành của dòng ${detail} không bằng nhau.`,
    en: (detail) => `Row ${detail} has unequal numbers of starts and finishes.`,
  },
  text_left_over: {
    vi: (detail) => `Có chữ trong bảng không thuộc ô nào: “${detail}”.`,
    en: (detail) => `Text in the table belongs to no cell: “${detail}”.`,
  },
  several_school_years: {
    vi: (detail) => `Văn bản nói đến nhiều năm học; lấy ${detail}.`,
    en: (detail) => `Several school years are named; ${detail} was taken.`,
  },
  title_cut: {
    vi: () => 'Phần đầu của tiêu đề văn bản có thể bị thiếu.',
    en: () => 'The beginning of the title may be missing.',
  },
  section_number_gap: {
    vi: (detail) => `Số mục không liên tục tại ${detail}.`,
    en: (detail) => `The section numbers have a gap at ${detail}.`,
  },
}

export function problemText(code: ProblemCode, detail: string | null, language: 'vi' | 'en'): string {
  return texts[code][language](detail ?? '')
}

export function problem(code: ProblemCode, at: At, detail: string | null = null): ReadProblem {
  return { code, detail, message: problemText(code, detail, 'vi'), at }
}
