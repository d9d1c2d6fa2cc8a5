import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

// An answer may be lost on its way: the same command with the same key is then answered alike, and another is refused.

const workplace = await workplaceForFile()
const { branch } = workplace

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('cash that was posted is answered with its posting even if the till has since closed, or another one is held', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '100' })
  workplace.become(branch.staff.teller)
  await ensureOpenTill(branch, branch.staff.teller, 0, '50')
  const deposit = newCashPosting(accountId, { amount: '20' })
  const withdrawal = newCashPosting(accountId, { amount: '20' })
  const paidIn = await workplace.call('postings.postDeposit', deposit)
  const paidOut = await workplace.call('postings.postWithdrawal', withdrawal)
  const asked = async () => [
    await workplace.call('postings.postDeposit', deposit),
    await workplace.call('postings.postWithdrawal', withdrawal),
  ]
  await workplace.call('tills.close', { key: randomUUID(), counted: '50' })
  expect(await asked()).toEqual([paidIn, paidOut])
  expect(await workplace.ask('postings.postDeposit', { ...deposit, amount: '21' })).toMatchObject(reused)
  await ensureOpenTill(branch, branch.staff.teller, 1)
  expect(await asked()).toEqual([paidIn, paidOut])
})
