import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  areasApart,
  groundsKnowNoSlice,
  ladderHolds,
  neverUpward,
  noBarrels,
  noOwnMocks,
  oneHomeForEach,
  packagesOf,
  type Rule,
  writtenAsAgreed,
} from './architecture/import-rules.ts'
import { areas } from './architecture/places.ts'
import { readSources, root, separate, sourceFile } from './architecture/source-file.ts'
import {
  castsSayWhy,
  columnsAreNamed,
  domainKnowsNoClock,
  filesAreShort,
  filesNamedAsAgreed,
  namesTellSomething,
  noDefaultExports,
  sqlStandsInQueries,
  suppressionsSayWhy,
} from './architecture/text-rules.ts'

type PackageJson = { dependencies: Record<string, string>; devDependencies: Record<string, string> }
const manifest: PackageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const packagesAllowed = packagesOf({
  dependencies: new Set(Object.keys(manifest.dependencies)),
  devDependencies: new Set(Object.keys(manifest.devDependencies)),
})

const sources = readSources('src', ['.ts', '.tsx'])
const outside = ['test', 'e2e', 'bench']
  .filter((folder) => existsSync(root + folder))
  .flatMap((folder) => readSources(folder, ['.ts', '.tsx']))

type Example = [path: string, text: string]

/** Each rule with pieces of code that it must refuse, and what looks alike and must pass. */
const rules: { name: string; rule: Rule; bad: Example[]; good: Example[] }[] = [
  {
    name: 'imports are written ./ within a folder, #area/… else, with their ending',
    rule: writtenAsAgreed,
    bad: [
      ['src/domain/plans/plan.ts', "import { a } from '../units/unit.ts'"],
      ['src/domain/plans/plan.ts', "import { a } from './sub/../plan.ts'"],
      ['src/domain/plans/plan.ts', "import { a } from '#domain/units/unit'"],
      ['src/domain/plans/plan.ts', "import { a } from '#domain/plans/target.ts'"],
      ['src/domain/plans/plan.ts', "import { a } from '#'"],
      ['src/server/app.ts', "const a = await import('../web/a.ts')"],
      ['test/support/world.ts', "import { a } from '../architecture/places.ts'"],
    ],
    good: [
      [
        'src/domain/plans/plan.ts',
        "import { a } from './target.ts'\nimport type { B } from '#domain/units/unit.ts'",
      ],
      ['src/web/main.tsx', "import './ui/tokens.css'\nimport { z } from 'zod'"],
      [
        'src/domain/plans/plan.ts',
        "// import { a } from '../units/unit.ts'\nconst text = `import a from '../b'`",
      ],
    ],
  },
  {
    name: 'areas import only what stands below them',
    rule: areasApart,
    bad: [
      ['src/domain/plans/plan.ts', "import { x } from '#contract/plans.ts'"],
      ['src/contract/plans.ts', "import type { x } from '#server/app.ts'"],
      ['src/web/plans/plan-view.tsx', "import type { Ctx } from '#server/platform/ctx.ts'"],
      ['src/web/plans/plan-view.test.tsx', "import { buildApp } from '#server/app.ts'"],
      ['src/server/app.ts', "const { x } = await import('#cli/main.ts')"],
      ['src/server/app.ts', "import { inTransaction } from '#test/support/database.ts'"],
    ],
    good: [
      ['src/cli/start.ts', "import { x } from '#server/main.ts'"],
      ['src/server/plans/plans.routes.test.ts', "import { x } from '#test/support/route-test.ts'"],
    ],
  },
  {
    name: 'packages are used where they may be',
    rule: packagesAllowed,
    bad: [
      ['src/domain/plans/plan.ts', "import { readFileSync } from 'node:fs'"],
      ['src/domain/plans/plan.ts', "import { z } from 'zod'"],
      ['src/domain/forms/rule.ts', "import { evaluate } from '@marcbachmann/cel-js'"],
      ['src/contract/plans.ts', "import fastify from 'fastify'"],
      ['src/web/plans/plan-view.tsx', "import { join } from 'node:path'"],
      ['src/server/formats/xlsx.ts', "import exceljs from 'exceljs'"],
      ['src/server/formats/xlsx.ts', "const { build } = await import('esbuild')"],
      ['src/server/app.test.ts', "import { x } from 'left-pad'"],
    ],
    good: [
      ['src/domain/basics/expression.ts', "import { evaluate } from '@marcbachmann/cel-js'"],
      [
        'src/domain/plans/plan.test.ts',
        "import { test } from 'vitest'\nimport { readFileSync } from 'node:fs'",
      ],
      ['src/server/formats/xlsx.test.ts', "import exceljs from 'exceljs'"],
      ['src/server/platform/worker-url.ts', "const { build } = await import('esbuild')"],
      ['src/web/plans/plan-view.tsx', "import { useState } from 'react'"],
    ],
  },
  {
    name: 'a slice uses only those before it on the ladder, of another only its service',
    rule: ladderHolds,
    bad: [
      ['src/domain/units/unit.ts', "import { x } from '#domain/plans/plan.ts'"],
      ['src/server/plans/plans.service.ts', "import { x } from '#server/reports/reports.service.ts'"],
      ['src/server/plans/plans.service.ts', "import { x } from '#server/units/units.queries.ts'"],
      ['src/server/plans/plans.service.ts', "import { x } from '#server/units/matching.ts'"],
      ['src/contract/units.ts', "import { x } from './plans.ts'"],
      ['src/web/units/unit-view.tsx', "import { x } from '#web/plans/plan-view.tsx'"],
      ['src/server/forms/forms.service.ts', "import { x } from '#domain/submissions/send-check.ts'"],
    ],
    good: [
      ['src/server/plans/plans.service.ts', "import { x } from '#server/units/units.service.ts'"],
      ['src/server/plans/plans.service.ts', "import type { X } from '#server/units/units.queries.ts'"],
      ['src/server/plans/plans.service.ts', "import { x } from '#domain/units/matching.ts'"],
      ['src/contract/plans.ts', "import { x } from './units.ts'"],
      ['src/domain/units/unit.ts', "import { x } from '#domain/rights/can.ts'"],
    ],
  },
  {
    name: 'formats, database, platform and ui know no slice; the demo calls services',
    rule: groundsKnowNoSlice,
    bad: [
      ['src/server/formats/docx.ts', "import { x } from '#server/plans/plans.service.ts'"],
      ['src/server/formats/docx.ts', "import { x } from '#contract/plans.ts'"],
      ['src/server/platform/ctx.ts', "import { x } from '#server/people/session.service.ts'"],
      ['src/server/database/connect.ts', "import { x } from '#server/units/units.queries.ts'"],
      ['src/server/demo/demo.ts', "import { x } from '#server/units/units.queries.ts'"],
      ['src/web/ui/table.tsx', "import { x } from '#domain/plans/plan.ts'"],
      ['src/web/ui/table.tsx', "import { x } from '#web/plans/plan-view.tsx'"],
    ],
    good: [
      ['src/server/formats/docx.ts', "import type { x } from '#domain/writing/official-document.ts'"],
      ['src/server/demo/demo.ts', "import { x } from '#server/units/units.service.ts'"],
      ['src/web/ui/table.tsx', "import { formatNumber } from '#domain/basics/numbers.ts'"],
    ],
  },
  {
    name: 'routes → service → queries, never upward',
    rule: neverUpward,
    bad: [
      ['src/server/units/units.queries.ts', "import { x } from './units.service.ts'"],
      ['src/server/units/units.service.ts', "import { x } from './units.routes.ts'"],
      ['src/server/units/matching.ts', "import { x } from './units.routes.ts'"],
      ['src/server/units/units.service.ts', "import { x } from '#server/app.ts'"],
      ['src/server/platform/jobs.ts', "import { x } from '#server/main.ts'"],
    ],
    good: [
      [
        'src/server/units/units.routes.ts',
        "import { x } from './units.queries.ts'\nimport { y } from './units.service.ts'",
      ],
      ['src/server/units/units.service.ts', "import { x } from './units.queries.ts'"],
      ['src/server/app.ts', "import { x } from './units/units.routes.ts'"],
    ],
  },
  {
    name: 'the database driver and HTTP each have one home',
    rule: oneHomeForEach,
    bad: [
      ['src/server/units/units.service.ts', "import { sql } from 'kysely'"],
      ['src/server/platform/jobs.ts', "import pg from 'pg'"],
      ['src/server/units/units.service.ts', "import type { FastifyRequest } from 'fastify'"],
      ['src/server/units/units.queries.ts', "import multipart from '@fastify/multipart'"],
    ],
    good: [
      ['src/server/units/units.queries.ts', "import { sql } from 'kysely'"],
      ['src/server/platform/ctx.ts', "import type { Transaction } from 'kysely'"],
      ['src/server/platform/route.ts', "import type { FastifyInstance } from 'fastify'"],
    ],
  },
  {
    name: 'no barrels',
    rule: noBarrels,
    bad: [
      ['src/domain/units/index.ts', 'export const a = 1'],
      ['src/domain/units/unit.ts', "export * from './matching.ts'"],
      ['src/domain/units/unit.ts', "export {\n  a,\n  b,\n} from './matching.ts'"],
      ['src/domain/units/unit.ts', "export type { A } from './matching.ts'"],
    ],
    good: [
      [
        'src/domain/units/unit.ts',
        "import { a } from './matching.ts'\nexport const b = a\nexport function c() { return \"from './x.ts'\" }",
      ],
    ],
  },
  {
    name: 'our own modules are not mocked',
    rule: noOwnMocks,
    bad: [
      ['src/server/units/units.routes.test.ts', "vi.mock('./units.queries.ts')"],
      ['src/server/units/units.routes.test.ts', "vi.doMock('#server/units/units.queries.ts', () => ({}))"],
    ],
    good: [['src/server/units/units.routes.test.ts', 'const send = vi.fn()']],
  },
  {
    name: 'names tell something',
    rule: namesTellSomething,
    bad: [
      ['src/domain/units/utils.ts', ''],
      ['src/web/common/table-view.tsx', ''],
      ['src/domain/units/date-helpers.ts', ''],
      ['src/domain/units/unit.ts', 'export function nameUtils() {}'],
      ['src/domain/units/unit.ts', 'class UnitManager {}'],
    ],
    good: [['src/domain/units/unit.ts', 'const inCommon = 1 // helpers']],
  },
  {
    name: 'files are named by what they are, in the folders that the ladder knows',
    rule: filesNamedAsAgreed,
    bad: [
      ['src/domain/units/unitTree.ts', ''],
      ['src/domain/Units/tree.ts', ''],
      ['src/domain/units/tree.samples.ts', ''],
      ['src/domain/units/units.service.ts', ''],
      ['src/domain/geometry/line.ts', ''],
      ['src/server/mail/mail.service.ts', ''],
      ['src/web/units/unit-detail.tsx', ''],
    ],
    good: [
      ['src/server/units/units.routes.test.ts', ''],
      ['src/web/units/units.vi.ts', ''],
      ['src/web/units/unit-tree-view.tsx', ''],
      ['src/web/units/merge-dialog.tsx', ''],
      ['src/web/units/use-units.ts', ''],
      ['src/web/ui/button.tsx', ''],
      ['src/contract/units-import.ts', ''],
    ],
  },
  {
    name: 'files are short, or say why not',
    rule: filesAreShort,
    bad: [
      ['src/domain/units/unit.ts', 'x\n'.repeat(301)],
      ['src/domain/units/unit.test.ts', 'x\n'.repeat(501)],
    ],
    good: [
      ['src/domain/units/unit.ts', 'x\n'.repeat(300)],
      ['src/domain/units/unit.test.ts', 'x\n'.repeat(500)],
      ['src/domain/units/unit.ts', `// long because: one table\n${'x\n'.repeat(400)}`],
    ],
  },
  {
    name: 'the domain knows neither the clock nor chance',
    rule: domainKnowsNoClock,
    bad: [
      ['src/domain/units/unit.ts', 'const now = new Date()'],
      ['src/domain/units/unit.ts', 'const now = new Date( )'],
      ['src/domain/units/unit.ts', 'const now = Date.now()'],
      ['src/domain/units/unit.ts', 'const now = Date()'],
      ['src/contract/units.ts', 'const id = `${Math.random()}`'],
    ],
    good: [
      [
        'src/domain/units/unit.ts',
        "const day = new Date(Date.UTC(2024, 8, 5)) // not new Date()\nconst text = 'Date.now()'",
      ],
      ['src/server/platform/ctx.ts', 'const now = new Date()'],
    ],
  },
  {
    name: 'the database is asked in queries only',
    rule: sqlStandsInQueries,
    bad: [
      ['src/server/units/units.service.ts', "await ctx.db.selectFrom('unit').select('id').execute()"],
      ['src/server/units/units.routes.ts', "await ctx.db\n  .insertInto('unit')"],
      ['src/server/demo/demo.ts', "db.deleteFrom('unit')"],
      ['src/cli/user.ts', "db.updateTable('account')"],
    ],
    good: [
      ['src/server/units/units.queries.ts', "db.selectFrom('unit')"],
      ['src/server/database/export.ts', "db.selectFrom('unit')"],
      ['src/server/units/units.routes.test.ts', "db.selectFrom('unit')"],
    ],
  },
  {
    name: 'queries name their columns',
    rule: columnsAreNamed,
    bad: [
      ['src/server/units/units.queries.ts', "db.selectFrom('unit').selectAll()"],
      ['src/server/units/units.queries.ts', "db.insertInto('unit').returningAll().execute()"],
      ['src/server/units/units.queries.ts', 'sql`select * from unit`'],
      ['src/server/units/units.queries.ts', 'sql`SELECT u.* from unit u`'],
    ],
    good: [['src/server/units/units.queries.ts', 'sql`select count(*) from unit`']],
  },
  {
    name: 'exports are named',
    rule: noDefaultExports,
    bad: [
      ['src/domain/units/unit.ts', 'export default function unit() {}'],
      ['src/domain/units/unit.ts', 'const a = 1\nexport { a as default }'],
    ],
    good: [['src/domain/units/unit.ts', "export const text = 'export default'"]],
  },
  {
    name: 'who silences a rule names it and says why',
    rule: suppressionsSayWhy,
    bad: [
      ['src/domain/units/unit.ts', '// oxlint-disable-next-line typescript/no-explicit-any'],
      ['src/domain/units/unit.ts', '// oxlint-disable'],
      ['src/domain/units/unit.ts', '// eslint-disable-next-line no-console'],
      ['src/domain/units/unit.ts', '// @ts-ignore: it is late'],
      ['src/domain/units/unit.ts', '// @ts-nocheck'],
      ['src/domain/units/unit.ts', '// biome-ignore lint: no such tool here'],
    ],
    good: [
      [
        'src/domain/units/unit.ts',
        '// oxlint-disable-next-line typescript/no-explicit-any -- the library hands out any',
      ],
      ['src/domain/units/unit.ts', '// biome-ignore format: a matrix reads better in columns'],
    ],
  },
  {
    name: 'a cast says why',
    rule: castsSayWhy,
    bad: [
      ['src/domain/units/unit.ts', '\n\n\nconst id = text as UnitId'],
      ['src/domain/units/unit.ts', '\n\n\nconst id = (read() as unknown) as UnitId'],
    ],
    good: [
      ['src/domain/units/unit.ts', "import { a as b } from './b.ts'\nconst kinds = ['x'] as const"],
      ['src/domain/units/unit.ts', "import {\n  type A as B,\n} from './b.ts'"],
      ['src/domain/units/unit.ts', '// Just checked to be one.\nconst id = text as UnitId'],
      ['src/domain/units/unit.ts', "const sentence = 'the same as before'"],
    ],
  },
]

