import {
  type ParagraphProperties,
  readParagraphProperties,
  readRunProperties,
  type RunProperties,
} from './docx-properties.ts'
import { eachChild, openRoot, type XmlReader } from './xml.ts'

export type ResolvedStyle = { paragraph: ParagraphProperties; run: RunProperties; bordered: boolean | null }

export type Styles = {
  /** What a style says with all it is based on; the default style for undefined or an unknown id. */
  paragraph: (id: string | undefined) => ResolvedStyle
  character: (id: string) => RunProperties
  table: (id: string | undefined) => ResolvedStyle
}

type Style = ResolvedStyle & { basedOn: string | undefined }

// Word itself stops at 11 steps; a ring of styles must end somewhere.
const mostSteps = 20

export function readStyles(xml: XmlReader | undefined): Styles {
  const styles = new Map<string, Style>()
  const defaults: { run: RunProperties; paragraphStyle: string | undefined } = {
    run: {},
    paragraphStyle: undefined,
  }
  if (xml !== undefined) {
    openRoot(xml)
    eachChild(xml, (name) => {
      if (name === 'w:docDefaults') defaults.run = readDefaults(xml)
      if (name !== 'w:style') return
      const id = xml.attribute('w:styleId') ?? ''
      const isDefault = xml.attribute('w:default') === '1' || xml.attribute('w:default') === 'true'
      if (isDefault && xml.attribute('w:type') === 'paragraph') defaults.paragraphStyle = id
      styles.set(id, readStyle(xml))
    })
  }
  const resolved = new Map<string, ResolvedStyle>()
  function resolve(id: string, base: RunProperties): ResolvedStyle {
    const key = `${base === defaults.run ? 'p' : 'c'} ${id}`
    const known = resolved.get(key)
    if (known !== undefined) return known
    let paragraph: ParagraphProperties = {}
    let run: RunProperties = {}
    let bordered: boolean | null = null
    let next: string | undefined = id
    for (let step = 0; next !== undefined && step < mostSteps; step++) {
      const style = styles.get(next)
      paragraph = { ...style?.paragraph, ...paragraph }
      run = { ...style?.run, ...run }
      bordered ??= style?.bordered ?? null
      next = style?.basedOn
    }
    const found = { paragraph, run: { ...base, ...run }, bordered }
    resolved.set(key, found)
    return found
  }
  const none: RunProperties = {}
  return {
    paragraph: (id) =>
      resolve(id !== undefined && styles.has(id) ? id : (defaults.paragraphStyle ?? ''), defaults.run),
    character: (id) => resolve(id, none).run,
    table: (id) => resolve(id ?? '', none),
  }
}

function readDefaults(xml: XmlReader): RunProperties {
  let run: RunProperties = {}
  eachChild(xml, (name) => {
    if (name !== 'w:rPrDefault') return
    eachChild(xml, (inner) => {
      if (inner === 'w:rPr') run = readRunProperties(xml)
    })
  })
  return run
}

function readStyle(xml: XmlReader): Style {
  const style: Style = { basedOn: undefined, paragraph: {}, run: {}, bordered: null }
  eachChild(xml, (name) => {
    switch (name) {
      case 'w:basedOn':
        style.basedOn = xml.attribute('w:val')
        return
      case 'w:name': {
        const heading = /^heading ([1-9])$/i.exec(xml.attribute('w:val') ?? '')?.[1]
        if (heading !== undefined) style.paragraph.heading ??= Number(heading)
        return
      }
      case 'w:pPr':
        style.paragraph = { ...style.paragraph, ...readParagraphProperties(xml) }
        return
      case 'w:rPr':
        style.run = readRunProperties(xml)
        return
      case 'w:tblPr':
        eachChild(xml, (inner) => {
          if (inner === 'w:tblBorders') style.bordered = hasBorder(xml)
        })
    }
  })
  return style
}

/** True where one of the sides of the borders just opened is drawn; null where none is mentioned. */
export function hasBorder(xml: XmlReader): boolean | null {
  let found: boolean | null = null
  eachChild(xml, () => {
    const value = xml.attribute('w:val') ?? 'nil'
    found = found === true || (value !== 'nil' && value !== 'none')
  })
  return found
}
