import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  approvedCustomer,
  createBranch,
  openAccount,
  ensureOpenTill,
  PASSWORD,
  type TestBranch,
} from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { pngPicture } from '../support/png.ts'
import { createWorkplace, giveKeys, type TestWorkplace } from '../support/workplace.ts'

/** An answer may be lost on its way. The same command with the same key is then answered alike, and another is refused. */

let database: TestDatabase
let branch: TestBranch
let desk: TestWorkplace
let customerId: string

beforeAll(async () => {
  database = await createTestDatabase()
  branch = await createBranch(database)
  const documentKey = randomBytes(32)
  await giveKeys(database, documentKey, PASSWORD)
  desk = createWorkplace(database, documentKey)
  customerId = await approvedCustomer(database, branch)
})
afterAll(async () => {
  await desk.close()
  await database.drop()
})

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('cash that was posted is answered with its posting though the till is closed by now, or another one is held', async () => {
  const accountId = await openAccount(database, branch, customerId, { balance: '100' })
  desk.become(branch.staff.teller)
  await ensureOpenTill(database, branch, branch.staff.teller, 0, '50')
  const cash = { accountId, amount: '20', currency: 'USD', description: null }
  const [deposit, withdrawal] = [
    { ...cash, key: randomUUID() },
    { ...cash, key: randomUUID() },
  ]
  const paidIn = await desk.call('postings.postDeposit', deposit)
  const paidOut = await desk.call('postings.postWithdrawal', withdrawal)
  const asked = async () => [
    await desk.call('postings.postDeposit', deposit),
    await desk.call('postings.postWithdrawal', withdrawal),
  ]
  await desk.call('tills.close', { key: randomUUID(), counted: '50' })
  expect(await asked()).toEqual([paidIn, paidOut])
  expect(await desk.ask('postings.postDeposit', { ...deposit, amount: '21' })).toMatchObject(reused)
  await ensureOpenTill(database, branch, branch.staff.teller, 1)
  expect(await asked()).toEqual([paidIn, paidOut])
})

test('an account is opened once, and not silently with another limit', async () => {
  desk.become(branch.staff.supervisor)
  const account = { id: randomUUID(), customerId, accountType: 'CURRENT', currency: 'USD' } as const
  const opened = await desk.call('accounts.open', { ...account, agreedLimit: '100' })
  expect(await desk.call('accounts.open', { ...account, agreedLimit: '100.00' })).toEqual(opened)
  expect(await desk.ask('accounts.open', { ...account, agreedLimit: '900' })).toMatchObject(reused)
})

test('a customer is registered once, and not silently without what was corrected', async () => {
  desk.become(branch.staff.teller)
  const customer = {
    id: randomUUID(),
    firstName: 'Zoë',
    lastName: 'Berg',
    dateOfBirth: '1980-02-29',
    email: null,
    phone: '070 174 06 05',
    address: 'Storgatan 1',
    city: 'Umeå',
    country: 'SE',
    occupation: null,
    incomeRange: null,
  }
  const registered = await desk.call('customers.register', customer)
  expect(await desk.call('customers.register', { ...customer, phone: '+46 70 174 06 05' })).toEqual(
    registered,
  )
  expect(await desk.ask('customers.register', { ...customer, phone: '070 174 06 06' })).toMatchObject(reused)
})

test('a document is stored once, and not silently with the file that was chosen first', async () => {
  desk.become(branch.staff.teller)
  const document = {
    id: randomUUID(),
    customerId,
    documentType: 'PASSPORT',
    documentNumber: 'P 1',
    expiresAt: '2999-01-01',
    content: new Uint8Array(pngPicture(4, 4)),
  } as const
  await desk.call('documents.upload', document)
  expect(await desk.call('documents.upload', document)).toEqual({ id: document.id })
  const otherwise = [{ content: new Uint8Array(pngPicture(5, 4)) }, { expiresAt: '2998-01-01' }]
  for (const change of otherwise)
    expect(await desk.ask('documents.upload', { ...document, ...change })).toMatchObject(reused)
})

test('a user is made once, with the temporary password that was sent last', async () => {
  desk.become(branch.staff.admin)
  const person = {
    id: randomUUID(),
    username: 'sent.twice',
    fullName: 'Sent Twice',
    email: 'twice@example.test',
    role: 'TELLER',
  } as const
  await desk.call('users.create', { ...person, temporaryPassword: 'the first password' })
  await desk.call('users.create', { ...person, temporaryPassword: 'the second password' })
  expect(
    await desk.ask('users.create', { ...person, role: 'SUPERVISOR', temporaryPassword: PASSWORD }),
  ).toMatchObject(reused)
  const view = await desk.call('sessions.signIn', { username: 'sent.twice', password: 'the second password' })
  expect(view.stage).toBe('must-change-password')
  await desk.call('sessions.signOut', {})
})
