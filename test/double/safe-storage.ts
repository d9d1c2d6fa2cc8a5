import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getPath } from './paths.ts'

/** Electron keeps this key in the system's keyring; the double keeps it beside the data, so that it survives a restart. */
function key(): Buffer {
  const file = join(getPath('userData'), 'double-safe-storage.key')
  try {
    return readFileSync(file)
  } catch {
    const made = randomBytes(32)
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
    return made
  }
}

function encryptString(plainText: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decryptString(encrypted: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(0, 12))
  decipher.setAuthTag(encrypted.subarray(12, 28))
  return Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8')
}

/** As Electron on a computer without a keyring: it says `basic_text`, because the key protects nothing from its owner. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
  getSelectedStorageBackend: () => 'basic_text' as const,
  setUsePlainTextEncryption: (_usePlainText: boolean): void => undefined,
  encryptString,
  decryptString,
  encryptStringAsync: async (plainText: string): Promise<Buffer> => encryptString(plainText),
  decryptStringAsync: async (encrypted: Buffer) => ({
    result: decryptString(encrypted),
    shouldReEncrypt: false,
  }),
}
