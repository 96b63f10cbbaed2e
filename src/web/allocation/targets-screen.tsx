import { allocationContract } from '#contract/allocation.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { targetTitle } from '#domain/allocation/target-title.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { useRead } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'

const texts = { vi, en }
type Line = ReplyOf<(typeof allocationContract)['listAllocations']>['targets'][number]

const badges: Record<keyof typeof vi.list.states, State> = {
  not_shareable: 'none',
  open: 'draft',
  draft: 'running',
  given: 'done',
  changed: 'attention',
}

function stateOf({ measure, givenNo, units, changed }: Line): keyof typeof vi.list.states {
  if (measure === null) return 'not_shareable'
  if (units === 0) return 'open'
  if (givenNo === 0) return 'draft'
  return changed ? 'changed' : 'given'
}

/** The targets of a published plan, and which of them units have. */
export function PlanTargetsScreen({ planId }: { planId: PlanId }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const list = useRead(allocationContract.listAllocations, { params: { planId } })
  return (
    <Loaded reading={list} loading={<LoadingState shape="page" rows={10} />}>
      {({ head, targets }) => {
        const shareable = targets.filter((line) => line.measure !== null)
        const given = shareable.filter((line) => line.givenNo > 0).length
        return (
          <>
            <PageHeader
              title={t.list.title}
              crumbs={[
                { text: t.crumb, href: to('plans') },
                { text: head.title, href: to('plans/$planId', { planId }) },
              ]}
              facts={t.list.facts(given, shareable.length)}
            />
            {targets.length === 0 ? (
              <EmptyState title={t.list.empty}>{t.list.emptyText}</EmptyState>
            ) : (
              <Table
                caption={t.list.caption}
                rows={targets}
                keyOf={(line) => line.target.targetId}
                hrefOf={(line) =>
                  line.measure === null
                    ? null
                    : to('plans/$planId/targets/$targetId', { planId, targetId: line.target.targetId })
                }
                groupOf={({ target }) => ({
                  key: target.groupTitle ?? '',
                  title: target.groupTitle ?? t.list.noGroup,
                })}
                columns={[
                  {
                    key: 'statement',
                    title: t.list.columns.statement,
                    main: true,
                    cell: (line) => targetTitle(line.target, language),
                  },
                  {
                    key: 'figure',
                    title: t.list.columns.figure,
                    width: '190px',
                    cell: (line) => formatTargetFigure(line.target, language) ?? '',
                  },
                  {
                    key: 'units',
                    title: t.list.columns.units,
                    numeric: true,
                    width: '72px',
                    cell: (line) => (line.units === 0 ? '' : formatNumber(line.units)),
                  },
                  {
                    key: 'state',
                    title: t.list.columns.state,
                    width: '220px',
                    cell: (line) => {
                      const state = stateOf(line)
                      return (
                        <StateBadge state={badges[state]} bare>
                          {t.list.states[state]}
                          {line.missing > 0 && `, ${t.list.missing(line.missing)}`}
                        </StateBadge>
                      )
                    },
                  },
                ]}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
