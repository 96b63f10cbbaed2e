// The demo takes long to make, so it is made once for each build and copied for whoever needs one.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Product, startProduct } from './product.ts'

const cache = join('node_modules', '.cache', 'namhoc')

/** The demo on a data directory of its own, as it is on its first day. */
export async function startDemo(): Promise<Product> {
  const made = join(cache, `demo-${hashOfBuild()}`)
  if (!existsSync(made)) {
    const first = await startProduct('demo')
    await first.leave()
    cpSync(first.dataDir, `${made}.new`, { recursive: true })
    rmSync(first.dataDir, { recursive: true, force: true })
    renameSync(`${made}.new`, made)
  }
  const own = mkdtempSync(join(tmpdir(), 'namhoc-demo-'))
  cpSync(made, own, { recursive: true })
  return await startProduct('demo', own)
}

// The names of the chunks carry the hash of their content; the entry names the chunks.
function hashOfBuild(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync('dist')
    .filter((file) => file.endsWith('.mjs'))
    .toSorted())
    hash.update(name).update(readFileSync(join('dist', name)))
  return hash.digest('hex').slice(0, 16)
}
