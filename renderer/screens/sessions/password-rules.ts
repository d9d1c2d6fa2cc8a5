import { z } from 'zod'
import { checkPassword } from '../../../shared/rules/password.ts'
import { i18n } from '../../i18n/i18n.ts'
import { messageForCode } from '../../feedback/messages.ts'

/** A new password, checked by the rule of the main process while it is typed. */
export const newPassword = z.string().superRefine((typed, context) => {
  const checked = checkPassword(typed)
  if (checked.ok) return
  const { code, details } = checked.error
  context.addIssue({ code: 'custom', message: messageForCode(code, details) })
})

/** Both fields must hold the same; the error stands beside the second. */
export const samePasswords = <T extends { newPassword: string; repeated: string }>(schema: z.ZodType<T, T>) =>
  schema.refine((value) => value.newPassword === value.repeated, {
    path: ['repeated'],
    error: () => i18n.t('sessions:passwordsDiffer'),
  })
