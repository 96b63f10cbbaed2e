// namhoc read FILE [--json]: what a document says, as JSON or as a summary. Loads no database code and needs no server.
import { basename } from 'node:path'
import type { ReadDuty, Reading, ReadTarget, ReadTask, Section } from '#domain/reading/reading.ts'

/** What the command touches of the outside; a test gives its own. */
export type ReadIo = {
  readFile: (path: string) => Promise<Uint8Array>
  out: (text: string) => void
  /** Standard error: one line. */
  err: (text: string) => void
}

const processIo: ReadIo = {
  readFile: async (path) => {
    const { readFile } = await import('node:fs/promises')
    return await readFile(path)
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}

const read = 0
const withProblems = 1
const notRead = 2

export async function readCommand(args: readonly string[], io: ReadIo = processIo): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  const file = files[0]
  if (file === undefined || files.length > 1 || unknown !== undefined) {
    return refuse(io, 'Cách dùng: namhoc read TỆP [--json] / Usage: namhoc read FILE [--json]')
  }
  const bytes = await io.readFile(file).catch(() => null)
  if (bytes === null) return refuse(io, `Không đọc được tệp ${file}. / The file ${file} cannot be read.`)
  const reading = await readBytes(bytes, file)
  if (typeof reading === 'string') return refuse(io, reading)
  io.out(args.includes('--json') ? `${JSON.stringify(reading, null, 2)}\n` : summary(reading))
  return reading.problems.length === 0 ? read : withProblems
}

function refuse(io: ReadIo, message: string): number {
  io.err(`${message.replaceAll(/\s+/g, ' ')}\n`)
  return notRead
}

/** The reading, or why there is none. */
async function readBytes(bytes: Uint8Array, file: string): Promise<Reading | string> {
  const { readSource } = await import('#server/formats/read-source.ts')
  const { FormatRefusal } = await import('#server/formats/format-refusal.ts')
  const { readDocument } = await import('#domain/reading/read-document.ts')
  try {
    return readDocument(await readSource(bytes, basename(file)))
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error
    const { refusalText } = await import('#server/formats/refusal-texts.ts')
    return `${refusalText(error, 'vi')} / ${refusalText(error, 'en')}`
  }
}

const typeWords = { plan: 'Kế hoạch', report: 'Báo cáo', other: 'Văn bản khác' } as const

function summary(reading: Reading): string {
  const { document, targets, duties, tasks, sections, legalBases, problems } = reading
  const lines = [
    `${typeWords[document.type]}: ${document.title ?? '(không có tiêu đề)'}`,
    `  Số: ${document.number ?? '—'}   Ngày: ${document.date ?? '—'}   Năm học: ${document.schoolYear ?? '—'}`,
    `  Cơ quan ban hành: ${document.issuer ?? '—'}`,
    `  ${countSections(sections)} đề mục, ${legalBases.length} căn cứ pháp lý, ${targets.length} chỉ tiêu, ${duties.length} nhiệm vụ của đơn vị, ${tasks.length} công việc trong phụ lục`,
    ...titled('Chỉ tiêu:', targets.map(targetLine)),
    ...titled('Nhiệm vụ của đơn vị:', duties.map(dutyLine)),
    ...titled('Công việc trong phụ lục:', tasks.flatMap(taskLines)),
    ...(problems.length === 0
      ? []
      : [
          '',
          'Cần xem lại:',
          ...problems.map((problem) => `  - ${problem.message} (${placeOf(problem.at)})`),
        ]),
  ]
  return `${lines.join('\n')}\n`
}

function countSections(sections: readonly Section[]): number {
  return sections.reduce((count, section) => count + 1 + countSections(section.children), 0)
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function targetLine({ group, level, levels, statement, at }: ReadTarget): string {
  const about = [group === null ? null : `${group})`, level ?? levels?.join(', ')].filter(Boolean).join(' ')
  return `  - ${about === '' ? '' : `[${about}] `}${statement} (${placeOf(at)})`
}

function dutyLine({ unit, text, at }: ReadDuty): string {
  return `  - ${unit}: ${text} (${placeOf(at)})`
}

function taskLines(task: ReadTask): string[] {
  return [
    '',
    `${task.no === null ? '-' : `${task.no}.`} ${task.title}`,
    `   Chủ trì: ${task.lead.join('; ') || '—'}`,
    ...(task.coordinating.length === 0 ? [] : [`   Phối hợp: ${task.coordinating.join('; ')}`]),
    `   Thời gian: ${task.timeText ?? '—'}${task.product === null ? '' : `   Sản phẩm: ${task.product}`}`,
    `   Độ chắc chắn: ${Math.round(task.confidence * 100)}%`,
  ]
}

function placeOf(at: Reading['problems'][number]['at']): string {
  if ('line' in at) return `dòng ${at.line}`
  if ('page' in at) return `trang ${at.page}`
  if ('paragraph' in at) return `đoạn ${at.paragraph}`
  return `bảng ${at.table}, hàng ${at.row}, cột ${at.column}`
}
