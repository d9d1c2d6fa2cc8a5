import { randomBytes } from 'node:crypto'
import { derived } from './crypto.ts'
import { openWrapped, SALT, type VaultKey, wrapKey } from './wrapped-key.ts'

const opener = (secret: Buffer) => derived(secret, 'corex: open by a recovery sheet')

/** The vault key under the secret of a recovery sheet, which no password and no scrypt has to protect: it is random. */
export const wrapForSheet = (vaultKey: VaultKey, secret: Buffer): Buffer =>
  wrapKey(vaultKey, randomBytes(SALT), opener(secret), false)

/** Throws when it is another sheet's. */
export const openBySheet = (wrapped: Buffer, secret: Buffer): VaultKey => openWrapped(wrapped, opener(secret))

/** Whether what is wrapped is under that secret. */
export function isOfSheet(wrapped: Buffer, secret: Buffer): boolean {
  try {
    openBySheet(wrapped, secret).key.fill(0)
    return true
  } catch {
    return false
  }
}
