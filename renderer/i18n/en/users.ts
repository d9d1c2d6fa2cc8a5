import { accounts } from './accounts.ts'
import { areas } from './areas.ts'
import { approvals } from './approvals.ts'
import { limits } from './limits.ts'
import { mandates } from './mandates.ts'
import { audit } from './audit.ts'
import { books } from './books.ts'
import { branches } from './branches.ts'
import { customers } from './customers.ts'
import { database } from './database.ts'
import { documents } from './documents.ts'
import { archives } from './archives.ts'
import { backups } from './backups.ts'
import { keys } from './keys.ts'
import { intents } from './intents.ts'
import { journal } from './journal.ts'
import { postings } from './postings.ts'
import { payments } from './payments.ts'
import { health } from './health.ts'
import { jobs } from './jobs.ts'
import { screening } from './screening.ts'
import { products } from './products.ts'
import { handover } from './handover.ts'
import { codeRoles, factorOfUser } from './second-factor.ts'
import { printers } from './printers.ts'
import { scanners } from './scanners.ts'
import { assignment, changes, report, review } from './staff-reports.ts'
import { sessions } from './sessions.ts'
import { tills } from './tills.ts'
import { vault } from './vault.ts'
import { watch } from './watch.ts'
import { workstations } from './workstations.ts'

/** What each call of the contract lets somebody do. */
const calls = {
  list: 'See the staff',
  listChanges: 'See who joined, moved and left',
  exportChanges: 'Save who joined, moved and left',
  review: 'See who has which access',
  exportReview: 'Save who has which access',
  create: 'Create a user',
  update: 'Change a user’s name, e-mail or role',
  unlock: 'End a lock-out',
  endSessions: 'Sign somebody out',
  setStatus: 'Suspend and activate a user',
  resetPassword: 'Reset a password',
  propose: 'Propose what needs a second person about a user',
  proposeBranch: 'Propose that somebody works at another branch',
  proposeCodeRoles: 'Propose which roles need a second factor',
} as const

