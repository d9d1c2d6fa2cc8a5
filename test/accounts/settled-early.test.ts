import { expect, test } from 'vitest'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { withoutLimits } from '../support/limits.ts'
import { post } from '../support/posting-functions.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Interest that is settled before an account is closed, and the account is not closed. */

const workplace = await workplaceForFile({ tillsAreMadeUp: true })
const { branch } = workplace
const { superuser } = branch.database
await withoutLimits(branch)
const product = await addProduct(branch, { type: 'CURRENT', rates: [{ above: '0', rate: '36.5' }] })

const openDayOn = (date: string) =>
  superuser.query('UPDATE business_days SET business_date = $1 WHERE closed_at IS NULL', [date])
const doDayJobs = (date: string) => superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, date])

/** An account with 10,000.00 from this day on, which earns 10.00 a day. */
async function openEarning(date: string): Promise<string> {
  await openDayOn(date)
  const account = await openNewCustomersAccount(branch, { type: 'CURRENT' })
  const giver = await openNewCustomersAccount(branch, { type: 'CURRENT', agreedLimit: '10000' })
  await setProduct(branch, account, product)
  await post(branch.pool('supervisor'), 'TRANSFER', giver, account, '10000.00')
  return account
}

/** What stands on an account, and what has accrued on it beside, exactly. */
async function worthOf(account: string) {
  const { rows } = await superuser.query<{ worth: string; through: string }>(
    `SELECT trim_scale(b.ledger_balance * parts_of_unit() + s.earned - s.owed)::text AS worth, s.through::text
     FROM balances b JOIN interest_accruals s USING (account_id) WHERE account_id = $1`,
    [account],
  )
  return only(rows)
}
const settle = (accountId: string) => workplace.as('teller').call('accounts.settleInterest', { accountId })
const interestOf = async (accountId: string) =>
  (await workplace.as('teller').call('accounts.statement', { accountId, before: null, limit: 20 })).lines
    .filter(({ transactionType }) => transactionType === 'INTEREST')
    .map(({ side, amount, valueDate }) => `${side} ${amount} ${valueDate}`)

test('interest that a teller settles every day and leaves on the account comes to what it would have come to', async () => {
  const [settled, left] = [await openEarning('2025-01-28'), await openEarning('2025-01-28')]
  for (const date of ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02']) {
    await openDayOn(date)
    await settle(settled)
    await doDayJobs(date)
  }
  expect(await worthOf(settled)).toEqual(await worthOf(left))
  await openDayOn('2025-02-03')
  await settle(settled)
  expect(await balanceOf(branch, settled)).toMatchObject({ ledger: '10060.08' })
  expect(await interestOf(settled)).toEqual([
    'CREDIT 10.04 2025-03-01',
    'CREDIT 10.04 2025-03-01',
    'CREDIT 10.00 2025-02-01',
    'CREDIT 10.00 2025-02-01',
    'CREDIT 10.00 2025-02-01',
    'CREDIT 10.00 2025-02-01',
  ])
})

test('the interest of a month that has ended counts from the first of the next one also where it is settled later', async () => {
  const account = await openEarning('2025-03-28')
  await doDayJobs('2025-03-28')
  await openDayOn('2025-04-03')
  await settle(account)
  expect(await interestOf(account)).toEqual(['CREDIT 20.08 2025-05-01', 'CREDIT 40.00 2025-04-01'])
})

test('on the last day of a month whose interest is posted already, today’s is posted back, and posted again if the account stays', async () => {
  const account = await openEarning('2025-05-30')
  await doDayJobs('2025-05-30')
  await openDayOn('2025-05-31')
  await doDayJobs('2025-05-31')
  await settle(account)
  expect(await interestOf(account)).toEqual(['DEBIT 10.00 2025-06-01', 'CREDIT 20.00 2025-06-01'])
  await doDayJobs('2025-05-31')
  expect(await interestOf(account)).toEqual([
    'CREDIT 10.00 2025-06-01',
    'DEBIT 10.00 2025-06-01',
    'CREDIT 20.00 2025-06-01',
  ])
})
