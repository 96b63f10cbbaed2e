import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { CellId } from '#domain/forms/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useFilter } from '#web/platform/routing.tsx'
import { choiceField } from '#web/platform/search-params.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { FieldsView } from './fields-view.tsx'
import { cellAt, type GridModel, type ModelCell, positionOf } from './grid-model.ts'
import { openCells, type Range } from './grid-moves.ts'
import { GridView } from './grid-view.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import type { GridActs } from './use-grid-keys.ts'
import { useNarrow } from './use-narrow.ts'
import './grid.css'

const texts = { vi, en }
const filterShape = { last: choiceField(['shown']) }

export type FormBodyProps = GridActs & {
  model: GridModel
  label: string
  /** The title of the period whose figures can be shown beside; null: there is none. */
  lastTitle: string | null
  /** "đã lưu 10:42", undo. */
  tools?: ReactNode
  /** What is said of the chosen cell, under the grid. */
  ofCell: (cell: ModelCell) => ReactNode
  counts: { left: number; stops: number; warns: number } | null
  hint: string
  /** The main act, once more at the end of a long list of fields. */
  lastAct?: ReactNode
  /** Where the focus is to go; a new object each time. */
  goTo?: { cell: CellId } | null
}

/** Sections, the grid or the fields, what is to be said, and what the chosen cell holds. */
export function FormBody({
  model,
  label,
  lastTitle,
  tools,
  ofCell,
  counts,
  hint,
  lastAct,
  goTo = null,
  ...acts
}: FormBodyProps) {
  const t = useTexts(texts).form
  const [filter, change] = useFilter(filterShape)
  const narrow = useNarrow()
  const hintId = useId()
  const first = openCells(model.shape)[0] ?? { row: 0, column: 0 }
  const [range, setRange] = useState<Range>(() => ({ from: first, to: first }))
  const [call, setCall] = useState(0)
  const body = useRef<HTMLDivElement>(null)
  const withLast = filter.last === 'shown' && lastTitle !== null
  const active = cellAt(model, range.to)

  const lead = (id: CellId) => {
    const at = positionOf(model, id)
    if (at === null) return
    setRange({ from: at, to: at })
    setCall((before) => before + 1)
    const field = document.getElementById(`cell-${id}`) ?? document.getElementById(`at-${id}`)
    field?.focus()
  }
  const latest = useRef(lead)
  useEffect(() => {
    latest.current = lead
  })
  useEffect(() => {
    if (goTo !== null) latest.current(goTo.cell)
  }, [goTo])

  const noted = model.rows.flatMap((row) => row.cells).filter((cell) => cell.note !== null)
  const nextNoted = () => {
    const here = noted.findIndex((cell) => cell.id === active?.id)
    const next = noted[(here + 1) % Math.max(1, noted.length)]
    if (next !== undefined) lead(next.id)
  }
  const sections = model.sections.filter((section) => section.title !== '')
  return (
    <div className="entry-layout" data-sections={sections.length > 1 || undefined} ref={body}>
      {sections.length > 1 && (
        <nav className="entry-sections" aria-label={t.sections}>
          <ul>
            {sections.map((section) => (
              <li key={section.code}>
                <button
                  type="button"
                  onClick={() =>
                    lead(section.rows.flatMap((row) => row.cells).find((cell) => cell.open)?.id ?? '')
                  }
                >
                  {section.title}
                  <span className="muted">
                    {section.empty > 0
                      ? t.left(section.empty)
                      : section.notes > 0
                        ? t.warns(section.notes)
                        : t.whole}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div>
        <div className="entry-tools">
          {lastTitle === null ? (
            <span className="muted dense">{t.noLast}</span>
          ) : (
            <Checkbox checked={withLast} onChange={(on) => change({ last: on ? 'shown' : null })}>
              {t.lastOf(lastTitle)}
            </Checkbox>
          )}
          {tools}
        </div>
        {narrow ? (
          <FieldsView model={model} withLast={withLast} onType={acts.onType} onOpen={acts.onOpen} />
        ) : (
          <GridView
            model={model}
            label={label}
            describedBy={hintId}
            withLast={withLast}
            range={range}
            onRange={setRange}
            call={call}
            {...acts}
          />
        )}
        <p className="entry-keys" id={hintId}>
          {hint}
        </p>
        <div className="entry-foot">
          {counts !== null && (
            <div className="entry-foot-line" role="status">
              <span>
                {[
                  counts.left > 0 ? t.left(counts.left) : t.whole,
                  counts.stops > 0 ? t.stops(counts.stops) : '',
                  counts.warns > 0 ? t.warns(counts.warns) : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              {noted.length > 0 && (
                <Button kind="quiet" size="small" iconAfter="arrow-right" onPress={nextNoted}>
                  {t.nextMessage}
                </Button>
              )}
            </div>
          )}
          {narrow && lastAct}
          {!narrow && active !== null && (
            <div className="entry-foot-line entry-foot-cell">{ofCell(active)}</div>
          )}
        </div>
      </div>
    </div>
  )
}
