import { followingContract, type WorkRow } from '#contract/following.ts'
import { WorkTable } from '#web/following/work-table.tsx'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay, useSession } from '#web/platform/session.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { FormsDueView } from './forms-due-view.tsx'
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
      <Loaded reading={work}>
        {({ rows, counts }) => {
          const waiting = rows.filter(
            (row) =>
              row.standing.kind === 'late' ||
              row.standing.kind === 'due_soon' ||
              row.standing.kind === 'open',
          )
          const groupOf = (row: WorkRow) => {
            const kind =
              row.standing.kind === 'late' || row.standing.kind === 'due_soon' ? row.standing.kind : 'open'
            return { key: kind, title: t.group(t.groups[kind], counts[kind]) }
          }
          return (
            <>
              {waiting.length === 0 ? (
                <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
              ) : (
                <WorkTable
                  rows={waiting}
                  withUnit={false}
                  hrefOf={(row) => to('tasks/{-$taskId}', { taskId: row.taskId })}
                  groupOf={groupOf}
                />
              )}
              {counts.later > 0 && <p className="muted">{t.later(counts.later)}</p>}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
