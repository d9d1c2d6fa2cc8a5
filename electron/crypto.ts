import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** NIST SP 800-38D: a random 96-bit nonce, a full tag. */
const NONCE = 12
const TAG = 16

/** AES-256-GCM, as nonce, tag, ciphertext. */
export function seal(plain: Uint8Array, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The reverse of `seal`. Throws when key or bytes are not the ones that were sealed. */
export function unseal(sealed: Uint8Array, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
}

/** 32 bytes that follow from a key and serve this purpose alone (HKDF-SHA256). */
export const derived = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, 32))

/** The key by which files are recognised, of the first vault key. It stays the same when that one is changed. */
export const firstHashKey = (vaultKey: Buffer): Buffer => derived(vaultKey, 'corex: recognise a file')

/**
 * HMAC-SHA256 of a file under the key by which files are recognised: the database knows a file that is sent twice, whose ciphertext differs
 * each time, and learns nothing of it.
 */
export const macOf = (plain: Uint8Array, hashKey: Buffer): Buffer =>
  createHmac('sha256', hashKey).update(plain).digest()
