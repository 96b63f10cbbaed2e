// Writes an official document as DOCX, in the layout of Decree 30/2020. Numbers are text, never fields or
// lists of Word's: a document that was signed must not renumber itself. Refuses a layout outside the decree.
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { checkPageLayout, decreeLayout, type PageLayout } from '#domain/writing/page-layout.ts'
import { type PrintedDocument, printDocument } from '#domain/writing/printed-document.ts'
import { blockChildren } from './docx-write-blocks.ts'
import {
  addressChildren,
  annexHead,
  basisChildren,
  closingTable,
  headerTable,
  titleChildren,
} from './docx-write-frame.ts'
import { documentStyles, millimetres, styleIds } from './docx-write-styles.ts'

/** The same document gives the same bytes. */
export async function writeDocx(
  document: OfficialDocument,
  layout: PageLayout = decreeLayout,
): Promise<Uint8Array> {
  const faults = checkPageLayout(layout)
  if (faults.length > 0) throw new RangeError(`layout outside Decree 30/2020: ${faults.join(', ')}`)
  const printed = printDocument(document, layout)
  const file = new Document({
    title: printed.name,
    subject: printed.name,
    // The issuer, never the machine or its user.
    creator: printed.issuer,
    lastModifiedBy: printed.issuer,
    description: '',
    styles: documentStyles(layout),
    sections: [mainSection(printed), ...annexSections(printed)],
  })
  return settled(await Packer.pack(file, 'uint8array'))
}

function mainSection(printed: PrintedDocument): ISectionOptions {
  return {
    ...sectionFrame(printed.layout, false),
    children: [
      headerTable(printed.header),
      ...titleChildren(printed),
      ...(printed.address === null ? [] : addressChildren(printed.address)),
      ...basisChildren(printed.bases),
      ...blockChildren(printed.body, true),
      closingTable(printed.closing, printed.layout.bodySize),
      // Word wants a paragraph after a last table; this one takes no room.
      new Paragraph({ style: styleIds.rule }),
    ],
  }
}

function annexSections(printed: PrintedDocument): ISectionOptions[] {
  return printed.annexes.map((annex) => ({
    ...sectionFrame(printed.layout, annex.landscape),
    children: [...annexHead(annex), ...blockChildren(annex.body, false)],
  }))
}

/** Every part counts its pages from 1, in the middle of the top margin, and shows no number on its first (I.7). */
function sectionFrame(
  layout: PageLayout,
  landscape: boolean,
): Pick<ISectionOptions, 'properties' | 'headers'> {
  const number = new Paragraph({
    style: styleIds.pageNumber,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  return {
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [new Paragraph({ style: styleIds.pageNumber })] }),
    },
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: millimetres(210),
          height: millimetres(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: millimetres(layout.top),
          bottom: millimetres(layout.bottom),
          left: millimetres(layout.left),
          right: millimetres(layout.right),
          header: millimetres(layout.top / 2),
          footer: millimetres(layout.bottom / 2),
        },
        pageNumbers: { start: 1 },
      },
    },
  }
}

// ZIP keeps local time: made from parts, it is the same bytes in every time zone.
const entryTime = new Date(2020, 2, 5)

/** A file's bytes, by which it is stored, must not depend on the second or the place it was made in. */
function settled(bytes: Uint8Array): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const data =
      path === 'docProps/core.xml'
        ? new TextEncoder().encode(withoutTimes(new TextDecoder().decode(content)))
        : content
    entries[path] = [data, { mtime: entryTime, level: 6 }]
  }
  return zipSync(entries)
}

function withoutTimes(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
}
