import { insertAccountSql } from '../../support/accounts.ts'
import { type Attack, denied, nothing, policy, refused, violates } from '../attack.ts'

/** Opens a savings account for an approved customer, unless an attack says otherwise. */
const open = (columns: Readonly<Record<string, string>> = {}) =>
  insertAccountSql({ customer_id: `'{ana}'`, ...columns })

/** Opening accounts for customers who are not approved, and changing agreed limits. */
export const accounts: readonly Attack[] = [
  {
    name: 'open an account for somebody not approved',
    as: 'supervisor',
    sql: open({ customer_id: `'{pending}'` }),
    expect: refused('KYC_NOT_APPROVED'),
  },
  {
    name: 'open an account for nobody',
    as: 'supervisor',
    sql: open({ customer_id: 'gen_random_uuid()' }),
    expect: refused('CUSTOMER_NOT_FOUND'),
  },
  {
    name: 'open an internal account',
    as: 'supervisor',
    sql: open({ account_type: `'VAULT'`, customer_id: 'NULL' }),
    expect: policy('accounts'),
  },
  {
    name: "open an internal account in a customer's name",
    as: 'supervisor',
    sql: open({ account_type: `'SUSPENSE'` }),
    expect: violates('23503', 'accounts_kind_holder'),
  },
  {
    name: 'open an account as an auditor',
    as: 'auditor',
    sql: open(),
    expect: refused('FORBIDDEN'),
  },
  {
    name: 'open an account with no session',
    as: 'nobody',
    sql: open(),
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'agree an overdraft as a teller',
    as: 'teller',
    sql: open({ account_type: `'CURRENT'`, agreed_limit: '1' }),
    expect: refused('LIMIT_NEEDS_SUPERVISOR'),
  },
  {
    name: 'agree an overdraft of NaN as a teller',
    as: 'teller',
    sql: open({ account_type: `'CURRENT'`, agreed_limit: `'NaN'` }),
    expect: refused('LIMIT_NEEDS_SUPERVISOR'),
  },
  {
    name: 'agree an overdraft of NaN',
    as: 'supervisor',
    sql: open({ account_type: `'CURRENT'`, agreed_limit: `'NaN'` }),
    expect: violates('23514', 'accounts_limit_not_negative'),
  },
  {
    name: 'agree a negative overdraft',
    as: 'teller',
    sql: open({ account_type: `'CURRENT'`, agreed_limit: '-1' }),
    expect: violates('23514', 'accounts_limit_not_negative'),
  },
  {
    name: 'agree an overdraft on savings',
    as: 'supervisor',
    sql: open({ agreed_limit: '1' }),
    expect: violates('23514', 'accounts_limit_kind'),
  },
  ...(
    [
      [
        'raise an overdraft later',
        'supervisor',
        `agreed_limit = 999 WHERE id = '{current}'`,
        denied('table accounts'),
      ],
      [
        'give an account to somebody else',
        'supervisor',
        `customer_id = '{pending}' WHERE id = '{savings}'`,
        denied('table accounts'),
      ],
      ['unfreeze as a teller', 'teller', `status = 'ACTIVE' WHERE id = '{frozen}'`, refused('FORBIDDEN')],
      [
        'close a frozen account',
        'supervisor',
        `status = 'CLOSED' WHERE id = '{frozen}'`,
        refused('ACCOUNT_FROZEN'),
      ],
      [
        'reopen a closed account',
        'supervisor',
        `status = 'ACTIVE' WHERE id = '{closed}'`,
        refused('ACCOUNT_CLOSED'),
      ],
      [
        'close with money on it',
        'supervisor',
        `status = 'CLOSED' WHERE id = '{savings}'`,
        refused('BALANCE_NOT_ZERO'),
      ],
      ['freeze the vault', 'supervisor', `status = 'SUSPENDED' WHERE id = '{vault}'`, refused('FORBIDDEN')],
      [
        'put an account to sleep',
        'supervisor',
        `status = 'INACTIVE' WHERE id = '{savings}'`,
        refused('FORBIDDEN'),
      ],
      [
        'freeze as an auditor',
        'auditor',
        `status = 'SUSPENDED' WHERE id = '{savings}' RETURNING id`,
        nothing,
      ],
      [
        'freeze with no session',
        'nobody',
        `status = 'SUSPENDED' WHERE id = '{savings}' RETURNING id`,
        refused('NOT_SIGNED_IN'),
      ],
    ] as const
  ).map(([name, as, change, expect]): Attack => ({ name, as, sql: `UPDATE accounts SET ${change}`, expect })),
]
