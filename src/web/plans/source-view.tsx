import { useEffect, useMemo, useRef } from 'react'
import { plansContract, type PlanTaskView } from '#contract/plans.ts'
import type { PlanId, TaskId } from '#domain/basics/ids.ts'
import type { SourceBlock } from '#domain/reading/source.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded } from '#web/ui/states.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }
type At = Readonly<Record<string, number>>

function keyOf(at: At): string {
  if ('table' in at) return `t${at['table']}r${at['row']}`
  return Object.entries(at)
    .map(([name, value]) => `${name[0]}${Math.round(value)}`)
    .join('')
}

export type SourceViewProps = {
  planId: PlanId
  hasFile: boolean
  tasks: readonly PlanTaskView[]
  openAt: At | null
  onTask: (taskId: TaskId) => void
}

/** The document as it looks, near enough to find one's way; what was read as a task leads to it. */
export function SourceView({ planId, hasFile, tasks, openAt, onTask }: SourceViewProps) {
  const t = useTexts(texts).review
  const source = useRead(plansContract.getPlanSource, { params: { planId } }, { when: hasFile })
  const pane = useRef<HTMLDivElement>(null)
  const taskAt = useMemo(
    () =>
      new Map(
        tasks.flatMap((task): [string, TaskId][] =>
          task.at === null ? [] : [[keyOf(task.at), task.taskId]],
        ),
      ),
    [tasks],
  )
  const openKey = openAt === null ? null : keyOf(openAt)
  const loaded = source.data !== undefined

  useEffect(() => {
    if (openKey !== null && loaded)
      pane.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'center' })
  }, [openKey, loaded])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="review-source" aria-label={t.source} ref={pane} tabIndex={0}>
      <header className="review-source-head">
        <h2>{t.source}</h2>
        {hasFile && (
          <LinkButton
            size="small"
            kind="quiet"
            icon="download"
            href={addressOf(plansContract.downloadPlanFile, { params: { planId } })}
            download
          >
            {t.download}
          </LinkButton>
        )}
      </header>
      {!hasFile && <p className="muted">{t.noSource}</p>}
      {hasFile && (
        <Loaded reading={source}>
          {({ blocks, problems }) => (
            <>
              {problems.length > 0 && (
                <Notice kind="warning" title={t.problems}>
                  <ul>
                    {problems.slice(0, 20).map((problem) => (
                      <li key={problem.message + JSON.stringify(problem.at)}>{problem.message}</li>
                    ))}
                  </ul>
                </Notice>
              )}
              <div className="document-page">
                {/* Written by the server from the very same type. */}
                {(blocks as SourceBlock[]).map((block, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the document does not change
                  <Block key={index} block={block} openKey={openKey} taskAt={taskAt} onTask={onTask} />
                ))}
              </div>
            </>
          )}
        </Loaded>
      )}
    </section>
  )
}

type BlockProps = {
  block: SourceBlock
  openKey: string | null
  taskAt: ReadonlyMap<string, TaskId>
  onTask: (taskId: TaskId) => void
}

function Block({ block, openKey, taskAt, onTask }: BlockProps) {
  if (block.kind === 'table') {
    return (
      <table className="document-table" data-bordered={block.bordered !== false || undefined}>
        <tbody>
          {block.rows.map((row) => {
            const first = row.cells[0]
            const key = first === undefined ? '' : keyOf({ ...first.at })
            const taskId = taskAt.get(key)
            return (
              <tr key={key} data-open={(openKey !== null && key === openKey) || undefined}>
                {row.cells.map((cell, index) => (
                  <td key={cell.column} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
                    {index === 0 && taskId !== undefined ? (
                      <TaskLink text={cell.text} onPress={() => onTask(taskId)} />
                    ) : (
                      cell.text
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    )
  }
  if (block.text.trim() === '') return null
  const key = keyOf({ ...block.at })
  const taskId = taskAt.get(key)
  const number = block.number === null ? '' : `${block.number} `
  return (
    <p
      className="document-line"
      data-open={(openKey !== null && key === openKey) || undefined}
      data-role={block.role}
      data-bold={block.style.bold === true || undefined}
      data-align={block.style.align}
    >
      {number}
      {taskId === undefined ? block.text : <TaskLink text={block.text} onPress={() => onTask(taskId)} />}
    </p>
  )
}

/** What was read here, on the other side. */
function TaskLink({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button type="button" className="document-link" onClick={onPress}>
      {text}
    </button>
  )
}
