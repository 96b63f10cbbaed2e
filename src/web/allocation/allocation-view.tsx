import { useId, useMemo, useState } from 'react'
import { allocationContract } from '#contract/allocation.ts'
import {
  checkShares,
  noShare,
  notConcerned,
  shareFaults,
  type ShareFigures,
} from '#domain/allocation/shares.ts'
import { targetTitle } from '#domain/allocation/target-title.ts'
import type { Whole } from '#domain/allocation/whole.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { addressOf } from '#web/platform/client.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useLeaveGuard } from '#web/platform/routing.tsx'
import { FieldsView } from '#web/submissions/fields-view.tsx'
import { openCells, type Range } from '#web/submissions/grid-moves.ts'
import { GridView } from '#web/submissions/grid-view.tsx'
import { useNarrow } from '#web/submissions/use-narrow.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import { AudienceDialog } from './audience-dialog.tsx'
import { CheckLine } from './check-line-view.tsx'
import { DivideDialog } from './divide-dialog.tsx'
import { GiveDialog } from './give-dialog.tsx'
import { GivingsView } from './givings-view.tsx'
import { shareGrid } from './share-grid.ts'
import { UploadDialog } from './upload-dialog.tsx'
import { type AllocationPage, useAllocation } from './use-allocation.ts'

const texts = { vi, en }
type Open = 'divide' | 'upload' | 'audience' | 'give' | null

/** The shares of a target: typed, divided or from a file, saved as they are typed, and given when they are right. */
export function AllocationView({
  page,
  whole,
  mayAllocate,
}: {
  page: AllocationPage
  whole: Whole
  mayAllocate: boolean
}) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const tell = useToast()
  const narrow = useNarrow()
  const hintId = useId()
  const work = useAllocation(page)
  const { state } = work
  const { head, target } = page
  const [open, setOpen] = useState<Open>(null)
  const [asked, setAsked] = useState<number | null>(null)

  const title = targetTitle(target, language)
  const shares = page.rows.map((row) => state.shares.get(row.unitId) ?? noShare)
  const check = checkShares(whole, shares)
  const wrong = Object.keys(state.texts).length + shares.flatMap((share) => shareFaults(whole, share)).length
  const model = useMemo(
    () => shareGrid({ page, whole, state, check, mayType: mayAllocate, language, texts: t.grid }),
    [page, whole, state, check, mayAllocate, language, t],
  )
  const first = openCells(model.shape)[0] ?? { row: 0, column: 0 }
  const [range, setRange] = useState<Range>({ from: first, to: first })
  useLeaveGuard(work.kind !== 'saved' || Object.keys(state.texts).length > 0, t.grid.leave)

  const everyUnit = (share: (unitId: UnitId) => ShareFigures) =>
    work.put(
      new Map(
        [...state.shares].map(([unitId, before]) => [unitId, before.applies ? share(unitId) : notConcerned]),
      ),
    )
  // Whatever asks for the stored state waits until everything typed is stored.
  const begin = async (dialog: Open) => {
    const version = await work.flush()
    if (version === null) return
    setAsked(version)
    setOpen(dialog)
  }
  const close = () => setOpen(null)
  const bound = whole.measure === 'percent' ? (whole.least ?? whole.most) : null
  const onType = mayAllocate ? work.type : undefined
  return (
    <div data-wide-page>
      <PageHeader
        title={title}
        crumbs={[
          { text: t.crumb, href: to('plans') },
          { text: head.title, href: to('plans/$planId', { planId: head.planId }) },
          { text: t.list.title, href: to('plans/$planId/targets', { planId: head.planId }) },
        ]}
        facts={`${t.whole}: ${formatTargetFigure(target, language) ?? '–'} · ${page.audienceText ?? ''}`}
        acts={
          mayAllocate && (
            <Button kind="primary" onPress={() => void begin('give')}>
              {page.givenNo > 0 ? t.give.again : t.give.act}
            </Button>
          )
        }
      />
      {work.problem !== null && <ErrorState error={work.problem} onAgain={() => window.location.reload()} />}
      <CheckLine check={check} wrong={wrong} />
      {mayAllocate && (
        <div className="allocation-tools">
          <Button size="small" onPress={() => void begin('divide')}>
            {t.tools.divide}
          </Button>
          {bound !== null && (
            <Button
              size="small"
              onPress={() =>
                everyUnit((unitId) => ({ ...(state.shares.get(unitId) ?? noShare), value: bound }))
              }
            >
              {t.tools.same}
            </Button>
          )}
          <Button size="small" onPress={() => void begin('upload')}>
            {t.tools.excel}
          </Button>
          <LinkButton
            size="small"
            icon="download"
            href={addressOf(allocationContract.downloadShareTemplate, {
              params: { targetId: target.targetId },
            })}
            download
          >
            {t.tools.template}
          </LinkButton>
          <Button size="small" onPress={() => void begin('audience')}>
            {t.audience.change}
          </Button>
          <Button
            kind="quiet"
            size="small"
            icon="undo"
            disabled={state.undo.length === 0}
            onPress={work.undo}
          >
            {t.grid.undo}
          </Button>
          <span className="entry-saved" role="status" data-kind={work.kind}>
            {work.kind === 'refused' ? '' : t.grid[work.kind]}
          </span>
        </div>
      )}
      {narrow ? (
        <FieldsView model={model} withLast={false} onType={onType} />
      ) : (
        <>
          <GridView
            model={model}
            label={t.grid.label(title)}
            rowTitle={t.grid.unit}
            describedBy={hintId}
            withLast={false}
            range={range}
            onRange={setRange}
            call={0}
            onType={onType}
            onUndo={work.undo}
            onPasted={({ outside }) => {
              if (outside > 0) tell({ text: t.grid.outside(outside) })
            }}
          />
          <p className="entry-keys" id={hintId}>
            {mayAllocate && t.grid.keys}
          </p>
        </>
      )}
      <GivingsView page={page} whole={whole} />
      {open === 'divide' && (
        <DivideDialog
          page={page}
          whole={whole}
          shares={state.shares}
          onApply={(divided) => {
            work.put(divided)
            close()
          }}
          onClose={close}
        />
      )}
      {open === 'upload' && (
        <UploadDialog
          page={page}
          whole={whole}
          onApply={(taken) => {
            work.put(taken)
            close()
          }}
          onClose={close}
        />
      )}
      {open === 'audience' && asked !== null && (
        <AudienceDialog page={page} version={asked} onClose={close} />
      )}
      {open === 'give' && asked !== null && (
        <GiveDialog
          page={page}
          version={asked}
          shares={state.shares}
          check={check}
          wrong={wrong}
          onClose={close}
        />
      )}
    </div>
  )
}
