import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import type { SheetColumn } from '#web/platform/list-file.ts'
import { Checkbox } from './choice-list.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './ui-texts.ts'
import './table.css'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Figures: to the right, in tabular digits. */
  numeric?: boolean
  /** The name of the row: carries its link, heads its card on a phone. One per table. */
  main?: boolean
  /** Any CSS width; without it the browser decides by content. */
  width?: string
  sortable?: boolean
  /** Acts at the end of a row: the title is read out only. */
  titleUnseen?: boolean
  /** Never broken into lines: dates, codes. */
  oneLine?: boolean
  /** The column in an Excel file, where its cell is more than a text; null: it does not go there. */
  sheet?: Partial<Pick<SheetColumn<Row>, 'width' | 'format' | 'value'>> | null
}

/** The columns of a table for an Excel file: what a cell writes as plain text goes as it is. */
export function sheetColumns<Row>(columns: readonly Column<Row>[]): SheetColumn<Row>[] {
  return columns.flatMap(({ title, cell, main, numeric, titleUnseen, sheet }) => {
    if (sheet === null || titleUnseen === true) return []
    const plain = (row: Row) => {
      const content = cell(row)
      return typeof content === 'string' || typeof content === 'number' ? content : null
    }
    return [{ title, width: main === true ? 60 : numeric === true ? 16 : 24, value: plain, ...sheet }]
  })
}

export type Sort = { key: string; descending: boolean }

