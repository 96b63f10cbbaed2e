import type { z } from 'zod'
import type { liveFigure } from '#contract/reports.ts'
import {
  cellRuns,
  cellSpan,
  type Block,
  type OfficialDocument,
  type Run,
  type Table,
} from '#domain/writing/official-document.ts'
import { useTexts } from '#web/platform/language.tsx'
import { en } from './reports.en.ts'
import { vi } from './reports.vi.ts'

const texts = { vi, en }

/** The document near enough as it prints; a figure is underlined with dots and tells its source. */
export function DocumentView({
  document,
  figures,
}: {
  document: unknown
  figures: readonly z.output<typeof liveFigure>[]
}) {
  const t = useTexts(texts)
  // Composed by the server from this very type.
  const page = document as OfficialDocument
  return (
    <div className="report-panes">
      <article className="report-page" lang="vi">
        <header className="report-head">
          <div>
            {page.issuer.superior !== null && <p>{page.issuer.superior}</p>}
            <p className="report-issuer">{page.issuer.name}</p>
            <p className="report-blank">{`Số: ${page.number.text ?? '      '}/${page.number.symbol}`}</p>
          </div>
          <div>
            <p className="report-issuer">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
            <p className="report-motto">Độc lập - Tự do - Hạnh phúc</p>
            <p className="report-blank">
              <i>{`${page.issuer.place}, ngày      tháng      năm ${page.year ?? ''}`}</i>
            </p>
          </div>
        </header>
        <p className="report-title">{page.typeName}</p>
        <p className="report-title">{page.about}</p>
        {page.body.map((block, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the document does not change while it is shown
          <BlockView key={index} block={block} />
        ))}
      </article>
      <aside className="report-sources">
        <h2>{t.figures}</h2>
        <dl>
          {figures.map((figure) => (
            <div key={figure.code}>
              <dt>{figure.name}</dt>
              <dd>
                <b>{figure.text ?? t.noFigure}</b>
                <span className="muted"> {figure.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </aside>
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="report-text">
          <Runs runs={block.runs} />
        </p>
      )
    case 'item':
      return (
        <p className="report-text">
          {block.marker} <Runs runs={block.runs} />
        </p>
      )
    case 'table':
      return <TableView table={block} />
    case 'part':
    case 'section':
    case 'article':
    case 'clause':
    case 'point':
      return (
        <h2 className="report-heading">
          {block.number !== null && `${block.number}. `}
          {block.title ?? block.text}
        </h2>
      )
  }
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) =>
    run.figure === undefined ? (
      // oxlint-disable-next-line react/no-array-index-key -- runs have no other name
      <span key={index} data-bold={run.bold}>
        {run.text}
      </span>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- runs have no other name
      <span key={index} className="report-figure" title={run.figure.source}>
        {run.text}
      </span>
    ),
  )
}

function TableView({ table }: { table: Table }) {
  const label = useTexts(texts).table(table.columns.map((column) => column.title).join(', '))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="report-table-frame" role="region" aria-label={label} tabIndex={0}>
      <table className="report-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other name
            <tr key={index}>
              {row.map((cell, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- cells have no other name
                <td key={at} colSpan={cellSpan(cell)} data-align={table.columns[at]?.align}>
                  <Runs runs={cellRuns(cell)} />
                </td>
              ))}
            </tr>
          ))}
          {table.rows.length === 0 && (
            <tr>
              <td colSpan={table.columns.length}>{table.emptyText}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
