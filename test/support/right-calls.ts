// One right call of every endpoint, which the hostile tests spoil at one place; and what the server then calls unexpected.
import { sql } from 'kysely'
import { pino } from 'pino'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { endpoints } from './endpoints.ts'
import { livedIn } from './lived-in.ts'
import type { Caller, Reply, Scene } from './route-test.ts'
import { type Known, validUrl, validValues } from './valid-call.ts'

/** Runs the work and takes back what it changed. */
export async function tried<T>(scene: Scene, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried`.execute(scene.db)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint tried`.execute(scene.db)
    await sql`release savepoint tried`.execute(scene.db)
  }
}

const plainText = new TextEncoder().encode('KẾ HOẠCH\nNăm học 2024-2025')

export function send(caller: Caller, endpoint: AnyEndpoint, url: string, body: unknown): Promise<Reply> {
  switch (endpoint.method) {
    case 'GET':
      return caller.get(url)
    case 'POST':
      return endpoint.upload ? caller.upload('POST', url, plainText) : caller.post(url, body)
    case 'PUT':
      return endpoint.upload ? caller.upload('PUT', url, plainText) : caller.put(url, body)
    case 'PATCH':
      return caller.patch(url, body)
    case 'DELETE':
      return caller.delete(url)
  }
}

/** What the server calls unexpected, and writes into its log, while the work runs. */
export async function unexpectedIn(
  scene: Scene,
  work: (note: (what: string) => void) => Promise<void>,
): Promise<string[]> {
  const before = scene.services.log
  let at = ''
  const lines: string[] = []
  const log = {
    write: (line: string) => void lines.push(`${at}: ${String(JSON.parse(line).err?.message).slice(0, 300)}`),
  }
  scene.services.log = pino({ level: 'error' }, log)
  try {
    await work((what) => {
      at = what
    })
  } finally {
    scene.services.log = before
  }
  return lines
}

export type Call = {
  name: string
  endpoint: AnyEndpoint
  caller: Caller
  known: Known
  url: string
  body: unknown
  status: number
}

/** One right call of every endpoint, for each face of its body, by whoever of the cast gets furthest with it. */
export async function rightCalls(
  scene: Scene,
  wanted: (endpoint: AnyEndpoint) => boolean = () => true,
): Promise<Call[]> {
  const knownFor = await livedIn(scene)
  const calls: Call[] = []
  for (const [name, endpoint] of endpoints) {
    if (!wanted(endpoint)) continue
    for (const known of knownFor(endpoint)) {
      const url = validUrl(endpoint, known)
      for (const body of validValues(endpoint.body, known)) {
        const found: Call[] = []
        for (const who of ['hung', 'quang', 'mai'] as const) {
          const caller = scene.as[who]
          const { status } = await tried(scene, () => send(caller, endpoint, url, body))
          found.push({ name, endpoint, caller, known, url, body, status })
          if (status < 300) break
        }
        const best = found.toSorted((a, b) => rank(a.status) - rank(b.status))[0]
        if (best !== undefined) calls.push(best)
      }
    }
  }
  return calls
}

function rank(status: number): number {
  return status < 300 ? 0 : status === 404 || status === 403 ? 2 : 1
}
