import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { newTransfer } from '../support/postings.ts'
import { addProduct, newProduct, newTerms, setProduct } from '../support/products.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile({ vault: '100000.00' })
const { branch } = workplace
const { superuser } = branch.database
const product = await addProduct(branch, { monthlyFee: '5.00', feeWaivedFrom: '100.00' })

/** Works on other days, and then on the open one again. */
async function onDays(work: (day: (date: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const set = 'UPDATE business_days SET business_date = $1 WHERE closed_at IS NULL'
  const { rows } = await superuser.query(
    'SELECT business_date AS today FROM business_days WHERE closed_at IS NULL',
  )
  try {
    await work((date) => superuser.query(set, [date]))
  } finally {
    await superuser.query(set, [rows[0]?.today])
  }
}

/** An account of that product with so much on it, opened today or on another day. */
async function accountWith(balance: string | undefined, openedOn: string | null = null): Promise<string> {
  const account = await openNewCustomersAccount(branch, balance === undefined ? {} : { balance })
  await superuser.query(
    `UPDATE accounts SET created_at = coalesce($2::date + interval '12 hours', created_at) WHERE id = $1`,
    [account, openedOn],
  )
  await setProduct(branch, account, product)
  return account
}

const move = (from: string, to: string, amount: string) =>
  workplace.as('supervisor').call('postings.postTransfer', newTransfer(from, to, { amount }))

/** What becomes of the fees of a month: for what they were waived, or null. */
async function keptBy(account: string, ...monthEnds: readonly string[]): Promise<(string | null)[]> {
  for (const end of monthEnds) await superuser.query('SELECT make_monthly_fees_due($1, $2)', [branch.id, end])
  const { rows } = await superuser.query<{ kept: string | null }>(
    'SELECT kept FROM monthly_fees WHERE account_id = $1 AND month_end = ANY ($2) ORDER BY month_end',
    [account, monthEnds],
  )
  return rows.map(({ kept }) => kept)
}

test('a month costs nothing where enough stood on the account at the end of each of its days, and otherwise its fee', async () => {
  const other = await accountWith('1000.00')
  const account = await accountWith('150.00')
  await onDays(async (day) => {
    // Less for some hours of a day does not matter, less at the end of one does.
    await day('2027-04-15')
    await move(account, other, '100')
    await move(other, account, '100')
    await day('2027-05-20')
    await move(account, other, '60')
    await day('2027-05-21')
    await move(other, account, '60')
    await day('2027-06-01')
    await move(account, other, '50')
  })
  expect(await keptBy(account, '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30')).toEqual([
    '150.00',
    '150.00',
    null,
    '100.00',
  ])
})

test('the month in which an account was opened counts from that day on, and one without money costs its fee', async () => {
  const rich = await accountWith('1000.00')
  const account = await accountWith(undefined, '2027-03-20')
  const late = await accountWith(undefined, '2027-03-20')
  await onDays(async (day) => {
    await day('2027-03-20')
    await move(rich, account, '100')
    await day('2027-03-21')
    await move(rich, late, '100')
  })
  expect(await keptBy(account, '2027-03-31')).toEqual(['100.00'])
  expect(await keptBy(late, '2027-03-31')).toEqual([null])
})

test('a fee is not waived for a day that was still worked on when it was looked at, where less stands there at its end', async () => {
  const other = await accountWith('1000.00')
  const account = await accountWith('150.00')
  await onDays(async (day) => {
    await day('2027-07-31')
    expect(await keptBy(account, '2027-07-31')).toEqual(['150.00'])
    await move(account, other, '100')
    expect(await keptBy(account, '2027-07-31')).toEqual([null])
    await move(other, account, '60')
    expect(await keptBy(account, '2027-07-31')).toEqual(['110.00'])
  })
})

test('what is waived is not posted by the day’s jobs, whenever they run again, and what is not is', async () => {
  const rich = await accountWith('500.00')
  const poor = await accountWith('99.99')
  const { rows: months } = await superuser.query(
    `SELECT (date_trunc('month', business_date) + interval '1 month - 1 day')::date AS ended,
      to_char(business_date, 'YYYY-MM') AS name FROM business_days WHERE closed_at IS NULL`,
  )
  for (let time = 0; time < 2; time += 1)
    await superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, months[0]?.ended])
  const { rows } = await superuser.query(
    `SELECT e.account_id = $1 AS is_rich, t.description, e.amount FROM entries e JOIN transactions t ON t.id = e.transaction_id
      WHERE e.account_id IN ($1, $2) AND t.transaction_type = 'FEE'`,
    [rich, poor],
  )
  expect(rows).toEqual([{ is_rich: false, description: `Monthly fee ${months[0]?.name}`, amount: '5.00' }])
})

test('is a term of the product that two people agree on, and stands among what is decided', async () => {
  const proposal = newProduct({ terms: newTerms({ monthlyFee: '5', feeWaivedFrom: '1000' }) })
  await workplace.as('supervisor').call('products.propose', proposal)
  expect((await shownTo(workplace, 'admin', proposal.key)).facts).toMatchObject({
    monthlyFee: '5.00',
    feeWaivedFrom: '1000.00',
  })
  await approveAs(workplace, 'admin', proposal.key)
  const { products } = await workplace.as('teller').call('products.list', {})
  expect(products.find(({ id }) => id === proposal.productId)?.terms).toMatchObject([
    { monthlyFee: '5.00', feeWaivedFrom: '1000.00' },
  ])
  for (const wrong of [
    { ...newProduct({ terms: newTerms({ feeWaivedFrom: '0' }) }) },
    {
      ...newProduct({
        product: { name: 'Loan', accountType: 'LOAN' },
        terms: newTerms({ feeWaivedFrom: '5' }),
      }),
    },
  ])
    expect(await workplace.as('supervisor').ask('products.propose', wrong)).toMatchObject({ ok: false })
})
