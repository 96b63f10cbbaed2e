// The product as a person gets it, on a data directory of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProduct } from '#test/support/product.ts'

/** `stop` ends it and removes its data; `leave` ends it and keeps them. */
export type Product = {
  url: string
  dataDir: string
  stop: () => Promise<void>
  leave: () => Promise<void>
}

/** Starts `namhoc start` or `namhoc demo` on a free port and the embedded database. */
export async function startProduct(
  command: 'start' | 'demo',
  dataDir = mkdtempSync(join(tmpdir(), 'namhoc-e2e-')),
): Promise<Product> {
  const running = await runProduct(command, dataDir, null)
  return {
    url: running.url,
    dataDir,
    stop: async () => {
      await running.end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
    leave: () => running.end('SIGTERM'),
  }
}
