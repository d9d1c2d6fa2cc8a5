import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { plainPassword } from './text.ts'

const MIN_CHARACTERS = 15
/** bcrypt ignores what comes after 72 bytes, so a longer password would be weaker than it looks. */
const MAX_BYTES = 72

/** Counted in the form that is hashed. NIST SP 800-63B asks for length, not for classes of characters. Errors: PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG. */
export function checkPassword(password: string): Result<string, 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG'> {
  const characters = Array.from(plainPassword(password))
  if (characters.length < MIN_CHARACTERS)
    return fail('PASSWORD_TOO_SHORT', { minimum: String(MIN_CHARACTERS) })
  const bytes = characters.reduce((sum, character) => sum + bytesInUtf8(character), 0)
  return bytes > MAX_BYTES ? fail('PASSWORD_TOO_LONG', { maximum: String(MAX_BYTES) }) : ok(password)
}

/** RFC 3629, section 3. Half of a surrogate pair is encoded as the replacement character, in three bytes. */
function bytesInUtf8(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
