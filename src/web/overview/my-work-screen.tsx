import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import { isInHand } from '#domain/following/life.ts'
import { issuerWaitings, type UnitWaiting } from '#domain/following/waiting.ts'
import { WorkActs } from '#web/following/work-acts-view.tsx'
import { WorkTable } from '#web/following/work-table.tsx'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay, useSession } from '#web/platform/session.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { Segments } from '#web/ui/choice-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { FormsDueView } from './forms-due-view.tsx'
import { OwnTargetsView } from './own-targets-view.tsx'
import { en } from './my-work.en.ts'
import { vi } from './my-work.vi.ts'
import './my-work.css'

const texts = { vi, en }

/** Việc của tôi: what waits for the unit today, the most urgent first. */
export function MyWorkScreen() {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  // An officer works in an office and acts for the district: the office's tasks are his.
  const workplace = useSession().grants.find((grant) => grant.scopeUnitId === unit.unitId)
  const work = useRead(followingContract.listWork, {
    query: { unitId: workplace?.unitId ?? unit.unitId, schoolYear: year, reach: 'own' },
  })
  const oversees = may('assignment.overview', unit.path)
  const below = useRead(
    followingContract.listWork,
    { query: { unitId: unit.unitId, schoolYear: year, reach: 'below', standing: 'late' } },
    { when: oversees },
  )
  const decides = may('assignment.decide', unit.path)
  const waiting = useRead(
    followingContract.listWork,
    { query: { unitId: unit.unitId, schoolYear: year, reach: 'below', waits: 'issuer' } },
    { when: decides },
  )
  const hrefOf = (row: WorkRow) => to('tasks/{-$taskId}', { taskId: row.taskId })
  const tasks = to('tasks/{-$taskId}', { taskId: null })
  return (
    <div className="my-work">
      <PageHeader
        title={t.title}
        facts={t.facts(workplace?.unitName ?? unit.name)}
        acts={<LinkButton href={tasks}>{t.all}</LinkButton>}
      />
      {below.data !== undefined && below.data.counts.late > 0 && (
        <Notice
          kind="warning"
          title={t.below(below.data.counts.late)}
          acts={
            <LinkButton size="small" href={`${tasks}?reach=below&standing=late`}>
              {t.belowSee}
            </LinkButton>
          }
        />
      )}
      <FormsDueView />
      {decides && waiting.data !== undefined && waiting.data.rows.length > 0 && (
        <section aria-label={t.decide}>
          <h2 className="my-work-head">{t.decide}</h2>
          <WorkTable
            rows={byWaiting(waiting.data.rows)}
            hrefOf={hrefOf}
            actsOf={(row) => <WorkActs row={row} issuerPath={unit.path} products={[]} />}
            groupOf={(row) => {
              const kind = row.waits.issuer ?? 'claim'
              const count = waiting.data.rows.filter((one) => one.waits.issuer === kind).length
              return { key: kind, title: t.group(t.issuer[kind], count) }
            }}
          />
        </section>
      )}
      <Loaded reading={work}>{({ rows, counts }) => <OwnWork rows={rows} later={counts.later} />}</Loaded>
      <OwnTargetsView unitId={workplace?.unitId ?? unit.unitId} />
    </div>
  )
}

/** What is returned and what has lost its unit before what is asked for and what is done. */
function byWaiting(rows: readonly WorkRow[]): WorkRow[] {
  const place = (row: WorkRow) => issuerWaitings.findIndex((kind) => kind === row.waits.issuer)
  return rows.toSorted((a, b) => place(a) - place(b))
}

// What the unit's own plan carries stands there; here it waits until all of it is done and the unit says so.
const groups = [
  'sent_back',
  'claimable',
  'late',
  'due_soon',
  'acknowledge',
  'asked',
  'open',
  'carried',
] as const satisfies readonly (UnitWaiting | 'claimable' | 'open' | 'carried')[]
type Group = (typeof groups)[number]

function groupOf(row: WorkRow): Group | null {
  if (row.carried && row.waits.unit !== 'sent_back') {
    if (!isInHand(row.state) || row.status === 'done') return null
    return row.percent === 99 ? 'claimable' : 'carried'
  }
  if (row.waits.unit !== null) return row.waits.unit
  return isInHand(row.state) && row.standing.kind === 'open' && row.completion === 'open' ? 'open' : null
}

/** The unit's own work in one list; where some of it was handed to the person, that alone on demand. */
function OwnWork({ rows, later }: { rows: readonly WorkRow[]; later: number }) {
  const t = useTexts(texts)
  const to = useAddress()
  const { personId } = useSession()
  const [whose, setWhose] = useState<'unit' | 'mine'>('unit')
  const mine = rows.filter((row) => row.holderId === personId)
  const shown = (whose === 'mine' && mine.length > 0 ? mine : rows).flatMap((row) => {
    const group = groupOf(row)
    return group === null ? [] : [{ row, group }]
  })
  const ordered = shown.toSorted(
    (a, b) =>
      groups.indexOf(a.group) - groups.indexOf(b.group) ||
      Number(b.row.holderId === personId) - Number(a.row.holderId === personId),
  )
  const groupFor = (row: WorkRow) => {
    const key = groupOf(row) ?? 'open'
    return { key, title: t.group(t.groups[key], shown.filter((one) => one.group === key).length) }
  }
  return (
    <>
      {mine.length > 0 && (
        <Segments
          label={t.whose}
          choices={[
            { value: 'unit', text: t.ofUnit },
            { value: 'mine', text: t.ofMine(mine.length) },
          ]}
          value={whose}
          onChange={setWhose}
        />
      )}
      {ordered.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <WorkTable
          rows={ordered.map((one) => one.row)}
          withUnit={false}
          hrefOf={(row) => to('tasks/{-$taskId}', { taskId: row.taskId })}
          actsOf={(row) => <WorkActs row={row} issuerPath={null} products={[]} />}
          groupOf={groupFor}
        />
      )}
      {later > 0 && <p className="muted">{t.later(later)}</p>}
    </>
  )
}
