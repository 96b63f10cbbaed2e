import { useState } from 'react'
import { allocationContract } from '#contract/allocation.ts'
import type { PlanId, TargetId } from '#domain/basics/ids.ts'
import { targetTitle } from '#domain/allocation/target-title.ts'
import { wholeOf } from '#domain/allocation/whole.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { useRead } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import { AllocationView } from './allocation-view.tsx'
import { AudienceDialog } from './audience-dialog.tsx'
import './allocation.css'

const texts = { vi, en }

/** Giao chỉ tiêu: one target, the units that get it, and what each gets. */
export function AllocationScreen({ planId, targetId }: { planId: PlanId; targetId: TargetId }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const may = useMay()
  const [choosing, setChoosing] = useState(false)
  const allocation = useRead(allocationContract.getAllocation, { params: { targetId } })
  return (
    <Loaded reading={allocation} loading={<LoadingState shape="page" rows={10} />}>
      {(page) => {
        const { head, target } = page
        const whole = wholeOf(target)
        const mayAllocate = may('target.allocate', head.issuerPath)
        const header = (
          <PageHeader
            title={targetTitle(target, language)}
            crumbs={[
              { text: t.crumb, href: to('plans') },
              { text: head.title, href: to('plans/$planId', { planId }) },
              { text: t.list.title, href: to('plans/$planId/targets', { planId }) },
            ]}
            facts={`${t.whole}: ${formatTargetFigure(target, language) ?? '–'}`}
          />
        )
        if (whole === null)
          return (
            <>
              {header}
              <Notice>{t.notShareable}</Notice>
            </>
          )
        if (page.audience !== null)
          return <AllocationView key={targetId} page={page} whole={whole} mayAllocate={mayAllocate} />
        return (
          <>
            {header}
            <EmptyState
              title={t.start.title}
              {...(mayAllocate
                ? {
                    act: (
                      <Button kind="primary" onPress={() => setChoosing(true)}>
                        {t.start.act}
                      </Button>
                    ),
                  }
                : {})}
            >
              {mayAllocate && t.start.text}
            </EmptyState>
            {choosing && (
              <AudienceDialog page={page} version={page.version} onClose={() => setChoosing(false)} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
