// Properties of paragraphs and runs in WordprocessingML, as far as reading needs them.
import type { SourceStyle } from '#domain/reading/source.ts'
import { eachChild, type XmlReader } from './xml.ts'

export type RunProperties = {
  styleId?: string
  bold?: boolean
  italic?: boolean
  caps?: boolean
  hidden?: boolean
  /** Points. */
  size?: number
  font?: string
}

export type ParagraphProperties = {
  styleId?: string
  /** '0' takes away the numbering of the style. */
  numId?: string
  level?: number
  align?: NonNullable<SourceStyle['align']>
  /** Points. */
  left?: number
  /** Points; negative where the first line hangs out. */
  first?: number
  /** From 1. */
  heading?: number
  /** Of the paragraph's mark. */
  mark?: RunProperties
  /** Tracked: without this mark the next paragraph goes on in this one. */
  isMarkDeleted?: boolean
  isTracked?: boolean
}

export function readRunProperties(xml: XmlReader): RunProperties {
  const found: RunProperties = {}
  eachChild(xml, (name) => {
    const value = xml.attribute('w:val')
    switch (name) {
      case 'w:rStyle':
        if (value !== undefined) found.styleId = value
        return
      case 'w:b':
        found.bold = isOn(value)
        return
      case 'w:i':
        found.italic = isOn(value)
        return
      case 'w:caps':
        found.caps = isOn(value)
        return
      case 'w:vanish':
        found.hidden = isOn(value)
        return
      case 'w:sz':
        if (Number(value) > 0) found.size = Number(value) / 2
        return
      case 'w:rFonts': {
        const font = xml.attribute('w:ascii') ?? xml.attribute('w:hAnsi')
        if (font !== undefined) found.font = font
      }
    }
  })
  return found
}

export function readParagraphProperties(xml: XmlReader): ParagraphProperties {
  const found: ParagraphProperties = {}
  eachChild(xml, (name) => {
    const value = xml.attribute('w:val')
    switch (name) {
      case 'w:pStyle':
        if (value !== undefined) found.styleId = value
        return
      case 'w:jc': {
        const align = aligns.get(value ?? '')
        if (align !== undefined) found.align = align
        return
      }
      case 'w:ind':
        readIndent(xml, found)
        return
      case 'w:outlineLvl':
        // 9 is the level of body text.
        if (/^[0-8]$/.test(value ?? '')) found.heading = Number(value) + 1
        return
      case 'w:numPr':
        readNumbering(xml, found)
        return
      case 'w:rPr':
        readMark(xml, found)
    }
  })
  return found
}

function readNumbering(xml: XmlReader, found: ParagraphProperties): void {
  eachChild(xml, (name) => {
    const value = xml.attribute('w:val')
    if (name === 'w:numId' && value !== undefined) found.numId = value
    if (name === 'w:ilvl' && /^[0-8]$/.test(value ?? '')) found.level = Number(value)
  })
}

function readMark(xml: XmlReader, found: ParagraphProperties): void {
  const mark: RunProperties = {}
  eachChild(xml, (name) => {
    if (name === 'w:ins' || name === 'w:moveTo') found.isTracked = true
    if (name === 'w:del' || name === 'w:moveFrom') found.isMarkDeleted = true
    if (name === 'w:b') mark.bold = isOn(xml.attribute('w:val'))
  })
  found.mark = mark
}

export function readIndent(xml: XmlReader, found: Pick<ParagraphProperties, 'left' | 'first'>): void {
  const left = points(xml.attribute('w:left') ?? xml.attribute('w:start'))
  const hanging = points(xml.attribute('w:hanging'))
  const first = points(xml.attribute('w:firstLine'))
  if (left !== undefined) found.left = left
  if (hanging !== undefined) found.first = -hanging
  else if (first !== undefined) found.first = first
}

// Twentieths of a point; the strict format may write '12pt' as well.
function points(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const twips = Number(value)
  if (!Number.isNaN(twips)) return twips / 20
  const measured = /^(-?[\d.]+)pt$/.exec(value)?.[1]
  return measured === undefined ? undefined : Number(measured)
}

const aligns: ReadonlyMap<string, ParagraphProperties['align']> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['right', 'right'],
  ['end', 'right'],
  ['center', 'center'],
  ['both', 'justify'],
  ['distribute', 'justify'],
])

/** A switch of WordprocessingML: on without a value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value)
}
