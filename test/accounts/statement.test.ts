import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

test('an account is found by its number however it is written, and its statement ends where its balance is', async () => {
  const id = await openNewCustomersAccount(branch, { balance: '12.34' })
  workplace.become(branch.staff.auditor)
  const { account, lines } = await workplace.call('accounts.statement', {
    accountId: id,
    before: null,
    limit: 5,
  })
  const { accountNumber } = account
  const written = `${accountNumber.slice(0, 4)}-${accountNumber.slice(4, 7)} ${accountNumber.slice(7)}`
  expect((await workplace.call('accounts.find', { accountNumber: written })).id).toBe(id)
  expect(lines[0]?.balanceAfter).toBe(account.ledgerBalance)
  const csv = await workplace.call('accounts.exportStatement', {
    accountId: id,
    format: 'CSV',
    from: null,
    to: null,
  })
  expect(new TextDecoder().decode(csv.content)).toContain('12.34')
  const receipt = await workplace.call('postings.exportReceipt', {
    transactionId: lines[0]?.transactionId ?? '',
  })
  expect(new TextDecoder().decode(receipt.content.slice(0, 5))).toBe('%PDF-')
})
