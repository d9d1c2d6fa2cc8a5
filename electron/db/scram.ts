import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** A password that no dictionary has: 192 random bits. */
export const newPassword = (): string => randomBytes(24).toString('base64url')

/**
 * RFC 5803's form of a SCRAM-SHA-256 secret, made here so that no server and no log ever has the password. The salt follows from the password, which is
 * random itself, so that the same password sent again has the same secret.
 */
export function scramVerifier(password: string): string {
  const salt = createHash('sha256').update(`salt of ${password}`).digest().subarray(0, 16)
  const iterations = 4096
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
