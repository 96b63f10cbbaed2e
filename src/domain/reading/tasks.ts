import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { When } from '#domain/basics/when.ts'
import type { AnnexCell, AnnexRow, AnnexTable } from './annex.ts'
import { type ProblemCode, problem } from './problems.ts'
import type { ReadProblem, ReadTask } from './reading.ts'
import { readRoles } from './task-roles.ts'
import { readEdges, readTimes, type TimeReading } from './time-text.ts'
import { readUnitList } from './unit-list.ts'
import { withoutEndSigns } from './words.ts'

export type TasksRead = { tasks: ReadTask[]; problems: ReadProblem[] }

/** The rows of a table as tasks; rows that are headings of what is below them are left out. */
export function readTasks(table: AnnexTable, schoolYear: SchoolYear | null): TasksRead {
  const problems = [...table.problems]
  const tasks: ReadTask[] = []
  for (const [index, row] of table.rows.entries()) {
    if (isHeading(row, table.rows[index + 1])) continue
    const read = readTask(row, schoolYear)
    tasks.push(read.task)
    problems.push(...read.problems)
  }
  return { tasks, problems }
}

function isHeading(row: AnnexRow, next: AnnexRow | undefined): boolean {
  const { cells, no } = row
  if (cells.lead ?? cells.coordinating ?? cells.units ?? cells.time ?? cells.start ?? cells.finish)
    return false
  return (
    typeof next?.no === 'string' &&
    no !== null &&
    (next.no.startsWith(`${no}.`) || (next.no === '1' && no !== '0'))
  )
}

/** What lowers the confidence in a task. The weights keep an order; they are no frequencies. */
type Doubt = { code: ProblemCode; detail: string; weight: number; at?: AnnexCell['at'] }

function readTask(row: AnnexRow, schoolYear: SchoolYear | null): { task: ReadTask; problems: ReadProblem[] } {
  const doubts: Doubt[] = []
  const title = oneLine(row.cells.title)
  const name = row.no ?? (title === '' ? '?' : `“${title.slice(0, 40)}”`)
  const units = unitsOf(row, name, doubts)
  const times = timesOf(row, name, schoolYear, doubts)
  if (title === '') doubts.push({ code: 'no_title', detail: name, weight: 0.5 })
  if (units.lead.length === 0) doubts.push({ code: 'no_lead', detail: name, weight: 0.25 })
  if (row.cost >= 2)
    doubts.push({ code: 'row_not_clear', detail: name, weight: Math.min(0.6, row.cost * 0.06) })
  const product = oneLine(row.cells.product)
  const sure = doubts.reduce((rest, doubt) => rest - doubt.weight, 0.98)
  return {
    task: {
      no: row.no,
      title,
      ...units,
      ...times,
      product: product === '' ? null : product,
      at: row.at,
      cells: placesOf(row),
      confidence: Math.round(Math.max(0.05, sure) * 100) / 100,
    },
    problems: doubts.map((doubt) => problem(doubt.code, doubt.at ?? row.at, doubt.detail)),
  }
}

function oneLine(cell: AnnexCell | undefined): string {
  return cell === undefined ? '' : cell.text.replaceAll('\n', ' ').trim()
}

function placesOf(row: AnnexRow): ReadTask['cells'] {
  const places: ReadTask['cells'] = {}
  const { title, lead, coordinating, units, start, finish, time, product } = row.cells
  const leadCell = lead ?? units
  if (title) places.title = title.at
  if (leadCell) places.lead = leadCell.at
  if (coordinating ?? units) places.coordinating = (coordinating ?? units ?? row).at
  if (start) places.start = start.at
  if (finish) places.finish = finish.at
  if (time) places.time = time.at
  if (product) places.product = product.at
  return places
}

function unitsOf(row: AnnexRow, name: string, doubts: Doubt[]): Pick<ReadTask, 'lead' | 'coordinating'> {
  const { lead, coordinating, units } = row.cells
  const leadParts = readRoles((lead ?? units)?.text ?? '')
  const withParts = readRoles(coordinating?.text ?? '')
  if (lead === undefined && units !== undefined && !leadParts.printed)
    doubts.push({ code: 'roles_not_printed', detail: name, weight: 0.1 })
  return {
    lead: namesIn(leadParts.lead, lead ?? units, name, doubts),
    coordinating: [
      ...namesIn(leadParts.coordinating, lead ?? units, name, doubts),
      ...namesIn(
        withParts.printed && withParts.coordinating !== '' ? withParts.coordinating : withParts.lead,
        coordinating,
        name,
        doubts,
      ),
    ],
  }
}

