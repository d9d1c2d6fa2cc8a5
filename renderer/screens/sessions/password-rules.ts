import { z } from 'zod'
import { i18n } from '../../i18n/i18n.ts'
import { messageForCode } from '../../feedback/messages.ts'

const MIN_CHARACTERS = 12
/** bcrypt reads no more. */
const MAX_BYTES = 72

/** A new password, with the rules of the main process said while it is typed. Sentences are fetched when they are needed. */
export const newPassword = z
  .string()
  .refine((value) => Array.from(value).length >= MIN_CHARACTERS, {
    error: () => messageForCode('PASSWORD_TOO_SHORT'),
  })
  .refine((value) => new TextEncoder().encode(value).length <= MAX_BYTES, {
    error: () => messageForCode('PASSWORD_TOO_LONG'),
  })

/** Both fields hold the same; the fault stands beside the second. */
export const samePasswords = <T extends { newPassword: string; repeated: string }>(schema: z.ZodType<T, T>) =>
  schema.refine((value) => value.newPassword === value.repeated, {
    path: ['repeated'],
    error: () => i18n.t('sessions:passwordsDiffer'),
  })
