// Automatic numbers of Word: what stands printed before a paragraph is nowhere in its text, but sections rest on it.
import { isOn, type ParagraphProperties, readIndent } from './docx-properties.ts'
import { formatCounter } from './number-formats.ts'
import { symbolText } from './symbol-fonts.ts'
import { eachChild, openRoot, type XmlReader } from './xml.ts'

export type NumberedLevel = Pick<ParagraphProperties, 'left' | 'first'>

export type Numbering = {
  /** Counts one paragraph on and gives its label ('1.', 'a)', '-'); null where nothing is printed. */
  next: (numId: string, level: number) => string | null
  /** The level that a style of paragraphs is tied to; 0 where it is tied to none. */
  levelOfStyle: (numId: string, styleId: string) => number
  level: (numId: string, level: number) => NumberedLevel | undefined
}

type Level = NumberedLevel & {
  start: number
  format: string
  text: string
  isLegal: boolean
  /** 0: never restarts; n: only behind level n (from 1) and those above it. */
  restart: number | undefined
  styleId: string | undefined
  font: string | undefined
}
type Override = { start: number | undefined; level: Level | undefined }
type Abstract = {
  levels: Map<number, Level>
  numStyleLink: string | undefined
  styleLink: string | undefined
}
type Instance = { abstractId: string; overrides: Map<number, Override> }

export function readNumbering(xml: XmlReader | undefined): Numbering {
  const abstracts = new Map<string, Abstract>()
  const instances = new Map<string, Instance>()
  if (xml !== undefined) {
    openRoot(xml)
    eachChild(xml, (name) => {
      if (name === 'w:abstractNum') abstracts.set(xml.attribute('w:abstractNumId') ?? '', readAbstract(xml))
      if (name === 'w:num') instances.set(xml.attribute('w:numId') ?? '', readInstance(xml))
    })
  }

  // A list style: its paragraphs name an empty definition, which names the style, which the real one names too.
  function abstractIdOf(instance: Instance): string {
    const link = abstracts.get(instance.abstractId)?.numStyleLink
    if (link === undefined) return instance.abstractId
    for (const [id, abstract] of abstracts) if (abstract.styleLink === link) return id
    return instance.abstractId
  }

  function levelOf(instance: Instance, level: number): Level | undefined {
    return instance.overrides.get(level)?.level ?? abstracts.get(abstractIdOf(instance))?.levels.get(level)
  }

  function startOf(instance: Instance, level: number): number {
    return instance.overrides.get(level)?.start ?? levelOf(instance, level)?.start ?? 1
  }

  // Lists of one definition count together, whichever of them a paragraph names.
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  function countOn(numId: string, instance: Instance, level: number): (number | undefined)[] {
    const key = abstractIdOf(instance)
    const counts = counters.get(key) ?? []
    counters.set(key, counts)
    const first = `${numId}/${level}`
    if (!begun.has(first)) {
      begun.add(first)
      if (instance.overrides.get(level)?.start !== undefined) counts[level] = undefined
    }
    const before = counts[level]
    counts[level] = before === undefined ? startOf(instance, level) : before + 1
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = levelOf(instance, deeper)?.restart
      if (restart === undefined || level < restart) counts[deeper] = undefined
    }
    return counts
  }

  return {
    next: (numId, at) => {
      const instance = instances.get(numId)
      const level = instance === undefined ? undefined : levelOf(instance, at)
      if (instance === undefined || level === undefined) return null
      const counts = countOn(numId, instance, at)
      if (level.format === 'bullet') return symbolText(level.text, level.font).trim() || null
      const label = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
        const shown = Number(digit) - 1
        const format = level.isLegal ? 'decimal' : (levelOf(instance, shown)?.format ?? 'decimal')
        return formatCounter(counts[shown] ?? startOf(instance, shown), format)
      })
      return label.trim() || null
    },
    levelOfStyle: (numId, styleId) => {
      const instance = instances.get(numId)
      if (instance === undefined) return 0
      for (let level = 0; level < 9; level++) if (levelOf(instance, level)?.styleId === styleId) return level
      return 0
    },
    level: (numId, level) => {
      const instance = instances.get(numId)
      return instance === undefined ? undefined : levelOf(instance, level)
    },
  }
}

function readAbstract(xml: XmlReader): Abstract {
  const abstract: Abstract = { levels: new Map(), numStyleLink: undefined, styleLink: undefined }
  eachChild(xml, (name) => {
    if (name === 'w:numStyleLink') abstract.numStyleLink = xml.attribute('w:val')
    if (name === 'w:styleLink') abstract.styleLink = xml.attribute('w:val')
    if (name === 'w:lvl') abstract.levels.set(Number(xml.attribute('w:ilvl') ?? '0'), readLevel(xml))
  })
  return abstract
}

function readInstance(xml: XmlReader): Instance {
  const instance: Instance = { abstractId: '', overrides: new Map() }
  eachChild(xml, (name) => {
    if (name === 'w:abstractNumId') instance.abstractId = xml.attribute('w:val') ?? ''
    if (name !== 'w:lvlOverride') return
    const override: Override = { start: undefined, level: undefined }
    instance.overrides.set(Number(xml.attribute('w:ilvl') ?? '0'), override)
    eachChild(xml, (inner) => {
      if (inner === 'w:startOverride') override.start = counter(xml.attribute('w:val'))
      if (inner === 'w:lvl') override.level = readLevel(xml)
    })
  })
  return instance
}

function readLevel(xml: XmlReader): Level {
  const level: Level = {
    start: 1,
    format: 'decimal',
    text: '',
    isLegal: false,
    restart: undefined,
    styleId: undefined,
    font: undefined,
  }
  eachChild(xml, (name) => {
    const value = xml.attribute('w:val')
    switch (name) {
      case 'w:start':
        level.start = counter(value)
        return
      case 'w:numFmt':
        level.format = value ?? 'decimal'
        return
      case 'w:lvlText':
        level.text = (value ?? '').slice(0, 100)
        return
      case 'w:isLgl':
        level.isLegal = isOn(value)
        return
      case 'w:lvlRestart':
        level.restart = counter(value)
        return
      case 'w:pStyle':
        level.styleId = value
        return
      case 'w:pPr':
        eachChild(xml, (inner) => {
          if (inner === 'w:ind') readIndent(xml, level)
        })
        return
      case 'w:rPr':
        eachChild(xml, (inner) => {
          if (inner === 'w:rFonts') level.font = xml.attribute('w:ascii') ?? xml.attribute('w:hAnsi')
        })
    }
  })
  return level
}

function counter(value: string | undefined): number {
  const number = Number(value ?? '1')
  return Number.isInteger(number) && number >= 0 && number < 1_000_000 ? number : 1
}