/** Staff and what each role may do. */
export const users = {
  title: 'Users',
  views: 'View',
  assignment,
  changes,
  review,
  report,
  staff: 'Staff',
  permissions: 'What each role may do',
  list: 'Staff of the bank',
  people_zero: 'Nobody',
  people_one: '{{count, number}} person',
  people_other: '{{count, number}} people',
  fullName: 'Name',
  username: 'User name',
  email: 'E-mail',
  role: 'Role',
  state: 'State',
  since: 'Since',
  none: 'Nobody works here yet',
  you: 'you',
  status: {
    ACTIVE: 'Active',
    LOCKED: 'Locked until {{time}}',
    TEMPORARY: 'Temporary password',
    SUSPENDED: 'Suspended',
    INACTIVE: 'Inactive',
  },
  filter: {
    ALL: 'All',
    ACTIVE: 'Active',
    LOCKED: 'Locked out',
    TEMPORARY: 'Temporary password',
    SUSPENDED: 'Suspended',
    INACTIVE: 'Inactive',
  },
  find: 'Find in the staff',
  findPlaceholder: 'Name, user name, e-mail or role',
  noneFits: 'Nobody fits',
  noneFitsHint: 'Type less, or choose All.',
  branch: 'Branch',
  lastSignIn: 'Last sign-in',
  never: 'never yet',
  chooseRole: 'Choose a role',
  roleHint: 'Decides what the person may do.',
  otherBranch: 'Belongs to {{branch}}. Its administrators manage its staff.',
  temporary: 'Temporary password',
  password: 'Password',
  ownPassword: 'chosen by the user',
  ...factorOfUser,
  codeRoles,
  mustChange: 'temporary, to be changed at the next sign-in',
  roleName: {
    TELLER: 'Teller',
    SUPERVISOR: 'Supervisor',
    AUDITOR: 'Auditor',
    ADMIN: 'Administrator',
    API_USER: 'Program',
  },
  roleMay: {
    TELLER: 'Serves customers: registers them, opens accounts, takes and pays out cash from a till.',
    SUPERVISOR: 'All that a teller does, and decides on KYC, lifts freezes, keeps the vault and the day.',
    AUDITOR: 'Reads customers, accounts, documents and the audit log. Changes nothing.',
    ADMIN: 'Looks after staff, tills and the database, and reads the audit log. Moves no money.',
    API_USER: 'For programs. Cannot sign in at a workstation.',
  },
  nobody: {
    title: 'Nobody chosen',
    hint: 'Choose somebody in the list to change, unlock or suspend them, or to reset their password.',
  },
  create: {
    title: 'New user',
    action: 'Create the user',
    start: 'New user',
    usernameHint: 'For signing in: small letters, digits, dot, dash and underscore.',
    usernameRule: 'Small letters, digits, dot, dash and underscore only, beginning with a letter or digit.',
    temporaryHint: 'At least 15 characters. The user must change it at the first sign-in.',
    roleMissing: 'Choose a role.',
    made: '{{name}} can sign in now.',
  },
  edit: {
    start: 'Change',
    action: 'Save the changes',
    newRole: 'A new role ends the work of {{name}} at once, wherever they are signed in.',
  },
  unlock: {
    text: '{{name}} is locked out at {{workstation}} until {{time}}, after five wrong passwords. Unlock only if you know that it was them.',
    action: 'Unlock',
  },
  make: 'Make one',
  cancel: 'Cancel',
  suspend: {
    action: 'Suspend',
    question: 'Suspend {{name}}? It ends their work at once, wherever they are signed in.',
    questionPower:
      'Suspend {{name}}? It ends their work at once. Letting them in again needs a second person who may decide.',
    cancel: 'Leave active',
  },
  activate: {
    action: 'Activate',
    question: 'Let {{name}} sign in again?',
    keyHint:
      'If the key of the documents was changed meanwhile, {{name}} opens no document with the old password: reset it afterwards.',
    cancel: 'Leave as it is',
  },
  reset: {
    start: 'Reset the password',
    title: 'Reset the password',
    text: 'It ends the work of {{name}} at once, and a lock-out too. The old password is gone.',
    action: 'Reset the password',
    made: 'The password of {{name}} is reset.',
  },
  ownHint:
    'This is you. Your role stays; another administrator can change it, suspend you or reset your password.',
  /** What one person alone may not do to a supervisor or administrator. */
  proposal: {
    create: 'Propose the user',
    role: 'Save, and propose the role',
    reset: 'Propose the reset',
    USER_UNLOCK: 'Propose to end the lock-out',
    USER_CODE: 'Propose to reset the device for codes',
    USER_REACTIVATE: 'Propose to activate',
    made: 'Proposed. Another supervisor or administrator approves it.',
    half: 'Hand this first half of the password to {{name}} in person. Whoever approves it hands over the second half.',
    firstHalf: 'First half of the temporary password',
    newTwoHalves:
      'A second person approves this. The temporary password has two halves: you hand one over, whoever approves it the other.',
    twoHalves:
      'A second person approves this, and only then is the old password of {{name}} gone. The temporary password has two halves: you hand one over, whoever approves it the other.',
    roleTwoHalves:
      'A second person approves the new role. {{name}} then gets a temporary password of two halves: you hand one over, whoever approves it the other.',
    roleOnly: 'A second person approves the new role. It then ends the work of {{name}} at once.',
    waits: 'Waits for a second person: {{what}}, proposed by {{name}}.',
  },
  few: {
    alone:
      'Nobody else can approve yet. The first supervisor or administrator is made by you alone, and the audit log says so; from then on it takes two.',
    atBranch:
      'Nobody else at this branch approves yet. At another branch an administrator proposes, under Users, that a supervisor or administrator works here; you approve it.',
    two: 'Fewer than three supervisors and administrators: if one forgets the password, nobody can let them in again. Add a third.',
  },
  handover,
  matrix: {
    summary: 'In short',
    label: 'Roles and what they may do',
    what: 'What',
    may: 'may',
    mayNot: 'may not',
    anyone: 'Anybody, also before signing in',
    databaseRule: 'While somebody is signed in, only if that is an administrator.',
    source: 'Read from the same list by which the program lets a call through or refuses it.',
  },
  area: areas,
  /** The keys are the names of the calls, so that none can be left out; an area's own catalogue has the words. */
  call: {
    sessions: sessions.calls,
    database: database.calls,
    users: calls,
    customers: customers.calls,
    mandates: mandates.calls,
    documents: documents.calls,
    keys: keys.calls,
    backups: backups.calls,
    archives: archives.calls,
    scanners: scanners.calls,
    printers: printers.calls,
    accounts: accounts.calls,
    postings: postings.calls,
    journal: journal.calls,
    limits: limits.calls,
    watch: watch.calls,
    workstations: workstations.calls,
    products: products.calls,
    payments: payments.calls,
    screening: screening.calls,
    jobs: jobs.calls,
    health: health.calls,
    tills: tills.calls,
    vault: vault.calls,
    branches: branches.calls,
    books: books.calls,
    approvals: approvals.calls,
    intents: intents.calls,
    audit: audit.calls,
  },
} as const
