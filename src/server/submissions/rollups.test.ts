import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { Cell } from '#domain/forms/form.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import { scaleForm } from '#domain/forms/scale-form.ts'
import { addCells, emptyRollup, type Rollup, type RollupOwnership } from '#domain/submissions/rollup.ts'
import type { Db, OpenDatabase } from '#server/database/connect.ts'
import { transact } from '#server/database/transact.ts'
import { listGrants } from '#server/people/session.queries.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { openFileStore } from '#server/platform/files.ts'
import { ownDatabase } from '#test/support/database.ts'
import { aRound, aRoundOf, approved, save, scaleCells, sent } from '#test/support/figures.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { record } from '#test/support/units.ts'
import { aPerson, aUnit, aWorld, clock, type Somebody, today, type World } from '#test/support/world.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { settleAfterUnits, settleRollups } from './rollups.service.ts'
import { openRound } from './rounds.service.ts'
import { approveSubmission, reopenSubmission, saveCells, sendSubmission } from './submissions.service.ts'

const cells = prepareForm(scaleForm).cells.length
type Row = Rollup & { unitId: UnitId; ownership: RollupOwnership }

async function kept(db: Db, roundId: RoundId): Promise<Row[]> {
  const rows = await db
    .selectFrom('figure_rollup')
    .select(['unit_id as unitId', 'ownership', 'sums', 'counts', 'submissions'])
    .where('round_id', '=', roundId)
    .execute()
  return rows.toSorted(byKey)
}

/** From the submissions alone: what the kept sums must be. */
async function recomputed(db: Db, roundId: RoundId): Promise<Row[]> {
  const { closesOn } = await db
    .selectFrom('round')
    .select('closes_on as closesOn')
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  const labels = new Map(
    (await db.selectFrom('unit').select(['id', 'label']).execute()).map((row) => [String(row.label), row.id]),
  )
  const sums = new Map<string, Row>()
  for (const row of await db
    .selectFrom('submission')
    .select(['unit_id as unitId', 'cells'])
    .where('round_id', '=', roundId)
    .where('state', '=', 'approved')
    .execute()) {
    const place = await db
      .selectFrom('unit_path')
      .select(['path', 'valid_to as validTo'])
      .where('unit_id', '=', row.unitId)
      .where('valid_from', '<=', closesOn)
      .orderBy('valid_from', 'desc')
      .executeTakeFirst()
    const state = await db
      .selectFrom('unit_state')
      .select('ownership')
      .where('unit_id', '=', row.unitId)
      .where('valid_from', '<=', closesOn)
      .orderBy('valid_from', 'desc')
      .executeTakeFirst()
    if (place === undefined || (place.validTo !== null && place.validTo <= closesOn)) continue
    const ownership = state?.ownership ?? 'none'
    for (const label of place.path.split('.')) {
      const unitId = labels.get(label) ?? ('' as UnitId)
      const key = `${unitId} ${ownership}`
      sums.set(key, {
        ...addCells(sums.get(key) ?? emptyRollup(cells), row.cells as Cell[]),
        unitId,
        ownership,
      })
    }
  }
  return [...sums.values()].toSorted(byKey)
}

function byKey(a: Row, b: Row): number {
  return `${a.unitId} ${a.ownership}` < `${b.unitId} ${b.ownership}` ? -1 : 1
}

/** Clerks for the two other schools of Hải An. */
async function clerks(scene: Scene) {
  const { db, world, signIn } = scene
  const clerk = async (userName: string, unit: UnitId) =>
    await signIn(
      world.tenantId,
      await aPerson(db, world.tenantId, { userName, name: userName, role: 'clerk', unit }),
    )
  return {
    secondary: await clerk('thcs', world.units.secondary),
    preschool: await clerk('mamnon', world.units.preschool),
  }
}

function ctxOf(scene: Pick<Scene, 'services' | 'world'>, db: Db): Ctx {
  const { world } = scene
  return {
    db,
    now: clock,
    today,
    log: pino({ level: 'silent' }),
    files: scene.services.files,
    memory: scene.services.memory,
    mail: null,
    unitsChanged: scene.services.unitsChanged,
    language: 'vi',
    request: { id: 'test', ip: 'local', userAgent: null },
    keep: () => undefined,
    afterCommit: () => undefined,
    setCookie: () => undefined,
    tenantId: world.tenantId,
    sessionId: null,
    actor: { kind: 'system', tenantId: world.tenantId, name: 'Kiểm thử' },
  }
}

