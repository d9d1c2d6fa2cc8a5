import { expect, test } from 'vitest'
import { readPdf } from '../print/read-pdf.ts'
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

test('the statement on paper begins with the name and the address of the branch', async () => {
  const accountId = await openNewCustomersAccount(branch)
  await branch.database.superuser.query('UPDATE branches SET address = $1', ['Hafenweg 3, Nordstadt'])
  const asked = { accountId, format: 'PDF', from: null, to: null } as const
  const { content } = await workplace.as('teller').call('accounts.exportStatement', asked)
  const { text } = await readPdf(content)
  expect(text.split('\n').slice(0, 3)).toEqual(['Branch Nord', 'Hafenweg 3, Nordstadt', 'Account statement'])
})
