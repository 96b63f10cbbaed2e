import { useMemo, useState } from 'react'
import { plansContract, type PlanHead } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { type ReplyOf } from '#contract/endpoint.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter, useGo } from '#web/platform/routing.tsx'
import { choiceField, readField } from '#web/platform/search-params.ts'
import { Notice } from '#web/ui/notice.tsx'
import { Segments } from '#web/ui/choice-list.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { type Addition, nothingSelected } from './addition.ts'
import type { BesideTarget } from './beside-target.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { HeadForm } from './head-form.tsx'
import { NamesView } from './names-view.tsx'
import { ReturnedNotice } from './plan-moves-view.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { PlanTextView } from './plan-text-view.tsx'
import { en as enText } from './plan-text.en.ts'
import { vi as viText } from './plan-text.vi.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { ReviewHeader } from './review-header-view.tsx'
import { type ItemId, type ItemKind, itemKinds, itemsOf, keptOf, type ReviewItem } from './review-items.ts'
import { ReviewListView } from './review-list-view.tsx'
import { SourceView } from './source-view.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { useReview } from './use-review.ts'
import '#web/ui/document-fonts.css'
import './plans.css'

const texts = { vi, en }
const wordTexts = { vi: viText, en: enText }
const filterShape = {
  tab: choiceField([...itemKinds, 'names', 'head']),
  only: choiceField(['open']),
  // Of a plan that is written here, where both do not fit beside each other.
  pane: choiceField(['text', 'items'], 'text'),
  // The server looks whether it exists.
  item: readField((text) => text as ItemId),
}

/** Duyệt bản đọc: the document on the left, what was read on the right, each leading to the other. */
export function ReviewScreen({
  planId,
  besideTarget = new Map(),
}: {
  planId: PlanId
  besideTarget?: BesideTarget
}) {
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  return (
    <Loaded reading={plan} loading={<LoadingState shape="page" rows={12} />}>
      {(found) => <Review plan={found} besideTarget={besideTarget} />}
    </Loaded>
  )
}

type Asking =
  | { what: 'publish' | 'discard' }
  | { what: 'edit'; item: ReviewItem }
  | { what: 'split'; item: ReviewItem }
  | { what: 'add'; kind: ItemKind; addition: Addition }

function Review({
  plan,
  besideTarget,
}: {
  plan: ReplyOf<typeof plansContract.getPlan>
  besideTarget: BesideTarget
}) {
  const t = useTexts(texts)
  const to = useAddress()
  const go = useGo()
  const words = useTexts(wordTexts)
  const { head } = plan
  const isWritten = head.documentId === null
  const [filter, change] = useFilter(filterShape)
  const [asking, setAsking] = useState<Asking | null>(null)
  const acts = useReview(head.planId)
  const lists = useMemo(() => itemsOf(plan), [plan])
  const all = useMemo(() => [...lists.target, ...lists.duty, ...lists.task], [lists])
  const open = all.find((item) => item.id === filter.item) ?? null
  // The first list in which something was found.
  const tab = filter.tab ?? itemKinds.find((kind) => lists[kind].length > 0) ?? 'task'
  const select = (id: ItemId) => change({ item: id }, 'typed')
  const close = () => setAsking(null)
  const tasks = plan.tasks
  const taskNames = useMemo(
    () =>
      new Map(
        tasks.map((task) => [task.taskId, task.no === null ? task.title : `${task.no}. ${task.title}`]),
      ),
    [tasks],
  )
  const joinedTo = (item: ReviewItem) =>
    item.kind === 'duty' && item.view.taskId !== null ? (taskNames.get(item.view.taskId) ?? null) : null

  if (head.state !== 'draft') return <NoDraft head={head} />
  const unmatched = new Set(
    keptOf(all).flatMap((item) =>
      item.kind === 'target'
        ? []
        : item.view.units.filter((unit) => unit.target === null).map((unit) => unit.printedName),
    ),
  ).size
  return (
    <div className="review">
      <ReviewHeader
        head={head}
        items={all}
        unmatched={unmatched}
        acts={acts}
        onPublish={() => setAsking({ what: 'publish' })}
        onDiscard={() => setAsking({ what: 'discard' })}
      />
      <ReturnedNotice head={head} />
      {isWritten && (
        <div className="pane-switch">
          <Segments
            label={words.pane}
            choices={(['text', 'items'] as const).map((value) => ({ value, text: words.panes[value] }))}
            value={filter.pane}
            onChange={(pane) => change({ pane })}
          />
        </div>
      )}
      <div className="review-panes" data-pane={isWritten ? filter.pane : undefined}>
        {isWritten ? (
          <PlanTextView
            head={head}
            counts={{ target: keptOf(lists.target).length, duty: keptOf(lists.duty).length }}
          />
        ) : (
          <SourceView
            planId={head.planId}
            items={all}
            openAt={open?.at ?? null}
            onOpen={(item) => change({ tab: item.kind, item: item.id })}
            onAdd={(kind, addition) => setAsking({ what: 'add', kind, addition })}
          />
        )}
        <section className="review-found">
          <Tabs
            label={head.title}
            value={tab}
            onChange={(next) => change({ tab: next })}
            tabs={[
              ...itemKinds.map((kind) => ({
                value: kind,
                text: t.review.tabs[kind],
                count: countOf(lists[kind]),
                content: (
                  <ReviewListView
                    kind={kind}
                    isWritten={isWritten}
                    besideTarget={besideTarget}
                    items={lists[kind]}
                    openId={open?.kind === kind ? open.id : null}
                    onOpen={select}
                    only={filter.only === 'open'}
                    onOnly={(on) => change({ only: on ? 'open' : null })}
                    acts={acts}
                    paused={asking !== null}
                    joinedTo={joinedTo}
                    onAdd={() => setAsking({ what: 'add', kind, addition: nothingSelected })}
                    onEdit={(item) => setAsking({ what: 'edit', item })}
                    onSplit={(item) => setAsking({ what: 'split', item })}
                  />
                ),
              })),
              {
                value: 'names',
                text: t.review.tabs.names,
                ...(unmatched === 0 ? {} : { count: String(unmatched) }),
                content: <NamesView planId={head.planId} />,
              },
              { value: 'head', text: t.review.tabs.head, content: <HeadForm head={head} /> },
            ]}
          />
        </section>
      </div>
      {asking?.what === 'publish' && (
        <PublishDialog
          head={head}
          onClose={close}
          onDone={() => go(to('plans/$planId', { planId: head.planId }))}
        />
      )}
      {asking?.what === 'discard' && (
        <DiscardDialog head={head} onClose={close} onDone={() => go(to('plans'))} />
      )}
      {asking?.what === 'split' && (
        <SplitDialog
          planId={head.planId}
          item={asking.item}
          onClose={close}
          onDone={(addedId) => {
            close()
            select(addedId)
          }}
        />
      )}
      {asking?.what === 'edit' && (
        <ItemDialog plan={plan} of={asking.item} near={open} besideTarget={besideTarget} onClose={close} />
      )}
      {asking?.what === 'add' && <ItemDialog plan={plan} of={asking} near={open} onClose={close} />}
    </div>
  )
}

/** How many are looked over, of how many. */
function countOf(items: readonly ReviewItem[]): string {
  const kept = keptOf(items)
  const done = kept.filter((item) => item.review !== 'unreviewed' && !item.needs).length
  return `${done}/${kept.length}`
}

function NoDraft({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  const to = useAddress()
  return (
    <Notice title={t.list.states[head.state]}>
      <a href={to('plans/$planId', { planId: head.planId })}>{head.title}</a>
    </Notice>
  )
}
