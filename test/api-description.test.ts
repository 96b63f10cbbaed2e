// The OpenAPI document is the only thing that a stranger's program knows of the product: it must be whole and true.
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect } from 'vitest'
import { endpoints } from './support/endpoints.ts'
import { routeTest as test, type Scene } from './support/route-test.ts'

type Operation = {
  operationId?: string
  tags?: string[]
  summary?: string
  security?: object[]
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, unknown> }
  responses: Record<string, { content?: Record<string, unknown> }>
}

async function document(scene: Scene): Promise<Record<string, unknown>> {
  const reply = await scene.as.nobody.get('/api/openapi.json')
  expect(reply.status).toBe(200)
  return reply.json
}

async function operations(scene: Scene): Promise<Map<string, Operation>> {
  const { paths } = await document(scene)
  // The first test has proven its shape.
  const known = paths as Record<string, Record<string, Operation>>
  return new Map(
    Object.values(known)
      .flatMap((path) => Object.values(path))
      .map((operation) => [operation.operationId ?? '', operation]),
  )
}

describe('the description of the open interface', () => {
  test('is OpenAPI 3.1', async ({ scene }) => {
    const made = await document(scene)
    expect(await new Validator().validate(made)).toEqual({ valid: true })
    expect(made['openapi']).toBe('3.1.0')
  })

  test('names every endpoint of the contract, and nothing else', async ({ scene }) => {
    expect(new Set((await operations(scene)).keys())).toEqual(new Set(endpoints.keys()))
  })

  test('tells who may call, what goes in, what comes out, and how it refuses', async ({ scene }) => {
    const described = await operations(scene)
    for (const [name, endpoint] of endpoints) {
      const operation = described.get(name)
      const succeeds = Object.keys(operation?.responses ?? {}).filter((status) => status.startsWith('2'))
      const answer = operation?.responses[succeeds[0] ?? '']?.content ?? {}
      expect
        .soft(
          {
            free: operation?.security?.length === 0,
            guarded: operation?.parameters?.some((one) => one.name === 'x-csrf') ?? false,
            takesFile: operation?.requestBody?.content['application/octet-stream'] !== undefined,
            answers: Object.keys(answer),
            refuses: Object.keys(operation?.responses['default']?.content ?? {}),
            group: operation?.tags?.length,
            says: (operation?.summary ?? '').length > 10,
          },
          name,
        )
        .toEqual({
          free: endpoint.access === 'public',
          guarded: endpoint.method !== 'GET',
          takesFile: endpoint.upload,
          answers:
            endpoint.download !== null
              ? [endpoint.download]
              : succeeds[0] === '204'
                ? []
                : ['application/json'],
          refuses: ['application/problem+json'],
          group: 1,
          says: true,
        })
    }
  })

  test('answers 204 where it says so', async ({ scene }) => {
    const described = await operations(scene)
    expect(Object.keys(described.get('signOut')?.responses ?? {})).toEqual(['204', 'default'])
    expect((await scene.as.lan.delete('/api/session')).status).toBe(204)
  })
})
