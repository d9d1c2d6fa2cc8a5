import { z } from 'zod'
import { isTimeZone } from '../rules/time-zone.ts'
import { command } from './define.ts'
import { currency, isoDate, nothing, numberFormat, text, username } from './fields.ts'
import { password } from './sessions.ts'

export const branches = {
  /** Sets up the branch and its first administrator; only once. */
  'branches.setUp': command({
    input: z.object({
      branchName: text(100),
      currency,
      numberFormat,
      timeZone: text(64).refine(isTimeZone, 'A time zone of the IANA database'),
      tills: z.number().int().min(1).max(50),
      administrator: z.object({
        username,
        fullName: text(100),
        email: z.email().max(255),
        password,
      }),
    }),
    output: nothing,
    roles: 'anyone',
    errors: [
      'ALREADY_SET_UP',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
      'CURRENCY_NOT_SUPPORTED',
      'TIME_ZONE_UNKNOWN',
    ],
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
