import { vaultCashSql } from '../../support/posting-functions.ts'
import { type Attack, call, denied, refused } from '../attack.ts'

/** The branch's day and its vault, by users who may not change them, or at the wrong time. */
export const branches: readonly Attack[] = [
  call('fill the vault as a teller', 'teller', vaultCashSql('1000'), refused('FORBIDDEN')),
  call('take from the vault', 'supervisor', vaultCashSql('-1000'), refused('AMOUNT_NEGATIVE')),
  call('close the day as a teller', 'teller', 'SELECT close_branch_day()', refused('FORBIDDEN')),
  call(
    'close the day over open tills',
    'supervisor',
    'SELECT close_branch_day()',
    refused('TILLS_STILL_OPEN'),
  ),
  call('open a second day', 'supervisor', `SELECT open_branch_day('2099-01-01')`, refused('BRANCH_DAY_OPEN')),
  call(
    'open the day as an administrator',
    'admin',
    `SELECT open_branch_day('2099-01-01')`,
    refused('FORBIDDEN'),
  ),
  call(
    'withdraw the day as a teller',
    'teller',
    `SELECT propose_day_withdrawal(local_date(), 'mine')`,
    refused('FORBIDDEN'),
  ),
  call(
    'withdraw a day on which money moved',
    'supervisor',
    `SELECT propose_day_withdrawal((SELECT business_date FROM business_days LIMIT 1), 'mine')`,
    refused('DAY_HAS_POSTINGS'),
  ),
  call(
    'withdraw a day with no session',
    'nobody',
    `SELECT confirm_day_withdrawal('{branch}')`,
    refused('NOT_SIGNED_IN'),
  ),
  ...(['nobody', 'teller', 'auditor', 'supervisor', 'apiUser'] as const).flatMap((as) =>
    [
      `SELECT propose_branch(gen_random_uuid(), 'Mine', 'MINE', NULL, 'UTC', 1)`,
      `SELECT propose_branch_change(gen_random_uuid(), '{branch}', 'Mine', 'MINE', NULL)`,
      `SELECT propose_branch_closing(gen_random_uuid(), '{branch}')`,
    ].map((sql) =>
      call(`about branches: ${sql}`, as, sql, refused(as === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN')),
    ),
  ),
  call(
    'close the branch over its staff',
    'admin',
    `SELECT propose_branch_closing(gen_random_uuid(), '{branch}')`,
    refused('BRANCH_NOT_EMPTY'),
  ),
  {
    name: 'read who proposes to withdraw a day past the function',
    as: 'supervisor',
    sql: 'SELECT * FROM day_withdrawals',
    expect: denied('table day_withdrawals'),
  },
  {
    name: 'hold the branch so that nobody can post',
    as: 'teller',
    sql: 'SELECT id FROM branches FOR UPDATE',
    expect: denied('table branches'),
  },
]
