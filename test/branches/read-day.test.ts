import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { add, fromLedger, toDecimal } from '../../shared/money.ts'
import type { TillOfDay } from '../../shared/contract/branches.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { closeTill, countTill, openTill, post } from '../support/posting-functions.ts'
import { cashAccountOf } from '../support/tills.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile({ vault: '10000.00' })
const { branch } = workplace
const [first, second] = branch.tills
const account = await openNewCustomersAccount(branch)

await openTill(branch.pool('teller'), first, '500')
await openTill(branch.pool('supervisor2'), second, '200')
const [cash, otherCash] = [await cashAccountOf(branch, first), await cashAccountOf(branch, second)]
await post(branch.pool('teller'), 'DEPOSIT', cash, account, '120.50')
await post(branch.pool('supervisor2'), 'DEPOSIT', otherCash, account, '30')
await post(branch.pool('teller'), 'WITHDRAWAL', account, cash, '20.50')

const day = () => workplace.call('branches.readDay', { businessDate: null })
const till = async (name: string) => (await day()).tills.filter((each) => each.name === name)
const minus = (text: string | null) => `-${text ?? '0'}`
const sum = (...texts: (string | null)[]) =>
  toDecimal(texts.map((text) => fromLedger(text ?? '0', 'USD')).reduce(add))

test('an auditor sees what the vault and each till hold, by whom, and what was posted', async () => {
  workplace.as('auditor')
  const { vault, postings, tills, status } = await day()
  expect(status).toBe('OPEN')
  expect(vault).toEqual({ before: '0', paidIn: '10000.00', paidOut: '700.00', after: '9300.00' })
  expect(tills.map(({ name, holder, expected }) => [name, holder, expected])).toEqual([
    ['Till 1', 'teller Test', '600.00'],
    ['Till 2', 'supervisor2 Test', '230.00'],
    ['Till 3', null, '0.00'],
  ])
  expect(tills[0]).toMatchObject({ float: '500.00', paidIn: '120.50', paidOut: '20.50', difference: null })
  expect(postings).toEqual([
    { kind: 'DEPOSIT', currency: 'USD', count: 2, total: '150.50' },
    { kind: 'TILL_CASH', currency: 'USD', count: 2, total: '700.00' },
    { kind: 'VAULT_CASH', currency: 'USD', count: 1, total: '10000.00' },
    { kind: 'WITHDRAWAL', currency: 'USD', count: 1, total: '20.50' },
  ])
})

test.each(['supervisor', 'supervisor2'] as const)(
  'whoever could count a till, as %s, is not told what it should hold, nor sums of cash that would tell',
  async (name) => {
    workplace.as(name)
    const { tills, postings } = await day()
    const blind = { own: true, paidIn: null, paidOut: null, expected: null }
    expect(tills.slice(0, 2)).toMatchObject([
      { ...blind, float: '500.00' },
      { ...blind, float: '200.00' },
    ])
    const totals = new Map(postings.map(({ kind, total }) => [kind, total]))
    expect([totals.get('DEPOSIT'), totals.get('WITHDRAWAL')]).toEqual([null, null])
  },
)

test('a till that was counted short stays visible on its day, also when it is opened again', async () => {
  await closeTill(branch.pool('teller'), '595')
  await openTill(branch.pool('teller2'), first, '100')
  await post(branch.pool('teller2'), 'DEPOSIT', cash, account, '1')
  workplace.as('auditor')
  const [short, again] = await till('Till 1')
  expect(short).toMatchObject({
    holder: 'teller Test',
    counted: '595.00',
    expected: '600.00',
    difference: '-5.00',
  })
  expect(again).toMatchObject({ holder: 'teller2 Test', float: '100.00', paidIn: '1.00', expected: '101.00' })
  const [row] = (await workplace.call('branches.listDays', { before: null, limit: 10 })).days
  expect(row).toMatchObject({ status: 'OPEN', short: '5.00', over: '0' })
})

test('a till that is counted once says so until the second person has decided', async () => {
  const key = randomUUID()
  await countTill(branch.pool('supervisor2'), '230', { key })
  workplace.as('supervisor')
  expect((await day()).tills.map(({ name, isCounted }) => [name, isCounted])).toEqual([
    ['Till 1', false],
    ['Till 1', false],
    ['Till 2', true],
    ['Till 3', false],
  ])
  await branch.pool('supervisor2').query('SELECT withdraw($1)', [key])
  expect((await till('Till 2'))[0]).toMatchObject({ isCounted: false })
})

test('of every till float, paid in and paid out lead to what is expected, and the vault’s figures to what it holds', async () => {
  workplace.as('auditor')
  const { tills, vault } = await day()
  for (const { float, paidIn, paidOut, expected } of tills.filter((each: TillOfDay) => each.holder !== null))
    expect(sum(float, paidIn, minus(paidOut))).toBe(expected)
  expect(sum(vault.before, vault.paidIn, minus(vault.paidOut))).toBe(vault.after)
})

test('a teller and an administrator are refused the figures', async () => {
  for (const who of ['teller', 'admin'] as const) {
    await expect(workplace.as(who).ask('branches.readDay', { businessDate: null })).resolves.toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    await expect(branch.pool(who).query('SELECT * FROM read_branch_day(NULL)')).rejects.toMatchObject({
      constraint: 'FORBIDDEN',
    })
  }
})