// A cell that says that there is nobody.
const nobody = /^(?:không|không có|nt|như trên|x)$/iu

function namesIn(text: string, cell: AnnexCell | undefined, name: string, doubts: Doubt[]): string[] {
  const list = withoutEndSigns(text, ' \n\t;.,')
  if (cell === undefined || !/\p{L}/u.test(list) || nobody.test(list)) return []
  const { units, faults } = readUnitList(list)
  if (faults >= 3)
    doubts.push({ code: 'row_not_clear', detail: name, weight: Math.min(0.3, faults * 0.03), at: cell.at })
  return units.map((unit) => unit.name)
}

type Times = Pick<ReadTask, 'start' | 'finish' | 'timeText'>

function timesOf(row: AnnexRow, name: string, schoolYear: SchoolYear | null, doubts: Doubt[]): Times {
  const { time, start, finish } = row.cells
  if (time !== undefined && start === undefined && finish === undefined) {
    const text = listOf(time)
    const reading = readTimes(text, schoolYear)
    doubt(reading, oneLine(time), time.at, doubts)
    return {
      ...windowsOf(
        reading.windows.map((window) => window.start),
        reading.windows.map((window) => window.finish),
        name,
        doubts,
      ),
      timeText: oneLine(time),
    }
  }
  if (start === undefined && finish === undefined) {
    doubts.push({ code: 'no_time', detail: name, weight: 0.15 })
    return { start: null, finish: null, timeText: null }
  }
  const starts = edgesOf(start, 'start', schoolYear, doubts)
  const finishes = edgesOf(finish, 'finish', schoolYear, doubts)
  const texts = [oneLine(start), oneLine(finish)].filter(
    (text, index, all) => text !== '' && all.indexOf(text) === index,
  )
  return { ...windowsOf(starts, finishes, name, doubts), timeText: texts.join(' - ') }
}

function edgesOf(
  cell: AnnexCell | undefined,
  side: 'start' | 'finish',
  schoolYear: SchoolYear | null,
  doubts: Doubt[],
): When[] {
  if (cell === undefined) return []
  const { edges, ...reading } = readEdges(listOf(cell), side, schoolYear)
  doubt(reading, oneLine(cell), cell.at, doubts)
  return edges
}

// Several lines of a cell are several times, unless one goes on with "đến" or the like.
function listOf(cell: AnnexCell): string {
  return cell.text
    .replaceAll(/\n(?=\s*(?:tháng|ngày|quý|trước|từ|t\d|hằng|hàng)(?:\s|\d|\/))/giu, '; ')
    .replaceAll('\n', ' ')
}

function doubt(
  reading: Omit<TimeReading, 'windows'>,
  text: string,
  at: AnnexCell['at'],
  doubts: Doubt[],
): void {
  if (!reading.complete) doubts.push({ code: 'time_not_understood', detail: text, weight: 0.2, at })
  if (reading.undated) doubts.push({ code: 'time_without_date', detail: text, weight: 0.1, at })
  if (reading.yearTaken) doubts.push({ code: 'year_taken', detail: text, weight: 0.1, at })
}

/** One window as single values, several as arrays of equal length; where they do not pair, their outer edges. */
function windowsOf(
  starts: readonly (When | null)[],
  finishes: readonly (When | null)[],
  name: string,
  doubts: Doubt[],
): Pick<ReadTask, 'start' | 'finish'> {
  const allStarts = starts.filter((edge) => edge !== null)
  const allFinishes = finishes.filter((edge) => edge !== null)
  if (allStarts.length <= 1 && allFinishes.length <= 1)
    return { start: allStarts[0] ?? null, finish: allFinishes[0] ?? null }
  if (allStarts.length === allFinishes.length) return { start: allStarts, finish: allFinishes }
  if (allStarts.length === 0) return { start: null, finish: allFinishes }
  doubts.push({ code: 'windows_unequal', detail: name, weight: 0.2 })
  return { start: allStarts[0] ?? null, finish: allFinishes.at(-1) ?? null }
}
