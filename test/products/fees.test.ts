import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { withoutLimits } from '../support/limits.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
await ensureOpenTill(branch, branch.staff.teller, 0)
await withoutLimits(branch)
// Cash to pay out, put into the till by a deposit.
await workplace
  .as('teller')
  .call('postings.postDeposit', newCashPosting(await openNewCustomersAccount(branch), { amount: '60000.00' }))

type Rule = {
  readonly type: string
  readonly minimum: string | null
  readonly maximum: string | null
  readonly steps: readonly { above: string; flat: string; percent: string }[]
}

const rule = (type: string, changes: Partial<Rule> = {}): Rule => ({
  type,
  minimum: null,
  maximum: null,
  steps: [{ above: '0.00', flat: '1.00', percent: '0.0000' }],
  ...changes,
})

async function accountWith(fees: readonly Rule[], balance = '10000.00'): Promise<string> {
  const account = await openNewCustomersAccount(branch, { balance })
  await setProduct(branch, account, await addProduct(branch, { fees }))
  return account
}

const feeLegs = (legs: readonly { label: string; side: string; amount: string; accountId: string }[]) =>
  legs.filter(({ label }) => label === 'FEE_INCOME').map(({ side, amount }) => ({ side, amount }))

const withdraw = (accountId: string, amount: string) =>
  workplace.as('teller').ask('postings.postWithdrawal', newCashPosting(accountId, { amount }))

test('a fee is shown before the posting and posted with it, as legs that the system derived', async () => {
  const account = await accountWith([rule('WITHDRAWAL')])
  const input = newCashPosting(account, { amount: '500.00' })
  const { key: _, ...asked } = input
  const preview = await workplace.as('teller').call('postings.previewWithdrawal', asked)
  const posted = await workplace.call('postings.postWithdrawal', input)
  expect(feeLegs(preview.legs)).toEqual([{ side: 'CREDIT', amount: '1.00' }])
  expect(posted.legs).toEqual(preview.legs)
  expect(posted.amount).toBe('500.00')
  const again = await workplace.call('postings.postWithdrawal', input)
  expect(again.legs).toEqual(posted.legs)
  const { rows } = await superuser.query(
    `SELECT e.actor, e.entry_type AS side, e.amount FROM entries e WHERE e.transaction_id = $1 ORDER BY e.actor, side, e.amount`,
    [posted.id],
  )
  expect(rows).toEqual([
    { actor: 'PERSON', side: 'DEBIT', amount: '500.00' },
    { actor: 'PERSON', side: 'CREDIT', amount: '500.00' },
    { actor: 'JOB', side: 'DEBIT', amount: '1.00' },
    { actor: 'JOB', side: 'CREDIT', amount: '1.00' },
  ])
})

test('a statement tells the fee apart from what it was charged for', async () => {
  const account = await accountWith([rule('WITHDRAWAL')])
  await withdraw(account, '40.00')
  const { lines } = await workplace
    .as('teller')
    .call('accounts.statement', { accountId: account, before: null, limit: 2 })
  expect(lines.map(({ transactionType, amount }) => [transactionType, amount])).toEqual([
    ['FEE', '1.00'],
    ['WITHDRAWAL', '40.00'],
  ])
})

test('steps, percentages and limits: of an amount the last step that it reaches, never less or more than agreed', async () => {
  const account = await accountWith([
    rule('WITHDRAWAL', {
      minimum: '0.50',
      maximum: '9.00',
      steps: [
        { above: '0.00', flat: '0.00', percent: '0.2500' },
        { above: '1000.00', flat: '2.00', percent: '0.3330' },
      ],
    }),
  ])
  const fees = { '1.00': '0.50', '999.99': '2.50', '1000.00': '5.33', '1001.50': '5.33', '5000.00': '9.00' }
  for (const [amount, fee] of Object.entries(fees)) {
    const { key: _, ...asked } = newCashPosting(account, { amount })
    const { legs } = await workplace.as('teller').call('postings.previewWithdrawal', asked)
    expect(feeLegs(legs), amount).toEqual([{ side: 'CREDIT', amount: fee }])
  }
})

test('of a deposit the account that is paid into pays, of a transfer the one that is paid from, by its own product', async () => {
  const charged = await accountWith([rule('DEPOSIT'), rule('TRANSFER')])
  const free = await openNewCustomersAccount(branch, { balance: '50.00' })
  const teller = workplace.as('teller')
  const deposit = await teller.call('postings.postDeposit', newCashPosting(charged, { amount: '20.00' }))
  expect(feeLegs(deposit.legs)).toEqual([{ side: 'CREDIT', amount: '1.00' }])
  const onto = await teller.call('postings.postTransfer', newTransfer(free, charged, { amount: '5.00' }))
  expect(feeLegs(onto.legs)).toEqual([])
  const from = await teller.call('postings.postTransfer', newTransfer(charged, free, { amount: '5.00' }))
  expect(feeLegs(from.legs)).toEqual([{ side: 'CREDIT', amount: '1.00' }])
})

test('a posting that leaves nothing for its fee is refused whole, and by its preview before', async () => {
  const account = await accountWith([rule('WITHDRAWAL')], '100.00')
  const { key: _, ...asked } = newCashPosting(account, { amount: '99.50' })
  expect(await workplace.as('teller').ask('postings.previewWithdrawal', asked)).toMatchObject({
    error: { code: 'INSUFFICIENT_FUNDS' },
  })
  expect(await withdraw(account, '99.50')).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS' } })
  expect(await withdraw(account, '99.00')).toMatchObject({ ok: true })
})

test('no person writes on fee income, alone or beside a posting of their own', async () => {
  const account = await accountWith([])
  await expect(
    branch.pool('teller').query(
      `SELECT * FROM post_journal($1, 'TRANSFER', ARRAY[ROW($2, NULL, 'DEBIT', 5)::posting_leg,
         ROW(NULL, 'FEE_INCOME', 'CREDIT', 5)::posting_leg], 'USD', NULL)`,
      [randomUUID(), account],
    ),
  ).rejects.toMatchObject({ constraint: 'POSTING_NOT_ALLOWED' })
})
