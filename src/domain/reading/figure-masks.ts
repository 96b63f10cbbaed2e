// Numbers of a text that count nothing: numbers of documents, dates, years, classes, ages, degrees, numbers of names.
import { citationSpans } from './legal-bases.ts'

export type Span = { from: number; to: number }

const year = String.raw`(?:19|20|21)\d{2}`
const date = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?${year}`
const several = String.raw`\d{1,2}(?:\s?(?:,|;|và|-|–|đến)\s?(?:lớp\s|khối\s)?\d{1,2})*`

const patterns: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\d.,/])${date}(?!\d)`, 'gu'),
  /(?<!\p{L})(?:ngày|mùng|sáng|chiều|tối)\s\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?)?(?:\stháng\s\d{1,2})?(?:\snăm\s\d{4})?(?![\d%])/giu,
  new RegExp(
    String.raw`(?<!\p{L})(?:tháng|T)\s?\d{1,2}(?:\s?[-–,&]\s?\d{1,2})*(?:\s?(?:/|năm)\s?${year})?(?![\d%]|\s?(?:lần|ngày))`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})quý\s(?:[IV]{1,3}|\d)(?:\s?[-–,]\s?(?:[IV]{1,3}|\d))?(?:\s?(?:/|năm)\s?${year})?`,
    'giu',
  ),
  // A year, a school year, a term of office: four digits without a sign, not followed by what could be counted.
  new RegExp(
    String.raw`(?<![\d.,/])${year}\s?[-–—/]\s?(?:${year}|\d{2})(?![\d.,%]\d|\d|%|\s?(?:trẻ|học sinh|trường|lớp|người|em)(?!\p{L}))`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:năm học|năm|đến|trước|sau|từ|giai đoạn|nhiệm kỳ|khóa|GDPT|phổ thông|chương trình|CTr?|Luật[^.;,]{0,40})\s${year}(?!\d|[.,/]\d|\s?%)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:lớp|khối|khối lớp)\s${several}(?![\d%]|[.,]\d|\s?(?:%|học sinh|lớp|trường))`,
    'giu',
  ),
  /(?<![\d.,])\d{1,2}(?:\s?(?:,|-|–|đến|và)\s?\d{1,2}){0,4}\s?(?:tháng\s)?tuổi/giu,
  /(?<!\p{L})(?:điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|biểu mẫu|mẫu|mẫu số|bảng|hình|trang|số|số hiệu|bước|vòng|đợt|ca|hạng|loại|nhóm ngành|tiêu chí|tiêu chuẩn|bậc|ngoại ngữ|học kỳ|học kì|kỳ|kì|HK|giai đoạn|tuần|tiết|tổ|khu|vùng|khóa|lần thứ|thứ)\s(?:số\s)?\d{1,3}(?:\.\d{1,2})*[a-zđ]?(?![\d%\p{L}]|[.,]\d|\s?(?:%|trường|học sinh|giáo viên|trẻ|người|lần|lớp|em|giải)(?!\p{L}))/giu,
  // "xếp thứ 10/114 xã, phường", "nhóm 15 tỉnh dẫn đầu": ranks are read by themselves.
  /(?<!\p{L})(?:thứ|hạng|vị trí|vị thứ)\s\d{1,3}\s?\/\s?\d{1,3}/giu,
  /(?<!\p{L})(?:top|tốp|nhóm)\s\d{1,3}(?=\s[\p{L}\s,]{0,40}(?:dẫn đầu|đứng đầu|cao nhất|đầu)|[.;,]|$)/giu,
  /(?<!\p{L})(?:mức|mức độ|cấp độ|chu kỳ|chu kì|trình độ)\s(?:\d|[IV]{1,3})(?![\d%\p{L}]|[.,]\d)/giu,
  /(?<!\d)\d\s?buổi\s?\/\s?ngày/giu,
  /(?<![\d/.,])(?:24\s?\/\s?24(?!\s?\p{L})|24\s?\/\s?24\s?(?:giờ|h)|24\s?\/\s?7|4\.0)(?![\d%])/giu,
  // "85,7%2": the mark of a footnote.
  /(?<=%)\d{1,2}(?![\d%]|[.,]\d)/gu,
  // "(1)", "(2)": items of an enumeration in the line; notes.
  /\(\d{1,2}\)/gu,
  // "Nhà giáo Việt Nam 20/11": a day without its word.
  /(?<=\p{Lu}\p{Ll}*\s)(?:[0-2]?\d|3[01])\/(?:0?\d|1[0-2])(?![\d/%]|\s?[=(]|\s\p{L})/gu,
  // A number that is part of a name: "Tiểu học Đông Hải 2", "khu đô thị B4". Not behind the first word of a sentence.
  /(?<=\p{Ll}\s\p{Lu}\p{Ll}*\s)\d{1,2}(?=[,;.)”"]|\s(?:và|đạt|được)|$)(?![.,]\d|\s?%)/gu,
  /\p{L}\d{1,3}(?!\d|%)/gu,
  /[“"][^”"]{0,160}[”"]/gu,
]

/** Stretches of a text in which no figure is to be looked for, in order of their beginnings. */
export function maskedSpans(text: string): Span[] {
  const spans: Span[] = citationSpans(text)
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern))
      spans.push({ from: match.index, to: match.index + match[0].length })
  return spans.toSorted((a, b) => a.from - b.from)
}

export function isMasked(spans: readonly Span[], index: number): boolean {
  return spans.some((span) => span.from <= index && index < span.to)
}
