import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { branchAtWork, refused } from '../support/at-work.ts'
import { balanceOf, openAccount } from '../support/branch.ts'
import { post } from '../support/posting-functions.ts'

const { database, branch, customer, cash } = await branchAtWork('1000.00')

const teller = () => database.pool(branch.staff.teller.token)

describe('post_journal', () => {
  test('a deposit moves both balances and numbers the entries of each account', async () => {
    const account = await openAccount(database, branch, customer)
    await post(teller(), 'DEPOSIT', cash, account, '500.00')
    expect(await balanceOf(database, account)).toEqual({ ledger: '500.00', available: '500.00' })
    expect((await balanceOf(database, cash)).ledger).toBe('1500.00')
  })

  test('the same key and payload post once, also when sent at the same moment; another payload is refused', async () => {
    const account = await openAccount(database, branch, customer)
    const key = randomUUID()
    const send = () => post(teller(), 'DEPOSIT', cash, account, '10.00', { key })
    const ids = await Promise.all([send(), send(), send(), send()])
    expect(new Set(ids).size).toBe(1)
    expect((await balanceOf(database, account)).ledger).toBe('10.00')
    await expect(post(teller(), 'DEPOSIT', cash, account, '11.00', { key })).rejects.toMatchObject(
      refused('KEY_REUSED'),
    )
  })

  test.each([
    ['0', 'AMOUNT_ZERO'],
    ['-1', 'AMOUNT_NEGATIVE'],
    ['0.005', 'AMOUNT_TOO_PRECISE'],
    ['NaN', 'AMOUNT_NOT_A_NUMBER'],
    ['Infinity', 'AMOUNT_NOT_A_NUMBER'],
    ['10000000000000', 'AMOUNT_TOO_LARGE'],
  ])('an amount of %s is refused as %s', async (amount, name) => {
    const account = await openAccount(database, branch, customer)
    await expect(post(teller(), 'DEPOSIT', cash, account, amount)).rejects.toMatchObject(refused(name))
    expect((await balanceOf(database, account)).ledger).toBe('0.00')
  })

  test('opposing transfers at the same moment neither deadlock nor lose a cent', async () => {
    const a = await openAccount(database, branch, customer, { balance: '100.00' })
    const b = await openAccount(database, branch, customer, { balance: '100.00' })
    const pool = teller()
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => post(pool, 'TRANSFER', i % 2 ? a : b, i % 2 ? b : a, '1.00')),
    )
    expect((await balanceOf(database, a)).ledger).toBe('100.00')
    expect((await balanceOf(database, b)).ledger).toBe('100.00')
  })
})