describe('the sums of approved figures', () => {
  test('stand at every node above, by ownership, and agree with the submissions', async ({ scene }) => {
    const { db, as, world } = scene
    const others = await clerks(scene)
    const roundId = await aRound(scene)
    await approved(scene, as.cuc, roundId, world.units.primary, scaleCells(['primary'], { 'k1.pupils': 131 }))
    await approved(scene, others.secondary, roundId, world.units.secondary, scaleCells(['lower_secondary']))
    await sent(others.preschool, roundId, world.units.preschool, scaleCells(['preschool']))
    const rows = await kept(db, roundId)
    expect(new Map(rows.map((row) => [`${row.unitId} ${row.ownership}`, row.submissions]))).toEqual(
      new Map([
        [`${world.units.city} public`, 2],
        [`${world.units.haiAn} public`, 2],
        [`${world.units.primary} public`, 1],
        [`${world.units.secondary} public`, 1],
      ]),
    )
    const at = (unitId: UnitId) => rows.find((row) => row.unitId === unitId)
    // k1.pupils, k6.pupils, nt1.pupils: reported once, reported once, not reported.
    expect(
      [25, 45, 1].map((index) => [at(world.units.haiAn)?.sums[index], at(world.units.haiAn)?.counts[index]]),
    ).toEqual([
      [131, 1],
      [130, 1],
      [null, 0],
    ])
    expect(rows).toEqual(await recomputed(db, roundId))
  })

  test('lose what was reopened, and everything when nothing is left', async ({ scene }) => {
    const { db, as, world } = scene
    const others = await clerks(scene)
    const roundId = await aRound(scene)
    const first = await approved(scene, as.cuc, roundId, world.units.primary, scaleCells(['primary']))
    const second = await approved(
      scene,
      others.preschool,
      roundId,
      world.units.preschool,
      scaleCells(['preschool']),
    )
    expect((await kept(db, roundId)).map((row) => row.ownership).toSorted()).toEqual([
      'private',
      'private',
      'private',
      'public',
      'public',
      'public',
    ])
    for (const { submissionId, version } of [first, second]) {
      expect(
        (await as.hung.post(`/api/submissions/${submissionId}/reopen`, { version, reason: 'Nhầm' })).status,
      ).toBe(200)
      expect(await kept(db, roundId)).toEqual(await recomputed(db, roundId))
    }
    expect(await kept(db, roundId)).toEqual([])
  })

  test('settling again changes nothing', async ({ scene }) => {
    const { db, as, world } = scene
    const roundId = await aRound(scene)
    await approved(scene, as.cuc, roundId, world.units.primary, scaleCells(['primary']))
    const before = await kept(db, roundId)
    const ctx = ctxOf(scene, db)
    await settleRollups(ctx, roundId)
    await settleRollups(ctx, roundId)
    await settleAfterUnits(ctx, { unitIds: [world.units.primary], from: today })
    expect(await kept(db, roundId)).toEqual(before)
  })

  test('follow a school that is moved, sold or ended before the closing day, in the act itself', async ({
    scene,
  }) => {
    const { db, as, world } = scene
    const { primary, ward } = world.units
    const roundId = await aRound(scene)
    await approved(scene, as.cuc, roundId, primary, scaleCells(['primary']))
    const happens = async (event: Record<string, unknown>) => {
      expect((await record(as.quang, [{ unit: primary, ...event }])).status).toBe(200)
      const rows = await kept(db, roundId)
      expect(rows).toEqual(await recomputed(db, roundId))
      return rows.map((row) => [row.unitId, row.ownership])
    }
    expect(await happens({ kind: 'move', on: '2025-01-20', parentId: ward })).toContainEqual([ward, 'public'])
    expect(
      await happens({ kind: 'alter', on: '2025-01-21', changes: { ownership: 'private' } }),
    ).toContainEqual([ward, 'private'])
    expect(await happens({ kind: 'dissolve', on: '2025-01-22' })).toEqual([])
  })

  test('stay as they are when the school is moved after the closing day', async ({ scene }) => {
    const { db, as, world } = scene
    const roundId = await aRound(scene)
    await approved(scene, as.cuc, roundId, world.units.primary, scaleCells(['primary']))
    const before = await kept(db, roundId)
    const later = { kind: 'move', on: '2025-07-01', unit: world.units.primary, parentId: world.units.ward }
    expect((await record(as.quang, [later])).status).toBe(200)
    expect(await kept(db, roundId)).toEqual(before)
    expect(before).toEqual(await recomputed(db, roundId))
  })

  test('stand on the closing day, also when it is moved', async ({ scene }) => {
    const { db, as, world } = scene
    const roundId = await aRound(scene)
    await approved(scene, as.cuc, roundId, world.units.primary, scaleCells(['primary']))
    await db
      .updateTable('unit_path')
      .set({ valid_to: localDate('2025-02-01') })
      .where('unit_id', '=', world.units.primary)
      .execute()
    expect(await kept(db, roundId)).toHaveLength(3)
    expect(
      (
        await as.hung.patch(`/api/rounds/${roundId}`, {
          version: 1,
          title: 'x',
          opensOn: '2025-01-06',
          closesOn: '2025-02-10',
        })
      ).status,
    ).toBe(200)
    expect(await kept(db, roundId)).toEqual([])
    expect(
      (
        await as.hung.patch(`/api/rounds/${roundId}`, {
          version: 2,
          title: 'x',
          opensOn: '2025-01-06',
          closesOn: '2025-01-31',
        })
      ).status,
    ).toBe(200)
    expect(await kept(db, roundId)).toHaveLength(3)
    expect(await kept(db, roundId)).toEqual(await recomputed(db, roundId))
  })

  test('what is saved again after reopening counts as it is approved then', async ({ scene }) => {
    const { db, as, world } = scene
    const roundId = await aRound(scene)
    const { submissionId, version } = await approved(
      scene,
      as.cuc,
      roundId,
      world.units.primary,
      scaleCells(['primary']),
    )
    const reopened = await as.hung.post(`/api/submissions/${submissionId}/reopen`, {
      version,
      reason: 'Nhầm',
    })
    const mended = await save(
      as.cuc,
      roundId,
      world.units.primary,
      [{ cell: 'k1.pupils', value: 100 }],
      reopened.json.version,
    )
    const resent = await as.cuc.post(`/api/submissions/${submissionId}/send`, { version: mended.version })
    await as.hung.post(`/api/submissions/${submissionId}/approve`, { version: resent.json.version })
    const rows = await kept(db, roundId)
    expect(rows.map((row) => row.sums[25])).toEqual([100, 100, 100])
    expect(rows).toEqual(await recomputed(db, roundId))
  })
})

