import { safeStorage } from 'electron'
import type { SecretBox } from './db/settings.ts'

/** Without a secret service Chromium encrypts by a password that is in its sources: that is no keyring. */
const hasKeyring = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')

/**
 * Encrypts secrets of this workstation (its database login) with the operating system's keyring, if there is one. Without
 * a keyring they are stored in plain text, marked as such, in a file that only the owner can read, and people are told: refusing to work
 * would protect nothing, and the login alone, without a person's password, can read no data.
 */
export const secretBox: SecretBox = {
  protects: hasKeyring,
  encrypt: (text) =>
    hasKeyring()
      ? `keyring:${safeStorage.encryptString(text).toString('base64')}`
      : `plain:${Buffer.from(text, 'utf8').toString('base64')}`,
  decrypt: (text) => {
    const [kind, body = ''] = text.split(':')
    const bytes = Buffer.from(body, 'base64')
    if (kind === 'plain') return bytes.toString('utf8')
    if (kind !== 'keyring') throw new Error('A secret of an unknown kind')
    return safeStorage.decryptString(bytes)
  },
}
