// What a person is told when a file is not read: what is wrong, and how to mend it.
import { fillText, type Language } from '#contract/error-texts.ts'
import type { FormatRefusal, RefusalCode } from './format-refusal.ts'
import type { FileKind } from './sniff.ts'

export function refusalText(refusal: FormatRefusal, language: Language): string {
  const { actual } = refusal.detail
  const known = Object.entries(kindNames[language]).find(([kind]) => kind === actual)?.[1]
  return fillText(refusalTexts[language][refusal.code], {
    ...refusal.detail,
    actual: known ?? kindNames[language].unknown,
  })
}

const kindNames: Record<Language, Record<FileKind, string>> = {
  vi: {
    pdf: 'tệp PDF',
    docx: 'văn bản Word (.docx)',
    xlsx: 'bảng tính Excel (.xlsx)',
    html: 'trang web (HTML)',
    text: 'tệp văn bản thuần (.txt)',
    doc: 'văn bản Word kiểu cũ (.doc)',
    xls: 'bảng tính Excel kiểu cũ (.xls)',
    rtf: 'văn bản RTF (.rtf)',
    odt: 'văn bản OpenDocument (.odt)',
    ods: 'bảng tính OpenDocument (.ods)',
    pptx: 'bài trình chiếu (.pptx)',
    image: 'tệp ảnh',
    zip: 'tệp nén ZIP',
    unknown: 'tệp thuộc loại khác',
  },
  en: {
    pdf: 'a PDF file',
    docx: 'a Word document (.docx)',
    xlsx: 'an Excel workbook (.xlsx)',
    html: 'a web page (HTML)',
    text: 'a plain text file (.txt)',
    doc: 'an old Word document (.doc)',
    xls: 'an old Excel workbook (.xls)',
    rtf: 'an RTF document (.rtf)',
    odt: 'an OpenDocument text (.odt)',
    ods: 'an OpenDocument spreadsheet (.ods)',
    pptx: 'a presentation (.pptx)',
    image: 'a picture',
    zip: 'a ZIP archive',
    unknown: 'a file of another kind',
  },
}

