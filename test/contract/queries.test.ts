import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvedCustomer, createBranch, openAccount, type TestBranch } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { pngPicture } from '../support/png.ts'
import { createWorkplace, type TestWorkplace } from '../support/workplace.ts'

let database: TestDatabase
let branch: TestBranch
let desk: TestWorkplace

beforeAll(async () => {
  database = await createTestDatabase()
  branch = await createBranch(database)
  desk = createWorkplace(database)
})
afterAll(async () => {
  await desk.close()
  await database.drop()
})

const person = {
  lastName: 'Åkerström',
  firstName: 'Zoë',
  dateOfBirth: '1980-02-29',
  phone: '+46 70 174 06 05',
  country: 'SE',
  city: 'Umeå',
  address: 'Storgatan 1',
  occupation: null,
  incomeRange: null,
}

test('a customer is found by name, misspelt or not, number, phone and e-mail, as it is typed', async () => {
  desk.become(branch.staff.teller)
  const registered = await desk.call('customers.register', {
    ...person,
    id: randomUUID(),
    email: 'zoe@example.test',
  })
  const found = async (text: string) =>
    (await desk.call('customers.search', { text })).customers.map((c) => c.id)
  for (const typed of [
    'zo',
    'akers',
    'Åkerström Z',
    'zoe akerstrom',
    'akerstrom zoe',
    'kerstr',
    'Akerstorm',
    '+4670174',
    '4670174',
    'zoe@ex',
  ]) {
    expect(await found(typed), typed).toEqual([registered.id])
  }
  expect(await found(registered.customerNumber.slice(0, 6))).toContain(registered.id)
  expect(await found('%')).toEqual([])
  expect(await found('')).toEqual([])
  desk.become(branch.staff.admin)
  expect(await desk.ask('customers.search', { text: 'zo' })).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('likely duplicates are found before a second registration', async () => {
  desk.become(branch.staff.teller)
  const likely = (change: object) =>
    desk.call('customers.findDuplicates', {
      firstName: 'Zoe',
      lastName: 'Akerstrom',
      phone: null,
      email: null,
      ...change,
    })
  expect((await likely({})).customers).toHaveLength(1)
  expect((await likely({ firstName: 'Z', lastName: 'Q', phone: '+46701740605' })).customers).toHaveLength(1)
  expect(
    (await likely({ firstName: 'Zoé', lastName: 'Åkerstrøm', dateOfBirth: '1980-02-29' })).customers,
  ).toHaveLength(1)
  expect((await likely({ firstName: 'Ana', lastName: 'Silva' })).customers).toEqual([])
})

test('an account is found by its number however it is written, and its statement ends where its balance is', async () => {
  const customer = await approvedCustomer(database, branch)
  const id = await openAccount(database, branch, customer, { balance: '12.34' })
  desk.become(branch.staff.auditor)
  const { account, lines } = await desk.call('accounts.statement', { accountId: id, before: null, limit: 5 })
  const { accountNumber } = account
  const written = `${accountNumber.slice(0, 4)}-${accountNumber.slice(4, 7)} ${accountNumber.slice(7)}`
  expect((await desk.call('accounts.find', { accountNumber: written })).id).toBe(id)
  expect(lines[0]?.balanceAfter).toBe(account.ledgerBalance)
  const csv = await desk.call('accounts.exportStatement', {
    accountId: id,
    format: 'CSV',
    from: null,
    to: null,
  })
  expect(new TextDecoder().decode(csv.content)).toContain('12.34')
  const receipt = await desk.call('postings.exportReceipt', { transactionId: lines[0]?.transactionId ?? '' })
  expect(new TextDecoder().decode(receipt.content.slice(0, 5))).toBe('%PDF-')
})

test('an administrator sees staff and the log, and its filters; dates bound it', async () => {
  desk.become(branch.staff.admin)
  const { users } = await desk.call('users.list', {})
  expect(users.map((user) => user.role)).toContain('AUDITOR')
  const filters = await desk.call('audit.listFilters', {})
  expect(filters.actions).toContain('POSTED')
  expect(filters.resourceTypes).toContain('customers')
  const none = { userId: null, action: null, resourceType: null, resourceId: null, before: null, limit: 2 }
  const today = new Date().toISOString().slice(0, 10)
  const first = await desk.call('audit.list', { ...none, from: today, to: today })
  const second = await desk.call('audit.list', { ...none, from: today, to: today, before: first.next })
  expect(first.rows).toHaveLength(2)
  expect(second.rows[0]?.id.localeCompare(first.rows[1]?.id ?? '')).toBe(-1)
  expect((await desk.call('audit.list', { ...none, from: null, to: '2020-01-01' })).rows).toEqual([])
})

test('what was decided today is counted from midnight where the branch is', async () => {
  const customerId = await approvedCustomer(database, branch)
  const id = randomUUID()
  desk.become(branch.staff.teller)
  await desk.call('documents.upload', {
    id,
    customerId,
    documentType: 'PASSPORT',
    documentNumber: 'T 1',
    expiresAt: null,
    content: new Uint8Array(pngPicture(4, 4)),
  })
  desk.become(branch.staff.supervisor)
  const waiting = (await desk.call('documents.listQueue', {})).documents.find(
    (document) => document.id === id,
  )
  await desk.call('documents.approve', { documentId: id, shownHash: waiting?.shownHash ?? '' })
  const zone = 'Pacific/Kiritimati' // its day begins ten hours into UTC's
  await database.superuser.query('UPDATE branches SET time_zone = $1', [zone])
  const approvedWhenDecided = async (seconds: number) => {
    await database.superuser.query(
      `UPDATE kyc_documents SET decided_at = date_trunc('day', now(), $1) + make_interval(secs => $2) WHERE id = $3`,
      [zone, seconds, id],
    )
    return (await desk.call('documents.listQueue', {})).decidedToday.approved
  }
  expect([await approvedWhenDecided(0), await approvedWhenDecided(-1)]).toEqual([1, 0])
})

test('the window learns which database it works with, without a password', async () => {
  const view = await desk.call('database.get', {})
  expect(view).toMatchObject({ kind: 'server', fault: null })
  expect(JSON.stringify(view)).not.toContain(database.workstation(1).password)
})
