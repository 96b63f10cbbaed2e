// Walks a story of WordprocessingML (body, footnote, text box, cell) into paragraphs and tables, changes accepted.
// Recursion goes no deeper than the XML, whose depth is bounded.
import type { SourceStyle } from '#domain/reading/source.ts'
import type { Numbering } from './docx-numbering.ts'
import { type ParagraphProperties, readParagraphProperties } from './docx-properties.ts'
import { eachAlternative, readRunContent, type RunSink } from './docx-runs.ts'
import type { DocxBlock, DocxParagraph, Story } from './docx-story.ts'
import type { Styles } from './docx-styles.ts'
import { readTable } from './docx-tables.ts'
import { eachChild, type XmlReader } from './xml.ts'

export function createStory(styles: Styles, numbering: Numbering): Story {
  const story: Story = {
    styles,
    numbering,
    blocksOf: (xml, other) => readBlocks(story, xml, other),
    fields: [],
    hasTrackedChanges: false,
    hasOldFont: false,
  }
  return story
}

function readBlocks(story: Story, xml: XmlReader, other?: (name: string) => void): DocxBlock[] {
  const blocks: DocxBlock[] = []
  // A paragraph whose mark was deleted goes on in the next one.
  let open: OpenParagraph | null = null

  function visit(name: string): void {
    switch (name) {
      case 'w:p': {
        const started: OpenParagraph = open ?? { properties: null, sink: createSink() }
        open = null
        if (readParagraph(story, xml, started)) open = started
        else blocks.push(finish(story, started))
        return
      }
      case 'w:tbl':
        blocks.push(readTable(story, xml))
        return
      case 'w:ins':
      case 'w:moveTo':
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:txbxContent':
        eachChild(xml, visit)
        return
      case 'mc:AlternateContent':
        eachAlternative(xml, () => eachChild(xml, visit))
        return
      default:
        other?.(name)
    }
  }
  eachChild(xml, visit)
  if (open !== null) blocks.push(finish(story, open))
  return blocks
}

type OpenParagraph = { properties: ParagraphProperties | null; sink: RunSink }

function createSink(): RunSink {
  return {
    text: '',
    boxes: [],
    footnotes: [],
    hasPicture: false,
    bold: 0,
    italic: 0,
    sizes: new Map(),
    length: 0,
  }
}

/** Gives true where the paragraph's mark is deleted. */
function readParagraph(story: Story, xml: XmlReader, open: OpenParagraph): boolean {
  let properties: ParagraphProperties = {}
  eachChild(xml, (name) => {
    if (name === 'w:pPr') properties = readParagraphProperties(xml)
    else readRunContent(story, xml, name, open.sink, story.styles.paragraph(properties.styleId))
  })
  if (properties.isTracked === true || properties.isMarkDeleted === true) story.hasTrackedChanges = true
  // Of paragraphs made one, the last one's properties hold, unless the first had none of its own words yet.
  open.properties = properties
  return properties.isMarkDeleted === true
}

function finish(story: Story, { properties, sink }: OpenParagraph): DocxParagraph {
  const own = properties ?? {}
  const style = story.styles.paragraph(own.styleId)
  const numId = own.numId ?? style.paragraph.numId
  let number: string | null = null
  let indent: Pick<ParagraphProperties, 'left' | 'first'> = style.paragraph
  if (numId !== undefined && numId !== '0') {
    const level =
      own.level ??
      (own.numId === undefined ? levelFromStyle(story, numId, own.styleId, style.paragraph.level) : 0)
    number = story.numbering.next(numId, level)
    indent = { ...indent, ...definedOnly(story.numbering.level(numId, level)) }
  }
  return {
    kind: 'paragraph',
    text: sink.text,
    number,
    style: styleOf({ ...style.paragraph, ...definedOnly(indent), ...own }, sink),
    boxes: sink.boxes,
    footnotes: sink.footnotes,
    hasPicture: sink.hasPicture,
  }
}

function levelFromStyle(
  story: Story,
  numId: string,
  styleId: string | undefined,
  level: number | undefined,
): number {
  return level ?? (styleId === undefined ? 0 : story.numbering.levelOfStyle(numId, styleId))
}

function definedOnly(
  indent: Pick<ParagraphProperties, 'left' | 'first'> | undefined,
): Pick<ParagraphProperties, 'left' | 'first'> {
  return {
    ...(indent?.left === undefined ? {} : { left: indent.left }),
    ...(indent?.first === undefined ? {} : { first: indent.first }),
  }
}

function styleOf(properties: ParagraphProperties, sink: RunSink): SourceStyle {
  const style: SourceStyle = {}
  if (sink.length > 0 && sink.bold === sink.length) style.bold = true
  if (sink.length > 0 && sink.italic === sink.length) style.italic = true
  if (properties.align !== undefined) style.align = properties.align
  if (properties.heading !== undefined) style.heading = properties.heading
  const [size] = [...sink.sizes].toSorted((a, b) => b[1] - a[1])[0] ?? []
  if (size !== undefined) style.fontSize = size
  const indent = (properties.left ?? 0) + (properties.first ?? 0)
  if (properties.left !== undefined || properties.first !== undefined) style.indent = indent
  return style
}
