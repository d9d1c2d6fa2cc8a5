import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { balanceOf, openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { post, type PostingType } from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const branch = await branchForFile()
const customer = await approvedCustomer(branch)
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '1000.00')

const teller = () => branch.pool('teller')

describe('post_journal', () => {
  test('a deposit moves both balances and numbers the entries of each account', async () => {
    const account = await openAccount(branch, customer)
    await post(teller(), 'DEPOSIT', cash, account, '500.00')
    expect(await balanceOf(branch, account)).toEqual({ ledger: '500.00', available: '500.00' })
    expect((await balanceOf(branch, cash)).ledger).toBe('1500.00')
  })

  test('the same key and payload post once, also when sent at the same moment; another payload is refused', async () => {
    const account = await openAccount(branch, customer)
    const key = randomUUID()
    const send = () => post(teller(), 'DEPOSIT', cash, account, '10.00', { key })
    const ids = await Promise.all([send(), send(), send(), send()])
    expect(new Set(ids).size).toBe(1)
    expect((await balanceOf(branch, account)).ledger).toBe('10.00')
    await expect(post(teller(), 'DEPOSIT', cash, account, '11.00', { key })).rejects.toMatchObject(
      refused('KEY_REUSED'),
    )
  })

  test.each<[string, PostingType, { currency?: string; description?: string }]>([
    ['type', 'TRANSFER', {}],
    ['currency', 'DEPOSIT', { currency: 'EUR' }],
    ['description', 'DEPOSIT', { description: 'Rent' }],
  ])('the same key with another %s is another posting', async (_, type, changes) => {
    const account = await openAccount(branch, customer)
    const key = randomUUID()
    await post(teller(), 'DEPOSIT', cash, account, '10.00', { key })
    await expect(post(teller(), type, cash, account, '10.00', { key, ...changes })).rejects.toMatchObject(
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
    const account = await openAccount(branch, customer)
    await expect(post(teller(), 'DEPOSIT', cash, account, amount)).rejects.toMatchObject(refused(name))
    expect((await balanceOf(branch, account)).ledger).toBe('0.00')
  })

  test('opposing transfers at the same moment neither deadlock nor lose money', async () => {
    const a = await openAccount(branch, customer, { balance: '100.00' })
    const b = await openAccount(branch, customer, { balance: '100.00' })
    const pool = teller()
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => post(pool, 'TRANSFER', i % 2 ? a : b, i % 2 ? b : a, '1.00')),
    )
    expect((await balanceOf(branch, a)).ledger).toBe('100.00')
    expect((await balanceOf(branch, b)).ledger).toBe('100.00')
  })
})
