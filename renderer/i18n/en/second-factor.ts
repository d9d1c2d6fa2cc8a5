/** Codes besides the password: giving one, and setting a device up. */
export const secondFactor = {
  code: 'Code',
  codeTitle: 'Code of your device',
  codeHint: 'Six digits that the application on your device shows, or one of your recovery codes.',
  giveCode: 'Go on',
  stepUp: {
    title: 'Once more your code',
    text: 'What you are about to do needs a fresh code. It then counts for five minutes.',
    leave: 'Not now',
  },
  device: {
    title: 'Second factor',
    neededTitle: 'Set up your second factor',
    needed:
      'Your role needs a code besides the password. Have an application for codes ready, on a telephone or another device of yours.',
    none: 'You sign in by the password alone. A device of yours can give a code besides it, which nobody can guess.',
    since: 'Your device gives codes since',
    codesLeft_one: '{{count, number}} recovery code is left.',
    codesLeft_other: '{{count, number}} recovery codes are left.',
    start: 'Set up a device',
    another: 'Set up another device',
    begin: 'Show the picture for the device',
    scan: 'Let the application on your device read this picture, or type the letters below it there.',
    picture: 'QR code of the secret for your device',
    secret: 'The same to type',
    firstCode: 'Code that the device shows now',
    confirm: 'Put it in force',
    codesTitle: 'Recovery codes',
    codesText:
      'Each stands in for your device once, if it is lost. They are shown only now: print them or write them down, and keep them apart from the device.',
    print: 'Print them',
    kept: 'I have them, go on',
  },
} as const

export const factorOfUser = {
  codesLocked:
    'The codes of {{name}} are locked until {{time}}, after twenty wrong ones in a day: somebody who knows the password tries them. End it once the password is reset, or if you know that it was them.',
  session: {
    title: 'At work',
    none: 'not signed in',
    now: 'Signed in now',
    used: 'last used',
    end: 'Sign out',
    question: 'Sign {{name}} out? What they typed and did not send is lost. They can sign in again.',
    keep: 'Leave signed in',
  },
  secondFactor: 'Second factor',
  hasCode: 'code of a device',
  hasNoCode: 'none',
} as const

/** Which roles need one. */
export const codeRoles = {
  title: 'Second factor',
  text: 'Nobody of the chosen roles works without a code besides the password: each sets a device up at the next sign-in.',
  which: 'Roles that need a second factor',
  propose: 'Propose it',
  proposed: 'Proposed. Another supervisor or administrator approves it.',
} as const

export const factorActions = {
  LOCK: 'Workstation locked',
  SESSIONS_ENDED: 'Signed out by an administrator',
  CODE: 'Code of the device given',
  CODE_FAILED: 'Code of the device wrong',
  CODE_LOCKED: 'Code given while locked out',
  SECOND_FACTOR_SET: 'Device for codes set up',
  SECOND_FACTOR_RESET: 'Device for codes reset',
  RECOVERY_CODE_USED: 'Recovery code used',
} as const

/** The sentences of what is refused. */
export const factorErrors = {
  SESSION_LOCKED: 'The workstation is locked. Unlock it with your password.',
  PASSWORD_CHANGE_REQUIRED: 'First choose a new password of your own.',
  SECOND_FACTOR_NEEDED: 'First give the code of your device.',
  STEP_UP_NEEDED: 'This needs a fresh code of your device. Try again and type the one that it shows.',
  CODE_REFUSED:
    'The code is not right, or was used before. Wait for the next one. After five wrong ones you are locked out for a quarter of an hour; an administrator can help.',
  PASSWORD_COMMON:
    'Many people choose this password, or one much like it. Take a few words that do not belong together.',
  PASSWORD_PERSONAL:
    'Your name, the bank’s or the program’s is most of this password. Take words that nobody connects with you.',
  SECOND_FACTOR_MISSING: 'This person has no device for codes that could be reset.',
} as const
