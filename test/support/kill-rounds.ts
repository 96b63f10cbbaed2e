// Rounds of writing, killing and starting again, on one data directory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#server/database/connect.ts'
import { openFileStore } from '#server/platform/files.ts'
import { faultsAfterKills } from './kill-check.ts'
import { type Acknowledged, foundForKills, writeUntilGone } from './kill-scene.ts'
import { runProduct } from './product.ts'

export type KillResult = {
  acknowledged: readonly Acknowledged[]
  faults: readonly string[]
  /** Milliseconds from the command to "it listens". */
  startsAfterKill: readonly number[]
}

/**
 * SIGKILL takes the process, not the machine: what it had handed to the system is still written. So this proves that an
 * answer leaves after its commit, that the write-ahead log is replayed, that a file is whole and named before its row is
 * there, and that a dead process's lock lets the next one in. That commits reach the disk is the syncing of
 * pglite-worker.ts and files.ts, which only a power cut would prove.
 * `look` sees the data directory after the last clean stop.
 */
export async function killRounds(
  rounds: number,
  databaseUrl: string | null,
  look: (dataDir: string) => Promise<void> = async () => {},
): Promise<KillResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'namhoc-kill-'))
  let product = await runProduct('start', dataDir, databaseUrl)
  try {
    const scene = await foundForKills(product.url)
    const acknowledged: Acknowledged[] = []
    const startsAfterKill: number[] = []
    for (let round = 0; round < rounds; round++) {
      const kinds = new Set<Acknowledged['kind']>()
      let left = 1 + Math.floor(Math.random() * 40)
      const kill: Promise<void>[] = []
      await writeUntilGone(product.url, scene, (write) => {
        acknowledged.push(write)
        kinds.add(write.kind)
        // Every way of writing is under way; and at the very moment of an answer its commit must not still be on its way.
        if (kinds.size === 5 && --left === 0) kill.push(product.end('SIGKILL'))
      })
      await Promise.all(kill)
      const begun = performance.now()
      product = await runProduct('start', dataDir, databaseUrl)
      startsAfterKill.push(performance.now() - begun)
    }
    await product.end('SIGTERM')
    await look(dataDir)
    const database = await openDatabase(
      databaseUrl === null ? { kind: 'directory', path: dataDir } : { kind: 'postgres', url: databaseUrl },
    )
    try {
      const files = await openFileStore(join(dataDir, 'files'))
      const faults = await faultsAfterKills(database.pool, files, acknowledged)
      return { acknowledged, faults, startsAfterKill }
    } finally {
      await database.close()
    }
  } finally {
    await product.end('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}
