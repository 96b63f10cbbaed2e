import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { type DraftBlock, numberBody } from '#domain/writing/numbering.ts'
import {
  draftDocument,
  type Issuer,
  type OfficialDocument,
  paragraph,
  type Signature,
  type Table,
} from '#domain/writing/official-document.ts'
import type { Standing } from '#domain/following/standing.ts'
import { fillPieces, type LiveFigure, readPieces } from './template.ts'

/** A report as it is kept: headings and paragraphs with figures in them, and the two tables it may carry. */
export type ReportPart =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'figures'; codes: readonly string[] }
  | { kind: 'tasks' }
export type ReportContent = { about: string; parts: readonly ReportPart[] }

/** One task of the plan as a line of the report. */
export type TaskLine = {
  no: string | null
  title: string
  leads: readonly string[]
  dueOn: LocalDate | null
  standing: Standing
  percent: number
}

export type ReportGround = {
  issuer: Issuer
  symbolSuffix: string
  signature: Signature
  recipients: readonly string[]
  year: number
  figures: ReadonlyMap<string, LiveFigure>
  tasks: readonly TaskLine[]
}

/** The document as it would be issued now: figures of this moment, number and date blank. */
export function composeReport(content: ReportContent, ground: ReportGround): OfficialDocument {
  const body = content.parts.map((part): DraftBlock => {
    switch (part.kind) {
      case 'heading':
        return { kind: 'section', title: part.text }
      case 'paragraph':
        return paragraph(fillPieces(readPieces(part.text), ground.figures))
      case 'figures':
        return figureTable(part.codes, ground.figures)
      case 'tasks':
        return taskTable(ground.tasks)
    }
  })
  return draftDocument({
    issuer: ground.issuer,
    type: 'report',
    about: content.about,
    symbolSuffix: ground.symbolSuffix,
    signature: ground.signature,
    recipients: ground.recipients,
    year: ground.year,
    body: numberBody(body),
  })
}

function figureTable(codes: readonly string[], figures: ReadonlyMap<string, LiveFigure>): Table {
  return {
    kind: 'table',
    columns: [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Chỉ số', width: 46, align: 'left' },
      { title: 'Số liệu', width: 14, align: 'right' },
      { title: 'Nguồn', width: 46, align: 'left' },
    ],
    rows: codes.map((code, index) => {
      const figure = figures.get(code)
      return [
        String(index + 1),
        figure?.name ?? code,
        { runs: [{ text: figure?.text ?? '–', figure: { source: figure?.source ?? code } }], align: 'right' },
        figure?.source ?? 'Không có chỉ số này',
      ]
    }),
    emptyText: 'Chưa chọn chỉ số',
  }
}

function taskTable(tasks: readonly TaskLine[]): Table {
  return {
    kind: 'table',
    columns: [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Nhiệm vụ', width: 46, align: 'left' },
      { title: 'Đơn vị chủ trì', width: 26, align: 'left' },
      { title: 'Hạn', width: 15, align: 'center' },
      { title: 'Kết quả', width: 19, align: 'left' },
    ],
    rows: tasks.map((task, index) => [
      task.no ?? String(index + 1),
      task.title,
      task.leads.join('; '),
      task.dueOn === null ? 'Thường xuyên' : formatDate(task.dueOn),
      standingText(task),
    ]),
    emptyText: 'Chưa có nhiệm vụ nào được giao',
  }
}

function standingText(task: TaskLine): string {
  switch (task.standing.kind) {
    case 'done':
      return 'Hoàn thành'
    case 'done_late':
      return `Hoàn thành, trễ ${formatNumber(task.standing.days)} ngày làm việc`
    case 'late':
      return `Trễ ${formatNumber(task.standing.days)} ngày làm việc (${task.percent}%)`
    case 'later':
      return 'Chưa đến thời gian'
    case 'due_soon':
    case 'open':
      return task.percent === 0 ? 'Đang triển khai' : `Đang triển khai (${task.percent}%)`
  }
}

/**
 * One line a task from the windows of its lead units: done when all are, otherwise as late as the latest of them; the
 * percentage is that of the one furthest behind.
 */
export function taskLine(
  task: Pick<TaskLine, 'no' | 'title' | 'leads'>,
  windows: readonly { dueOn: LocalDate | null; percent: number; standing: Standing }[],
): TaskLine {
  const order: Standing['kind'][] = ['late', 'due_soon', 'open', 'later', 'done_late', 'done']
  const worst = windows.toSorted(
    (a, b) =>
      order.indexOf(a.standing.kind) - order.indexOf(b.standing.kind) ||
      daysOf(b.standing) - daysOf(a.standing),
  )[0]
  const due = windows.map((window) => window.dueOn).filter((day) => day !== null)
  return {
    no: task.no,
    title: task.title,
    leads: task.leads,
    dueOn: due.toSorted().at(-1) ?? null,
    standing: worst?.standing ?? { kind: 'open' },
    percent: windows.length === 0 ? 0 : Math.min(...windows.map((window) => window.percent)),
  }
}

function daysOf(standing: Standing): number {
  return 'days' in standing ? standing.days : 0
}
