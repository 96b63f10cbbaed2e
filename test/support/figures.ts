// Rounds and filled forms for tests, made through the routes as people make them.
import { emptyCells } from '#domain/forms/applies.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import { scaleForm } from '#domain/forms/scale-form.ts'
import type { RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import type { Caller, Scene } from './route-test.ts'

export const aRoundOf = {
  formCode: 'quy-mo',
  schoolYear: '2024-2025',
  period: 'mid',
  title: 'Quy mô giữa năm học 2024-2025',
  audience: { any: [{ kinds: ['school'] }] },
  opensOn: '2025-01-06',
  closesOn: '2025-01-25',
}

/** A round that Hải An opened for its schools. */
export async function aRound(scene: Scene, over: Record<string, unknown> = {}): Promise<RoundId> {
  const reply = await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds`, {
    ...aRoundOf,
    ...over,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return reply.json.roundId
}

const form = prepareForm(scaleForm)
const typed: Record<string, number> = { classes: 4, pupils: 130, girls: 60 }

/** Every cell that a school of these levels is asked for, but the disabilities; some changed. */
export function scaleCells(
  levels: SchoolLevel[],
  changed: Record<string, number | null> = {},
): { cell: string; value: number | null }[] {
  const empty = emptyCells(form, { kind: 'school', levels })
  return form.cells.flatMap((cell) => {
    const value = cell.id in changed ? (changed[cell.id] ?? null) : (typed[cell.column.code] ?? null)
    return empty[cell.index] === 'na' || (value === null && !(cell.id in changed))
      ? []
      : [{ cell: cell.id, value }]
  })
}

export type Filled = { submissionId: SubmissionId; version: number }

export async function save(
  who: Caller,
  roundId: RoundId,
  unitId: UnitId,
  cells: unknown[],
  version = 0,
): Promise<Filled> {
  const reply = await who.patch(`/api/rounds/${roundId}/units/${unitId}/submission`, { version, cells })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return reply.json
}

/** Typed and sent. */
export async function sent(who: Caller, roundId: RoundId, unitId: UnitId, cells: unknown[]): Promise<Filled> {
  const saved = await save(who, roundId, unitId, cells)
  const reply = await who.post(`/api/submissions/${saved.submissionId}/send`, { version: saved.version })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return { submissionId: saved.submissionId, version: reply.json.version }
}

/** Typed, sent and approved by the officer of Hải An. */
export async function approved(
  scene: Scene,
  who: Caller,
  roundId: RoundId,
  unitId: UnitId,
  cells: unknown[],
): Promise<Filled> {
  const waiting = await sent(who, roundId, unitId, cells)
  const reply = await scene.as.hung.post(`/api/submissions/${waiting.submissionId}/approve`, {
    version: waiting.version,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return { submissionId: waiting.submissionId, version: reply.json.version }
}
