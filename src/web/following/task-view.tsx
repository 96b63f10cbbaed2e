import { followingContract, type WorkRow } from '#contract/following.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { DutyId, TaskId } from '#domain/basics/ids.ts'
import { productsOf } from '#domain/following/products.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useDetailTitle } from '#web/platform/routing.tsx'
import { ItemAmendments } from '#web/plans/item-amendments-view.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'
import { LifeNote } from './life-note-view.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { TaskUrgings } from './task-urgings-view.tsx'
import { Thread } from './thread-view.tsx'
import { TaskDerived, TaskOrigins } from './task-origins-view.tsx'
import { WorkActs } from './work-acts-view.tsx'
import './following.css'

const texts = { vi, en }

/** A task's page: the printed sentence, who leads, who coordinates, how each stands, the thread. */
export function TaskView({ taskId }: { taskId: TaskId | DutyId }) {
  const t = useTexts(texts)
  const task = useRead(followingContract.getTask, { params: { taskId } })
  useDetailTitle(task.data?.title ?? null)
  return (
    <Loaded reading={task} loading={<LoadingState shape="page" />}>
      {(data) => {
        const printed = (role: WorkRow['role']) =>
          data.printedUnits
            .filter((unit) => unit.role === role)
            .map((unit) => unit.printedName)
            .join('; ')
        const facts = [
          { key: 'lead', label: data.kind === 'duty' ? t.task.dutyOf : t.task.lead, value: printed('lead') },
          { key: 'coordinating', label: t.task.coordinating, value: printed('coordinating') },
          { key: 'time', label: t.task.time, value: data.timeText ?? '' },
          { key: 'product', label: t.task.product, value: data.product ?? '' },
          { key: 'plan', label: t.task.plan, value: `${data.planTitle} (${data.issuerName})` },
        ].filter((fact) => fact.value !== '')
        const products = productsOf(data.product)
        const several = data.work.some((row) => row.windowNo > 1)
        return (
          <article className="task-detail">
            {data.kind === 'duty' && <p className="task-no">{t.task.duty}</p>}
            <h2>
              {data.no !== null && <span className="task-no">{t.task.no(data.no)}</span>}
              {data.title}
            </h2>
            <KeyValues items={facts} dense />
            <TaskOrigins origins={data.origins} />
            <h3>{t.task.work}</h3>
            <ul className="task-work">
              {data.work.map((row) => (
                <li key={`${row.assignmentId}-${row.windowNo}`}>
                  <span className="task-work-unit">
                    {row.unitName}
                    <span className="task-work-role">
                      {row.kind === 'duty' ? t.dutyRoles[row.role] : t.roles[row.role]}
                      {row.term !== null
                        ? ` · ${t.terms[row.term]}`
                        : several && ` · ${t.task.window(row.windowNo)}`}
                      {row.dueOn !== null && ` · ${formatDate(row.dueOn)}`}
                    </span>
                    <LifeNote row={row} />
                  </span>
                  <StandingBadge row={row} bare />
                  <WorkActs row={row} issuerPath={data.issuerPath} products={products} />
                </li>
              ))}
            </ul>
            <TaskDerived derived={data.derived} />
            <ItemAmendments itemId={taskId} />
            <TaskUrgings taskId={taskId} />
            <h3>{t.task.thread}</h3>
            <Thread thread={data.thread} steps={data.steps} />
          </article>
        )
      }}
    </Loaded>
  )
}