export type TableProps<Row> = {
  /** What the table holds; read out, and printed. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  hrefOf?: (row: Row) => string | null
  /** Rows that belong together follow each other; each group gets a heading. */
  groupOf?: (row: Row) => { key: string; title: ReactNode }
  /** The row whose detail is open beside the table. */
  openKey?: string | null
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  selection?: {
    chosen: ReadonlySet<string>
    onChange: (chosen: ReadonlySet<string>) => void
    nameOf: (row: Row) => string
  }
  /** Where it is narrow: 'cards' with the columns' titles, or 'lines' where the facts speak for themselves. */
  narrow?: 'cards' | 'lines'
  /** Wide matrices: the table scrolls in its own window instead of becoming cards. */
  wide?: boolean
  /** One cell per column for a last line of sums. */
  foot?: (column: Column<Row>) => ReactNode
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, groupOf, selection, narrow = 'cards', wide = false, foot } = props
  const table = useRef<HTMLTableElement>(null)
  useRowPress(table, props.openKey ?? null)
  return (
    <div
      className="table-area"
      data-wide={wide || undefined}
      data-narrow={narrow}
      {...(wide ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table ref={table} className="table" role="table">
        <caption className="unseen">{caption}</caption>
        <colgroup>
          {selection !== undefined && <col style={{ width: 40 }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <Head {...props} />
        {bodiesOf(rows, groupOf).map(({ group, members }) => (
          <tbody key={group?.key ?? 'rows'}>
            {group !== null && (
              <tr className="table-group">
                <th scope="rowgroup" colSpan={columns.length + (selection === undefined ? 0 : 1)}>
                  {group.title}
                </th>
              </tr>
            )}
            {members.map((row) => (
              <RowView key={keyOf(row)} row={row} {...props} />
            ))}
          </tbody>
        ))}
        {foot !== undefined && (
          <tfoot>
            <tr role="row">
              {selection !== undefined && <td />}
              {columns.map((column) => (
                <td key={column.key} role="cell" data-numeric={column.numeric} data-label={column.title}>
                  {foot(column)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Head<Row>({ columns, rows, keyOf, selection, sort, onSort }: TableProps<Row>) {
  const t = useTexts(uiTexts)
  const keys = rows.map(keyOf)
  const count = keys.filter((key) => selection?.chosen.has(key) === true).length
  return (
    <thead>
      <tr role="row">
        {selection !== undefined && (
          <th role="columnheader" scope="col">
            <Checkbox
              labelUnseen
              checked={count > 0 && count === keys.length}
              partly={count > 0 && count < keys.length}
              onChange={(on) => selection.onChange(new Set(on ? keys : []))}
            >
              {t.table.selectAll}
            </Checkbox>
          </th>
        )}
        {columns.map((column) => {
          const sorted = sort?.key === column.key ? sort : null
          return (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              data-numeric={column.numeric}
              aria-sort={sorted === null ? undefined : sorted.descending ? 'descending' : 'ascending'}
            >
              {column.sortable === true && onSort !== undefined ? (
                <button
                  type="button"
                  className="table-sort"
                  title={t.table.sortBy(column.title)}
                  onClick={() => onSort({ key: column.key, descending: sorted?.descending === false })}
                >
                  {column.title}
                  <Icon
                    name={sorted === null ? 'sort' : sorted.descending ? 'sort-down' : 'sort-up'}
                    size={16}
                  />
                </button>
              ) : (
                <span className={column.titleUnseen === true ? 'unseen' : undefined}>{column.title}</span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function RowView<Row>({ row, columns, keyOf, hrefOf, openKey, selection }: TableProps<Row> & { row: Row }) {
  const t = useTexts(uiTexts)
  const key = keyOf(row)
  const href = hrefOf?.(row) ?? null
  const chosen = selection?.chosen.has(key) === true
  const choose = (on: boolean) => {
    const next = new Set(selection?.chosen)
    if (on) next.add(key)
    else next.delete(key)
    selection?.onChange(next)
  }
  return (
    <tr
      role="row"
      data-link={href !== null || undefined}
      data-chosen={chosen || undefined}
      data-open={key === openKey || undefined}
    >
      {selection !== undefined && (
        <td role="cell" className="table-choice">
          <Checkbox labelUnseen checked={chosen} onChange={choose}>
            {t.table.select(selection.nameOf(row))}
          </Checkbox>
        </td>
      )}
      {columns.map((column) => {
        const content = column.cell(row)
        return (
          <td
            key={column.key}
            role="cell"
            data-label={column.titleUnseen === true ? undefined : column.title}
            data-main={column.main}
            data-numeric={column.numeric}
            data-one-line={column.oneLine}
          >
            {column.main === true && href !== null ? (
              <a className="table-link" href={href} aria-current={key === openKey ? 'true' : undefined}>
                {content}
              </a>
            ) : (
              content
            )}
          </td>
        )
      })}
    </tr>
  )
}

type Body<Row> = { group: { key: string; title: ReactNode } | null; members: Row[] }

function bodiesOf<Row>(rows: readonly Row[], groupOf: TableProps<Row>['groupOf']): Body<Row>[] {
  if (groupOf === undefined) return [{ group: null, members: [...rows] }]
  const bodies: Body<Row>[] = []
  for (const row of rows) {
    const group = groupOf(row)
    const last = bodies.at(-1)
    if (last?.group?.key === group.key) last.members.push(row)
    else bodies.push({ group, members: [row] })
  }
  return bodies
}

/**
 * A press anywhere on a row follows its link; the link itself stays what keyboard and screen reader meet. When a detail
 * then opens and the list grows narrow and longer, the row that was pressed stays in sight.
 */
function useRowPress(table: RefObject<HTMLTableElement | null>, openKey: string | null): void {
  const pressed = useRef<Element | null>(null)
  useEffect(() => {
    const row =
      pressed.current?.isConnected === true ? pressed.current : table.current?.querySelector('tr[data-open]')
    if (openKey !== null) row?.scrollIntoView({ block: 'nearest' })
  }, [table, openKey])
  useEffect(() => {
    const element = table.current
    const press = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (target === null || event.defaultPrevented || event.button !== 0) return
      const row = target.closest('tr[data-link]')
      if (row !== null) pressed.current = row
      if (target.closest('a, button, input, label, select, textarea, [role="button"]') !== null) return
      // Words are being marked, not a row pressed.
      if (window.getSelection()?.isCollapsed === false) return
      row?.querySelector<HTMLAnchorElement>('a.table-link')?.click()
    }
    element?.addEventListener('click', press)
    return () => element?.removeEventListener('click', press)
  }, [table])
}