test('the files and their imports are really read', () => {
  // A reading that finds nothing would pass every rule.
  expect(sources.length).toBeGreaterThan(60)
  expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(200)
  expect([...new Set(sources.map((file) => file.path.split('/')[1] ?? ''))].toSorted()).toEqual(
    [...areas].toSorted(),
  )
  const unread = sources.filter((file) => /^import /m.test(file.code) && file.imports.length === 0)
  expect(unread.map((file) => file.path)).toEqual([])
})

describe.each(rules.map((entry) => [entry.name, entry] as const))('%s', (_name, { rule, bad, good }) => {
  test('refuses what it is there to refuse', () => {
    expect(bad.filter(([path, text]) => rule(sourceFile(path, text)).length === 0)).toEqual([])
  })
  test('passes what only looks alike', () => {
    expect(good.flatMap(([path, text]) => rule(sourceFile(path, text)))).toEqual([])
  })
  test('holds everywhere', () => {
    expect([...sources, ...outside].flatMap(rule)).toEqual([])
  })
})

test('code and comments are told apart, also around templates, regular expressions and tags', () => {
  const text = [
    'a("x") // b',
    '/* c\nd */ e(`f ${g("h")} i`)',
    "j(/'\\/[/']/g) + k / l / m",
    "<p>Don't</p>",
  ].join('\n')
  const { code, comments } = separate(text)
  expect([code.length, comments.length]).toEqual([text.length, text.length])
  expect(code.replaceAll(/[^a-zA-Z\n]/g, '')).toBe('a\n\neg\njgklm\npDontp')
  expect(comments.replaceAll(/[^a-zA-Z\n]/g, '')).toBe('b\nc\nd\n\n')
})
