import { type Actor, type Attack, denied, nothing, refused } from '../attack.ts'

/** Internal functions, called by others only. */
const INTERNAL: Readonly<Record<string, string>> = {
  refuse: `refuse('OWN_UPLOAD')`,
  check_digit: `check_digit('1')`,
  session_identity: 'session_identity()',
  require_identity: 'require_identity()',
  require_sound_transaction: 'require_sound_transaction()',
  is_workstation: 'is_workstation()',
  try_password: `try_password('SIGN_IN', 'admin', 'guess')`,
  take_ticket: `take_ticket('SIGN_IN', 'guess')`,
  may_try_password: `may_try_password('{admin}', 'admin')`,
  forgive_attempts: `forgive_attempts('admin')`,
  lock_outs: `lock_outs('admin')`,
  record_attempts: 'record_attempts()',
  ensure_audit_partition: `ensure_audit_partition('2030-01-01')`,
  ensure_audit_partitions: 'ensure_audit_partitions()',
  audit_hash: 'audit_hash(NULL)',
  write_audit: `write_audit('{admin}', 'SIGN_IN', 'users', NULL, '{}')`,
  end_sessions_of: `end_sessions_of('{admin}', 'ADMINISTRATOR')`,
  require_other_user: `require_other_user('{teller}')`,
  require_open_day: `require_open_day('{branch}')`,
  make_till: `make_till(gen_random_uuid(), '{branch}', 'Mine')`,
  check_amount: `check_amount(1, 'USD')`,
  assess_posting: `assess_posting(NULL, 'COUNTER', NULL, 'USD')`,
  require_posting_rule: `require_posting_rule(NULL, 'COUNTER', 'DEPOSIT', NULL)`,
  assess_leg: 'assess_leg(NULL, NULL, NULL)',
  check_limits_of_kind: 'check_limits_of_kind(NULL, NULL, NULL)',
  accounts_of_legs: 'accounts_of_legs(NULL)',
  check_legs: `check_legs(NULL, NULL, 'USD')`,
  account_views: 'account_views(NULL)',
  opened_account: `opened_account(NULL, '{savings}', 'VIEWED', '{}')`,
  opened_posting: `opened_posting(NULL, '{posted}', 'VIEWED')`,
  statement_lines: `statement_lines('{savings}', 9, 9, NULL, NULL, NULL)`,
  after_last_entry: `after_last_entry('{savings}')`,
  balance_before: 'balance_before(NULL, NULL)',
  contains_text: `contains_text('a', 'b')`,
  lock_account: `lock_account(NULL, '{savings}', 'mine')`,
  require_account_holder: `require_account_holder(NULL, '{ana}')`,
  check_limit: `check_limit(NULL, 'LOAN', 'USD', 1)`,
  own_account: `own_account(NULL, 'FEE_INCOME', 'USD')`,
  cash_account_of: `cash_account_of(NULL, 'USD')`,
  write_posting: `write_posting(ROW('{supervisor}', 'SUPERVISOR', '{branch}', NULL, false), 'VAULT', gen_random_uuid(), 'TRANSFER', ARRAY[ROW('{vault}', NULL, 'DEBIT', 1)::posting_leg, ROW('{suspense}', NULL, 'CREDIT', 1)::posting_leg], 'USD', NULL)`,
  post_new: `post_new(ROW('{supervisor}', 'SUPERVISOR', '{branch}', NULL, false), 'VAULT', gen_random_uuid(), '', 'TRANSFER', ARRAY[ROW('{vault}', NULL, 'DEBIT', 1)::posting_leg, ROW('{suspense}', NULL, 'CREDIT', 1)::posting_leg], 'USD', NULL)`,
  apply_legs: `apply_legs(gen_random_uuid(), NULL)`,
  lock_balances: 'lock_balances(NULL)',
  posting_hash: `posting_hash('COUNTER', 'DEPOSIT', NULL, 'USD', NULL)`,
  receipt_of: `receipt_of('{ownKey}')`,
  leg_view: 'leg_view(NULL, NULL)',
  legs_view: 'legs_view(NULL)',
  available_of: 'available_of(NULL, 1, 0, 0)',
  next_reference: `next_reference('2026-01-01')`,
  derived_key: `derived_key('{ownKey}', 'float')`,
  branch_account: `branch_account('{branch}', 'VAULT')`,
  till_account: `till_account('{till0}')`,
  branch_currency: `branch_currency('{branch}')`,
  date_in: `date_in('UTC')`,
  local_date: 'local_date()',
  local_time_zone: 'local_time_zone()',
  fold: `fold('A')`,
  customer_row: 'customer_row(NULL)',
  customer_view: 'customer_view(NULL)',
  typed_of_customer: 'typed_of_customer(NULL)',
}

