import { plansContract } from '#contract/plans.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { DocumentActsView } from './document-acts-view.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { windowsText } from './windows-text.ts'

const texts = { vi, en }

/** A published plan as it was issued: its head, and the tasks with the units as printed. */
export function PlanScreen({ planId }: { planId: PlanId }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const may = useMay()
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  return (
    <Loaded reading={plan} loading={<LoadingState shape="page" rows={10} />}>
      {({ head, tasks }) => {
        const printed = (task: (typeof tasks)[number], role: 'lead' | 'coordinating') =>
          task.units
            .filter((unit) => unit.role === role)
            .map((unit) => unit.printedName)
            .join('; ')
        const facts = [
          { key: 'issuer', label: t.plan.facts.issuer, value: head.issuerName },
          { key: 'number', label: t.plan.facts.number, value: head.number },
          {
            key: 'signedOn',
            label: t.plan.facts.signedOn,
            value: head.signedOn === null ? null : formatDate(head.signedOn),
          },
          {
            key: 'published',
            label: t.plan.facts.published,
            value:
              head.publishedAt === null
                ? null
                : t.plan.published(formatInstant(head.publishedAt), head.publishedByName ?? ''),
          },
          {
            key: 'file',
            label: t.plan.facts.file,
            value: head.fileName !== null && (
              <a href={addressOf(plansContract.downloadPlanFile, { params: { planId } })} download>
                {head.fileName}
              </a>
            ),
          },
        ].filter((fact) => fact.value !== null && fact.value !== false)
        return (
          <>
            <PageHeader
              title={head.title}
              crumbs={[{ text: t.review.crumb, href: to('plans') }]}
              acts={
                <>
                  <DocumentActsView head={head} />
                  <LinkButton href={to('plans/$planId/amendments', { planId })}>
                    {t.plan.toAmendments}
                  </LinkButton>
                  {head.targets > 0 && may('target.read_shares', head.issuerPath) && (
                    <LinkButton href={to('plans/$planId/targets', { planId })}>{t.plan.toTargets}</LinkButton>
                  )}
                  <LinkButton kind="primary" href={to('tasks/{-$taskId}', { taskId: null })}>
                    {t.plan.toTasks}
                  </LinkButton>
                </>
              }
            />
            <KeyValues items={facts} dense />
            <Table
              caption={t.plan.caption}
              rows={tasks.filter((task) => task.review !== 'discarded')}
              keyOf={(task) => task.taskId}
              hrefOf={(task) => to('tasks/{-$taskId}', { taskId: task.taskId })}
              columns={[
                {
                  key: 'no',
                  title: t.plan.columns.no,
                  numeric: true,
                  cell: (task) => task.no ?? '',
                  width: '56px',
                },
                {
                  key: 'title',
                  title: t.plan.columns.title,
                  main: true,
                  cell: (task) => (
                    <>
                      {task.title}
                      {task.endedOn !== null && (
                        <>
                          {' '}
                          <StateBadge state="none" bare>
                            {t.plan.endedOn(formatDate(task.endedOn))}
                          </StateBadge>
                        </>
                      )}
                    </>
                  ),
                  width: '36%',
                },
                { key: 'lead', title: t.plan.columns.lead, cell: (task) => printed(task, 'lead') },
                {
                  key: 'coordinating',
                  title: t.plan.columns.coordinating,
                  cell: (task) => printed(task, 'coordinating'),
                },
                {
                  key: 'time',
                  title: t.plan.columns.time,
                  cell: (task) => windowsText(task.windows, language),
                },
              ]}
            />
          </>
        )
      }}
    </Loaded>
  )
}
