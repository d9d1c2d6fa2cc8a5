import type { Cases } from '../contract/cases.ts'
import { withDayClosed } from '../support/branch.ts'
import { setTellerTill } from '../support/tills.ts'
import { PASSWORD } from '../support/users.ts'

const administrator = {
  username: 'second',
  fullName: 'Second Admin',
  email: 'second@example.test',
  password: PASSWORD,
}
const newBranch = {
  branchName: 'Branch Süd',
  currency: 'USD',
  numberFormat: 'POINT_COMMA' as const,
  timeZone: 'Europe/Berlin',
  tills: 1,
  administrator,
}

const withPassword = (password: string) => ({ ...newBranch, administrator: { ...administrator, password } })
const LONG = 'ä'.repeat(37) // 74 bytes in 37 characters

export const branchCases = {
  'branches.setUp': {
    ALREADY_SET_UP: ({ ask }) => ask('branches.setUp', newBranch),
    PASSWORD_TOO_SHORT: ({ ask }) => ask('branches.setUp', withPassword('short')),
    PASSWORD_TOO_LONG: ({ ask }) => ask('branches.setUp', withPassword(LONG)),
    CURRENCY_NOT_SUPPORTED: ({ ask }) => ask('branches.setUp', { ...newBranch, currency: 'KWD' }), // three decimals
    // JavaScript reads the name in any case, the server's list does not have it.
    TIME_ZONE_UNKNOWN: ({ ask }) => ask('branches.setUp', { ...newBranch, timeZone: 'europe/berlin' }),
  },
  'branches.openDay': {
    BRANCH_DAY_OPEN: ({ as }) => as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' }),
    BUSINESS_DATE_TOO_FAR: ({ as, branch }) =>
      withDayClosed(branch, () => as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' })),
    BUSINESS_DATE_NOT_LATER: ({ as, branch }) =>
      withDayClosed(branch, () => as('supervisor').ask('branches.openDay', { businessDate: '2020-01-01' })),
  },
  'branches.closeDay': {
    BRANCH_DAY_CLOSED: ({ as, branch }) =>
      withDayClosed(branch, () => as('supervisor').ask('branches.closeDay', {})),
    TILLS_STILL_OPEN: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      return as('supervisor').ask('branches.closeDay', {})
    },
  },
} satisfies Partial<Cases>
