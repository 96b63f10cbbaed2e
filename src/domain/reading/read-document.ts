import { bodyParts } from './body-parts.ts'
import { readDuties } from './duties.ts'
import { readHeader } from './header.ts'
import { findLabelledTasks } from './labelled-tasks.ts'
import { readLegalBases } from './legal-bases.ts'
import { problem } from './problems.ts'
import type { Reading, ReadProblem } from './reading.ts'
import { readSections } from './sections.ts'
import type { At, SourceDocument } from './source.ts'
import { readTargets } from './targets.ts'
import { readTasks } from './tasks.ts'

/**
 * Reads an official document: header, legal bases, sections, targets, duties of its units, tasks of its annex. Pure, and in time linear in its length
 * (rows of tables are cut at most 150 lines long). Nothing is invented: what is not printed is null and named in
 * `notFound`; what is not sure is named in `problems` and lowers the confidence of its item.
 */
export function readDocument(source: SourceDocument): Reading {
  const { paragraphs, annexes, figureTables } = bodyParts(source)
  const { header, problems: inHeader } = readHeader(paragraphs)
  const { sections, problems: inSections, placed } = readSections(paragraphs)
  const legalBases = readLegalBases(paragraphs)
  const labelled = findLabelledTasks(paragraphs)
  const read = [...annexes, ...(labelled === null ? [] : [labelled])].map((annex) =>
    readTasks(annex, header.schoolYear),
  )
  const { targets, places } = readTargets({
    paragraphs,
    placed,
    figureTables,
    schoolYear: header.schoolYear,
    type: header.type,
  })
  const duties = readDuties({ paragraphs, placed, places, type: header.type })
  const tasks = read.flatMap((table) => table.tasks)
  const first: At = source.blocks[0]?.at ?? { line: 1 }
  const problems: ReadProblem[] = [
    ...source.notes.map((note) => problem(note.code, note.at ?? first)),
    ...inHeader,
    ...inSections,
    ...targets.flatMap((target) =>
      target.kind !== 'qualitative' && target.confidence < 0.8
        ? [problem('target_not_sure', target.at, target.statement.slice(0, 60))]
        : [],
    ),
    ...read.flatMap((table) => table.problems),
  ]
  const missing = {
    number: header.number,
    date: header.date,
    issuer: header.issuer,
    title: header.title,
    schoolYear: header.schoolYear,
  }
  const lists = { legalBases, sections, targets, duties, tasks }
  return {
    document: header,
    legalBases,
    sections,
    targets,
    duties,
    tasks,
    problems,
    notFound: [
      ...Object.entries(missing).flatMap(([field, value]) => (value === null ? [field] : [])),
      ...Object.entries(lists).flatMap(([field, list]) => (list.length === 0 ? [field] : [])),
    ],
  }
}
