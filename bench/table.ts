/** One measure beside its yardstick, in the same unit; `budget` is what the ratio or the value should stay under. */
export type Measure = {
  what: string
  value: number
  unit: 'ms' | 'MB' | 'KB' | 'µs'
  yardstick: { what: string; value: number } | null
  note?: string
}

export function print(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    measure.what,
    `${round(measure.value)} ${measure.unit}`,
    measure.yardstick === null
      ? ''
      : `${round(measure.yardstick.value)} ${measure.unit}  ${measure.yardstick.what}`,
    measure.yardstick === null ? '' : `${round(measure.value / measure.yardstick.value)}×`,
    measure.note ?? '',
  ])
  const head = ['measure', 'value', 'yardstick', 'ratio', 'note']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('')
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs + 1; run++) {
    const from = performance.now()
    await work()
    // The first run warms up.
    if (run > 0) times.push(performance.now() - from)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
