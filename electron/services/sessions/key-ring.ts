import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { secondHalf } from '../../../shared/rules/temporary-password.ts'
import { plainPassword } from '../../../shared/rules/text.ts'
import { isHalf, isReceivable, openWrapped, saltOf, SALT, type VaultKey, wrapKey } from '../../wrapped-key.ts'

/**
 * The bank has one vault key, which wraps the keys of all documents. The database stores it only wrapped, once for every user under a
 * secret that is derived from that user's password, so neither a thief of the database nor its superuser can read a customer's passport,
 * and no key has to be carried to a second workstation. See docs/decisions.
 */
const KEY = 32

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)
/** OWASP's smallest recommended scrypt cost for interactive use: 32 MiB and about a tenth of a second. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** The first vault key of a bank. */
export const makeVaultKey = (): VaultKey => ({ generation: 1, key: randomBytes(KEY) })

const wrap = async (vaultKey: VaultKey, password: string, half: boolean): Promise<Buffer> => {
  const salt = randomBytes(SALT)
  return wrapKey(vaultKey, salt, await derive(plainPassword(password), salt, KEY, SCRYPT), half)
}

/** The vault key under a password. */
export const wrapVaultKey = (vaultKey: VaultKey, password: string): Promise<Buffer> =>
  wrap(vaultKey, password, false)

/** For a user who signs in with a temporary password of which the caller knows only this second half. */
export const wrapUnderHalf = (vaultKey: VaultKey, half: string): Promise<Buffer> => wrap(vaultKey, half, true)

/** A vault key that a password has opened, and the secret that will open a later one which is wrapped for the same person. */
export type Unwrapped = VaultKey & { readonly secret: Buffer; readonly isReceivable: boolean }

/**
 * Throws when the password is wrong or the bytes were changed: sign-in has already verified the password. Keys of release 0.1
 * are wrapped under another form of its letters (NFC), which is tried where it differs.
 */
export async function unwrapVaultKey(wrapped: Buffer, password: string): Promise<Unwrapped> {
  const salt = saltOf(wrapped)
  const open = async (form: string) => {
    const secret = await derive(form, salt, KEY, SCRYPT)
    return { ...openWrapped(wrapped, secret), secret, isReceivable: isReceivable(wrapped) }
  }
  if (isHalf(wrapped)) return open(secondHalf(password))
  const [plain, old] = [plainPassword(password), password.normalize('NFC')]
  if (plain === old) return open(plain)
  return open(plain).catch(() => open(old))
}
