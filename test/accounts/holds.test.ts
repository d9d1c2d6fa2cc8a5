import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, openAccount } from '../support/accounts.ts'
import { booksFaults } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { post } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** A hold makes no entry: the money stays on the account and cannot be drawn. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const customer = await approvedCustomer(branch)
const other = await openAccount(branch, customer)
const teller = branch.pool('teller')
const { teller: person } = branch.staff
const who = `ROW('${person.id}', 'TELLER', '${branch.id}', NULL, false, 'test')::identity`

const place = (account: string, amount: string, id = randomUUID(), reason = 'Court order') =>
  superuser.query(`SELECT place_hold(${who}, $1, $2, $3, $4, 'PLACED')`, [id, account, amount, reason])
const release = (id: string) => superuser.query(`SELECT release_hold(${who}, $1, 'Order lifted')`, [id])
const send = (account: string, amount: string) => post(teller, 'TRANSFER', account, other, amount)

test('what is held cannot be drawn, stays in the ledger balance, and is free again when the hold is released', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  const hold = randomUUID()
  await place(account, '80', hold)
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '20.00' })
  await expect(send(account, '20.01')).rejects.toMatchObject({
    ...refused('INSUFFICIENT_FUNDS'),
    detail: expect.stringContaining('"available": "20.00"'),
  })
  await send(account, '20')
  expect(await balanceOf(branch, account)).toEqual({ ledger: '80.00', available: '0.00' })
  await release(hold)
  expect(await balanceOf(branch, account)).toEqual({ ledger: '80.00', available: '80.00' })
  await send(account, '80')
  expect(await booksFaults(branch.database)).toEqual([])
})

test('an agreed overdraft and an undrawn loan can be held too', async () => {
  for (const type of ['CURRENT', 'LOAN'] as const) {
    const account = await openAccount(branch, customer, { type, agreedLimit: '300.00' })
    await place(account, '120')
    expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '180.00' })
  }
  expect(await booksFaults(branch.database)).toEqual([])
})

test('no more is held than could be drawn, not by two at the same moment either', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  await expect(place(account, '100.01')).rejects.toMatchObject(refused('INSUFFICIENT_FUNDS'))
  const both = await Promise.allSettled([place(account, '60'), place(account, '60'), send(account, '60')])
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  expect(await booksFaults(branch.database)).toEqual([])
})

test('sent twice a hold is placed once; with other details it is refused', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  const hold = randomUUID()
  await place(account, '10', hold)
  await place(account, '10', hold)
  await expect(place(account, '11', hold)).rejects.toMatchObject(refused('KEY_REUSED'))
  await expect(place(account, '10', hold, 'Another')).rejects.toMatchObject(refused('KEY_REUSED'))
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '90.00' })
})

test.each([
  ['0', 'AMOUNT_ZERO'],
  ['-1', 'AMOUNT_NEGATIVE'],
  ['NaN', 'AMOUNT_NOT_A_NUMBER'],
  ['0.001', 'AMOUNT_TOO_PRECISE'],
])('a hold of %s is refused', async (amount, refusal) => {
  await expect(place(other, amount)).rejects.toMatchObject(refused(refusal))
})

test('a hold is released once, and one that is not there never', async () => {
  const account = await openAccount(branch, customer, { balance: '10' })
  const hold = randomUUID()
  await place(account, '10', hold)
  await release(hold)
  await expect(release(hold)).rejects.toMatchObject(refused('HOLD_RELEASED'))
  await expect(release(randomUUID())).rejects.toMatchObject(refused('HOLD_NOT_FOUND'))
})

test('the check of the books finds holds that are not those of the account, and an available balance without them', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  await place(account, '30')
  const client = await superuser.connect()
  const faults = async (change: string) => {
    await client.query('BEGIN')
    await client.query(change)
    const { rows } = await client.query<{ fault: string }>('SELECT fault FROM check_books() ORDER BY fault')
    await client.query('ROLLBACK')
    return rows.map(({ fault }) => fault)
  }
  const of = `WHERE account_id = '${account}'`
  try {
    expect(await faults(`UPDATE balances SET held = held - 1 ${of}`)).toEqual([
      'BALANCE_DIFFERS',
      'HELD_DIFFERS',
    ])
    expect(await faults(`UPDATE balances SET available_balance = available_balance + 30 ${of}`)).toEqual([
      'BALANCE_DIFFERS',
    ])
    expect(await faults(`DELETE FROM holds ${of}`)).toEqual(['HELD_DIFFERS'])
  } finally {
    client.release()
  }
})

test('a receipt shows what could be drawn when it was posted, also after something was held', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  await place(account, '30')
  const id = await send(account, '10')
  await place(account, '40')
  const { legs } = await workplace.as('auditor').call('postings.get', { transactionId: id })
  expect(only(legs.filter(({ accountId }) => accountId === account))).toMatchObject({
    ledgerBefore: '100.00',
    ledgerAfter: '90.00',
    availableBefore: '70.00',
    availableAfter: '60.00',
  })
})