describe('many who approve at once', () => {
  let open: OpenDatabase
  let world: World
  let schools: { unitId: UnitId; clerk: Somebody }[]
  beforeAll(async () => {
    open = await ownDatabase('rollups')
    await open.db.transaction().execute(async (db) => {
      world = await aWorld(db)
      schools = []
      for (let index = 0; index < 12; index++) {
        const unitId = await aUnit(db, world.tenantId, {
          code: `TH-${index}`,
          parent: world.units.haiAn,
          levels: ['primary'],
          ownership: index % 3 === 0 ? 'private' : 'public',
        })
        schools.push({
          unitId,
          clerk: await aPerson(db, world.tenantId, {
            userName: `thu${index}`,
            name: `Văn thư ${index}`,
            role: 'clerk',
            unit: unitId,
          }),
        })
      }
    })
  })
  afterAll(async () => await open.close())

  async function acting(person: Somebody, db: Db): Promise<Ctx> {
    const files = await openFileStore(mkdtempSync(`${tmpdir()}/namhoc-files-`))
    const base = ctxOf({ services: { files } as Scene['services'], world }, db)
    const grants = await listGrants(db, world.tenantId, person.personId, today)
    return {
      ...base,
      actor: {
        kind: 'person',
        tenantId: world.tenantId,
        personId: person.personId,
        accountId: person.accountId,
        name: person.userName,
        grants,
      },
    }
  }

  test('lose and double nothing', async () => {
    const schoolYear = parseSchoolYear('2024-2025')
    if (schoolYear === null) throw new Error('no year')
    const hung = await acting(world.people.hung, open.db)
    const given = {
      ...aRoundOf,
      schoolYear,
      period: 'mid' as const,
      audience: { any: [{ levels: ['primary' as const] }] },
      opensOn: localDate('2025-01-06'),
      closesOn: localDate('2025-01-25'),
    }
    const { roundId } = await transact(open.db, (db) => openRound({ ...hung, db }, world.units.haiAn, given))
    const waiting: { submissionId: SubmissionId; version: number }[] = []
    for (const [index, school] of schools.entries()) {
      const clerk = await acting(school.clerk, open.db)
      const saved = await transact(open.db, (db) =>
        saveCells({ ...clerk, db }, roundId, school.unitId, {
          version: 0,
          cells: scaleCells(['primary'], { 'k1.pupils': 100 + index }),
        }),
      )
      const moved = await transact(open.db, (db) =>
        sendSubmission({ ...clerk, db }, saved.submissionId, saved.version),
      )
      waiting.push({ submissionId: saved.submissionId, version: moved.version })
    }
    // Each twice: of the two, one is refused.
    const answers = await Promise.allSettled(
      [...waiting, ...waiting].map((one) =>
        transact(open.db, (db) => approveSubmission({ ...hung, db }, one.submissionId, one.version)),
      ),
    )
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(12)
    await Promise.all(
      waiting
        .slice(0, 4)
        .map((one) =>
          transact(open.db, (db) =>
            reopenSubmission({ ...hung, db }, one.submissionId, one.version + 1, 'Nhầm'),
          ),
        ),
    )
    const rows = await kept(open.db, roundId)
    expect(rows).toEqual(await recomputed(open.db, roundId))
    expect(
      rows.filter((row) => row.unitId === world.units.city).reduce((sum, row) => sum + row.submissions, 0),
    ).toBe(8)
  })
})
