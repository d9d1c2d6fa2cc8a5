import { z } from 'zod'
import { i18n } from '../../i18n/i18n.ts'
import { messageForCode } from '../../feedback/messages.ts'

const MIN_CHARACTERS = 12
/** bcrypt ignores any further bytes. */
const MAX_BYTES = 72

/** A new password, checked by the rules of the main process while it is typed. */
export const newPassword = z
  .string()
  .refine((value) => Array.from(value).length >= MIN_CHARACTERS, {
    error: () => messageForCode('PASSWORD_TOO_SHORT'),
  })
  .refine((value) => new TextEncoder().encode(value).length <= MAX_BYTES, {
    error: () => messageForCode('PASSWORD_TOO_LONG'),
  })

/** Both fields must hold the same; the error stands beside the second. */
export const samePasswords = <T extends { newPassword: string; repeated: string }>(schema: z.ZodType<T, T>) =>
  schema.refine((value) => value.newPassword === value.repeated, {
    path: ['repeated'],
    error: () => i18n.t('sessions:passwordsDiffer'),
  })
