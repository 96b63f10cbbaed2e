import { test } from 'vitest'
import { readFileSync } from 'node:fs'
import { readDocument } from './read-document.ts'
import type { Section } from './reading.ts'
function tree(s: Section[], d = 0): string { return s.map((x) => `${' '.repeat(d * 2)}${x.number} | ${x.title.slice(0, 90)} ${JSON.stringify(x.at)}\n${tree(x.children, d + 1)}`).join('') }
test.each(['hai-an-plan-2024-2025', 'kien-an-report-2022-2023'])('%s', (name) => {
  const text = readFileSync(`../shared/documents/${name}.txt`, 'utf8')
  const blocks = text.split('\n').map((t, i) => ({ kind: 'line' as const, text: t, at: { line: i + 1 }, number: null, page: null, role: 'body' as const, style: {} }))
  const t0 = performance.now()
  const r = readDocument({ format: 'text', blocks, notes: [] })
  console.log('ms', performance.now() - t0)
  console.log(JSON.stringify(r.document, null, 1), r.tasks.length, r.problems, r.notFound)
  console.log(tree(r.sections))
  console.log(r.legalBases.map((l) => `${l.type} | ${l.number ?? ''} | ${l.name ?? ''} | ${l.date ?? ''} | ${l.issuer ?? ''} | ${l.citations.length}`).join('\n'))
  if (name.startsWith('hai')) for (const t of r.tasks) console.log(JSON.stringify([t.no, t.lead, t.coordinating, t.start, t.finish, t.timeText, t.confidence]))
})
