import bcrypt from 'bcrypt'
import { plainPassword } from '../../../shared/rules/text.ts'

const COST = 12

/** Takes a quarter of a second of bcrypt off the main thread. The hash begins with `$2a$`: pgcrypto does not verify `$2b$`. */
export async function hashPassword(password: string): Promise<string> {
  return bcrypt.hash(plainPassword(password), await bcrypt.genSalt(COST, 'a'))
}
