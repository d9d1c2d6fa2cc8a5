import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, newAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { booksFaults } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { newHold } from '../support/holds.ts'
import { withoutLimits } from '../support/limits.ts'
import { closeTill, post } from '../support/posting-functions.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { addProduct, addTerms, type ProductOptions } from '../support/products.ts'
import { only } from '../support/queries.ts'
import { newReversal } from '../support/reversals.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** What a product asks an account to keep: nothing is drawn below it but by a reversal, and by paying the account out to close it. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const till = await ensureOpenTill(branch, branch.staff.teller, 0)
await withoutLimits(branch)
const teller = workplace.as('teller')

async function accountOf(terms: ProductOptions, balance: string | null = '100'): Promise<string> {
  const { type: accountType = 'SAVINGS' } = terms
  const productId = await addProduct(branch, terms)
  const id = randomUUID()
  const customer = await approvedCustomer(branch)
  await workplace.as('teller').call('accounts.open', newAccount(customer, { id, accountType, productId }))
  if (balance !== null) await post(branch.pool('teller'), 'DEPOSIT', till, id, balance)
  return id
}

const withdraw = (accountId: string, amount: string) =>
  workplace.as('teller').ask('postings.postWithdrawal', newCashPosting(accountId, { amount }))

const belowMinimum = (available: string, minimum = '25.00') => ({
  error: { code: 'BELOW_MINIMUM', details: { available, minimum, currency: 'USD' } },
})

test('what would take an account below the minimum of its product is refused, and says how much is available', async () => {
  const account = await accountOf({ minimumBalance: '25' })
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '75.00' })
  const { key: _key, ...asked } = newCashPosting(account, { amount: '75.01' })
  const preview = await teller.ask('postings.previewWithdrawal', asked)
  expect(preview).toMatchObject(belowMinimum('75.00'))
  expect(await withdraw(account, '75.01')).toMatchObject(belowMinimum('75.00'))
  const elsewhere = await openNewCustomersAccount(branch)
  expect(
    await teller.ask('postings.postTransfer', newTransfer(account, elsewhere, { amount: '80' })),
  ).toMatchObject(belowMinimum('75.00'))
  // More than stands on it is no question of the minimum.
  expect(await withdraw(account, '100.01')).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS' } })
  expect(await withdraw(account, '75')).toMatchObject({ ok: true })
  expect(await balanceOf(branch, account)).toEqual({ ledger: '25.00', available: '0.00' })
})

test('a fee beside a posting is not taken out of the minimum, and neither is a monthly fee', async () => {
  const step = { above: '0.00', flat: '1.00', percent: '0.0000' }
  const account = await accountOf({
    minimumBalance: '25',
    monthlyFee: '3',
    fees: [{ type: 'WITHDRAWAL', minimum: null, maximum: null, steps: [step] }],
  })
  expect(await withdraw(account, '74.01')).toMatchObject(belowMinimum('75.00'))
  expect(await withdraw(account, '74')).toMatchObject({ ok: true })
  const { rows } = await superuser.query<{ taken: number }>(
    `WITH run AS (INSERT INTO job_runs (kind, branch_id, business_date, requested_by, status, finished_at)
          VALUES ('TEST', $1, $2, $3, 'DONE', now()) RETURNING *),
        due AS (SELECT make_monthly_fees_due($1, $2) AS fees)
      SELECT take_monthly_fees(run, charged_accounts(run, NULL, 10)) AS taken FROM run, due WHERE due.fees > 0`,
    [branch.id, await openDate(branch), branch.staff.teller.id],
  )
  expect(rows).toEqual([{ taken: 0 }])
  expect(await balanceOf(branch, account)).toEqual({ ledger: '25.00', available: '0.00' })
})

test('a file of payments pays nothing out of the minimum, line by line', async () => {
  const account = await accountOf({ type: 'CURRENT', minimumBalance: '25' })
  const to = await openNewCustomersAccount(branch)
  const { rows } = await superuser.query<{ refusal: string | null }>(
    `WITH run AS (INSERT INTO job_runs (kind, branch_id, business_date, requested_by, status, finished_at)
        VALUES ('TEST', $1, $2, $3, 'DONE', now()) RETURNING id)
      SELECT o.refusal FROM run, write_postings(run.id, ARRAY(SELECT ROW(gen_random_uuid(), 'TRANSFER',
        debit_credit($4, $5, amount), 'USD', NULL, NULL)::posting_item FROM unnest('{70,6,5}'::numeric[]) AS amount)) AS o`,
    [branch.id, await openDate(branch), branch.staff.teller.id, account, to],
  )
  expect(rows.flatMap(({ refusal }) => refusal ?? [])).toEqual(['BELOW_MINIMUM'])
  expect(await balanceOf(branch, account)).toEqual({ ledger: '25.00', available: '0.00' })
})