const TRIGGER_FUNCTIONS = [
  'refuse_change',
  'count_session_epoch',
  'make_read_counter',
  'audit_row',
  'stamp_maker',
  'guard_customer',
  'guard_document',
  'number_account',
  'make_balance',
  'follow_documents',
]

const user = (name: string, as: Actor, sql: string, refusal: string): Attack => ({
  name,
  as,
  sql,
  expect: refused(refusal),
})
const newUser = `SELECT create_user(gen_random_uuid(), 'mallory', 'Mallory', 'm@example.test', 'ADMIN', '{passwordHash}', decode(repeat('00', 60), 'hex'))`
const reset = (who: string) =>
  `SELECT reset_password('{${who}}', '{passwordHash}', decode(repeat('00', 60), 'hex'))`
const suspend = (who: string) => `SELECT set_user_status('{${who}}', 'SUSPENDED')`
/** Changes one's own password in one transaction: the ticket of the guess is used where the guess itself could be rolled back. */
const change = (ticket: string, hash = '{passwordHash}') =>
  `SELECT WHERE change_own_password(${ticket}, '${hash}', decode(repeat('00', 60), 'hex'))`
const guess = (username: string, password: string) =>
  `finish_sign_in(begin_sign_in(${username}, ${password}))`

/** Internal functions of the database, and the functions of user administration. */
export const internals: readonly Attack[] = [
  ...Object.entries(INTERNAL).flatMap(([name, call]) =>
    (['nobody', 'supervisor', 'admin'] as const).map((as): Attack => ({
      name: `call ${name}`,
      as,
      sql: `SELECT ${call}`,
      expect: denied(`function ${name}`),
    })),
  ),
  ...TRIGGER_FUNCTIONS.map((name): Attack => ({
    name: `call ${name}`,
    as: 'admin',
    sql: `SELECT ${name}()`,
    expect: { sqlstate: '42501' },
  })),
  ...['customer_numbers', 'account_numbers', 'transaction_numbers'].flatMap((sequence): Attack[] => [
    {
      name: `skip ${sequence}`,
      as: 'teller',
      sql: `SELECT nextval('${sequence}')`,
      expect: denied(`sequence ${sequence}`),
    },
    {
      name: `rewind ${sequence}`,
      as: 'admin',
      sql: `SELECT setval('${sequence}', 1)`,
      expect: denied(`sequence ${sequence}`),
    },
  ]),
  {
    name: 'forget what was read by its counter',
    as: 'nobody',
    sql: `SELECT setval('{reads}', 1)`,
    expect: denied('sequence {reads}'),
  },
  {
    name: 'forget failed attempts',
    as: 'nobody',
    sql: 'DELETE FROM sign_in_attempts',
    expect: denied('table sign_in_attempts'),
  },
  {
    name: 'see who tried to sign in',
    as: 'admin',
    sql: 'SELECT username FROM sign_in_attempts',
    expect: denied('table sign_in_attempts'),
  },
  {
    name: 'hash with the extension',
    as: 'teller',
    sql: `SELECT ext.crypt('a', 'b')`,
    expect: denied('schema ext'),
  },
  user('create a user with no session', 'nobody', newUser, 'NOT_SIGNED_IN'),
  user('create a user as a supervisor', 'supervisor', newUser, 'FORBIDDEN'),
  user('suspend the administrator as a teller', 'teller', suspend('admin'), 'FORBIDDEN'),
  user('suspend a colleague with no session', 'nobody', suspend('teller'), 'NOT_SIGNED_IN'),
  user('suspend oneself', 'admin', suspend('admin'), 'OWN_USER'),
  user('reset one’s own password without knowing it', 'admin', reset('admin'), 'OWN_USER'),
  user('reset a password as a supervisor', 'supervisor', reset('teller'), 'FORBIDDEN'),
  user('reset a password with no session', 'nobody', reset('admin'), 'NOT_SIGNED_IN'),
  user('suspend somebody who is nobody', 'admin', suspend('branch'), 'USER_NOT_FOUND'),
  {
    name: 'store a password that is no bcrypt',
    as: 'admin',
    sql: `SELECT reset_password('{teller2}', 'plain text', decode(repeat('00', 60), 'hex'))`,
    expect: { sqlstate: '23514', constraint: 'users_password_bcrypt_12' },
  },
  {
    name: 'store a cheap bcrypt',
    as: 'admin',
    sql: `SELECT reset_password('{teller2}', '$2a$04$' || repeat('x', 53), decode(repeat('00', 60), 'hex'))`,
    expect: { sqlstate: '23514', constraint: 'users_password_bcrypt_12' },
  },
  ...[`'guess'`, 'NULL', `'{password}'`].map((password): Attack => ({
    name: `change the password of a found session by ${password}, unseen`,
    as: 'apiUser',
    sql: ['BEGIN', change(`begin_password_change(${password})`)],
    expect: nothing,
  })),
  user('change a password with no session', 'nobody', change(`'guess'`), 'NOT_SIGNED_IN'),
  user(
    'check a password with no session',
    'nobody',
    `SELECT begin_password_change('guess')`,
    'NOT_SIGNED_IN',
  ),
  ...['BEGIN ISOLATION LEVEL REPEATABLE READ', 'BEGIN ISOLATION LEVEL SERIALIZABLE'].flatMap(
    (begin): Attack[] => [
      {
        name: `change a password from an old snapshot (${begin})`,
        as: 'apiUser',
        sql: [begin, change(`'guess'`)],
        expect: refused('WRONG_ISOLATION'),
      },
      {
        name: `sign in from an old snapshot (${begin})`,
        as: 'nobody',
        sql: [begin, `SELECT begin_sign_in('admin', 'guess')`],
        expect: refused('WRONG_ISOLATION'),
      },
      {
        name: `answer a sign-in from an old snapshot (${begin})`,
        as: 'nobody',
        sql: [begin, `SELECT * FROM finish_sign_in('guess')`],
        expect: refused('WRONG_ISOLATION'),
      },
    ],
  ),
  {
    name: 'sign in where nothing is written down',
    as: 'nobody',
    sql: ['BEGIN READ ONLY', `SELECT begin_sign_in('teller', 'guess')`],
    expect: { sqlstate: '25006' },
  },
  {
    name: 'sign in by the right password, unseen',
    as: 'nobody',
    sql: ['BEGIN', `SELECT * FROM ${guess(`'auditor'`, `'{password}'`)}`],
    expect: nothing,
  },
  ...[
    ['as somebody suspended', `'sam'`, `'{password}'`],
    ['by a pattern', `'%'`, `'x'`],
    ['with no name', 'NULL', `'x'`],
    ['with no password', `'admin'`, 'NULL'],
    ['with the hash', `'auditor'`, `'{storedHash}'`],
  ].map(([name, username = '', password = '']): Attack => ({
    name: `sign in ${name}`,
    as: 'nobody',
    sql: `SELECT * FROM ${guess(username, password)}`,
    expect: nothing,
  })),
  {
    name: 'answer a sign-in by no ticket',
    as: 'nobody',
    sql: 'SELECT * FROM finish_sign_in(NULL)',
    expect: nothing,
  },
  user(
    'set the branch up again',
    'nobody',
    `SELECT set_up_branch('Mine', 'USD', 'POINT_COMMA', 'UTC', 1, 'mallory', 'Mallory', 'm@example.test', '{passwordHash}', decode(repeat('00', 60), 'hex'))`,
    'ALREADY_SET_UP',
  ),
]
