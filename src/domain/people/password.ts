import type { Verdict } from '#domain/basics/result.ts'
import { fold } from '#domain/basics/text.ts'

export type PasswordReason = 'too_short' | 'is_user_name' | 'common' | 'one_character'

// What people in offices choose first; the long lists of leaked passwords add little beyond ten characters.
const common = [
  'password',
  'matkhau',
  '1234567890',
  '0123456789',
  'qwertyuiop',
  'anhyeuem',
  'iloveyou',
  'vietnam',
  'abc123',
  'abcd1234',
  'admin123',
  '123456789',
]

/**
 * May this be a password? At least 10 characters, not the user name, not one character repeated, not a common one with
 * digits about it. Length over composition: NIST SP 800-63B §5.1.1.2.
 */
export function checkPassword(password: string, userName: string): Verdict<string, PasswordReason> {
  const text = password.normalize('NFC')
  if ([...text].length < 10) return { ok: false, reason: 'too_short' }
  if (new Set(text).size < 4) return { ok: false, reason: 'one_character' }
  const plain = fold(text).replaceAll(' ', '')
  if (plain === fold(userName) || plain === `${fold(userName)}${fold(userName)}`)
    return { ok: false, reason: 'is_user_name' }
  const core = plain.replaceAll(/[^a-z]/g, '')
  if (
    common.some(
      (word) => plain === word || core === word || (plain.startsWith(word) && plain.length < word.length + 4),
    )
  )
    return { ok: false, reason: 'common' }
  return { ok: true, value: text }
}
