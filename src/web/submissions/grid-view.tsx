import { type MouseEvent, useEffect, useRef } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from '#web/ui/icon.tsx'
import type { GridModel, ModelCell } from './grid-model.ts'
import { isWithin, type Position, type Range } from './grid-moves.ts'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import { type GridActs, useGridKeys } from './use-grid-keys.ts'
import './grid.css'

const texts = { vi, en }

export type GridViewProps = GridActs & {
  model: GridModel
  label: string
  /** Over the names of the rows; "Khối, nhóm tuổi" without. */
  rowTitle?: string
  describedBy: string
  withLast: boolean
  range: Range
  onRange: (range: Range) => void
  /** Counts up when the focus is to come to the chosen cell, from a message or a section. */
  call: number
}

/** The table that is typed into. One cell is chosen and has the focus; the others are reached by the arrows. */
export function GridView({
  model,
  label,
  rowTitle,
  describedBy,
  withLast,
  range,
  onRange,
  call,
  ...acts
}: GridViewProps) {
  const t = useTexts(texts).form
  const table = useRef<HTMLTableElement>(null)
  const keys = useGridKeys(model, range, onRange, acts)
  const { editing } = keys
  const at = range.to

  const held = useRef(false)
  useEffect(() => {
    // Only where the grid has the focus already, or is called: a page that is just read keeps it elsewhere.
    if (editing === null && held.current) cellElement(table.current, at)?.focus()
  }, [at, editing])
  useEffect(() => {
    if (call > 0) cellElement(table.current, at)?.focus()
    // The place is that of the moment of the call.
    // oxlint-disable-next-line react/exhaustive-deps -- only a call brings the focus
  }, [call])

  const press = (event: MouseEvent, position: Position) => {
    if (editing !== null && editing.at.row === position.row && editing.at.column === position.column) return
    if (editing !== null) keys.finish(null)
    if (event.shiftKey) onRange({ from: range.from, to: position })
    else keys.choose(position)
  }
  let rowNo = -1
  return (
    <table
      ref={table}
      className="entry-grid"
      role="grid"
      aria-label={label}
      aria-describedby={describedBy}
      aria-multiselectable
      aria-readonly={acts.onType === undefined}
      aria-rowcount={model.rows.length + 1}
      aria-colcount={model.columns.length + 1}
      data-read={acts.onType === undefined || undefined}
      onFocus={() => {
        held.current = true
      }}
      onBlur={(event) => {
        held.current =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
      }}
      {...keys.handlers}
    >
      <thead>
        <tr role="row" aria-rowindex={1}>
          <th role="columnheader" scope="col">
            {rowTitle ?? t.row}
          </th>
          {model.columns.map((column) => (
            <th key={column.code} role="columnheader" scope="col" data-computed={!column.open || undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      {model.sections.map((section) => (
        <tbody key={section.code} role="rowgroup" id={`section-${section.code}`}>
          {section.title !== '' && model.sections.length > 1 && (
            <tr className="grid-section" role="row">
              <th role="rowheader" scope="rowgroup" colSpan={model.columns.length + 1}>
                {section.title}
              </th>
            </tr>
          )}
          {section.rows.map((row) => {
            rowNo += 1
            const no = rowNo
            return (
              <tr key={row.code} role="row" aria-rowindex={no + 2} data-total={row.total || undefined}>
                <th role="rowheader" scope="row">
                  {row.title}
                </th>
                {row.cells.map((cell, column) => {
                  const position = { row: no, column }
                  return (
                    <GridCell
                      key={cell.id}
                      cell={cell}
                      position={position}
                      active={at.row === no && at.column === column}
                      chosen={(range.from !== range.to || undefined) && isWithin(position, range)}
                      editing={
                        editing !== null && editing.at.row === no && editing.at.column === column
                          ? editing.text
                          : null
                      }
                      withLast={withLast}
                      onPress={press}
                      onBegin={() =>
                        acts.onType === undefined ? acts.onOpen?.(cell.id) : keys.begin(position)
                      }
                      onEdit={keys.edit}
                      onLeave={() => keys.finish(null)}
                    />
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

function cellElement(table: HTMLTableElement | null, at: Position): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`) ?? null
}

type CellProps = {
  cell: ModelCell
  position: Position
  active: boolean
  chosen: boolean | undefined
  editing: string | null
  withLast: boolean
  onPress: (event: MouseEvent, at: Position) => void
  onBegin: () => void
  onEdit: (text: string) => void
  onLeave: () => void
}

function GridCell({ cell, position, active, chosen, editing, withLast, ...acts }: CellProps) {
  const t = useTexts(texts).form
  const noteId = `note-${cell.id}`
  const said = cell.note !== null || cell.comment !== null
  if (!cell.open) {
    return (
      <td role="gridcell" data-closed>
        <span className="grid-value">{cell.text}</span>
        {withLast && <LastFigure cell={cell} />}
      </td>
    )
  }
  return (
    <td
      role="gridcell"
      data-at={`${position.row}:${position.column}`}
      data-active={active || undefined}
      data-chosen={chosen === true || undefined}
      data-note={cell.note?.severity}
      data-comment={cell.comment !== null || undefined}
      tabIndex={active ? 0 : -1}
      aria-selected={active || chosen === true}
      aria-invalid={cell.note?.severity === 'stop' || undefined}
      aria-describedby={said ? noteId : undefined}
      onMouseDown={(event) => acts.onPress(event, position)}
      onDoubleClick={acts.onBegin}
    >
      {editing === null ? (
        <span className="grid-value">{cell.text}</span>
      ) : (
        <CellEditor label={cell.title} text={editing} onEdit={acts.onEdit} onLeave={acts.onLeave} />
      )}
      {withLast && <LastFigure cell={cell} />}
      {cell.note !== null && <Icon name={cell.note.severity === 'stop' ? 'late' : 'attention'} size={16} />}
      {said && (
        <span className="grid-note" id={noteId} data-severity={cell.note?.severity ?? 'comment'}>
          {[cell.note?.message, cell.comment === null ? null : t.commentOf(cell.comment)]
            .filter((part) => typeof part === 'string')
            .join(' ')}
        </span>
      )}
    </td>
  )
}

function LastFigure({ cell }: { cell: ModelCell }) {
  const t = useTexts(texts).form
  return (
    <span className="grid-last">
      <span className="unseen">{t.lastShort} </span>
      {cell.last === '' ? '–' : cell.last}
    </span>
  )
}

function CellEditor({
  label,
  text,
  onEdit,
  onLeave,
}: {
  label: string
  text: string
  onEdit: (text: string) => void
  onLeave: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const element = input.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  return (
    <input
      ref={input}
      className="grid-input"
      aria-label={label}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onEdit(event.target.value)}
      onBlur={onLeave}
    />
  )
}
