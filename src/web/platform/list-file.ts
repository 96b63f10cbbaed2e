// A list that leaves as Excel: the rows that the filters show, all pages of them, with the words of the screen.
import { useState } from 'react'
import type { AnyEndpoint, ReplyOf } from '#contract/endpoint.ts'
import { mostSheetRows, type sheetFormats, sheetsContract } from '#contract/sheets.ts'
import { ApiProblem } from './api-problem.ts'
import { call, type CallInput, fetchFile } from './client.ts'

export type SheetColumn<Row> = {
  title: string
  /** In characters. */
  width: number
  format?: (typeof sheetFormats)[number]
  /** Days as 2025-01-20, shares as 0.857; null is an empty cell, not zero. */
  value: (row: Row) => string | number | null
}

export type ListFile<Row> = {
  title: string
  /** What the list was asked for: its filters in words. */
  facts: readonly string[]
  columns: readonly SheetColumn<Row>[]
  rows: readonly Row[]
}

/** All rows of a list that goes on, up to what one file holds. */
export async function allRows<E extends AnyEndpoint, Row>(
  endpoint: E,
  input: CallInput<E>,
  rowsOf: (reply: ReplyOf<E>) => readonly Row[],
  nextOf: (reply: ReplyOf<E>, input: CallInput<E>) => CallInput<E> | null,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let asked: CallInput<E> | null = input; asked !== null && rows.length < mostSheetRows; ) {
    const reply: ReplyOf<E> = await call(endpoint, asked)
    rows.push(...rowsOf(reply))
    asked = nextOf(reply, asked)
  }
  return rows.slice(0, mostSheetRows)
}

/** `save` fetches, writes and hands the file to the browser. */
export function useListFile() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async <Row>(make: () => Promise<ListFile<Row>>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      const { title, facts, columns, rows } = await make()
      const { blob, fileName } = await fetchFile(sheetsContract.writeSheet, {
        body: {
          title,
          facts: [...facts],
          columns: columns.map((column) => ({
            title: column.title,
            width: column.width,
            format: column.format ?? 'text',
          })),
          rows: rows.map((row) => columns.map((column) => column.value(row))),
        },
      })
      handOver(blob, fileName)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, save }
}

function handOver(blob: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // The browser takes the file up only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
