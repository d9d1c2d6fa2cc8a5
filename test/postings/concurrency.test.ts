import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, changeAccount, openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { type BatchItem, post, postBatch, reverse } from '../support/posting-functions.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { refusalsOf } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const branch = await branchForFile()
const { database } = branch
const customer = await approvedCustomer(branch)
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '5000.00')

const account = (balance?: string) => openAccount(branch, customer, balance === undefined ? {} : { balance })

test('hundreds of opposing transfers over three accounts by three people end at zero net', async () => {
  const accounts = [await account('1000.00'), await account('1000.00'), await account('1000.00')]
  const people = (['teller', 'teller2', 'supervisor'] as const).map(branch.pool)
  // Each pair is used as often in one direction as in the other, so the net is zero whatever the order.
  const pairs = accounts.flatMap((from) => accounts.filter((to) => to !== from).map((to) => ({ from, to })))
  const orders = Array.from({ length: 360 }, (_, i) => ({
    ...pairs[i % pairs.length],
    person: people[i % 3],
  }))
  const outcomes = await Promise.allSettled(
    orders.map(({ from, to, person }) => {
      if (from === undefined || to === undefined || person === undefined) throw new Error('No pair')
      return post(person, 'TRANSFER', from, to, '1.00')
    }),
  )
  expect(refusalsOf(outcomes)).toEqual([])
  for (const each of accounts) expect((await balanceOf(branch, each)).ledger).toBe('1000.00')
  const { rows } = await database.superuser.query(
    'SELECT max(sequence)::int AS last, count(*)::int AS n FROM entries WHERE account_id = ANY ($1) GROUP BY account_id',
    [accounts],
  )
  expect(rows).toEqual([1, 2, 3].map(() => ({ last: 241, n: 241 })))
})

test('withdrawals at the same moment never exceed the available balance', async () => {
  const from = await account('10.00')
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => post(branch.pool('teller'), 'WITHDRAWAL', from, cash, '1.00')),
  )
  expect(refusalsOf(outcomes)).toEqual(Array.from({ length: 10 }, () => 'INSUFFICIENT_FUNDS'))
  expect((await balanceOf(branch, from)).ledger).toBe('0.00')
})

test('an account that is being closed takes no deposit, and one that took a deposit is not closed', async () => {
  for (let round = 0; round < 10; round++) {
    const id = await account()
    const [closing, deposit] = await Promise.allSettled([
      changeAccount(branch.pool('supervisor'), 'close', id),
      post(branch.pool('teller'), 'DEPOSIT', cash, id, '5.00'),
    ])
    const { ledger } = await balanceOf(branch, id)
    const closed = closing.status === 'fulfilled'
    expect([refusalsOf([closing, deposit]), ledger]).toEqual(
      closed ? [['ACCOUNT_CLOSED'], '0.00'] : [['BALANCE_NOT_ZERO'], '5.00'],
    )
  }
})

test('several postings in one call onto dormant accounts, by two people in opposite orders, never wait for each other', async () => {
  const dormant = await Promise.all(Array.from({ length: 6 }, () => account()))
  await database.superuser.query(`UPDATE accounts SET status = 'INACTIVE' WHERE id = ANY ($1)`, [dormant])
  const giver = await account('1000.00')
  const onto = (accounts: readonly string[]): readonly BatchItem[] =>
    accounts.map((to) => ({
      key: randomUUID(),
      type: 'TRANSFER',
      currency: 'USD',
      legs: [
        [giver, 'DEBIT', '1'],
        [to, 'CREDIT', '1'],
      ],
    }))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      postBatch(
        branch.pool(n % 2 === 0 ? 'teller' : 'teller2'),
        onto(n % 2 === 0 ? dormant : dormant.toReversed()),
      ),
    ),
  )
  expect(refusalsOf(outcomes)).toEqual([])
  expect((await balanceOf(branch, giver)).ledger).toBe('820.00')
})

test('postings that are reversed with their fees, and others between the same accounts, never wait for each other', async () => {
  const steps = [{ above: '0.00', flat: '0.10', percent: '0.0000' }]
  const fees = [{ type: 'TRANSFER', minimum: null, maximum: null, steps }]
  const product = await addProduct(branch, { fees })
  // Several pairs, of which one or the other has the smaller key.
  for (let round = 0; round < 4; round += 1) {
    const [charged, other] = [await account('100.00'), await account('100.00')]
    await setProduct(branch, charged, product)
    const posted: string[] = []
    for (let n = 0; n < 8; n += 1)
      posted.push(await post(branch.pool('teller'), 'TRANSFER', charged, other, '1.00'))
    const outcomes = await Promise.allSettled([
      ...posted.map((id) => reverse(branch.pool('teller'), id)),
      ...posted.map(() => post(branch.pool('teller2'), 'TRANSFER', other, charged, '1.00')),
    ])
    expect(refusalsOf(outcomes)).toEqual([])
    expect((await balanceOf(branch, charged)).ledger).toBe('108.00')
  }
})
