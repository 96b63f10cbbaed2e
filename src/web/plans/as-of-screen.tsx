import { useState } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { amendmentsContract } from '#contract/plan-amendments.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { DayChoice } from '#web/ui/date-input.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'
import './amendments.css'

const texts = { vi, en }
type Item = ReplyOf<(typeof amendmentsContract)['getPlanAsOf']>['items'][number]
const kinds = ['target', 'duty', 'task'] as const
// They stand in the name of the item already.
const inName: ReadonlySet<string> = new Set(['no', 'title', 'body', 'statement'])

/** The plan as it stood at the end of a day; what differs from today is marked and comes first. */
export function AsOfScreen({ planId }: { planId: PlanId }) {
  const t = useTexts(texts)
  const to = useAddress()
  const { today } = useSession()
  const [day, setDay] = useState<LocalDate>(today)
  const plan = useRead(
    amendmentsContract.getPlanAsOf,
    { params: { planId }, query: { day } },
    { keepFormer: true },
  )
  const fields: Readonly<Record<string, string>> = t.fields
  return (
    <>
      <PageHeader
        title={t.day.title}
        crumbs={[
          { text: t.crumb, href: to('plans') },
          { text: plan.data?.plan.title ?? '…', href: to('plans/$planId', { planId }) },
          { text: t.title, href: to('plans/$planId/amendments', { planId }) },
        ]}
      />
      <div className="amendment-day">
        <span>{t.day.label}</span>
        <DayChoice value={day} onChange={setDay} today={today} aria-label={t.day.label} />
      </div>
      <Loaded reading={plan} loading={<LoadingState shape="rows" rows={10} />}>
        {({ items }) => {
          const different = items.filter((item) => !item.sameAsToday).length
          return (
            <>
              <p role="status" className="muted">
                {different === 0 ? t.day.same : t.day.count(different)}
              </p>
              {kinds.map((kind) => {
                const rows = items
                  .filter((item) => item.kind === kind)
                  .toSorted((a, b) => Number(a.sameAsToday) - Number(b.sameAsToday))
                return rows.length === 0 ? null : (
                  <section key={kind} className="amendment-entries">
                    <h2>{t.kinds[kind]}</h2>
                    <Table<Item>
                      caption={t.day.caption(t.kinds[kind])}
                      rows={rows}
                      keyOf={(item) => item.itemId}
                      columns={[
                        {
                          key: 'name',
                          title: t.day.columns.name,
                          main: true,
                          width: '55%',
                          cell: (item) => (
                            <>
                              {item.name}
                              {!item.sameAsToday && (
                                <>
                                  {' '}
                                  <StateBadge state="attention" bare>
                                    {t.day.differs}
                                  </StateBadge>
                                </>
                              )}
                            </>
                          ),
                        },
                        {
                          key: 'details',
                          title: t.day.columns.details,
                          cell: (item) =>
                            item.said
                              .filter(({ field, text }) => text !== '' && !inName.has(field))
                              .map(({ field, text }) => (
                                <p key={field} className="amendment-details">
                                  {fields[field] ?? field}: {text.replaceAll('\n', '; ')}
                                </p>
                              )),
                        },
                      ]}
                    />
                  </section>
                )
              })}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
