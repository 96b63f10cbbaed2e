// A list leaves as Excel just as it was shown; the day and the person are added here. It reads nothing of the database.
import type { z } from 'zod'
import type { sheetsContract } from '#contract/sheets.ts'
import { formatDate, parseLocalDate } from '#domain/basics/dates.ts'
import { writeList } from '#server/formats/list-sheet.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import type { FileReply } from '#server/platform/route.ts'

type Body = z.output<typeof sheetsContract.writeSheet.body>

const words = {
  vi: (day: string, name: string, rows: number) => `Xuất ngày ${day}, người xuất: ${name}, ${rows} dòng`,
  en: (day: string, name: string, rows: number) => `Exported on ${day} by ${name}, ${rows} rows`,
}

export async function listFile(ctx: Ctx, { title, facts, columns, rows }: Body): Promise<FileReply> {
  mustBeAllowed(ctx, 'search.use', { tenantId: ctx.tenantId, path: null })
  const made = words[ctx.language](formatDate(ctx.today), ctx.actor.name, rows.length)
  const bytes = writeList({
    title,
    facts: [...facts, made],
    columns,
    rows: rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.format))),
  })
  return await Promise.resolve({ bytes, fileName: `${title} ${ctx.today}.xlsx` })
}

function cellOf(value: string | number | null, format: string | undefined) {
  const day = format === 'date' && typeof value === 'string' ? parseLocalDate(value) : null
  return day === null ? value : { date: day }
}
