import { z } from 'zod'
import { contract } from '../../../shared/contract.ts'
import { i18n } from '../../i18n/i18n.ts'
import { newPassword } from '../sessions/password-rules.ts'

const input = contract['users.create'].input

export const createUserSchema = input.pick({ fullName: true, email: true }).extend({
  role: z.union([z.literal(''), input.shape.role]).transform((chosen, context) => {
    if (chosen !== '') return chosen
    context.addIssue({ code: 'custom', message: i18n.t('users:create.roleMissing') })
    return z.NEVER
  }),
  username: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: () => i18n.t('users:create.usernameRule') }),
  temporaryPassword: newPassword,
})

/** What the fields of a new user hold; no role until one is chosen. */
export type CreateUserFields = z.input<typeof createUserSchema>
export type NewUser = z.output<typeof createUserSchema>

export const blankUser: CreateUserFields = {
  fullName: '',
  username: '',
  email: '',
  role: '',
  temporaryPassword: '',
}
