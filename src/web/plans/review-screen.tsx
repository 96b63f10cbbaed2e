import { useState } from 'react'
import { plansContract, type PlanHead, type PlanTaskView } from '#contract/plans.ts'
import type { PlanId, TaskId } from '#domain/basics/ids.ts'
import { stoppingFaults } from '#domain/plans/plan-task.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useFilter, useGo } from '#web/platform/routing.tsx'
import { choiceField, readField } from '#web/platform/search-params.ts'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { HeadForm } from './head-form.tsx'
import { NamesView } from './names-view.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { ReviewTasksView } from './review-tasks-view.tsx'
import { SourceView } from './source-view.tsx'
import '#web/ui/document-fonts.css'
import './plans.css'

const texts = { vi, en }
const filterShape = {
  tab: choiceField(['tasks', 'names', 'head'], 'tasks'),
  only: choiceField(['open']),
  // The server looks whether it exists.
  task: readField((text) => text as TaskId),
}

/** Duyệt bản đọc: the document on the left, what was read on the right, each leading to the other. */
export function ReviewScreen({ planId }: { planId: PlanId }) {
  const plan = useRead(plansContract.getPlan, { params: { planId } })
  return (
    <Loaded reading={plan} loading={<LoadingState shape="page" rows={12} />}>
      {({ head, tasks }) => <Review head={head} tasks={tasks} />}
    </Loaded>
  )
}

function Review({ head, tasks }: { head: PlanHead; tasks: readonly PlanTaskView[] }) {
  const t = useTexts(texts)
  const to = useAddress()
  const go = useGo()
  const may = useMay()
  const [filter, change] = useFilter(filterShape)
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null)
  const accept = useWrite(plansContract.reviewTasks, { refresh: [plansContract.getPlan] })

  const kept = tasks.filter((task) => task.review !== 'discarded')
  const done = kept.filter((task) => task.review !== 'unreviewed').length
  const unmatched = new Set(
    kept.flatMap((task) => task.units.filter((unit) => unit.target === null).map((unit) => unit.printedName)),
  ).size
  const faulty = kept.filter(needsLook).length
  const clean = kept.filter((task) => task.review === 'unreviewed' && !needsLook(task))
  const shown =
    filter.only === 'open' ? tasks.filter((task) => task.review === 'unreviewed' || needsLook(task)) : tasks
  const open = tasks.find((task) => task.taskId === filter.task) ?? null
  const select = (taskId: TaskId) => change({ task: taskId }, 'typed')

  if (head.state !== 'draft') {
    return (
      <Notice title={t.list.states[head.state]}>
        <a href={to('plans/$planId', { planId: head.planId })}>{head.title}</a>
      </Notice>
    )
  }
  return (
    <div className="review">
      <PageHeader
        title={head.title}
        crumbs={[{ text: t.review.crumb, href: to('plans') }]}
        facts={
          <div className="review-facts">
            <ProgressBar
              label={t.review.progress(done, kept.length)}
              share={kept.length === 0 ? 0 : done / kept.length}
              words={t.review.progress(done, kept.length)}
            />
            <span>{t.review.unmatched(unmatched)}</span>
            <span>{t.review.faults(faulty)}</span>
          </div>
        }
        acts={
          <>
            <Menu
              label={t.review.discard}
              icon="more"
              alone
              acts={[
                {
                  key: 'accept',
                  text: t.review.acceptAll,
                  icon: 'check',
                  disabled: clean.length === 0,
                  onPress: () =>
                    accept.send({
                      params: { planId: head.planId },
                      body: { taskIds: clean.map((task) => task.taskId) },
                    }),
                },
                {
                  key: 'discard',
                  text: t.review.discard,
                  icon: 'remove',
                  danger: true,
                  onPress: () => setAsking('discard'),
                },
              ]}
            />
            {clean.length > 0 && (
              <Button
                busy={accept.busy}
                onPress={() =>
                  accept.send({
                    params: { planId: head.planId },
                    body: { taskIds: clean.map((task) => task.taskId) },
                  })
                }
              >
                {t.review.acceptAll}
              </Button>
            )}
            {may('plan.publish', head.issuerPath) && (
              <Button kind="primary" onPress={() => setAsking('publish')}>
                {t.review.publish}
              </Button>
            )}
          </>
        }
      />
      <div className="review-panes">
        <SourceView
          planId={head.planId}
          hasFile={head.documentId !== null}
          tasks={tasks}
          openAt={open?.at ?? null}
          onTask={select}
        />
        <section className="review-found">
          <Tabs
            label={head.title}
            value={filter.tab}
            onChange={(tab) => change({ tab })}
            tabs={[
              {
                value: 'tasks',
                text: t.review.tabs.tasks,
                count: String(kept.length),
                content: (
                  <ReviewTasksView
                    planId={head.planId}
                    tasks={shown}
                    openId={open?.taskId ?? null}
                    onOpen={select}
                    only={filter.only === 'open'}
                    onOnly={(on) => change({ only: on ? 'open' : null })}
                  />
                ),
              },
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
      {asking === 'publish' && (
        <PublishDialog
          head={head}
          onClose={() => setAsking(null)}
          onDone={() => go(to('plans/$planId', { planId: head.planId }))}
        />
      )}
      {asking === 'discard' && (
        <DiscardDialog head={head} onClose={() => setAsking(null)} onDone={() => go(to('plans'))} />
      )}
    </div>
  )
}

/** Something a person should see before it is accepted, apart from not having been looked at yet. */
export function needsLook(task: Pick<PlanTaskView, 'faults' | 'confidence' | 'review'>): boolean {
  const unsure = task.review === 'unreviewed' && task.confidence !== null && task.confidence < 0.8
  return (
    unsure ||
    task.faults.some(
      (fault) => fault !== 'not_reviewed' && (stoppingFaults.includes(fault) || task.review === 'unreviewed'),
    )
  )
}
