import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stepMoves } from '#domain/following/life.ts'
import { submissionMoves } from '#domain/submissions/workflow.ts'
import { unitEventKinds } from '#domain/units/unit.ts'
import { readable, sayField, sayValue } from './audit-values.ts'
import { en } from './audit-words.en.ts'
import { vi } from './audit-words.vi.ts'

const item = (no: number) => `mục ${no}`

/** `action: 'plan.publish'` and `action: late ? 'a.b' : 'a.c'` in the services; a parameter `action: Action` is a right. */
function actionsOfTheServer(): string[] {
  const files = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.service.ts'),
  )
  const lines = files.flatMap((file) => [
    ...readFileSync(`src/server/${file}`, 'utf8').matchAll(/\baction: (?!Action)(.*?)(?:, object|$)/gm),
  ])
  const written = lines
    .flatMap((line) => [...(line[1] ?? '').matchAll(/'([a-z_]+\.[a-z_]+)'/g)])
    .map((hit) => hit[1] ?? '')
  const made = [
    ...stepMoves.map((move) => `assignment.${move}`),
    ...submissionMoves.map((move) => `submission.${move}`),
    ...unitEventKinds.map((kind) => `unit.${kind}`),
    'account.invitation',
    'account.reset',
  ]
  return [...new Set([...written, ...made])].toSorted()
}

describe('the words of the audit trail', () => {
  test('every act that the server writes has words in both languages', () => {
    const found = actionsOfTheServer()
    expect(found.length).toBeGreaterThan(30)
    expect(
      found.filter((action) => vi.actions[action] === undefined || en.actions[action] === undefined),
    ).toEqual([])
  })

  test('both languages know the same acts, fields and values', () => {
    for (const part of ['actions', 'fields', 'values'] as const)
      expect(Object.keys(en[part])).toEqual(Object.keys(vi[part]))
  })
})

describe('a stored state made readable', () => {
  test('ids and what is empty are left out, days are printed', () => {
    const stored = {
      role: 'clerk',
      unitId: '01970000-0000-7000-8000-000000000000',
      email: null,
      validFrom: '2025-01-20',
    }
    expect(readable(stored, item)).toEqual({ role: 'clerk', validFrom: '20/01/2025' })
  })

  test('a list of records becomes numbered records, a list of texts stays a list', () => {
    expect(readable([{ code: 'province' }, { code: 'commune' }], item)).toEqual({
      'mục 1': { code: 'province' },
      'mục 2': { code: 'commune' },
    })
    expect(readable({ recipients: ['Như trên', 'Lưu: VT'] }, item)).toEqual({
      recipients: ['Như trên', 'Lưu: VT'],
    })
  })

  test('nothing stays nothing', () => {
    expect([readable(null, item), readable(undefined, item), readable({}, item), readable(0, item)]).toEqual([
      null,
      undefined,
      {},
      0,
    ])
  })
})

test('fields and values are said in words where there are any', () => {
  expect([sayField(vi, 'basis.number'), sayField(vi, 'unheard')]).toEqual(['Căn cứ, Số', 'unheard'])
  expect([sayValue(vi, 'clerk'), sayValue(vi, 'toString'), sayValue(vi, '12')]).toEqual([
    'Văn thư',
    'toString',
    '12',
  ])
})
