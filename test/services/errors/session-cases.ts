import { PASSWORD } from './bench.ts'
import type { Cases } from './cases.ts'

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
  'session.signIn': {
    SIGN_IN_REFUSED: ({ desk }) =>
      desk.ask('session.signIn', { username: 'teller', password: 'not the password' }),
    ROLE_HAS_NO_WORKPLACE: ({ desk }) =>
      desk.ask('session.signIn', { username: 'apiuser', password: PASSWORD }),
  },
  'session.unlock': {
    SIGN_IN_REFUSED: async ({ as }) => {
      const desk = as('teller')
      await desk.call('session.lock', {})
      return desk.ask('session.unlock', { password: 'not the password' })
    },
  },
  'session.changePassword': {
    PASSWORD_WRONG: ({ as }) =>
      as('teller2').ask('session.changePassword', {
        currentPassword: 'not the password',
        newPassword: 'another long password',
      }),
    PASSWORD_TOO_SHORT: ({ as }) =>
      as('teller').ask('session.changePassword', { currentPassword: PASSWORD, newPassword: 'short' }),
    PASSWORD_TOO_LONG: ({ as }) =>
      as('teller').ask('session.changePassword', { currentPassword: PASSWORD, newPassword: LONG }),
    PASSWORD_UNCHANGED: ({ as }) =>
      as('teller').ask('session.changePassword', { currentPassword: PASSWORD, newPassword: PASSWORD }),
  },
  'setup.createBranch': {
    ALREADY_SET_UP: ({ desk }) => desk.ask('setup.createBranch', branch),
    PASSWORD_TOO_SHORT: ({ desk }) => desk.ask('setup.createBranch', setUpWith('short')),
    PASSWORD_TOO_LONG: ({ desk }) => desk.ask('setup.createBranch', setUpWith(LONG)),
    CURRENCY_NOT_SUPPORTED: ({ desk }) => desk.ask('setup.createBranch', { ...branch, currency: 'KWD' }), // three decimals
  },
} satisfies Partial<Cases>
