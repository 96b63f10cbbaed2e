// Clients that write to a running product over HTTP and note what was acknowledged, until the product is gone.
import { createHash } from 'node:crypto'

export type Acknowledged =
  | { kind: 'person'; personId: string; userName: string }
  | { kind: 'unit'; unitId: string; code: string }
  | { kind: 'cells'; submissionId: string; version: number; value: number }
  | { kind: 'plan'; planId: string; sha256: string }
  | { kind: 'progress'; assignmentId: string; note: string; sha256: string }

type Client = { cookie: string }
// oxlint-disable-next-line typescript/no-explicit-any -- looks into whatever a route answers
type Json = any

/** What the writers need of the installation; `next` counts over all rounds, so that nothing is written twice. */
export type KillScene = {
  root: string
  schools: readonly { unitId: string; clerk: Client; assignmentId: string | null }[]
  admin: Client
  officer: Client
  roundId: string
  schoolYear: string
  today: string
  next: () => number
}

const password = 'bốn mùa hoa phượng'

/** Undefined when the product was gone before it had answered. Throws on a refusal: nothing here may be refused. */
async function ask(url: string, client: Client | null, path: string, given: Given = {}): Promise<Json> {
  let response: Response
  let text: string
  try {
    response = await fetch(`${url}${path}`, {
      method: given.method ?? 'GET',
      headers: {
        'x-csrf': '1',
        ...(client === null ? {} : { cookie: client.cookie }),
        ...(given.bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: given.bytes ?? (given.body === undefined ? null : JSON.stringify(given.body)),
    })
    text = await response.text()
  } catch {
    return undefined
  }
  if (!response.ok) throw new Error(`${given.method ?? 'GET'} ${path}: ${response.status} ${text}`)
  const cookie = /namhoc_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0]
  return { ...(text === '' ? {} : { json: JSON.parse(text) }), cookie }
}
type Given = { method?: 'POST' | 'PATCH'; body?: unknown; bytes?: Uint8Array<ArrayBuffer> }

/** An authority with three schools, their clerks, an open round and a published plan with a task for each school. */
export async function foundForKills(url: string): Promise<KillScene> {
  const must = async (client: Client | null, path: string, given?: Given): Promise<Json> => {
    const reply = await ask(url, client, path, given)
    if (reply === undefined) throw new Error(`no answer: ${path}`)
    return reply
  }
  const post = (client: Client | null, path: string, body: unknown) =>
    must(client, path, { method: 'POST', body })
  const setUp = await post(null, '/api/set-up', {
    tierCode: 'commune',
    authorityName: 'Ủy ban nhân dân phường Hải An',
    authorityShortName: 'UBND phường Hải An',
    authorityCode: 'HAIAN',
    place: 'Hải An',
    fullName: 'Đỗ Minh Quang',
    userName: 'quang',
    password,
  })
  const admin: Client = { cookie: setUp.cookie }
  const { today, schoolYear } = setUp.json
  const root: string = setUp.json.grants[0].unitId
  const member = async (userName: string, role: string, unitId: string): Promise<Client> => {
    const { json } = await post(admin, '/api/people', personOf(userName, role, unitId))
    const links = await post(admin, '/api/people/links', { personIds: [json.personId] })
    const signedIn = await post(null, '/api/links/use', { token: links.json[0].token, password })
    return { cookie: signedIn.cookie }
  }
  const officer = await member('hung', 'officer', root)
  const named = ['a', 'b', 'c']
  const founded = await post(admin, '/api/unit-events', {
    events: named.map((key) => foundingOf(`new:${key}`, `TH-${key.toUpperCase()}`, root, today)),
    basis,
    note: null,
  })
  const plan = await must(
    officer,
    `/api/units/${root}/plans?fileName=ke-hoach.txt&schoolYear=${schoolYear}`,
    {
      method: 'POST',
      bytes: new TextEncoder().encode('KẾ HOẠCH\nNhiệm vụ năm học'),
    },
  )
  const month = today.slice(0, 7)
  await post(officer, `/api/plans/${plan.json.planId}/tasks`, {
    no: '1',
    title: 'Kiểm tra nội bộ trường học',
    windows: [{ start: { month }, finish: { month } }],
    product: null,
    units: [
      { role: 'lead', printedName: 'Các trường', target: { audience: { any: [{ kinds: ['school'] }] } } },
    ],
    at: null,
  })
  await post(officer, `/api/plans/${plan.json.planId}/publish`, { version: 1 })
  const round = await post(officer, `/api/units/${root}/rounds`, {
    formCode: 'quy-mo',
    schoolYear,
    period: 'mid',
    audience: { any: [{ kinds: ['school'] }] },
    opensOn: today,
    closesOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`,
    title: 'Quy mô giữa năm học',
  })
  const schools = []
  for (const key of named) {
    const unitId: string = founded.json.newUnits[`new:${key}`]
    const clerk = await member(`clerk.${key}`, 'unit_head', unitId)
    const work = await must(clerk, `/api/work?unitId=${unitId}&schoolYear=${schoolYear}`)
    schools.push({ unitId, clerk, assignmentId: work.json.rows[0]?.assignmentId ?? null })
  }
  let count = 0
  const next = (): number => ++count
  return { root, schools, admin, officer, roundId: round.json.roundId, schoolYear, today, next }
}

const basis = { number: null, date: null, issuer: null, title: null }

function personOf(userName: string, role: string, unitId: string) {
  const nothing = { jobTitle: null, email: null, phone: null, signInPhone: null }
  return { ...nothing, fullName: 'Vũ Thị Cúc', userName, membership: { role, unitId, scopeUnitId: unitId } }
}

function foundingOf(unit: string, code: string, parentId: string, on: string) {
  const names = { officialName: `Trường Tiểu học ${code}`, shortName: `TH ${code}`, otherNames: [] }
  const facts = { levels: ['primary'], ownership: 'public', rank: null, place: null, tier: null }
  return { kind: 'found', on, unit, as: { code, kind: 'school', ...names, ...facts, parentId } }
}

/** Everybody writes at once until the product is gone. What is answered has been promised, and is noted at once. */
export async function writeUntilGone(
  url: string,
  scene: KillScene,
  note: (write: Acknowledged) => void,
): Promise<void> {
  const until = async (write: () => Promise<Acknowledged | undefined>): Promise<void> => {
    for (let done = await write(); done !== undefined; done = await write()) note(done)
  }
  const { admin, officer, root, schoolYear, today, next } = scene
  const addPerson = async (): Promise<Acknowledged | undefined> => {
    const userName = `nguoi.${next()}`
    const body = personOf(userName, 'viewer', root)
    const reply = await ask(url, admin, '/api/people', { method: 'POST', body })
    return reply && { kind: 'person', personId: reply.json.personId, userName }
  }
  const found = async (): Promise<Acknowledged | undefined> => {
    const code = `MOI-${next()}`
    const body = { events: [foundingOf('new:x', code, root, today)], basis, note: null }
    const reply = await ask(url, admin, '/api/unit-events', { method: 'POST', body })
    return reply && { kind: 'unit', unitId: reply.json.newUnits['new:x'], code }
  }
  const uploadPlan = async (): Promise<Acknowledged | undefined> => {
    const bytes = new TextEncoder().encode(`KẾ HOẠCH số ${next()}\n${'Nhiệm vụ năm học. '.repeat(2000)}`)
    const path = `/api/units/${root}/plans?fileName=ke-hoach.txt&schoolYear=${schoolYear}`
    const reply = await ask(url, officer, path, { method: 'POST', bytes })
    return reply && { kind: 'plan', planId: reply.json.planId, sha256: digestOf(bytes) }
  }
  await Promise.all([
    until(addPerson),
    until(addPerson),
    until(found),
    until(uploadPlan),
    ...scene.schools.map(async (school) => await until(await cellWriter(url, scene, school))),
    ...scene.schools.slice(0, 1).map(async (school) => await until(await progressWriter(url, scene, school))),
  ])
}

type School = KillScene['schools'][number]
type Writer = () => Promise<Acknowledged | undefined>

// A save that was not acknowledged may stand or not: the first look tells from which version to go on.
async function cellWriter(url: string, scene: KillScene, { unitId, clerk }: School): Promise<Writer> {
  const path = `/api/rounds/${scene.roundId}/units/${unitId}/submission`
  let version: number = (await ask(url, clerk, path))?.json.version ?? 0
  return async () => {
    const value = scene.next()
    const body = { version, cells: [{ cell: 'k1.pupils', value }] }
    const reply = await ask(url, clerk, path, { method: 'PATCH', body })
    if (reply === undefined) return undefined
    version = reply.json.version
    return { kind: 'cells', submissionId: reply.json.submissionId, version, value }
  }
}

async function progressWriter(url: string, scene: KillScene, school: School): Promise<Writer> {
  const { unitId, clerk, assignmentId } = school
  if (assignmentId === null) throw new Error('the school has no task')
  const work = await ask(url, clerk, `/api/work?unitId=${unitId}&schoolYear=${scene.schoolYear}`)
  let version: number = work?.json.rows[0].version ?? 1
  return async () => {
    const note = `Minh chứng số ${scene.next()}`
    const bytes = new TextEncoder().encode(`${note}\n`.repeat(500))
    const stored = await ask(url, clerk, `/api/assignments/${assignmentId}/evidence?fileName=a.txt`, {
      method: 'POST',
      bytes,
    })
    if (stored === undefined) return undefined
    const body = { version, status: 'under_way', percent: 50, note, evidence: [stored.json] }
    const path = `/api/assignments/${assignmentId}/windows/1/progress`
    const reply = await ask(url, clerk, path, { method: 'POST', body })
    if (reply === undefined) return undefined
    version = reply.json.version
    return { kind: 'progress', assignmentId, note, sha256: digestOf(bytes) }
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
