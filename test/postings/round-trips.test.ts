import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb, createPool } from '../../electron/db/pool.ts'
import type { DB } from '../../electron/db/tables.ts'
import { approvedCustomer, createBranch, openAccount, ensureOpenTill } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { openWire, type Wire } from '../support/wire.ts'
import { createWorkplace, type TestWorkplace } from '../support/workplace.ts'

/** A teller waits for every round trip, and every row lock is held as long: each is counted on the wire. */

let database: TestDatabase
let wire: Wire
let workplace: TestWorkplace
let db: Kysely<DB>
let accounts: readonly [string, string]

beforeAll(async () => {
  database = await createTestDatabase()
  const branch = await createBranch(database)
  const customer = await approvedCustomer(database, branch)
  accounts = [
    await openAccount(database, branch, customer, { balance: '100' }),
    await openAccount(database, branch, customer),
  ]
  await ensureOpenTill(database, branch, branch.staff.teller, 0, '100')
  wire = await openWire(database.workstation(1))
  db = createDb(createPool(wire.connection, branch.staff.teller.token))
  workplace = createWorkplace(database)
  workplace.become(branch.staff.teller)
  if (workplace.workplace.session === null) throw new Error('Nobody is signed in')
  workplace.workplace.session = { ...workplace.workplace.session, db }
  await db.selectFrom('branches').select('id').execute() // connected: what follows is the posting alone
})
afterAll(async () => {
  await workplace.close()
  await db.destroy()
  await wire[Symbol.asyncDispose]()
  await database.drop()
})

async function roundTripsOf(work: () => Promise<unknown>): Promise<number> {
  const before = wire.roundTrips()
  await work()
  return wire.roundTrips() - before
}

const cash = () => ({ accountId: accounts[0], amount: '1', currency: 'USD' })
const transfer = () => ({
  fromAccountId: accounts[0],
  toAccountId: accounts[1],
  amount: '1',
  currency: 'USD',
})
const sent = () => ({ key: randomUUID(), description: null })

test('a deposit, with its receipt, is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.postDeposit', { ...cash(), ...sent() }))).toBe(1)
})

test('a withdrawal, with its receipt, is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.postWithdrawal', { ...cash(), ...sent() }))).toBe(
    1,
  )
})

test('a transfer, with its receipt, is one round trip', async () => {
  expect(
    await roundTripsOf(() => workplace.call('postings.postTransfer', { ...transfer(), ...sent() })),
  ).toBe(1)
})

test('each preview is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.previewDeposit', cash()))).toBe(1)
  expect(await roundTripsOf(() => workplace.call('postings.previewWithdrawal', cash()))).toBe(1)
  expect(await roundTripsOf(() => workplace.call('postings.previewTransfer', transfer()))).toBe(1)
})

test('a receipt that is asked for again is one round trip', async () => {
  const posted = await workplace.call('postings.postDeposit', { ...cash(), ...sent() })
  expect(await roundTripsOf(() => workplace.call('postings.get', { transactionId: posted.id }))).toBe(1)
})
