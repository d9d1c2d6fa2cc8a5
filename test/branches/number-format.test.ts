import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readPdf } from '../print/read-pdf.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const workplace = await workplaceForFile({ numberFormat: 'COMMA_POINT' })
const { branch } = workplace

test('the number format of a branch reaches the window before and after signing in', async () => {
  expect((await workplace.call('sessions.get', {})).branch).toMatchObject({ numberFormat: 'COMMA_POINT' })
  const view = await workplace.as('teller').call('sessions.get', {})
  expect(view.branch).toMatchObject({ numberFormat: 'COMMA_POINT' })
})

test('receipts and statements are printed in it, and calls keep plain decimals', async () => {
  await ensureOpenTill(branch, branch.staff.teller, 0)
  const accountId = await openNewCustomersAccount(branch)
  const teller = workplace.as('teller')
  const posted = await teller.call('postings.postDeposit', newCashPosting(accountId, { amount: '1234.50' }))
  expect(posted.amount).toBe('1234.50')
  const receipt = await teller.call('postings.exportReceipt', { transactionId: posted.id })
  expect((await readPdf(receipt.content)).text).toContain('1.234,50')
  const period = { format: 'PDF', from: null, to: null } as const
  const statement = await teller.call('accounts.exportStatement', { accountId, ...period })
  expect((await readPdf(statement.content)).text).toContain('1.234,50')
  const typed = { ...newCashPosting(accountId, { amount: '1.234,50' }), key: randomUUID() }
  expect(await teller.ask('postings.postDeposit', typed)).toMatchObject({
    ok: false,
    error: { code: 'AMOUNT_NOT_A_NUMBER' },
  })
})