test('with an agreed overdraft the account goes as far below its minimum, and no further', async () => {
  const account = await accountOf({ type: 'CURRENT', minimumBalance: '25' }, null)
  await superuser.query('UPDATE accounts SET agreed_limit = 40 WHERE id = $1', [account])
  await superuser.query('UPDATE balances SET available_balance = 15 WHERE account_id = $1', [account])
  expect(await withdraw(account, '15.01')).toMatchObject(belowMinimum('15.00'))
  expect(await withdraw(account, '15')).toMatchObject({ ok: true })
})

test('what is held and what has to stay are both kept', async () => {
  const account = await accountOf({ minimumBalance: '25' })
  await workplace.as('teller').call('accounts.placeHold', newHold(account, { amount: '50' }))
  expect(await withdraw(account, '25.01')).toMatchObject(belowMinimum('25.00'))
  expect(
    await workplace.as('teller').ask('accounts.placeHold', newHold(account, { amount: '25.01' })),
  ).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS', details: { available: '25.00' } } })
  expect(await withdraw(account, '25')).toMatchObject({ ok: true })
})

test('a first deposit that was mistyped is reversed, although the account is left below its minimum', async () => {
  const account = await accountOf({ minimumBalance: '25' }, null)
  const posted = await workplace.as('teller').call('postings.postDeposit', newCashPosting(account))
  expect(await workplace.as('teller').ask('postings.reverse', newReversal(posted.id))).toMatchObject({
    ok: true,
  })
  expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '-25.00' })
  expect(await withdraw(account, '1')).toMatchObject({
    error: { code: 'INSUFFICIENT_FUNDS', details: { available: '0.00' } },
  })
})

test('to close the account its minimum is released, paid out, and the account closed', async () => {
  const account = await accountOf({ minimumBalance: '25' })
  workplace.as('teller')
  expect(await workplace.call('accounts.readClosing', { accountId: account })).toMatchObject({
    minimum: '25.00',
  })
  await workplace.call('accounts.releaseMinimum', { accountId: account })
  await workplace.call('accounts.releaseMinimum', { accountId: account })
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '100.00' })
  expect(await withdraw(account, '100')).toMatchObject({ ok: true })
  expect(await workplace.ask('accounts.close', { accountId: account, reason: 'Moved away' })).toMatchObject({
    ok: true,
  })
  expect(await booksFaults(branch.database)).toEqual([])
})

test('other terms, and a minimum that was released, are in force from the next day that is opened', async () => {
  const productId = await addProduct(branch, { minimumBalance: '10' })
  const [kept, released] = [randomUUID(), randomUUID()]
  for (const id of [kept, released]) {
    const customer = await approvedCustomer(branch)
    await workplace.as('teller').call('accounts.open', newAccount(customer, { id, productId }))
    await post(branch.pool('teller'), 'DEPOSIT', till, id, '50')
  }
  await workplace.as('teller').call('accounts.releaseMinimum', { accountId: released })
  const { rows: days } = await superuser.query<{ next: string; cash: string }>(
    `SELECT latest_business_date($1)::text AS next, ledger_balance AS cash FROM balances WHERE account_id = $2`,
    [branch.id, till],
  )
  const { next, cash } = only(days)
  await addTerms(branch, productId, { minimumBalance: '30', validFrom: next })
  expect(await balanceOf(branch, kept)).toEqual({ ledger: '50.00', available: '40.00' })
  await closeTill(branch.pool('teller'), cash)
  await workplace.as('supervisor').call('branches.closeDay', {})
  await workplace.as('supervisor').call('branches.openDay', { businessDate: next })
  for (const id of [kept, released])
    expect(await balanceOf(branch, id)).toEqual({ ledger: '50.00', available: '20.00' })
  const { rows } = await superuser.query(
    `SELECT l.actor, r.kind FROM audit_logs l JOIN job_runs r ON r.id = l.cause_id WHERE l.resource_type = 'accounts' AND l.resource_id = $1`,
    [kept],
  )
  expect(rows).toEqual([{ actor: 'JOB', kind: 'MINIMUM_BALANCES' }])
  expect(await booksFaults(branch.database)).toEqual([])
})
