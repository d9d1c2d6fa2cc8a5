import { openAccountSql } from '../../support/accounts.ts'
import { type Actor, type Attack, call, denied, refused, type Refused } from '../attack.ts'

/** Opens a savings account for an approved customer, unless an attack says otherwise. */
const open = (changes: Partial<Parameters<typeof openAccountSql>[0]> = {}) =>
  openAccountSql({ customer: `'{ana}'`, ...changes })

const CURRENT = { type: `'CURRENT'` }

const change = (
  name: string,
  as: Actor,
  verb: 'freeze' | 'unfreeze' | 'close',
  account: string,
  expect: Refused,
): Attack => call(name, as, `SELECT ${verb}_account('{${account}}', 'mine')`, expect)

/** Everything that one statement did to all accounts when workstations could write the table. */
const IN_BULK = [
  ['freeze every account', `UPDATE accounts SET status = 'SUSPENDED', status_reason = 'mine'`],
  ['close every empty account', `UPDATE accounts SET status = 'CLOSED' WHERE customer_id IS NOT NULL`],
  ['raise an overdraft later', `UPDATE accounts SET agreed_limit = 999 WHERE id = '{current}'`],
  ['give an account away', `UPDATE accounts SET customer_id = '{pending}' WHERE id = '{savings}'`],
  ['put an account to sleep', `UPDATE accounts SET status = 'INACTIVE' WHERE id = '{savings}'`],
  ['stop every posting by a lock', 'SELECT FROM accounts FOR UPDATE'],
  ['stop the tills by a lock', `SELECT FROM balances WHERE account_id = '{vault}' FOR UPDATE`],
  [
    'open many accounts in one statement',
    `INSERT INTO accounts (id, customer_id, account_type, currency)
     SELECT gen_random_uuid(), '{ana}', 'SAVINGS', 'USD' FROM generate_series(1, 1000)`,
  ],
] as const

/** Opening accounts for customers who are not approved, changing their status and limits, and holding them up. */
export const accounts: readonly Attack[] = [
  call(
    'open an account for somebody not approved',
    'supervisor',
    open({ customer: `'{pending}'` }),
    refused('KYC_NOT_APPROVED'),
  ),
  call(
    'open an account for nobody',
    'supervisor',
    open({ customer: 'gen_random_uuid()' }),
    refused('CUSTOMER_NOT_FOUND'),
  ),
  call(
    'open an internal account',
    'supervisor',
    open({ type: `'VAULT'`, customer: 'NULL' }),
    refused('CUSTOMER_NOT_FOUND'),
  ),
  call("open an internal account in a customer's name", 'supervisor', open({ type: `'SUSPENSE'` }), {
    sqlstate: '23503',
    constraint: 'accounts_kind_holder',
  }),
  call('open an account as an auditor', 'auditor', open(), refused('FORBIDDEN')),
  call('open an account as an administrator', 'admin', open(), refused('FORBIDDEN')),
  call('open an account with no session', 'nobody', open(), refused('NOT_SIGNED_IN')),
  call(
    'open an account in no currency',
    'teller',
    open({ currency: 'NULL' }),
    refused('CURRENCY_NOT_SUPPORTED'),
  ),
  call(
    'open an account without a key',
    'teller',
    `SELECT open_account(NULL, '{ana}', 'SAVINGS', 'USD', 0)`,
    refused('KEY_REUSED'),
  ),
  call(
    'get a number by the key of somebody else’s account',
    'teller',
    `SELECT open_account('{savings}', '{ana}', 'SAVINGS', 'USD', 0)`,
    refused('KEY_REUSED'),
  ),
  call(
    'agree an overdraft of NaN as a teller',
    'teller',
    open({ ...CURRENT, limit: `'NaN'` }),
    refused('AMOUNT_NOT_A_NUMBER'),
  ),
  call(
    'agree an overdraft of nothing known',
    'supervisor',
    open({ ...CURRENT, limit: 'NULL' }),
    refused('AMOUNT_NOT_A_NUMBER'),
  ),
  call(
    'agree an overdraft of NaN',
    'supervisor',
    open({ ...CURRENT, limit: `'NaN'` }),
    refused('AMOUNT_NOT_A_NUMBER'),
  ),
  call('agree a negative overdraft', 'teller', open({ ...CURRENT, limit: '-1' }), refused('AMOUNT_NEGATIVE')),
  call('agree an overdraft on savings', 'supervisor', open({ limit: '1' }), refused('LIMIT_NOT_POSSIBLE')),
  change('unfreeze as a teller', 'teller', 'unfreeze', 'frozen', refused('FORBIDDEN')),
  change('close a frozen account', 'supervisor', 'close', 'frozen', refused('ACCOUNT_FROZEN')),
  change('freeze what is frozen', 'supervisor', 'freeze', 'frozen', refused('ACCOUNT_FROZEN')),
  change('reopen a closed account', 'supervisor', 'unfreeze', 'closed', refused('ACCOUNT_CLOSED')),
  change('close with money on it', 'supervisor', 'close', 'savings', refused('BALANCE_NOT_ZERO')),
  change('freeze the vault', 'supervisor', 'freeze', 'vault', refused('ACCOUNT_NOT_FOUND')),
  change('close a till’s cash account', 'supervisor', 'close', 'cash0', refused('ACCOUNT_NOT_FOUND')),
  change('freeze as an auditor', 'auditor', 'freeze', 'savings', refused('FORBIDDEN')),
  change('freeze as an administrator', 'admin', 'freeze', 'savings', refused('FORBIDDEN')),
  change('freeze with no session', 'nobody', 'freeze', 'savings', refused('NOT_SIGNED_IN')),
  ...(['NULL', `''`, `'   '`] as const).map((reason) =>
    call(
      `freeze for the reason ${reason}`,
      'teller',
      `SELECT freeze_account('{savings}', ${reason})`,
      refused('VALIDATION'),
    ),
  ),
  {
    name: 'stop the ledger by a lock on its table',
    as: 'supervisor',
    sql: ['BEGIN', 'LOCK TABLE balances IN ROW SHARE MODE'],
    expect: denied('table balances'),
  },
  ...IN_BULK.map(([name, sql]) =>
    call(name, 'supervisor', sql, denied(`table ${sql.includes('balances') ? 'balances' : 'accounts'}`)),
  ),
]