export const refusalTexts: Record<Language, Record<RefusalCode, string>> = {
  vi: {
    empty_file: 'Tệp không có nội dung. Hãy mở lại tệp gốc, kiểm tra rồi chọn đúng tệp.',
    renamed:
      'Đuôi tên của tệp “{name}” không đúng: thực chất đây là {actual}. Hãy mở bằng phần mềm tương ứng, lưu lại đúng định dạng (văn bản: .docx hoặc .pdf; số liệu: .xlsx) rồi gửi lại.',
    not_a_document: 'Đây là {actual}, không phải văn bản. Hãy gửi văn bản ở dạng .docx, .pdf hoặc .txt.',
    not_a_workbook: 'Đây là {actual}, không phải bảng tính. Hãy gửi tệp Excel ở dạng .xlsx.',
    not_evidence:
      'Đây là {actual}, không nhận làm minh chứng. Hãy gửi tệp Word, Excel, PowerPoint, PDF, ảnh hoặc văn bản thuần (.txt).',
    old_word:
      'Đây là văn bản Word kiểu cũ (.doc). Hãy mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx) rồi gửi lại.',
    old_excel:
      'Đây là bảng tính Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx) rồi gửi lại.',
    other_office:
      'Đây là {actual}, chưa đọc được trực tiếp. Hãy mở bằng Word, Excel hoặc LibreOffice, lưu thành .docx hay .xlsx rồi gửi lại.',
    picture:
      'Đây là tệp ảnh, không có chữ để đọc. Hãy gửi bản Word, bản PDF có chữ, hoặc dán nội dung văn bản.',
    unknown_format:
      'Không đọc được loại tệp này. Văn bản nhận ở dạng .docx, .pdf, .txt, .md, .html; bảng tính ở dạng .xlsx.',
    encrypted: 'Tệp có đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ) rồi lưu và gửi lại.',
    macro:
      'Tệp có chứa macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx (không kèm macro) rồi gửi lại.',
    corrupt: 'Tệp bị hỏng hoặc chưa tải đủ. Hãy mở tệp gốc; nếu mở được thì lưu thành tệp mới rồi gửi lại.',
    bomb: 'Nội dung nén của tệp lớn bất thường nên không được mở. Hãy mở tệp gốc, lưu thành tệp mới rồi gửi lại.',
    too_large: 'Tệp quá lớn để đọc. Hãy bỏ bớt ảnh và các trang không cần, hoặc tách thành nhiều tệp.',
    too_many_entries: 'Tệp gồm quá nhiều thành phần. Hãy mở tệp gốc, lưu thành tệp mới rồi gửi lại.',
    unsafe_archive:
      'Cấu trúc bên trong tệp không an toàn. Hãy mở tệp gốc bằng Word hoặc Excel, lưu thành tệp mới rồi gửi lại.',
    forbidden_xml:
      'Tệp có phần khai báo XML không được phép. Hãy mở tệp gốc bằng Word hoặc Excel, lưu thành tệp mới rồi gửi lại.',
    too_deep:
      'Nội dung tệp lồng nhau quá nhiều tầng. Hãy bỏ bớt các bảng lồng trong bảng rồi lưu và gửi lại.',
    no_text_layer:
      'Đây là bản quét (ảnh chụp trang giấy), không có chữ để đọc. Hãy gửi bản Word hoặc PDF xuất từ Word; bản quét có thể đính kèm làm bản gốc.',
    no_text: 'Tệp không có chữ nào để đọc. Hãy kiểm tra lại và chọn đúng tệp.',
    too_many_pages: 'Tệp có {pages} trang, nhiều hơn mức đọc được là {most} trang. Hãy tách thành nhiều tệp.',
    too_many_cells:
      'Trang tính “{sheet}” vượt quá giới hạn (nhiều nhất {rows} dòng, {columns} cột, cả tệp {cells} ô). Hãy xóa các dòng, cột thừa ở cuối (kể cả ô trống có định dạng) rồi lưu và gửi lại.',
    too_slow:
      'Đọc tệp này lâu quá {seconds} giây nên đã dừng. Hãy tách thành nhiều tệp nhỏ, hoặc lưu thành tệp mới rồi gửi lại.',
    too_big:
      'Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng. Hãy tách thành nhiều tệp nhỏ, hoặc lưu thành tệp mới rồi gửi lại.',
  },
  en: {
    empty_file: 'The file has no content. Open the original, check it, and choose the right file.',
    renamed:
      'The ending of “{name}” is not right: this is {actual}. Open it in its own program, save it in the right format (documents: .docx or .pdf; figures: .xlsx), and send it again.',
    not_a_document: 'This is {actual}, not a document. Send the document as .docx, .pdf or .txt.',
    not_a_workbook: 'This is {actual}, not a workbook. Send an Excel file as .xlsx.',
    not_evidence:
      'This is {actual}, which is not taken as evidence. Send a Word, Excel or PowerPoint file, a PDF, a picture or plain text (.txt).',
    old_word:
      'This is an old Word document (.doc). Open it in Word, choose Save As, type Word Document (.docx), and send that.',
    old_excel:
      'This is an old Excel workbook (.xls). Open it in Excel, choose Save As, type Excel Workbook (.xlsx), and send that.',
    other_office:
      'This is {actual}, which is not read directly. Open it in Word, Excel or LibreOffice, save it as .docx or .xlsx, and send that.',
    picture:
      'This is a picture; there is no text in it to read. Send the Word file, a PDF with text, or paste the text.',
    unknown_format:
      'This kind of file is not read. Documents are read as .docx, .pdf, .txt, .md and .html, workbooks as .xlsx.',
    encrypted:
      'The file has a password. Open it, remove the password (File > Info > Protect), save it and send it again.',
    macro:
      'The file contains macros and is not accepted. Save it as .docx or .xlsx (without macros) and send that.',
    corrupt:
      'The file is damaged or incomplete. Open the original; if that works, save it as a new file and send that.',
    bomb: 'The packed content of the file is unusually large, so it was not opened. Open the original, save it as a new file and send that.',
    too_large: 'The file is too large to read. Remove pictures and pages that are not needed, or split it.',
    too_many_entries:
      'The file consists of too many parts. Open the original, save it as a new file and send that.',
    unsafe_archive:
      'The inside of the file is not safe. Open the original in Word or Excel, save it as a new file and send that.',
    forbidden_xml:
      'The file contains an XML declaration that is not allowed. Open the original in Word or Excel, save it as a new file and send that.',
    too_deep:
      'The content is nested too deeply. Take out tables inside tables, save the file and send it again.',
    no_text_layer:
      'This is a scan (pictures of pages); there is no text in it to read. Send the Word file or a PDF made from it; the scan can be attached as the original.',
    no_text: 'There is no text in the file. Check it, and choose the right file.',
    too_many_pages: 'The file has {pages} pages; at most {most} are read. Split it into several files.',
    too_many_cells:
      'The sheet “{sheet}” is over the limit (at most {rows} rows, {columns} columns, {cells} cells in all). Delete spare rows and columns at the end (formatted empty cells too), save the file and send it again.',
    too_slow:
      'Reading this file took more than {seconds} seconds and was stopped. Split it into smaller files, or save it as a new file, and send that.',
    too_big:
      'Reading this file needs too much memory and was stopped. Split it into smaller files, or save it as a new file, and send that.',
  },
}
