import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { secondHalf } from '../../../shared/rules/temporary-password.ts'
import { plainPassword } from '../../../shared/rules/text.ts'
import { seal, unseal } from '../../crypto.ts'

/**
 * The branch has one document key, made by its first administrator's workstation. The database stores it only wrapped,
 * once for every user under a key derived from that user's password, so neither a thief of the database nor its superuser
 * can read a customer's passport, and no key has to be carried to a second workstation. See docs/decisions.
 */
const VERSION = 1
/** Wrapped under the second half of a temporary password, because nobody but its user ever has it whole. */
const UNDER_HALF = 2
const SALT = 16
const KEY = 32

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)
/** OWASP's smallest recommended scrypt cost for interactive use: 32 MiB and about a tenth of a second. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

export const makeDocumentKey = (): Buffer => randomBytes(KEY)

/** Layout: version, salt, then what `seal` writes. */
export const wrapDocumentKey = (documentKey: Buffer, password: string): Promise<Buffer> =>
  wrap(VERSION, documentKey, password)

/** For a user who signs in with a temporary password of which the caller knows only this second half. */
export const wrapUnderHalf = (documentKey: Buffer, half: string): Promise<Buffer> =>
  wrap(UNDER_HALF, documentKey, half)

async function wrap(version: number, documentKey: Buffer, password: string): Promise<Buffer> {
  const salt = randomBytes(SALT)
  const key = await derive(plainPassword(password), salt, KEY, SCRYPT)
  return Buffer.concat([Buffer.of(version), salt, seal(documentKey, key)])
}

/**
 * Throws when the password is wrong or the bytes were changed: sign-in has already verified the password. Keys of release 0.1
 * are wrapped under another form of its letters (NFC), which is tried where it differs.
 */
export async function unwrapDocumentKey(wrapped: Buffer, password: string): Promise<Buffer> {
  const salt = wrapped.subarray(1, 1 + SALT)
  const open = async (form: string) =>
    unseal(wrapped.subarray(1 + SALT), await derive(form, salt, KEY, SCRYPT))
  if (wrapped[0] === UNDER_HALF) return open(secondHalf(password))
  if (wrapped[0] !== VERSION) throw new Error(`Unknown version ${wrapped[0]} of a wrapped key`)
  const [plain, old] = [plainPassword(password), password.normalize('NFC')]
  if (plain === old) return open(plain)
  return open(plain).catch(() => open(old))
}
