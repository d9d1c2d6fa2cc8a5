import bcrypt from 'bcrypt'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** bcrypt ignores what comes after 72 bytes, so a longer password would be weaker than it looks. */
const MAX_BYTES = 72
const MIN_CHARACTERS = 12
const COST = 12

/** NIST SP 800-63B asks for length, not for classes of characters. Errors: PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG. */
export function checkPassword(password: string): Result<string, 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG'> {
  if (Array.from(password).length < MIN_CHARACTERS)
    return fail('PASSWORD_TOO_SHORT', { minimum: String(MIN_CHARACTERS) })
  if (Buffer.byteLength(password, 'utf8') > MAX_BYTES)
    return fail('PASSWORD_TOO_LONG', { maximum: String(MAX_BYTES) })
  return ok(password)
}

/** A quarter of a second of bcrypt off the main thread, as `$2a$`: pgcrypto does not verify `$2b$`. */
export async function hashPassword(password: string): Promise<string> {
  return bcrypt.hash(password, await bcrypt.genSalt(COST, 'a'))
}
