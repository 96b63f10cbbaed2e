// Content-addressed files: written aside, synced and renamed before the row that names them commits. Never overwritten.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileId } from '#domain/basics/ids.ts'

export type FileStore = {
  /** Returns the name (sha256) once the bytes are on the disk. */
  put: (bytes: Uint8Array) => Promise<FileId>
  get: (sha256: FileId) => Promise<Uint8Array | null>
  /** Every stored name with its last change, for sweeping what no row names. */
  list: () => AsyncIterable<{ sha256: FileId; changedAt: Date }>
  remove: (sha256: FileId) => Promise<void>
}

export async function openFileStore(folder: string): Promise<FileStore> {
  await mkdir(join(folder, 'unfinished'), { recursive: true })
  await access(folder, constants.R_OK | constants.W_OK)

  const placeOf = (sha256: string): { folder: string; file: string } => {
    const own = join(folder, sha256.slice(0, 2))
    return { folder: own, file: join(own, sha256) }
  }

  return {
    put: async (bytes) => {
      // The digest is what a FileId is.
      const sha256 = createHash('sha256').update(bytes).digest('hex') as FileId
      const place = placeOf(sha256)
      if (await exists(place.file)) return sha256
      const unfinished = join(folder, 'unfinished', `${sha256}.${process.pid}.${performance.now()}`)
      const handle = await open(unfinished, 'wx')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      // A new folder is on the disk once the one that names it is.
      if ((await mkdir(place.folder, { recursive: true })) !== undefined) await syncFolder(folder)
      await rename(unfinished, place.file)
      await syncFolder(place.folder)
      return sha256
    },
    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null
      try {
        return await readFile(placeOf(sha256).file)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    list: async function* () {
      for (const own of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(own)) continue
        for (const name of await readdir(join(folder, own))) {
          const { mtime } = await stat(join(folder, own, name))
          // Names in these folders were made by put.
          yield { sha256: name as FileId, changedAt: mtime }
        }
      }
    },
    remove: async (sha256) => {
      await rm(placeOf(sha256).file, { force: true })
    },
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
