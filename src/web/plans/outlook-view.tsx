import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded } from '#web/ui/states.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }
const mostShown = 8

/** What publishing would do, and whether anything stands in its way. */
export function useOutlook(planId: PlanId) {
  const reading = useRead(plansContract.previewPublishing, { params: { planId } })
  return { reading, ready: reading.data !== undefined && reading.data.stops.length === 0 }
}

/** The consequence in numbers, or what has to be mended first. */
export function OutlookView({ reading }: Pick<ReturnType<typeof useOutlook>, 'reading'>) {
  const t = useTexts(texts)
  return (
    <Loaded reading={reading}>
      {({ tasks, duties, targets, units, assignments, stops }) =>
        stops.length === 0 ? (
          <>
            <p>{t.publish.question({ tasks, duties, units, assignments })}</p>
            {targets > 0 && <p>{t.publish.targets(targets)}</p>}
          </>
        ) : (
          <Notice kind="warning" title={t.publish.stops(stops.length)}>
            <ul>
              {stops.slice(0, mostShown).map((stop) => (
                <li key={`${stop.item?.id ?? ''}${stop.fault}`}>
                  {stop.item === null
                    ? t.review.fault[stop.fault]
                    : `${t.publish.stop[stop.item.kind](stop.name ?? '–')}: ${t.review.fault[stop.fault]}`}
                </li>
              ))}
              {stops.length > mostShown && <li>{t.publish.more(stops.length - mostShown)}</li>}
            </ul>
          </Notice>
        )
      }
    </Loaded>
  )
}
