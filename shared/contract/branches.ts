import { z } from 'zod'
import { command } from './define.ts'
import { currency, isoDate, nothing, numberFormat, text } from './fields.ts'
import { password } from './sessions.ts'

export const branches = {
  /** Sets up the branch and its first administrator; only once. */
  'branches.setUp': command({
    input: z.object({
      branchName: text(100),
      currency,
      numberFormat,
      timeZone: text(64),
      tills: z.number().int().min(1).max(50),
      administrator: z.object({
        username: text(50),
        fullName: text(100),
        email: z.email().max(255),
        password,
      }),
    }),
    output: nothing,
    roles: 'anyone',
    errors: ['ALREADY_SET_UP', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'CURRENCY_NOT_SUPPORTED'],
  }),
  'branches.openDay': command({
    input: z.object({ businessDate: isoDate }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['BRANCH_DAY_OPEN', 'BUSINESS_DATE_NOT_LATER', 'BUSINESS_DATE_TOO_FAR'],
  }),
  'branches.closeDay': command({
    input: nothing,
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['BRANCH_DAY_CLOSED', 'TILLS_STILL_OPEN'],
  }),
}
