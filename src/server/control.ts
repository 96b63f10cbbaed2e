// On the embedded database the running server alone may open the data: `backup` and `user` ask it here, over a socket in
// the data directory that only the owner of the process can reach. One JSON line in, one out.
import { createHash } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { createConnection, createServer, type Server } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { writeBackup } from './database/backup.ts'
import type { Ground } from './main.ts'
import { issueLinkFor, listAdministrators } from './people/people.service.ts'

export const controlRequest = z.discriminatedUnion('command', [
  z.object({ command: z.literal('backup'), file: z.string().min(1) }),
  z.object({ command: z.literal('administrators') }),
  z.object({ command: z.literal('link'), userName: z.string().min(1) }),
])
export type ControlRequest = z.output<typeof controlRequest>

export type ControlReply =
  | { ok: true; backup: { file: string; rows: number; files: number } }
  | { ok: true; administrators: { userName: string; fullName: string; tenant: string }[] }
  | {
      ok: true
      link: { userName: string; fullName: string; token: string; expiresAt: string }
      address?: string
    }
  | { ok: false; reason: 'unknown_user' | 'failed'; message: string }

/** What a request does, whoever asks: the socket, or a command that could open the data itself. */
export async function carryOut(ground: Ground, request: ControlRequest): Promise<ControlReply> {
  switch (request.command) {
    case 'backup': {
      const file = resolve(request.file)
      const count = await writeBackup(ground.database.pool, ground.services.files, file)
      return {
        ok: true,
        backup: {
          file,
          rows: Object.values(count.tables).reduce((sum, rows) => sum + rows, 0),
          files: count.files,
        },
      }
    }
    case 'administrators':
      return { ok: true, administrators: await listAdministrators(ground.services.db) }
    case 'link': {
      const link = await issueLinkFor(ground.services, request.userName)
      return link === null
        ? { ok: false, reason: 'unknown_user', message: request.userName }
        : { ok: true, link }
    }
  }
}

// A socket's path may have about 100 bytes; a longer one goes to a private folder named after the data directory.
function socketPath(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\namhoc-${name}`
  const beside = join(dataDir, 'control.sock')
  return Buffer.byteLength(beside) < 100
    ? beside
    : join('/tmp', `namhoc-${process.getuid?.() ?? 0}`, `${name}.sock`)
}

/** `address`: where the running server is reached, for the links that it issues. */
export async function openControl(ground: Ground, dataDir: string, address: string): Promise<Server> {
  const path = socketPath(dataDir)
  if (process.platform !== 'win32') {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    // The lock of the directory is ours, so a socket left there is a dead server's.
    await rm(path, { force: true })
  }
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      text += chunk
      if (text.length > 10_000) socket.destroy()
    })
    socket.on('error', () => socket.destroy())
    socket.on(
      'end',
      () =>
        void reply(ground, text).then((answer) =>
          socket.end(`${JSON.stringify('link' in answer ? { ...answer, address } : answer)}\n`),
        ),
    )
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })
  if (process.platform !== 'win32') await chmod(path, 0o600)
  return server
}

async function reply(ground: Ground, text: string): Promise<ControlReply> {
  try {
    return await carryOut(ground, controlRequest.parse(JSON.parse(text)))
  } catch (error) {
    return { ok: false, reason: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Asks the running server. Rejects when none answers. */
export async function askServer(dataDir: string, request: ControlRequest): Promise<ControlReply> {
  return await new Promise((resolveAnswer, failed) => {
    let text = ''
    const socket = createConnection(socketPath(dataDir))
    socket.setEncoding('utf8')
    socket.on('connect', () => socket.end(JSON.stringify(request)))
    socket.on('data', (chunk: string) => {
      text += chunk
    })
    socket.on('error', failed)
    socket.on('close', () => {
      // The other end is openControl of the same program.
      if (text === '') failed(new Error('no answer'))
      else resolveAnswer(JSON.parse(text) as ControlReply)
    })
  })
}
