// A real mail server on a port of this machine, which keeps what it is given.
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { type Mailer, openMailer } from '#server/platform/mailer.ts'

export type Received = { from: string; to: string; raw: string; headers: string; text: string; html: string }

export type Post = {
  port: number
  received: Received[]
  /** Every RCPT TO that was asked for. */
  asked: string[]
  mailer: Mailer
  stop: () => Promise<void>
}

/** `answer`: the reply to a recipient, such as 550; null takes the letter. */
export async function aPost(answer: (address: string) => number | null = () => null): Promise<Post> {
  const received: Received[] = []
  const asked: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      asked.push(address)
      const code = answer(address)
      done(code === null ? null : Object.assign(new Error(`${address} is not taken`), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((one) => one.address).join(', '),
          ...partsOf(Buffer.concat(chunks).toString('utf8')),
        })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const mailer = aMailer(port)
  return {
    port,
    received,
    asked,
    mailer,
    stop: async () => {
      mailer.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

export function aMailer(port: number): Mailer {
  return openMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    mustBeEncrypted: false,
    account: null,
    from: { name: 'Năm Học', address: 'namhoc@example.vn' },
    publicUrl: 'https://namhoc.example.vn',
  })
}

function partsOf(raw: string): Pick<Received, 'raw' | 'headers' | 'text' | 'html'> {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?(B|Q)\?([^?]*)\?=/gi, (_whole, kind: string, body: string) =>
      decodedWord(kind, body),
    )
  return { raw, headers, text: partOf(raw, 'text/plain'), html: partOf(raw, 'text/html') }
}

function decodedWord(kind: string, body: string): string {
  if (kind.toUpperCase() === 'B') return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

// Both parts are written in base64 by the mailer.
function partOf(raw: string, type: string): string {
  const begin = raw.indexOf(`Content-Type: ${type}`)
  const body = raw.slice(raw.indexOf('\r\n\r\n', begin) + 4)
  return Buffer.from(body.split('\r\n--')[0] ?? '', 'base64').toString('utf8')
}
