// The styles of a written document: real ones, so that Word's navigation, its outline and a later restyling
// work. Their ids are ours, their names are what an official sees in Word.
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { PageLayout } from '#domain/writing/page-layout.ts'

const fontName = 'Times New Roman'

/** Word counts lengths in twentieths of a point, text in half points. */
export function twips(points: number): number {
  return Math.round(points * 20)
}
export function halfPoints(points: number): number {
  return Math.round(points * 2)
}
export function millimetres(length: number): number {
  return twips((length * 72) / 25.4)
}

// One line height for both header columns, so that their lines stand level although sizes differ; at least,
// never exactly: exact spacing cuts the marks off Ủ and Ễ.
const headerLine = { line: twips(17), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 }
const single = { line: 240, lineRule: LineRuleType.AUTO }

export const styleIds = {
  text: 'VbText',
  basis: 'VbBasis',
  addressee: 'VbAddressee',
  header: 'VbHeader',
  rule: 'VbRule',
  signer: 'VbSigner',
  recipientsHead: 'VbRecipientsHead',
  recipient: 'VbRecipient',
  annexLabel: 'VbAnnexLabel',
  annexTitle: 'VbAnnexTitle',
  annexReference: 'VbAnnexReference',
  caption: 'VbTableCaption',
  cell: 'VbTableCell',
  note: 'VbTableNote',
  pageNumber: 'VbPageNumber',
} as const

export function documentStyles(layout: PageLayout): IStylesOptions {
  const size = halfPoints(layout.bodySize)
  const gap = twips(layout.paragraphGap)
  const firstLine = millimetres(layout.indent * 10)
  const bodySpacing = {
    before: 0,
    after: gap,
    line: Math.round(layout.lineSpacing * 240),
    lineRule: LineRuleType.AUTO,
  }
  const heading = { before: gap, after: gap, line: bodySpacing.line, lineRule: LineRuleType.AUTO }
  const black = { font: fontName, color: '000000', size }
  const centred = AlignmentType.CENTER
  const own = (
    id: string,
    name: string,
    style: Omit<IParagraphStyleOptions, 'id'>,
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...style,
  })
  return {
    default: {
      document: {
        run: { ...black, language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
        paragraph: { spacing: single },
      },
      title: {
        run: { ...black, bold: true },
        paragraph: { alignment: centred, spacing: { ...single, before: 240, after: 0 } },
      },
      heading1: {
        next: styleIds.text,
        run: { ...black, bold: true },
        paragraph: {
          outlineLevel: 0,
          alignment: centred,
          keepNext: true,
          keepLines: true,
          spacing: { ...heading, before: 2 * gap },
        },
      },
      heading2: {
        next: styleIds.text,
        run: { ...black, bold: true },
        paragraph: {
          outlineLevel: 1,
          alignment: AlignmentType.JUSTIFIED,
          keepNext: true,
          indent: { firstLine },
          spacing: heading,
        },
      },
      heading3: {
        next: styleIds.text,
        run: { ...black, bold: true },
        paragraph: {
          outlineLevel: 2,
          alignment: AlignmentType.JUSTIFIED,
          keepNext: true,
          indent: { firstLine },
          spacing: bodySpacing,
        },
      },
      heading4: {
        next: styleIds.text,
        run: { ...black, bold: false, italics: false },
        paragraph: {
          outlineLevel: 3,
          alignment: AlignmentType.JUSTIFIED,
          keepNext: true,
          indent: { firstLine },
          spacing: bodySpacing,
        },
      },
    },
    paragraphStyles: [
      own('Subtitle', 'Subtitle', {
        next: styleIds.text,
        run: { ...black, bold: true },
        paragraph: { alignment: centred, spacing: { ...single, before: 0, after: 0 } },
      }),
      own(styleIds.text, 'VB Nội dung', {
        paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine }, spacing: bodySpacing },
      }),
      own(styleIds.basis, 'VB Căn cứ', {
        basedOn: styleIds.text,
        run: { italics: true },
      }),
      own(styleIds.addressee, 'VB Kính gửi', { paragraph: { spacing: { ...bodySpacing, after: 0 } } }),
      own(styleIds.header, 'VB Đầu văn bản', { paragraph: { alignment: centred, spacing: headerLine } }),
      own(styleIds.rule, 'VB Đường kẻ', {
        run: { size: 2 },
        paragraph: {
          alignment: centred,
          spacing: { before: twips(3), after: 0, line: twips(2), lineRule: LineRuleType.EXACT },
        },
      }),
      own(styleIds.signer, 'VB Người ký', {
        run: { bold: true },
        paragraph: { alignment: centred, spacing: headerLine },
      }),
      own(styleIds.recipientsHead, 'VB Nơi nhận', {
        run: { size: halfPoints(12), bold: true, italics: true },
        paragraph: { spacing: headerLine },
      }),
      own(styleIds.recipient, 'VB Nơi nhận - danh sách', {
        run: { size: halfPoints(11) },
        paragraph: { spacing: { ...single, before: 0, after: 0 } },
      }),
      own(styleIds.annexLabel, 'VB Phụ lục', {
        basedOn: 'Heading1',
        run: { bold: true },
        paragraph: { alignment: centred, keepNext: true, spacing: { ...single, before: 0, after: 0 } },
      }),
      own(styleIds.annexTitle, 'VB Tên phụ lục', {
        run: { bold: true },
        paragraph: { alignment: centred, keepNext: true, spacing: { ...single, before: 0, after: 0 } },
      }),
      own(styleIds.annexReference, 'VB Kèm theo', {
        run: { italics: true },
        paragraph: { alignment: centred, keepNext: true, spacing: { ...single, before: 0, after: 2 * gap } },
      }),
      own(styleIds.caption, 'VB Tên bảng', {
        run: { bold: true, size: halfPoints(13) },
        paragraph: {
          alignment: centred,
          keepNext: true,
          spacing: { ...single, before: gap, after: twips(4) },
        },
      }),
      own(styleIds.cell, 'VB Ô bảng', {
        paragraph: { spacing: { ...single, before: twips(2), after: twips(2) } },
      }),
      own(styleIds.note, 'VB Ghi chú bảng', {
        run: { italics: true, size: halfPoints(12) },
        paragraph: {
          alignment: AlignmentType.JUSTIFIED,
          spacing: { ...single, before: twips(4), after: gap },
        },
      }),
      own(styleIds.pageNumber, 'VB Số trang', {
        run: { size: halfPoints(13) },
        paragraph: { alignment: centred },
      }),
    ],
  }
}
