import type { Cases } from '../contract/cases.ts'
import { PASSWORD, temporaryUser } from '../support/users.ts'
import { atOtherBranch } from '../support/workstations.ts'

const LONG = 'ä'.repeat(37) // 74 bytes in 37 characters

export const sessionCases = {
  'sessions.signIn': {
    SIGN_IN_REFUSED: ({ ask }) =>
      ask('sessions.signIn', { username: 'teller', password: 'not the password' }),
    TEMPORARY_PASSWORD_ENDED: async ({ branch, ask }) => {
      const { username } = await temporaryUser(branch, '4 days')
      return ask('sessions.signIn', { username, password: PASSWORD })
    },
    WORKSTATION_ELSEWHERE: async ({ ask, branch }) =>
      atOtherBranch(branch, () => ask('sessions.signIn', { username: 'teller2', password: PASSWORD })),
    ROLE_HAS_NO_WORKPLACE: ({ ask }) => ask('sessions.signIn', { username: 'apiuser', password: PASSWORD }),
  },
  'sessions.unlock': {
    SIGN_IN_REFUSED: async ({ as }) => {
      const workplace = as('teller')
      await workplace.call('sessions.lock', {})
      return workplace.ask('sessions.unlock', { password: 'not the password' })
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
    PASSWORD_COMMON: ({ as }) =>
      as('teller').ask('sessions.changePassword', {
        currentPassword: PASSWORD,
        newPassword: 'Password1234567',
      }),
    PASSWORD_PERSONAL: ({ as }) =>
      as('teller').ask('sessions.changePassword', {
        currentPassword: PASSWORD,
        newPassword: 'teller@Branch.Nord1',
      }),
    PASSWORD_UNCHANGED: ({ as }) =>
      as('teller').ask('sessions.changePassword', { currentPassword: PASSWORD, newPassword: PASSWORD }),
  },
  'sessions.giveCode': {
    CODE_REFUSED: ({ as }) => as('auditor').ask('sessions.giveCode', { code: '000000' }),
  },
  'sessions.beginEnrolment': {
    PASSWORD_WRONG: ({ as }) =>
      as('auditor').ask('sessions.beginEnrolment', { password: 'not the password' }),
  },
  'sessions.confirmEnrolment': {
    CODE_REFUSED: ({ as }) => as('auditor').ask('sessions.confirmEnrolment', { code: '000000' }),
  },
} satisfies Partial<Cases>
