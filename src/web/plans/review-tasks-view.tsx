import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { plansContract, type PlanTaskView } from '#contract/plans.ts'
import type { PlanId, TaskId } from '#domain/basics/ids.ts'
import { useWrite } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { EmptyState, ErrorState } from '#web/ui/states.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { TaskDialog } from './task-dialog.tsx'
import { windowsText } from './windows-text.ts'

const texts = { vi, en }
const states: Record<PlanTaskView['review'], State> = {
  unreviewed: 'draft',
  accepted: 'done',
  corrected: 'done',
  added: 'done',
  discarded: 'none',
}

export type ReviewTasksViewProps = {
  planId: PlanId
  tasks: readonly PlanTaskView[]
  openId: TaskId | null
  onOpen: (taskId: TaskId) => void
  only: boolean
  onOnly: (on: boolean) => void
}

/** The tasks in document order; ↑ ↓ move, A accepts, Enter edits. */
export function ReviewTasksView({ planId, tasks, openId, onOpen, only, onOnly }: ReviewTasksViewProps) {
  const t = useTexts(texts).review
  const [editing, setEditing] = useState<PlanTaskView | 'new' | null>(null)
  const change = useWrite(plansContract.changeTask, {
    refresh: [plansContract.getPlan, plansContract.listNames],
  })
  const list = useRef<HTMLUListElement>(null)
  const at = tasks.findIndex((task) => task.taskId === openId)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [openId])

  const set = (task: PlanTaskView, review: 'accepted' | 'unreviewed' | 'discarded') =>
    change.send({
      params: { taskId: task.taskId },
      body: {
        version: task.version,
        no: task.no,
        title: task.title,
        windows: task.windows,
        product: task.product,
        review,
        units: task.units.map(({ role, printedName, target }) => ({ role, printedName, target })),
      },
    })
  const move = (step: number) => {
    const next = tasks[Math.min(Math.max(at + step, 0), tasks.length - 1)]
    if (next !== undefined) onOpen(next.taskId)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || editing !== null) return
    const open = tasks[at]
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && open !== undefined && event.target === list.current) setEditing(open)
    else if ((event.key === 'a' || event.key === 'A') && open !== undefined) {
      if (open.review === 'unreviewed') set(open, 'accepted')
      move(1)
    } else return
    event.preventDefault()
  }

  return (
    <div className="review-tasks">
      <div className="review-tools">
        <Checkbox checked={only} onChange={onOnly}>
          {t.onlyOpen}
        </Checkbox>
        <span className="review-keys">{t.keys}</span>
        <Button size="small" icon="plus" onPress={() => setEditing('new')}>
          {t.add}
        </Button>
      </div>
      {change.problem !== null && <ErrorState error={change.problem} />}
      {tasks.length === 0 && <EmptyState title={only ? t.allDone : t.none} />}
      <ul
        className="review-list"
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t.tabs.tasks}
        aria-activedescendant={openId === null ? undefined : `task-${openId}`}
        onKeyDown={press}
      >
        {tasks.map((task) => (
          <TaskItem
            key={task.taskId}
            task={task}
            open={task.taskId === openId}
            onOpen={() => onOpen(task.taskId)}
          />
        ))}
      </ul>
      {at >= 0 && tasks[at] !== undefined && (
        <TaskActs task={tasks[at]} busy={change.busy} onSet={set} onEdit={setEditing} />
      )}
      {editing !== null && (
        <TaskDialog
          planId={planId}
          task={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function TaskActs({
  task,
  busy,
  onSet,
  onEdit,
}: {
  task: PlanTaskView
  busy: boolean
  onSet: (task: PlanTaskView, review: 'accepted' | 'unreviewed' | 'discarded') => void
  onEdit: (task: PlanTaskView) => void
}) {
  const t = useTexts(texts).review
  return (
    <div className="review-acts">
      {task.review === 'discarded' ? (
        <Button size="small" icon="undo" busy={busy} onPress={() => onSet(task, 'unreviewed')}>
          {t.undrop}
        </Button>
      ) : (
        <>
          <Button
            size="small"
            kind="primary"
            icon="check"
            busy={busy}
            disabled={task.review !== 'unreviewed'}
            onPress={() => onSet(task, 'accepted')}
          >
            {t.accept}
          </Button>
          <Button size="small" icon="edit" onPress={() => onEdit(task)}>
            {t.edit}
          </Button>
          <Button
            size="small"
            kind="quiet"
            icon="remove"
            busy={busy}
            onPress={() => onSet(task, 'discarded')}
          >
            {t.drop}
          </Button>
        </>
      )}
    </div>
  )
}

function TaskItem({ task, open, onOpen }: { task: PlanTaskView; open: boolean; onOpen: () => void }) {
  const t = useTexts(texts).review
  const language = useLanguage()
  const named = (role: 'lead' | 'coordinating') => task.units.filter((unit) => unit.role === role)
  const faults = task.review === 'discarded' ? [] : task.faults.filter((fault) => fault !== 'not_reviewed')
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list itself hears the keys
    <li
      id={`task-${task.taskId}`}
      role="option"
      aria-selected={open}
      className="review-item"
      data-review={task.review}
      onClick={onOpen}
    >
      <p className="review-title">
        {task.no !== null && <b>{task.no}. </b>}
        {task.title}
      </p>
      <dl className="review-facts-list">
        {(['lead', 'coordinating'] as const).map((role) => (
          <div key={role}>
            <dt>{t[role]}</dt>
            <dd>
              {named(role).map((unit) => (
                <span
                  key={unit.printedName}
                  className="review-unit"
                  data-unmatched={unit.target === null || undefined}
                  title={unit.targetName ?? undefined}
                >
                  {unit.printedName}
                </span>
              ))}
              {named(role).length === 0 && '–'}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t.time}</dt>
          <dd>{windowsText(task.windows, language) || '–'}</dd>
        </div>
      </dl>
      <p className="review-state">
        <StateBadge state={states[task.review]} bare>
          {t.states[task.review]}
        </StateBadge>
        {task.review === 'unreviewed' && task.confidence !== null && task.confidence < 0.8 && (
          <StateBadge state="attention" bare>
            {t.sure(Math.round(task.confidence * 100))}
          </StateBadge>
        )}
        {faults.map((fault) => (
          <span key={fault} className="review-fault">
            <Icon name="attention" size={16} /> {t.fault[fault]}
          </span>
        ))}
      </p>
    </li>
  )
}
