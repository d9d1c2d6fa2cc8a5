/** Sentences for what is refused about workstations and codes. */
export const enrolmentErrors = {
  CODE_EXPIRED: 'This code is not good any more. Ask an administrator for a new one.',
  CODE_NOT_OPEN:
    'This code was used already. Revoke the workstation that it enrolled, if it should not have been.',
  CODE_OF_OTHER_COMPUTER:
    'This code is for another computer. Ask an administrator for one for this computer.',
  CODE_TRIED_TOO_OFTEN: 'Too many wrong codes were given. Wait a quarter of an hour, then try again.',
  CODE_USED: 'This code was used already, and a code is good once. Ask an administrator for a new one.',
  CODE_WRONG:
    'The server knows no such code. Check that it is the code for this server, or ask an administrator for a new one.',
  COMPUTER_TAKEN: 'A computer of this name is enrolled at another branch. It has to be revoked there first.',
  SET_BY_BANK: 'The bank sets this for the computer, so nobody changes it here.',
  OWN_WORKSTATION: 'This is the workstation that you work at. Revoke it from another one.',
  WORKSTATION_ELSEWHERE:
    'This workstation belongs to another branch. Sign in at one of your own branch, or have an administrator propose that you work here.',
  WORKSTATION_NOT_FOUND: 'This workstation is not on the list any more. Look at the list again.',
  WORKSTATION_REVOKED:
    'This workstation may not work with the server any more. A new code from an administrator lets it in again.',
} as const

/** What is done about them, by its name in the log. */
export const enrolmentActions = {
  ENROLLED: 'Workstation enrolled',
  ENROLMENT_GOOD: 'Code given',
  ENROLMENT_WRONG: 'Wrong code given',
  ENROLMENT_USED: 'Code given that was used before',
  ENROLMENT_EXPIRED: 'Code given that had expired',
  ENROLMENT_OTHER_COMPUTER: 'Code given at another computer',
  ENROLMENT_TAKEN: 'Code given for a computer of another branch',
  ENROLMENT_TOO_OFTEN: 'Code given after too many wrong ones',
  STATUS_REVOKED: 'Revoked',
  STATUS_REPLACED: 'Enrolled anew',
  STATUS_USED: 'Code used',
} as const

/** The computers that work with the bank's database, and the codes that enrol them. */
export const workstations = {
  title: 'Workstations',
  list: 'Workstations of your branch',
  count_one: '{{count}} workstation',
  count_other: '{{count}} workstations',
  none: 'No workstation was enrolled by a code yet',
  noneHint: 'Make a code for a computer. It is typed there once, when the program starts for the first time.',
  embedded:
    'This database is on this computer, and no other computer reaches it. Codes are for a server of the bank.',
  forBranch: 'Branch',
  forBranchHint: 'Another branch is offered while it has not two people yet who could make a code there.',
  ownBranch: 'This branch',
  codeForBranch: 'For {{branch}}',
  computer: 'Computer',
  state: 'State',
  seen: 'Last seen',
  seenNever: 'Not yet',
  now: 'Connected now',
  build: 'Program',
  status: {
    ACTIVE: 'Enrolled',
    REVOKED: 'Revoked',
    REPLACED: 'Enrolled anew',
    BY_SERVER: 'By the server',
  },
  own: 'this one',
  byServer:
    'Whoever looks after the server made the login of this workstation, and only they can close it. Enrol it by a code, and it can be revoked here.',
  branch: 'Branch',
  address: 'Address',
  login: 'Login',
  enrolled: 'Enrolled',
  rotated: 'Password since',
  ended: 'Ended',
  endedBy: 'By',
  nothingChosen: 'No workstation chosen',
  hint: 'Choose one to see when it was here last, or to revoke it.',
  codes: 'Codes that nobody has used yet',
  codeUntil: 'Good until {{until}}',
  cancelCode: 'Take back',
  refused: 'Codes that were refused in the last week',
  verdict: {
    WRONG: 'No such code',
    USED: 'The code for {{expected}} once more',
    EXPIRED: 'The code for {{expected}}, which had expired',
    OTHER_COMPUTER: 'The code for {{expected}}, at another computer',
    TAKEN: 'The code for {{expected}}, which is enrolled at another branch',
    TOO_OFTEN: 'After too many wrong ones',
  },
  triedAt: '{{computer}}, {{address}}, {{time}}',
  new: 'New code',
  newTitle: 'Code for a computer',
  newAsk: 'Another person approves it. From then on it enrols this one computer, once.',
  computerHint: 'The name that its screen shows at the first start, as its system has it.',
  hours: 'Good for',
  hoursOf_one: '{{count}} hour',
  hoursOf_other: '{{count}} hours',
  propose: 'Propose',
  cancel: 'Cancel',
  proposed: 'Proposed. Another person decides it under Approvals.',
  code: 'Code for {{computer}}',
  codeOnce: 'It is shown this once, and the database keeps only its hash. Write it down, or copy it.',
  codeText:
    'It is good once another person has approved it under Approvals, for {{hours}}. Type it at {{computer}}.',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'Selected. Copy it with Ctrl+C.',
  done: 'Done',
  content: {
    label: 'Leave this window out of pictures of the screen',
    hint: 'Pictures and recordings of the screen, and what is shared of it, show black in its place.',
    byPolicy: 'The bank sets this for the computer.',
    unsupported: 'The system of this computer cannot leave a window out of pictures of its screen.',
  },
  revoke: 'Revoke',
  revokeQuestion:
    'Revoke {{computer}}? Whoever works there is signed out at once, and only a new code lets it in again.',
  keep: 'Keep it',
  revoked: '{{computer}} is revoked.',
  /** What each call of the contract lets somebody do. */
  calls: {
    list: 'See the workstations and codes',
    proposeCode: 'Propose a code that enrols a computer',
    cancelCode: 'Take a code back',
    revoke: 'Revoke a workstation',
    readProtection: 'See whether this window is left out of pictures of the screen',
    setProtection: 'Leave this window out of pictures of the screen',
  },
} as const
