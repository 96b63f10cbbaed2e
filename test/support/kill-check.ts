// After kills: what the database and the file store hold, held against what was acknowledged. Answers the faults in words.
import type { Pool } from 'pg'
import type { FileStore } from '#server/platform/files.ts'
import { type Acknowledged, digestOf } from './kill-scene.ts'

// Each names what must not be there: half a write, or a write without its line in the trail, or the other way round.
const contradictions: Record<string, string> = {
  'a person without an account or a place': `
    select p.id from person p
    left join account a on a.tenant_id = p.tenant_id and a.person_id = p.id
    left join membership m on m.tenant_id = p.tenant_id and m.person_id = p.id
    where a.id is null or m.id is null`,
  'a unit without a state, a path or an event': `
    select u.id from unit u
    left join unit_state s on s.tenant_id = u.tenant_id and s.unit_id = u.id
    left join unit_path p on p.tenant_id = u.tenant_id and p.unit_id = u.id
    left join unit_event_unit e on e.tenant_id = u.tenant_id and e.unit_id = u.id
    where s.unit_id is null or p.unit_id is null or e.unit_id is null`,
  'a submission whose version is not the number of its steps': `
    select s.id from submission s
    where s.version <> (select count(*) from submission_step t where t.tenant_id = s.tenant_id and t.submission_id = s.id)`,
  'a submission that does not hold what its last step left': `
    select s.id from submission s cross join lateral (
      select t.cells->'k1.pupils'->>1 as left_value from submission_step t
      where t.tenant_id = s.tenant_id and t.submission_id = s.id order by t.seq desc limit 1) last
    where not s.cells::jsonb @> jsonb_build_array(last.left_value::numeric)`,
  'a window whose version is not one more than its reports': `
    select w.assignment_id from assignment_window w
    where w.version <> 1 + (select count(*) from progress_entry e
      where e.tenant_id = w.tenant_id and e.assignment_id = w.assignment_id and e.window_no = w.window_no)`,
  'a report of progress without its evidence': `
    select e.id from progress_entry e where not exists (select 1 from evidence v where v.progress_id = e.id)`,
}

// The rows that a kind of act makes, and how often each of them stands in the trail.
const trails: Record<string, { rows: string; action: string }> = {
  persons: { rows: 'select id::text as id, 1 as times from person', action: 'person.add' },
  units: { rows: 'select id::text as id, 1 as times from unit', action: 'unit.found' },
  'plans uploaded': {
    rows: 'select id::text as id, 1 as times from plan where document_id is not null',
    action: 'plan.upload',
  },
  saves: {
    rows: "select submission_id::text as id, count(*)::int as times from submission_step where move = 'save' group by 1",
    action: 'submission.save',
  },
  'reports of progress': {
    rows: 'select assignment_id::text as id, count(*)::int as times from progress_entry group by 1',
    action: 'assignment.report',
  },
}

export async function faultsAfterKills(
  pool: Pool,
  files: FileStore,
  promised: readonly Acknowledged[],
): Promise<string[]> {
  const faults: string[] = []
  for (const [what, query] of Object.entries(contradictions))
    for (const row of (await pool.query<Record<string, string>>(query)).rows)
      faults.push(`${what}: ${JSON.stringify(row)}`)
  for (const [what, { rows, action }] of Object.entries(trails)) {
    const { rows: apart } = await pool.query<Record<string, string>>(
      `select coalesce(made.id, told.id) as id, made.times as made, told.times as told from (${rows}) made
       full join (select object_id as id, count(*)::int as times from audit_entry where action = $1 group by 1) told
       on told.id = made.id where made.times is distinct from told.times`,
      [action],
    )
    for (const row of apart) faults.push(`${what} and their trail differ: ${JSON.stringify(row)}`)
  }
  return [...faults, ...(await lostOf(pool, promised)), ...(await fileFaults(pool, files, promised))]
}

// Every acknowledged write once: neither lost nor doubled.
async function lostOf(pool: Pool, promised: readonly Acknowledged[]): Promise<string[]> {
  const timesOf = async (query: string): Promise<Map<string, number>> =>
    new Map((await pool.query<{ key: string; times: number }>(query)).rows.map((row) => [row.key, row.times]))
  const count = 'count(*)::int as times'
  const stored = {
    person: await timesOf(
      `select p.id || ' ' || a.user_name as key, ${count} from person p join account a on a.person_id = p.id group by 1`,
    ),
    unit: await timesOf(`select unit_id || ' ' || code as key, ${count} from unit_state group by 1`),
    cells: await timesOf(
      `select submission_id || ' ' || (cells->'k1.pupils'->>1) as key, ${count} from submission_step group by 1`,
    ),
    plan: await timesOf(
      `select p.id || ' ' || d.sha256 as key, ${count} from plan p join source_document d on d.id = p.document_id group by 1`,
    ),
    progress: await timesOf(
      `select e.assignment_id || ' ' || e.note || ' ' || v.sha256 as key, ${count} from progress_entry e join evidence v on v.progress_id = e.id group by 1`,
    ),
  }
  return promised.flatMap((write) => {
    const times = stored[write.kind].get(keyOf(write)) ?? 0
    return times === 1 ? [] : [`acknowledged, stored ${times} times: ${JSON.stringify(write)}`]
  })
}

function keyOf(write: Acknowledged): string {
  switch (write.kind) {
    case 'person':
      return `${write.personId} ${write.userName}`
    case 'unit':
      return `${write.unitId} ${write.code}`
    case 'cells':
      return `${write.submissionId} ${write.value}`
    case 'plan':
      return `${write.planId} ${write.sha256}`
    case 'progress':
      return `${write.assignmentId} ${write.note} ${write.sha256}`
  }
}

// A file without a row is swept one day; a row without its file is a loss. No stored file is half.
async function fileFaults(
  pool: Pool,
  files: FileStore,
  promised: readonly Acknowledged[],
): Promise<string[]> {
  const faults: string[] = []
  const sizes = new Map<string, number>()
  for await (const { sha256 } of files.list()) {
    const bytes = await files.get(sha256)
    if (bytes === null || digestOf(bytes) !== sha256)
      faults.push(`a file that is not what its name says: ${sha256}`)
    sizes.set(sha256, bytes?.length ?? -1)
  }
  const { rows } = await pool.query<{ sha256: string; size: number }>(
    'select sha256, size_bytes as size from file',
  )
  for (const row of rows)
    if (sizes.get(row.sha256) !== row.size) faults.push(`a row without its file: ${row.sha256}`)
  for (const write of promised)
    if ('sha256' in write && !sizes.has(write.sha256))
      faults.push(`an acknowledged file is lost: ${write.sha256}`)
  return faults
}
