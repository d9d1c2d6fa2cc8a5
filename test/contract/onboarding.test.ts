import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { pictureSize } from '../../shared/rules/picture-size.ts'
import { newAccount } from '../support/accounts.ts'
import { newCustomer } from '../support/customers.ts'
import { newDocument, showDocument } from '../support/documents.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { approveAs } from '../support/approvals.ts'
import { differenceDecided, waitingCash } from '../support/second-person.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

test('from a new customer to money: register, upload, approve by another, open, deposit, withdraw, transfer, statement', async () => {
  workplace.become(branch.staff.teller)
  const form = newCustomer({ email: 'ana@example.test' })
  const registered = await workplace.call('customers.register', form)
  expect(registered.customerNumber).toMatch(/^C-\d{8}$/)
  expect(await workplace.call('customers.register', form)).toEqual(registered)

  const documents = [
    newDocument(form.id),
    newDocument(form.id, { documentType: 'UTILITY_BILL', expiresAt: null }),
  ] as const
  for (const document of documents) await workplace.call('documents.upload', document)
  const read = await workplace.call('documents.readFile', { documentId: documents[0].id })
  // What is kept is a picture that was drawn anew, and nothing of the file that was handed in.
  expect(read.pages.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg'])
  expect(pictureSize(read.pages[0]?.content ?? new Uint8Array())).toEqual({ width: 8, height: 8 })
  const stored = await database.superuser.query('SELECT content FROM kyc_files')
  expect(stored.rows.every((row: { content: Buffer }) => !row.content.includes('IDAT'))).toBe(true)

  workplace.become(branch.staff.supervisor)
  const queue = await workplace.call('documents.listQueue', {})
  expect(queue.documents.map((d) => d.mayDecide)).toEqual([true, true])
  for (const { id, shownHash } of queue.documents) {
    await showDocument(workplace, id)
    await workplace.call('documents.approve', { documentId: id, shownHash })
  }
  expect((await workplace.call('customers.get', { customerId: form.id })).kycStatus).toBe('APPROVED')

  workplace.become(branch.staff.teller)
  const open = (accountType: 'SAVINGS' | 'CURRENT') =>
    workplace.call('accounts.open', newAccount(form.id, { accountType }))
  const savings = await open('SAVINGS')
  const current = await open('CURRENT')
  const opened = await workplace.call('tills.open', {
    key: randomUUID(),
    tillId: branch.tills[0],
    float: '1000',
  })
  await approveAs(workplace, 'supervisor', opened.approvalId ?? '', '1000')
  workplace.become(branch.staff.teller)
  const deposit = newCashPosting(savings.id, { amount: '500' })
  const preview = await workplace.call('postings.previewDeposit', deposit)
  const deposited = await workplace.call('postings.postDeposit', deposit)
  expect(deposited.legs).toEqual(preview.legs)
  expect(deposited.legs.map((leg) => [leg.side, leg.label, leg.ledgerAfter])).toEqual([
    ['DEBIT', 'Till 1', null],
    ['CREDIT', 'SAVINGS', '500.00'],
  ])
  await workplace.call('postings.postWithdrawal', newCashPosting(savings.id, { amount: '120.50' }))
  await workplace.call('postings.postTransfer', newTransfer(savings.id, current.id, { amount: '79.50' }))
  const { lines, next } = await workplace.call('accounts.statement', {
    accountId: savings.id,
    before: null,
    limit: 2,
  })
  expect(lines.map((line) => line.balanceAfter)).toEqual(['300.00', '379.50'])
  const rest = await workplace.call('accounts.statement', { accountId: savings.id, before: next, limit: 2 })
  expect(rest.lines.map((line) => line.balanceAfter)).toEqual(['500.00'])
  expect(rest.next).toBeNull()
  const closing = await workplace.call('tills.close', { key: randomUUID(), counted: '1379.00' })
  await approveAs(workplace, 'supervisor', closing.approvalId, '1379.00')
  await differenceDecided(
    branch.pool('teller'),
    (await waitingCash(branch.pool('teller'), closing.sessionId)) ?? '',
  )
  workplace.become(branch.staff.teller)
  const closed = await workplace.call('tills.closing', { sessionId: closing.sessionId })
  expect(closed).toMatchObject({ state: 'CLOSED', expected: '1379.50', variance: '-0.50' })

  workplace.become(branch.staff.auditor)
  const audit = await workplace.call('audit.list', {
    userId: branch.staff.teller.id,
    action: null,
    resourceType: null,
    resourceId: null,
    from: null,
    to: null,
    before: null,
    limit: 200,
  })
  expect(audit.rows.filter((row) => row.action === 'POSTED')).toHaveLength(5)
  expect(workplace.logged).toEqual([])
})
