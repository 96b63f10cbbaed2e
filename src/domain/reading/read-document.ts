import { bodyParts } from './body-parts.ts'
import { readHeader } from './header.ts'
import { findLabelledTasks } from './labelled-tasks.ts'
import { readLegalBases } from './legal-bases.ts'
import { problem } from './problems.ts'
import type { Reading, ReadProblem } from './reading.ts'
import { readSections } from './sections.ts'
import type { At, SourceDocument } from './source.ts'
import { readTasks } from './tasks.ts'

/**
 * Reads an official document: header, legal bases, sections, tasks of its annex. Pure, and in time linear in its length
 * (rows of tables are cut at most 150 lines long). Nothing is invented: what is not printed is null and named in
 * `notFound`; what is not sure is named in `problems` and lowers the confidence of its item.
 */
export function readDocument(source: SourceDocument): Reading {
  const { paragraphs, annexes } = bodyParts(source)
  const { header, problems: inHeader } = readHeader(paragraphs)
  const { sections, problems: inSections } = readSections(paragraphs)
  const legalBases = readLegalBases(paragraphs)
  const labelled = findLabelledTasks(paragraphs)
  const read = [...annexes, ...(labelled === null ? [] : [labelled])].map((annex) =>
    readTasks(annex, header.schoolYear),
  )
  const tasks = read.flatMap((table) => table.tasks)
  const first: At = source.blocks[0]?.at ?? { line: 1 }
  const problems: ReadProblem[] = [
    ...source.notes.map((note) => problem(note.code, note.at ?? first)),
    problem('not_read_yet', first),
    ...inHeader,
    ...inSections,
    ...read.flatMap((table) => table.problems),
  ]
  const missing = {
    number: header.number,
    date: header.date,
    issuer: header.issuer,
    title: header.title,
    schoolYear: header.schoolYear,
  }
  const lists = { legalBases, sections, tasks }
  return {
    document: header,
    legalBases,
    sections,
    // Read by steps of their own between the sections and the tasks, as soon as there are such.
    targets: [],
    duties: [],
    tasks,
    problems,
    notFound: [
      ...Object.entries(missing).flatMap(([field, value]) => (value === null ? [field] : [])),
      ...Object.entries(lists).flatMap(([field, list]) => (list.length === 0 ? [field] : [])),
    ],
  }
}
