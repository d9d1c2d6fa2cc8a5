import { changeContactSql } from '../../support/customers.ts'
import { closeTillSql } from '../../support/posting-functions.ts'
import { type Actor, type Attack, call, depositSql, refused, type Refused, violates } from '../attack.ts'

const post = (
  name: string,
  posting: Parameters<typeof depositSql>[0],
  refusal: string,
  as: Actor = 'teller',
): Attack => ({
  name,
  as,
  sql: depositSql(posting),
  expect: refused(refusal),
})

const after = (name: string, first: string, expect: Refused, last = depositSql()): Attack => ({
  name,
  as: 'teller',
  sql: [...first.split('; '), last],
  expect,
})

/** A posting in a batch that is to count from another day than the one on which it is made. */
const datedSql = (valueDate: string) =>
  `SELECT * FROM post_batch(ARRAY[ROW(gen_random_uuid(), 'DEPOSIT', ARRAY[ROW('{cash0}', NULL, 'DEBIT', 1)::corex.posting_leg,
    ROW('{savings}', NULL, 'CREDIT', 1)::corex.posting_leg], 'USD', NULL, '${valueDate}')::corex.posting_item])`

/** Moving money that does not exist, that belongs to others, or against the rules. */
export const postings: readonly Attack[] = [
  post('post as an auditor', {}, 'FORBIDDEN', 'auditor'),
  post('post as an administrator', {}, 'FORBIDDEN', 'admin'),
  post('post as a program', {}, 'FORBIDDEN', 'apiUser'),
  post("post from a colleague's till", { from: '{cash1}' }, 'TILL_NOT_OPEN'),
  post('post with no till of one’s own', {}, 'TILL_NOT_OPEN', 'supervisor'),
  post('post from till to till', { type: 'TRANSFER', to: '{cash1}' }, 'POSTING_NOT_ALLOWED'),
  post('post from the vault to a customer', { from: '{vault}' }, 'POSTING_NOT_ALLOWED'),
  post('deposit from income', { from: '{feeIncome}' }, 'POSTING_NOT_ALLOWED'),
  post('transfer out of suspense', { type: 'TRANSFER', from: '{suspense}' }, 'POSTING_NOT_ALLOWED'),
  post('take from the till by a transfer', { type: 'TRANSFER' }, 'POSTING_NOT_ALLOWED'),
  post('lend to oneself as a teller', { type: 'TRANSFER', from: '{loan}' }, 'POSTING_NOT_ALLOWED'),
  post(
    'pay a loan out in cash',
    { type: 'WITHDRAWAL', from: '{loan}', to: '{cash0}' },
    'POSTING_NOT_ALLOWED',
  ),
  post(
    'fill the vault over the counter',
    { type: 'TRANSFER', from: '{vault}', to: '{suspense}' },
    'POSTING_NOT_ALLOWED',
    'supervisor',
  ),
  post(
    'empty the till into the vault over the counter',
    { type: 'TRANSFER', from: '{vault}', to: '{cash0}' },
    'POSTING_NOT_ALLOWED',
  ),
  post('charge a fee backwards', { type: 'FEE', from: '{feeIncome}' }, 'POSTING_NOT_ALLOWED'),
  post(
    'pay interest over the counter',
    { type: 'INTEREST', from: '{interestExpense}' },
    'POSTING_NOT_ALLOWED',
  ),
  post(
    'pay out of a frozen account',
    { type: 'WITHDRAWAL', from: '{frozen}', to: '{cash0}' },
    'ACCOUNT_FROZEN',
  ),
  post('transfer out of a frozen account', { type: 'TRANSFER', from: '{frozen}' }, 'ACCOUNT_FROZEN'),
  post('deposit to a closed account', { to: '{closed}' }, 'ACCOUNT_CLOSED'),
  post('deposit in another currency', { to: '{euros}' }, 'CURRENCY_MISMATCH'),
  post('say another currency', { currency: 'EUR' }, 'CASH_IN_OTHER_CURRENCY'),
  post('say a currency that is none', { currency: 'XXX' }, 'CURRENCY_NOT_SUPPORTED'),
  post('transfer to the same account', { type: 'TRANSFER', from: '{savings}' }, 'SAME_ACCOUNT'),
  post(
    'post to an account that is none',
    { to: '00000000-0000-0000-0000-000000000000' },
    'ACCOUNT_NOT_FOUND',
  ),
  post(
    'take more than there is',
    { type: 'WITHDRAWAL', from: '{savings}', to: '{cash0}', amount: '100000' },
    'INSUFFICIENT_FUNDS',
  ),
  post(
    'take more than the overdraft',
    { type: 'WITHDRAWAL', from: '{current}', to: '{cash0}', amount: '150.01' },
    'INSUFFICIENT_FUNDS',
  ),
  post('pay back a loan that is not owed', { to: '{loan}' }, 'LOAN_OVERPAID'),
  post('post zero', { amount: '0' }, 'AMOUNT_ZERO'),
  post('post a negative amount', { amount: '-100' }, 'AMOUNT_NEGATIVE'),
  post('post half a cent', { amount: '0.005' }, 'AMOUNT_TOO_PRECISE'),
  post('post NaN', { amount: 'NaN' }, 'AMOUNT_NOT_A_NUMBER'),
  post('post infinity', { amount: 'Infinity' }, 'AMOUNT_NOT_A_NUMBER'),
  post('post negative infinity', { amount: '-Infinity' }, 'AMOUNT_NOT_A_NUMBER'),
  post('post more than a column holds', { amount: '10000000000000' }, 'AMOUNT_TOO_LARGE'),
  post('overflow a balance', { amount: '9999999999999.99' }, 'BALANCE_TOO_LARGE'),
  post('post without a key', { key: 'NULL' }, 'KEY_REUSED'),
  post('use a key again for more', { key: `'{ownKey}'`, amount: '1000' }, 'KEY_REUSED'),
  post(
    'use a key again for another account',
    { key: `'{ownKey}'`, to: '{current}', amount: '10' },
    'KEY_REUSED',
  ),
  call(
    "get another person's posting by its key",
    'supervisor',
    depositSql({ key: `'{othersKey}'`, from: '{cash1}', amount: '20' }),
    refused('TILL_NOT_OPEN'),
  ),
  call(
    'describe a posting with a megabyte',
    'teller',
    depositSql({ description: `repeat('x', 1000000)` }),
    violates('23514', 'transactions_description_length'),
  ),
  ...[String.raw`E'a\n2026-01-01 * b'`, String.raw`E'5\u202E02,1'`, String.raw`E'a\u200Bb'`].map(
    (description) =>
      call(
        `describe a posting as ${description}`,
        'teller',
        depositSql({ description }),
        violates('23514', 'transactions_description_one_line'),
      ),
  ),
  call('earn interest from a day that is past', 'teller', datedSql('2020-01-01'), refused('VALIDATION')),
  call('save interest up to a day to come', 'supervisor', datedSql('2900-01-01'), refused('VALIDATION')),
  after('post from an old snapshot', 'BEGIN ISOLATION LEVEL REPEATABLE READ', refused('WRONG_ISOLATION')),
  after(
    'post serializable',
    `SET default_transaction_isolation = 'serializable'`,
    refused('WRONG_ISOLATION'),
  ),
  after('post without durability', 'SET synchronous_commit = off', refused('WRONG_DURABILITY')),
  after('post durable here only', 'SET synchronous_commit = local', refused('WRONG_DURABILITY')),
  after(
    'register without durability',
    'SET synchronous_commit = off',
    refused('WRONG_DURABILITY'),
    changeContactSql({ city: 'Elsewhere' }, `'{ana}'`, `'{anaSince}'`),
  ),
  after(
    'freeze from an old snapshot',
    'BEGIN ISOLATION LEVEL SERIALIZABLE',
    refused('WRONG_ISOLATION'),
    `SELECT freeze_account('{savings}', 'mine')`,
  ),
  after(
    'post after signing out in the same transaction',
    'BEGIN; SELECT sign_out()',
    refused('ONE_CHANGE_A_TRANSACTION'),
  ),
  after(
    'post after closing the till in the same transaction',
    `BEGIN; ${closeTillSql({ counted: '1000' })}`,
    refused('ONE_CHANGE_A_TRANSACTION'),
  ),
  call(
    "post out of a teller's till as the supervisor who may close it",
    'supervisor',
    depositSql(),
    refused('TILL_NOT_OPEN'),
  ),
]
