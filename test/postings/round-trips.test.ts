import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb, createPool } from '../../electron/db/pool.ts'
import type { DB } from '../../electron/db/tables.ts'
import { intentsFolder } from '../../electron/services/intents/keep-intent.ts'
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

/** How many postings are noted on the disk, which is done before they are sent. */
const noted = async () => (await readdir(intentsFolder(workplace.state))).length

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

test('postings that are asked for at the same moment share round trips, and each is answered by itself', async () => {
  const amounts = ['1', '2', '3', '1000000', '4', '5', '6', '0.001', '7', '8']
  const asked = amounts.map((amount) => newTransfer(accounts[0], accounts[1], { amount }))
  const before = wire.roundTrips()
  wire.freeze() // until all are on their way: each is noted on the disk first
  const answered = Promise.all(asked.map((input) => workplace.ask('postings.postTransfer', input)))
  await expect.poll(noted).toBeGreaterThanOrEqual(asked.length)
  wire.thaw()
  const answers = await answered
  expect(wire.roundTrips() - before).toBeLessThan(asked.length)
  const told = answers.map((answer) => (answer.ok ? answer.value.amount : answer.error.code))
  expect(told).toEqual([
    '1.00',
    '2.00',
    '3.00',
    'INSUFFICIENT_FUNDS',
    '4.00',
    '5.00',
    '6.00',
    'AMOUNT_TOO_PRECISE',
    '7.00',
    '8.00',
  ])
  const refused = answers[3]
  expect(refused?.ok === false && refused.error.details).toEqual({
    available: expect.any(String),
    currency: 'USD',
  })
  const again = await Promise.all(
    [...asked, ...asked].map((input) => workplace.ask('postings.postTransfer', input)),
  )
  expect(again.map((answer) => (answer.ok ? answer.value : answer.error.code))).toEqual(
    [...answers, ...answers].map((answer) => (answer.ok ? answer.value : answer.error.code)),
  )
})

test('the same key with two journals at the same moment posts one of them, and refuses the other', async () => {
  const first = newTransfer(accounts[0], accounts[1], { amount: '1', description: 'Rent "March", \\ (1,2)' })
  const answers = await Promise.all(
    [first, { ...first, amount: '2' }, first, newTransfer(...accounts), newTransfer(...accounts)].map(
      (input) => workplace.ask('postings.postTransfer', input),
    ),
  )
  const told = answers.map((answer) => (answer.ok ? answer.value.amount : answer.error.code))
  // Which of the two comes first is not said.
  expect([
    ['1.00', 'KEY_REUSED', '1.00', '1.00', '1.00'],
    ['KEY_REUSED', '2.00', 'KEY_REUSED', '1.00', '1.00'],
  ]).toContainEqual(told)
  const descriptions = answers.slice(0, 3).flatMap((answer) => (answer.ok ? [answer.value.description] : []))
  expect(new Set(descriptions)).toEqual(new Set([first.description]))
})
