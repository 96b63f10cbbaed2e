// The parts of an Office package (OPC, ISO/IEC 29500-2): found by their relationships, never outside the file.
import type { Archive } from './archive.ts'
import { FormatRefusal, refusalOfArchive } from './format-refusal.ts'
import { eachChild, openRoot, readXml, type XmlReader } from './xml.ts'

export type Relationship = {
  id: string /** The last word of its type: 'styles'. */
  type: string
  target: string
}

/** Undefined where the package has no such part. */
export function readPart(archive: Archive, name: string): XmlReader | undefined {
  const found = archive.read(name)
  if (found === null) return undefined
  if (!found.ok) throw new FormatRefusal(refusalOfArchive(found.reason), { place: name })
  return readXml(found.value)
}

/** The relationships of a part, or of the package itself for ''; those that point outside are left out. */
export function relationshipsOf(archive: Archive, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const xml = readPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (xml === undefined) return []
  const found: Relationship[] = []
  openRoot(xml)
  eachChild(xml, (name) => {
    const target = xml.attribute('Target')
    if (name !== 'Relationship' || target === undefined || xml.attribute('TargetMode') === 'External') return
    const type = xml.attribute('Type') ?? ''
    found.push({
      id: xml.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, target),
    })
  })
  return found
}

function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export function mainPart(archive: Archive, fallback: string): string {
  return (
    relationshipsOf(archive, '').find((relation) => relation.type === 'officeDocument')?.target ?? fallback
  )
}
