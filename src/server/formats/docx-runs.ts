// What stands inside a paragraph of Word: runs, links, fields, changes, drawings.
import { readRunProperties, type RunProperties } from './docx-properties.ts'
import type { DocxBlock, NoteReference, Story } from './docx-story.ts'
import type { ResolvedStyle } from './docx-styles.ts'
import { symbolText } from './symbol-fonts.ts'
import { fromFont } from './text-encodings.ts'
import { eachChild, textInside, type XmlReader } from './xml.ts'

export type RunSink = {
  text: string
  boxes: DocxBlock[][]
  footnotes: NoteReference[]
  hasPicture: boolean
  /** Signs other than spaces, and how many of them are bold, italic, of each size. */
  length: number
  bold: number
  italic: number
  sizes: Map<number, number>
}

/** Visits the first choice of an alternative; its fallback says the same again in older words. */
export function eachAlternative(xml: XmlReader, visit: () => void): void {
  let isTaken = false
  eachChild(xml, (name) => {
    if (isTaken || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return
    isTaken = true
    visit()
  })
}

/** Takes the child `name` of a paragraph, just opened. */
export function readRunContent(
  story: Story,
  xml: XmlReader,
  name: string,
  sink: RunSink,
  style: ResolvedStyle,
): void {
  const inner = (child: string): void => readRunContent(story, xml, child, sink, style)
  switch (name) {
    case 'w:r':
      readRun(story, xml, sink, style)
      return
    case 'w:del':
    case 'w:moveFrom':
      story.hasTrackedChanges = true
      return
    case 'w:ins':
    case 'w:moveTo':
      story.hasTrackedChanges = true
      eachChild(xml, inner)
      return
    case 'mc:AlternateContent':
      eachAlternative(xml, () => eachChild(xml, inner))
      return
    case 'w:hyperlink':
    case 'w:smartTag':
    case 'w:fldSimple':
    case 'w:customXml':
    case 'w:sdt':
    case 'w:sdtContent':
    case 'w:dir':
    case 'w:bdo':
      eachChild(xml, inner)
      return
    default:
      if (name.startsWith('m:')) addMath(xml, name, sink)
  }
}

function addMath(xml: XmlReader, name: string, sink: RunSink): void {
  if (name === 'm:t') sink.text += textInside(xml)
  else eachChild(xml, (child) => addMath(xml, child, sink))
}

function readRun(story: Story, xml: XmlReader, sink: RunSink, style: ResolvedStyle): void {
  let properties: RunProperties = style.run
  const visit = (name: string): void => {
    switch (name) {
      case 'w:rPr': {
        const own = readRunProperties(xml)
        const named = own.styleId === undefined ? {} : story.styles.character(own.styleId)
        properties = { ...style.run, ...named, ...own }
        return
      }
      case 'w:t':
        addText(story, sink, textInside(xml).replaceAll(/[\n\r]+/g, ' '), properties)
        return
      case 'w:tab':
      case 'w:ptab':
        addText(story, sink, '\t', properties)
        return
      case 'w:br':
      case 'w:cr':
        addText(story, sink, '\n', properties)
        return
      case 'w:noBreakHyphen':
        addText(story, sink, '-', properties)
        return
      case 'w:sym': {
        const code = Number.parseInt(xml.attribute('w:char') ?? '', 16)
        if (code > 0 && code <= 0xffff)
          addText(story, sink, symbolText(String.fromCharCode(code), xml.attribute('w:font')), {})
        return
      }
      case 'w:fldChar':
        takeField(story, xml.attribute('w:fldCharType'))
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        sink.footnotes.push({
          kind: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          id: xml.attribute('w:id') ?? '',
        })
        return
      case 'mc:AlternateContent':
        eachAlternative(xml, () => eachChild(xml, visit))
        return
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawing(story, xml, sink)
    }
  }
  eachChild(xml, visit)
}

function takeField(story: Story, type: string | undefined): void {
  if (type === 'begin') story.fields.push('code')
  if (type === 'separate' && story.fields.length > 0) story.fields[story.fields.length - 1] = 'result'
  if (type === 'end') story.fields.pop()
}

function addText(story: Story, sink: RunSink, raw: string, properties: RunProperties): void {
  if (properties.hidden === true || story.fields.includes('code')) return
  const read = properties.font === undefined ? null : fromFont(raw, properties.font)
  if (read !== null && read !== raw) story.hasOldFont = true
  const known = symbolText(read ?? raw, properties.font)
  const text = properties.caps === true ? known.toUpperCase() : known
  sink.text += text
  const { length } = text.replaceAll(/\s+/g, '')
  if (length === 0) return
  sink.length += length
  if (properties.bold === true) sink.bold += length
  if (properties.italic === true) sink.italic += length
  if (properties.size !== undefined)
    sink.sizes.set(properties.size, (sink.sizes.get(properties.size) ?? 0) + length)
}

/** Text boxes wherever they hide in a drawing; whether there is a picture. */
function readDrawing(story: Story, xml: XmlReader, sink: RunSink): void {
  eachChild(xml, (name) => {
    if (name === 'w:txbxContent') {
      // A box is a story of its own: a field around it does not reach into it.
      const { fields } = story
      story.fields = []
      sink.boxes.push(story.blocksOf(xml))
      story.fields = fields
    } else if (name === 'a:blip' || name === 'v:imagedata') sink.hasPicture = true
    else if (name === 'mc:AlternateContent') eachAlternative(xml, () => readDrawing(story, xml, sink))
    else readDrawing(story, xml, sink)
  })
}
