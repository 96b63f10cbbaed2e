import { useMemo } from 'react'
import { targetsContract } from '#contract/targets.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { ReviewScreen } from '#web/plans/review-screen.tsx'
import { LastYearView } from './last-year-view.tsx'

/** The review of a draft; beside a target that was taken over stands what came of it last year. */
export function WrittenPlanScreen({ planId }: { planId: PlanId }) {
  const { data } = useRead(targetsContract.listLastYear, { params: { planId } })
  const besideTarget = useMemo(() => {
    const { plan = null, rows = [] } = data ?? {}
    return new Map(
      plan === null
        ? []
        : rows.map(({ targetId, line }) => [
            targetId,
            {
              inList: <LastYearView line={line} schoolYear={plan.schoolYear} />,
              inDialog: <LastYearView line={line} schoolYear={plan.schoolYear} linked />,
            },
          ]),
    )
  }, [data])
  return <ReviewScreen planId={planId} besideTarget={besideTarget} />
}
