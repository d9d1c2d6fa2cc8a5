import { z } from 'zod'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { contract } from '../../../shared/contract.ts'
import { isTimeZone } from '../../../shared/rules/time-zone.ts'
import { i18n } from '../../i18n/i18n.ts'
import { formatAndWeekend } from './format-and-weekend.tsx'
import { proposedFormat, proposedWeekend } from './proposed-format.ts'
import { newPassword, samePasswords } from '../sessions/password-rules.ts'

const input = contract['branches.setUp'].input

/** The number of tills is typed as text; the contract wants a number. */
export const branchSchema = input
  .pick({ branchName: true, currency: true, timeZone: true })
  .extend(formatAndWeekend.shape)
  .extend({
    tills: z
      .string()
      .trim()
      .refine((text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 50, {
        error: () => i18n.t('branches:setup.tillsRange'),
      }),
  })

export const administratorSchema = input.shape.administrator.omit({ password: true }).extend({
  username: z
    .string()
    .trim()
    .max(50)
    .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: () => i18n.t('branches:setup.userNameRule') }),
})

export const passwordSchema = samePasswords(z.object({ newPassword, repeated: z.string() }))

export type BranchFields = z.input<typeof branchSchema>
export type BranchAnswers = z.output<typeof branchSchema>
export type AdministratorAnswers = z.output<typeof administratorSchema>
export type SetupAnswers = {
  readonly branch: Omit<BranchAnswers, 'tills'> & { readonly tills: number }
  readonly administrator: AdministratorAnswers
}

/** The computer's time zone. A computer that does not know its own says so by `Etc/Unknown`; then somebody has to choose. */
function ownTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isTimeZone(timeZone) ? timeZone : ''
}

/** The time zone is the computer's own, where it has one, and so are number format and weekend unless the currency is another country's. */
export const firstAnswers = (): SetupAnswers => ({
  branch: {
    branchName: '',
    currency: DEFAULT_CURRENCY,
    numberFormat: proposedFormat(DEFAULT_CURRENCY),
    weekend: proposedWeekend(DEFAULT_CURRENCY),
    timeZone: ownTimeZone(),
    tills: 3,
  },
  administrator: { fullName: '', email: '', username: '' },
})
