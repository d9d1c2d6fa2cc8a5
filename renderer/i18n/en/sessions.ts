import { secondFactor } from './second-factor.ts'

/** Signing in, the lock, and a new password. */
export const sessions = {
  signIn: 'Sign in',
  userName: 'User name',
  password: 'Password',
  unlock: 'Unlock',
  locked: 'This workstation is locked. What you typed is kept.',
  unlockRefused: 'The password is not right, or you are locked out. An administrator can help.',
  someoneElse: 'Sign in as someone else',
  ended: {
    EXPIRED: 'You are signed out: the longest time of a session is over. Sign in again to go on.',
    ADMINISTRATOR:
      'You are signed out: an administrator ended your session. Ask them before you sign in again.',
    OTHER_WORKSTATION:
      'You are signed out: your name was used to sign in at another workstation. If that was not you, tell an administrator now.',
    PASSWORD:
      'You are signed out: your password was changed at another workstation. Sign in with the new one.',
    OTHER: 'You are signed out: your session was ended. Sign in again to go on.',
    kept: 'What {{name}} typed is kept until somebody else signs in here.',
  },
  changeTitle: 'Choose a new password',
  changeText: 'Your password was given to you by somebody else. From now on only you should know it.',
  ownTitle: 'Own password',
  ownText: 'Choose another password whenever you like. Your sessions at other workstations end with it.',
  ownChanged: 'Your password is changed. Use the new one from now on.',
  goOn: 'Go on',
  leave: 'Leave it as it is',
  currentPassword: 'Current password',
  newPassword: 'New password',
  repeatPassword: 'Password again',
  passwordRules:
    'At least 15 characters and at most 72 bytes. A few words that do not belong together are best.',
  passwordsDiffer: 'The two passwords are not the same.',
  changePassword: 'Change the password',
  ...secondFactor,
  own: {
    title: 'Where you were signed in',
    hint: 'If you do not know one of these, change your password and tell an administrator.',
    now: 'now, here',
    place: 'Workstation',
    since: 'From',
    until: 'Until',
  },
  /** What each call of the contract lets somebody do. */
  calls: {
    get: 'See the state of the workstation',
    signIn: 'Sign in',
    signOut: 'Sign out',
    lock: 'Lock the workstation',
    unlock: 'Unlock the workstation',
    endWork: 'End a work of one’s own that takes long',
    changePassword: 'Change one’s own password',
    giveCode: 'Give the code of one’s own device',
    beginEnrolment: 'Set up a device for codes',
    confirmEnrolment: 'Put one’s device in force by its first code',
    endEnrolment: 'Go on after setting up a device',
    listOwn: 'See where one was signed in',
    readFactor: 'See whether one has a device for codes',
  },
} as const
