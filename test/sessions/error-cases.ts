import { PASSWORD } from '../contract/bench.ts'
import type { Cases } from '../contract/cases.ts'

const LONG = 'ä'.repeat(37) // 74 bytes in 37 characters

const administrator = {
  username: 'second',
  fullName: 'Second Admin',
  email: 'second@example.test',
  password: PASSWORD,
}
const branch = {
  branchName: 'Branch Süd',
  currency: 'USD',
  timeZone: 'Europe/Berlin',
  tills: 1,
  administrator,
}

const setUpWith = (password: string) => ({ ...branch, administrator: { ...administrator, password } })

export const sessionCases = {
  'sessions.signIn': {
    SIGN_IN_REFUSED: ({ desk }) =>
      desk.ask('sessions.signIn', { username: 'teller', password: 'not the password' }),
    ROLE_HAS_NO_WORKPLACE: ({ desk }) =>
      desk.ask('sessions.signIn', { username: 'apiuser', password: PASSWORD }),
  },
  'sessions.unlock': {
    SIGN_IN_REFUSED: async ({ as }) => {
      const desk = as('teller')
      await desk.call('sessions.lock', {})
      return desk.ask('sessions.unlock', { password: 'not the password' })
    },
  },
  'sessions.changePassword': {
    PASSWORD_WRONG: ({ as }) =>
      as('teller2').ask('sessions.changePassword', {
        currentPassword: 'not the password',
        newPassword: 'another long password',
      }),
    PASSWORD_TOO_SHORT: ({ as }) =>
      as('teller').ask('sessions.changePassword', { currentPassword: PASSWORD, newPassword: 'short' }),
    PASSWORD_TOO_LONG: ({ as }) =>
      as('teller').ask('sessions.changePassword', { currentPassword: PASSWORD, newPassword: LONG }),
    PASSWORD_UNCHANGED: ({ as }) =>
      as('teller').ask('sessions.changePassword', { currentPassword: PASSWORD, newPassword: PASSWORD }),
  },
  'branches.setUp': {
    ALREADY_SET_UP: ({ desk }) => desk.ask('branches.setUp', branch),
    PASSWORD_TOO_SHORT: ({ desk }) => desk.ask('branches.setUp', setUpWith('short')),
    PASSWORD_TOO_LONG: ({ desk }) => desk.ask('branches.setUp', setUpWith(LONG)),
    CURRENCY_NOT_SUPPORTED: ({ desk }) => desk.ask('branches.setUp', { ...branch, currency: 'KWD' }), // three decimals
  },
} satisfies Partial<Cases>
