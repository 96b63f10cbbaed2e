import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Measure } from './table.ts'

/** What a browser must fetch and run before it shows anything: the scripts and styles that the page itself names. */
export async function benchFirstScreen(): Promise<Measure[]> {
  const page = readFileSync('dist/web/index.html', 'utf8')
  const sizeOf = (pattern: RegExp) =>
    [...page.matchAll(pattern)].reduce(
      (sum, match) => sum + gzipSync(readFileSync(`dist/web${match[1] ?? ''}`)).length,
      0,
    ) / 1024
  const scripts = sizeOf(/(?:src|href)="(\/[^"]+\.js)"/g)
  const styles = sizeOf(/href="(\/[^"]+\.css)"/g)
  return [
    {
      what: 'first screen, JavaScript (gzip)',
      value: scripts,
      unit: 'KB',
      yardstick: { what: 'React alone (react-dom, measured 66)', value: 66 },
    },
    { what: 'first screen, styles (gzip)', value: styles, unit: 'KB', yardstick: null },
  ]
}
