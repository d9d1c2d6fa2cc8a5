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

/**
 * HMAC-SHA256 of a file under a key that is derived from the document key: the database recognises a file that is sent twice,
 * whose ciphertext differs each time, and learns nothing of it.
 */
export function macOf(plain: Uint8Array, documentKey: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', documentKey, '', 'corex: recognise a file', 32))
  return createHmac('sha256', key).update(plain).digest()
}
