import { type Actor, type Attack, denied, refused } from '../attack.ts'

/** Internal functions, called by others only. */
const INTERNAL: Readonly<Record<string, string>> = {
  refuse: `refuse('OWN_UPLOAD')`,
  check_digit: `check_digit('1')`,
  session_identity: 'session_identity()',
  require_identity: 'require_identity()',
  require_sound_transaction: 'require_sound_transaction()',
  is_workstation: 'is_workstation()',
  reset_attempts: `reset_attempts('{admin}')`,
  count_attempt: `count_attempt('{admin}')`,
  ensure_audit_partition: `ensure_audit_partition('2030-01-01')`,
  ensure_audit_partitions: 'ensure_audit_partitions()',
  audit_hash: 'audit_hash(NULL)',
  write_audit: `write_audit('{admin}', 'SIGN_IN', 'users', NULL, '{}')`,
  end_sessions_of: `end_sessions_of('{admin}')`,
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
  'audit_row',
  'stamp_maker',
  'guard_customer',
  'guard_document',
  'guard_account',
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
const change = (current: string, hash = '{passwordHash}') =>
  `SELECT change_own_password(${current}, '${hash}', decode(repeat('00', 60), 'hex'))`

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
    name: 'forget failed attempts by their counter',
    as: 'nobody',
    sql: `SELECT setval('{attempts}', 1)`,
    expect: denied('sequence {attempts}'),
  },
  {
    name: 'lock a colleague out by the counter',
    as: 'teller',
    sql: `SELECT nextval('{attempts}')`,
    expect: denied('sequence {attempts}'),
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
  user('change the password of a found session by guessing', 'apiUser', change(`'guess'`), 'PASSWORD_WRONG'),
  user(
    'change the password of a found session by saying nothing',
    'apiUser',
    change('NULL'),
    'PASSWORD_WRONG',
  ),
  user('change a password with no session', 'nobody', change(`'guess'`), 'NOT_SIGNED_IN'),
  {
    name: 'change a password from an old snapshot',
    as: 'apiUser',
    sql: ['BEGIN ISOLATION LEVEL REPEATABLE READ', change(`'guess'`)],
    expect: refused('WRONG_ISOLATION'),
  },
  {
    name: 'sign in from an old snapshot',
    as: 'nobody',
    sql: ['BEGIN ISOLATION LEVEL REPEATABLE READ', `SELECT * FROM sign_in('admin', 'guess')`],
    expect: refused('WRONG_ISOLATION'),
  },
  {
    name: 'sign in where nothing is written down',
    as: 'nobody',
    sql: ['BEGIN READ ONLY', `SELECT * FROM sign_in('teller', 'guess')`],
    expect: { sqlstate: '25006' },
  },
  {
    name: 'sign in as somebody suspended',
    as: 'nobody',
    sql: `SELECT * FROM sign_in('sam', '{password}')`,
    expect: { rows: 0 },
  },
  { name: 'sign in by a pattern', as: 'nobody', sql: `SELECT * FROM sign_in('%', 'x')`, expect: { rows: 0 } },
  {
    name: 'sign in with no password',
    as: 'nobody',
    sql: `SELECT * FROM sign_in('admin', NULL)`,
    expect: { rows: 0 },
  },
  {
    name: 'sign in with the hash',
    as: 'nobody',
    sql: `SELECT * FROM sign_in('auditor', '{storedHash}')`,
    expect: { rows: 0 },
  },
  user(
    'set the branch up again',
    'nobody',
    `SELECT set_up_branch('Mine', 'USD', 'UTC', 1, 'mallory', 'Mallory', 'm@example.test', '{passwordHash}', decode(repeat('00', 60), 'hex'))`,
    'ALREADY_SET_UP',
  ),
]
