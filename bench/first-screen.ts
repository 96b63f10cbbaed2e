import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Measure } from './table.ts'

const folder = 'dist/web/assets/'
const yardstick = { what: 'React alone (react-dom, measured 66)', value: 66 }

/** What a browser must fetch before it shows the page of a stranger, and what waits for somebody signed in. */
export async function benchFirstScreen(): Promise<Measure[]> {
  const page = readFileSync('dist/web/index.html', 'utf8')
  const named = namesIn(page, /(?:src|href)="\/assets\/([^"]+\.js)"/g)
  const styles = namesIn(page, /href="\/([^"]+\.css)"/g).map((name) => weightOf(`dist/web/${name}`))
  return [
    { what: 'JavaScript of the sign-in page (gzip)', value: scripts([...named, chunk('sign-in-screen')]) },
    {
      what: 'JavaScript of “Việc của tôi”, with the frame (gzip)',
      value: scripts([...named, chunk('frame'), chunk('my-work-screen')]),
    },
  ]
    .map((measure): Measure => ({ ...measure, unit: 'KB', yardstick }))
    .concat({
      what: 'styles that every page begins with (gzip)',
      value: sum(styles),
      unit: 'KB',
      yardstick: null,
    })
}

/** With everything that these import, in turn. */
function scripts(names: readonly string[]): number {
  const all = new Set(names)
  // A set goes on over what is added to it on the way.
  for (const name of all)
    for (const imported of namesIn(readFileSync(folder + name, 'utf8'), /(?:from|import)"\.\/([^"]+\.js)"/g))
      all.add(imported)
  return sum([...all].map((name) => weightOf(folder + name)))
}

function chunk(name: string): string {
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'))
  if (file === undefined) throw new Error(`the build has no chunk ${name}`)
  return file
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

function weightOf(file: string): number {
  return gzipSync(readFileSync(file)).length / 1024
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0)
}
