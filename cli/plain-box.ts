import type { SecretBox } from '../electron/db/settings.ts'

/**
 * The login of the command line is kept in a file that only its user can read: a program that a scheduler starts has no keyring. It
 * can read no data and sign nobody in, so this is what a workstation without a keyring does too (electron/secret-box.ts).
 */
export const plainBox: SecretBox = {
  encrypt: (text) => `plain:${Buffer.from(text, 'utf8').toString('base64')}`,
  decrypt: (text) => {
    const [kind, body = ''] = text.split(':')
    if (kind !== 'plain') throw new Error('Sealed by the keyring of the application')
    return Buffer.from(body, 'base64').toString('utf8')
  },
}
