import { useState } from 'react'
import { plansContract, type PlanHead } from '#contract/plans.ts'
import { formatDate } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, Loaded } from '#web/ui/states.tsx'
import { ListFileButton } from '#web/ui/list-file-button.tsx'
import { type Column, sheetColumns, Table } from '#web/ui/table.tsx'
import { NewPlanDialog } from './new-plan-dialog.tsx'
import { en as enDocuments } from './plan-documents.en.ts'
import { vi as viDocuments } from './plan-documents.vi.ts'
import { en as enMoves } from './plan-moves.en.ts'
import { vi as viMoves } from './plan-moves.vi.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }
const moveTexts = { vi: viMoves, en: enMoves }
const documentTexts = { vi: viDocuments, en: enDocuments }

const badges: Record<PlanHead['state'], State> = {
  draft: 'draft',
  submitted: 'running',
  published: 'done',
  discarded: 'none',
}

/** Kế hoạch: the plans of the year that concern the unit, its own and those of the units above it. */
export function PlansScreen() {
  const t = useTexts(texts).list
  const { begin } = useTexts(documentTexts)
  const moves = useTexts(moveTexts)
  const [asked, setAsked] = useState(false)
  const { unit, year } = usePlace()
  const to = useAddress()
  const may = useMay()
  const plans = useRead(plansContract.listPlans, { query: { unitId: unit.unitId, schoolYear: year } })
  const mayDraft = may('plan.draft', unit.path)
  const upload = mayDraft && (
    <>
      <Button onPress={() => setAsked(true)}>{begin.open}</Button>
      <LinkButton kind="primary" icon="upload" href={to('plans/upload')}>
        {t.upload}
      </LinkButton>
    </>
  )
  const hrefOf = (plan: PlanHead) =>
    plan.state === 'draft'
      ? to('plans/$planId/review', { planId: plan.planId })
      : to('plans/$planId', { planId: plan.planId })
  const stateOf = (plan: PlanHead) =>
    plan.state === 'draft' && plan.documentId === null ? t.writing : t.states[plan.state]
  const columns: Column<PlanHead>[] = [
    { key: 'title', title: t.columns.title, main: true, cell: (plan) => plan.title },
    { key: 'issuer', title: t.columns.issuer, cell: (plan) => plan.issuerName },
    {
      key: 'number',
      title: t.columns.number,
      cell: (plan) =>
        [plan.number, plan.signedOn === null ? null : formatDate(plan.signedOn)]
          .filter((part) => part !== null)
          .join(', ') || '–',
    },
    {
      key: 'tasks',
      title: t.columns.tasks,
      numeric: true,
      cell: (plan) => formatNumber(plan.tasks),
    },
    {
      key: 'state',
      title: t.columns.state,
      sheet: { value: stateOf, width: 16 },
      cell: (plan) => (
        <StateBadge state={badges[plan.state]} bare>
          {stateOf(plan)}
        </StateBadge>
      ),
    },
  ]
  return (
    <>
      {asked && <NewPlanDialog onClose={() => setAsked(false)} />}
      <PageHeader
        title={t.title(year)}
        acts={
          <>
            {(plans.data ?? []).length > 0 && (
              <ListFileButton
                make={async () =>
                  await Promise.resolve({
                    title: t.title(year),
                    facts: [unit.name],
                    columns: sheetColumns(columns),
                    rows: plans.data ?? [],
                  })
                }
              />
            )}
            {may('assignment.overview', unit.path) && (
              <LinkButton href={to('unit-plans')}>{moves.unitPlans}</LinkButton>
            )}
            {upload}
          </>
        }
      />
      <Loaded reading={plans}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t.empty} act={upload && <div className="page-acts">{upload}</div>}>
              {mayDraft ? t.emptyText : t.emptyReader}
            </EmptyState>
          ) : (
            <Table
              caption={t.caption}
              rows={rows}
              keyOf={(plan) => plan.planId}
              hrefOf={hrefOf}
              columns={columns}
            />
          )
        }
      </Loaded>
    </>
  )
}
