import { allocationContract } from '#contract/allocation.ts'
import type { TargetId } from '#domain/basics/ids.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import { GivenTargetsView } from './given-targets-view.tsx'

const texts = { vi, en }

/** Chỉ tiêu được giao: the targets of the year of which the unit has a share. */
export function GivenTargetsScreen({ targetId }: { targetId: TargetId | null }) {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const given = useRead(allocationContract.listGivenTargets, {
    params: { unitId: unit.unitId },
    query: { schoolYear: year },
  })
  return (
    <>
      <PageHeader
        title={t.given.title}
        crumbs={[{ text: t.crumb, href: to('plans') }]}
        facts={t.given.facts(unit.name, year)}
      />
      <Loaded reading={given} loading={<LoadingState shape="rows" rows={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t.given.empty}>{t.given.emptyText}</EmptyState>
          ) : (
            <GivenTargetsView rows={rows} openId={targetId} />
          )
        }
      </Loaded>
    </>
  )
}
