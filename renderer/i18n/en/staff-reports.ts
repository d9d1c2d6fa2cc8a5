/** Who joined, moved and left. */
export const changes = {
  title: 'Joined, moved, left',
  hint: 'From the audit log, with who proposed and who approved it.',
  from: 'From',
  to: 'To',
  crossed: 'The last day is before the first one.',
  none: 'Nobody joined, moved or left',
  noneHint: 'Choose other days to see what was before.',
  count_zero: 'No changes',
  count_one: '{{count, number}} change',
  count_other: '{{count, number}} changes',
  at: 'When',
  what: 'What',
  kind: {
    JOINED: 'Joined',
    ROLE: 'Another role',
    MOVED: 'Another branch',
    SUSPENDED: 'Suspended',
    RETURNED: 'Let in again',
    LEFT: 'Left',
  },
  before: 'before: {{was}}',
  by: 'By',
  setUp: 'Setting up',
  approved: 'approved by {{name}}',
} as const

/** Who has access to what, at one moment. */
export const review = {
  title: 'Access review',
  asOf: 'As of {{at}}. Limits are what somebody posts alone; above them a second person approves.',
  decides: 'decides for others',
  limits: 'Posts alone',
  limit: '{{what}} {{amount}}',
  perDay: 'a day: {{limits}}',
  noLimits: 'posts nothing',
  signsIn: 'Second factor',
  factor: { SET: 'Device', MISSING: 'Still to set up', NONE: 'None' },
  lastUse: 'Last use and workstations',
} as const

/** What both have. */
export const report = {
  title: 'Staff review',
  save: 'Save as CSV',
  saved: 'Saved as {{name}}. The audit log says so.',
} as const

/** Work at another branch. */
export const assignment = {
  start: 'Another branch',
  text: '{{name}} is signed out, and works at the other branch from then on. Somebody there decides it.',
  which: 'Branch',
  choose: 'Choose a branch',
  until: 'Last day there',
  untilHint: 'Leave it empty if they stay.',
  propose: 'Propose it',
  proposed: 'Proposed. A supervisor or administrator of that branch approves it.',
  forATime: 'until {{at}}, then {{branch}} again',
} as const

/** What two people decide about the staff, and what they are shown of it. */
export const staff = {
  kinds: {
    USER_BRANCH: 'Work at another branch',
    CODE_ROLES: 'Roles that need a second factor',
  },
  facts: {
    codeRoles: 'Need a second factor',
    newCodeRoles: 'Need a second factor',
    worksAt: 'Branch',
    newWorksAt: 'Branch',
    assignedUntil: 'Until, the day included',
  },
} as const
