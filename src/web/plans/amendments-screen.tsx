import { useState } from 'react'
import { type AmendmentHead, amendmentsContract } from '#contract/plan-amendments.ts'
import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, ErrorState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { AmendmentHeadDialog } from './amendment-head-dialog.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'

const texts = { vi, en }
const badges: Record<AmendmentHead['state'], State> = {
  draft: 'draft',
  published: 'done',
  discarded: 'none',
}

/** What changed a published plan since, the latest first; and what is being written. */
export function AmendmentsScreen({ planId }: { planId: PlanId }) {
  const t = useTexts(texts)
  const to = useAddress()
  const go = useGo()
  const may = useMay()
  const tell = useToast()
  const [creating, setCreating] = useState(false)
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  const list = useRead(amendmentsContract.listAmendments, { params: { planId } })
  const joined = useWrite(amendmentsContract.giveToJoined, {
    onDone: ({ units, assignments }) => tell({ text: t.joinedDone(units, assignments) }),
  })
  const head = plan.data?.head ?? null
  const mayDraft = head !== null && may('plan.draft', head.issuerPath)
  const create = mayDraft && (
    <Button kind="primary" onPress={() => setCreating(true)}>
      {t.create}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t.title}
        crumbs={[
          { text: t.crumb, href: to('plans') },
          { text: head?.title ?? '…', href: to('plans/$planId', { planId }) },
        ]}
        acts={
          <>
            <LinkButton href={to('plans/$planId/as-of', { planId })}>{t.asOf}</LinkButton>
            {mayDraft && (
              <Button busy={joined.busy} onPress={() => joined.send({ params: { planId } })}>
                {t.joined}
              </Button>
            )}
            {create}
          </>
        }
      />
      {joined.problem !== null && <ErrorState error={joined.problem} />}
      <Loaded reading={list} loading={<LoadingState shape="rows" />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t.list.empty}>{mayDraft ? t.list.emptyText : t.list.emptyReader}</EmptyState>
          ) : (
            <Table
              caption={t.list.caption}
              rows={rows}
              keyOf={(row) => row.amendmentId}
              hrefOf={(row) =>
                to('plans/$planId/amendments/$amendmentId', { planId, amendmentId: row.amendmentId })
              }
              columns={[
                {
                  key: 'name',
                  title: t.list.columns.name,
                  main: true,
                  width: '200px',
                  cell: (row) => (
                    <>
                      {row.no === null ? t.list.draft : t.list.no(row.no)}
                      {(row.number !== null || row.signedOn !== null) &&
                        ` · ${t.facts.numbered(row.number, row.signedOn === null ? null : formatDate(row.signedOn))}`}
                    </>
                  ),
                },
                { key: 'reason', title: t.list.columns.reason, cell: (row) => row.reason },
                { key: 'what', title: t.list.columns.what, width: '180px', cell: (row) => t.what(row) },
                {
                  key: 'on',
                  title: t.list.columns.on,
                  oneLine: true,
                  cell: (row) => (row.publishedOn === null ? '' : formatDate(row.publishedOn)),
                },
                {
                  key: 'state',
                  title: t.list.columns.state,
                  width: '140px',
                  cell: (row) => (
                    <StateBadge state={badges[row.state]} bare>
                      {t.list.states[row.state]}
                    </StateBadge>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {creating && (
        <AmendmentHeadDialog
          of={{ planId }}
          onClose={() => setCreating(false)}
          onCreated={(amendmentId) =>
            go(to('plans/$planId/amendments/$amendmentId', { planId, amendmentId }))
          }
        />
      )}
    </>
  )
}
