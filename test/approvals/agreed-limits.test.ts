import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approveAs, shownTo } from '../support/approvals.ts'
import { balanceOf, newAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

// An overdraft and a loan's principal are agreed by two people, at the opening and afterwards.

const workplace = await workplaceForFile()
const { branch } = workplace

/** The proposal that waits about an account. */
async function waiting(accountId: string): Promise<string> {
  const { approvals } = await workplace.as('supervisor2').call('approvals.list', { waiting: true })
  return approvals.find(({ subjectId }) => subjectId === accountId)?.id ?? 'none'
}

const propose = (accountId: string, agreedLimit: string) =>
  workplace.as('teller').call('accounts.proposeLimit', {
    key: randomUUID(),
    accountId,
    currency: branch.currency,
    agreedLimit,
  })

test.each(['CURRENT', 'LOAN'] as const)(
  'a %s opened with a limit has none until a second person approves it',
  async (accountType) => {
    const account = newAccount(await approvedCustomer(branch), { accountType, agreedLimit: '5000000000' })
    await workplace.as('supervisor').call('accounts.open', account)
    expect(await balanceOf(branch, account.id)).toEqual({ ledger: '0.00', available: '0.00' })
    const approvalId = await waiting(account.id)
    expect(await approveAs(workplace, 'supervisor', approvalId)).toMatchObject({
      error: { code: 'OWN_PROPOSAL' },
    })
    expect(await shownTo(workplace, 'supervisor2', approvalId)).toMatchObject({
      facts: { limit: '0.00', newLimit: '5000000000.00', currency: 'USD', accountType },
    })
    expect(await approveAs(workplace, 'supervisor2', approvalId)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    expect(await balanceOf(branch, account.id)).toEqual({ ledger: '0.00', available: '5000000000.00' })
  },
)

test('a limit is changed by two people, and neither an administrator nor the proposer decides it', async () => {
  const accountId = await openNewCustomersAccount(branch, { type: 'CURRENT', agreedLimit: '100.00' })
  await propose(accountId, '250')
  const approvalId = await waiting(accountId)
  expect(await workplace.as('admin').ask('approvals.read', { approvalId })).toMatchObject({
    error: { code: 'APPROVAL_NOT_FOUND' },
  })
  await approveAs(workplace, 'supervisor', approvalId)
  expect(await balanceOf(branch, accountId)).toMatchObject({ available: '250.00' })
})

test('a limit below what is drawn ends as failed', async () => {
  const accountId = await openNewCustomersAccount(branch, { type: 'CURRENT', agreedLimit: '100.00' })
  await branch.database.superuser.query(
    'UPDATE balances SET held = 80, available_balance = 20 WHERE account_id = $1',
    [accountId],
  )
  await branch.database.superuser.query(
    `INSERT INTO holds (account_id, amount, currency, reason, kind, placed_by)
     VALUES ($1, 80, 'USD', 'Drawn', 'PLACED', $2)`,
    [accountId, branch.staff.supervisor.id],
  )
  await propose(accountId, '50')
  expect(await approveAs(workplace, 'supervisor', await waiting(accountId))).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'LIMIT_BELOW_USE', details: { available: '80.00' } } },
  })
  expect(await balanceOf(branch, accountId)).toMatchObject({ available: '20.00' })
})
