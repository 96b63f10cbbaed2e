import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane (19 ms on the machine of docs/decisions).
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), strength)
}

/** Takes as long for an account that does not exist: nobody learns which names are known. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? unknownAccount, password.normalize('NFC'))
  return stored !== null && right
}

// The hash of a random password that was thrown away.
const unknownAccount =
  '$argon2id$v=19$m=19456,t=2,p=1$MZTco9olkfpUT2BQ+G/GGw$V/o1SvJzpLw+Io6iiwcsqBoTczY6fYPE6GFpApqVMSw'
