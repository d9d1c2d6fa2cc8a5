import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb, createPool } from '../../electron/db/pool.ts'
import type { DB } from '../../electron/db/tables.ts'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { openWire, type Wire } from '../support/wire.ts'

/** A teller waits for every round trip, and every row lock is held as long: each is counted on the wire. */

const workplace = await workplaceForFile()
const { branch } = workplace
const customer = await approvedCustomer(branch)
const accounts = [
  await openAccount(branch, customer, { balance: '100' }),
  await openAccount(branch, customer),
] as const
await ensureOpenTill(branch, branch.staff.teller, 0, '100')

let wire: Wire
let db: Kysely<DB>

beforeAll(async () => {
  wire = await openWire(branch.database.workstation(1))
  db = createDb(createPool(wire.connection, branch.staff.teller.token))
  const { state } = workplace.as('teller')
  if (state.session === null) throw new Error('Nobody is signed in')
  state.session = { ...state.session, db }
  await db.selectFrom('branches').select('id').execute() // connected: what follows is the posting alone
})
afterAll(async () => {
  await db.destroy()
  await wire[Symbol.asyncDispose]()
})

async function roundTripsOf(work: () => Promise<unknown>): Promise<number> {
  const before = wire.roundTrips()
  await work()
  return wire.roundTrips() - before
}

const cash = () => newCashPosting(accounts[0])
const transfer = () => newTransfer(...accounts)

test('a deposit, with its receipt, is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.postDeposit', cash()))).toBe(1)
})

test('a withdrawal, with its receipt, is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.postWithdrawal', cash()))).toBe(1)
})

test('a transfer, with its receipt, is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.postTransfer', transfer()))).toBe(1)
})

test('each preview is one round trip', async () => {
  expect(await roundTripsOf(() => workplace.call('postings.previewDeposit', cash()))).toBe(1)
  expect(await roundTripsOf(() => workplace.call('postings.previewWithdrawal', cash()))).toBe(1)
  expect(await roundTripsOf(() => workplace.call('postings.previewTransfer', transfer()))).toBe(1)
})

test('a receipt that is asked for again is one round trip', async () => {
  const posted = await workplace.call('postings.postDeposit', cash())
  expect(await roundTripsOf(() => workplace.call('postings.get', { transactionId: posted.id }))).toBe(1)
})
