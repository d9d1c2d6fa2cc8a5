import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pngPicture } from '../support/png.ts'
import { booksFaults, createBranch, type TestBranch } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createWorkplace, type TestWorkplace } from '../support/workplace.ts'

let database: TestDatabase
let branch: TestBranch
let desk: TestWorkplace

beforeAll(async () => {
  database = await createTestDatabase()
  branch = await createBranch(database)
  desk = createWorkplace(database, randomBytes(32))
})
afterAll(async () => {
  expect(await booksFaults(database)).toEqual([])
  await desk.close()
  await database.drop()
})

const person = (email: string) => ({
  id: randomUUID(),
  firstName: 'Ana',
  lastName: 'Eriksson',
  dateOfBirth: '1974-08-12',
  email,
  phone: '070-174 06 05',
  country: 'SE',
  city: 'Stockholm',
  address: 'Storgatan 4',
  occupation: '',
  incomeRange: null,
})

test('from a stranger to money: register, upload, approve by another, open, deposit, withdraw, transfer, statement', async () => {
  desk.become(branch.staff.teller)
  const form = person('ana@example.test')
  const registered = await desk.call('customers.register', form)
  expect(registered.customerNumber).toMatch(/^C-\d{8}$/)
  expect(await desk.call('customers.register', form)).toEqual(registered)

  const documents = [
    { id: randomUUID(), documentType: 'PASSPORT', documentNumber: '93X41K207', expiresAt: '2031-04-15' },
    { id: randomUUID(), documentType: 'UTILITY_BILL', documentNumber: 'INV-1', expiresAt: null },
  ] as const
  const content = new Uint8Array(pngPicture(40, 30))
  for (const document of documents) {
    await desk.call('documents.upload', { ...document, customerId: form.id, content })
  }
  const read = await desk.call('documents.readFile', { documentId: documents[0].id })
  expect(read.mediaType).toBe('image/png')
  expect(Buffer.from(read.content).equals(Buffer.from(content))).toBe(true)
  const stored = await database.superuser.query('SELECT content FROM kyc_files')
  expect(stored.rows.every((row: { content: Buffer }) => !row.content.includes('IDAT'))).toBe(true)

  desk.become(branch.staff.supervisor)
  const queue = await desk.call('documents.listQueue', {})
  expect(queue.documents.map((d) => d.mayDecide)).toEqual([true, true])
  for (const { id, shownHash } of queue.documents)
    await desk.call('documents.approve', { documentId: id, shownHash })
  expect((await desk.call('customers.get', { customerId: form.id })).kycStatus).toBe('APPROVED')

  desk.become(branch.staff.teller)
  const open = (accountType: 'SAVINGS' | 'CURRENT') =>
    desk.call('accounts.open', {
      id: randomUUID(),
      customerId: form.id,
      accountType,
      currency: 'USD',
      agreedLimit: null,
    })
  const savings = await open('SAVINGS')
  const current = await open('CURRENT')
  await desk.call('tills.open', { key: randomUUID(), tillId: branch.tills[0] ?? '', float: '1000' })
  const cash = { currency: 'USD', description: null }
  const preview = await desk.call('postings.previewDeposit', {
    accountId: savings.id,
    amount: '500',
    currency: 'USD',
  })
  const deposited = await desk.call('postings.postDeposit', {
    key: randomUUID(),
    accountId: savings.id,
    amount: '500',
    ...cash,
  })
  expect(deposited.legs).toEqual(preview.legs)
  expect(deposited.legs.map((leg) => [leg.side, leg.label, leg.ledgerAfter])).toEqual([
    ['DEBIT', 'Till 1', '1500.00'],
    ['CREDIT', 'SAVINGS', '500.00'],
  ])
  await desk.call('postings.postWithdrawal', {
    key: randomUUID(),
    accountId: savings.id,
    amount: '120.50',
    ...cash,
  })
  const transfer = {
    key: randomUUID(),
    fromAccountId: savings.id,
    toAccountId: current.id,
    amount: '79.50',
    ...cash,
  }
  await desk.call('postings.postTransfer', transfer)
  const { lines, next } = await desk.call('accounts.statement', {
    accountId: savings.id,
    before: null,
    limit: 2,
  })
  expect(lines.map((line) => line.balanceAfter)).toEqual(['300.00', '379.50'])
  const rest = await desk.call('accounts.statement', { accountId: savings.id, before: next, limit: 2 })
  expect(rest.lines.map((line) => line.balanceAfter)).toEqual(['500.00'])
  expect(rest.next).toBeNull()
  const closed = await desk.call('tills.close', { key: randomUUID(), counted: '1379.00' })
  expect(closed).toMatchObject({ expected: '1379.50', variance: '-0.50' })

  desk.become(branch.staff.auditor)
  const audit = await desk.call('audit.list', {
    userId: branch.staff.teller.id,
    action: null,
    resourceType: null,
    resourceId: null,
    from: null,
    to: null,
    before: null,
    limit: 200,
  })
  expect(audit.rows.filter((row) => row.action === 'POSTED')).toHaveLength(6)
  expect(desk.logged).toEqual([])
})
