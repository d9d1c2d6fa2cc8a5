import { describe, expect, test } from 'vitest'
import { balanceOf, openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { post, preview } from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const branch = await branchForFile()
const { database } = branch
const customer = await approvedCustomer(branch)
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '1000.00')

const teller = () => branch.pool('teller')
const supervisor = () => branch.pool('supervisor')
const ledger = async (id: string) => (await balanceOf(branch, id)).ledger

const TYPES = ['DEPOSIT', 'WITHDRAWAL', 'TRANSFER', 'FEE', 'INTEREST'] as const
/** The rules of postings over the counter, as documented: type, debited kind, credited kind → who. */
const ALLOWED: Readonly<Record<string, string>> = Object.fromEntries([
  ...['SAVINGS', 'CURRENT', 'LOAN'].map((kind) => [`DEPOSIT TELLER_CASH ${kind}`, 'both']),
  ...['SAVINGS', 'CURRENT'].flatMap((kind) => [
    [`WITHDRAWAL ${kind} TELLER_CASH`, 'both'],
    [`TRANSFER LOAN ${kind}`, 'supervisor'],
    ...['SAVINGS', 'CURRENT', 'LOAN'].map((to) => [`TRANSFER ${kind} ${to}`, 'both']),
  ]),
])

describe('the matrix of what may be posted over the counter', () => {
  test.each(['teller', 'supervisor'] as const)('as a %s, every other combination is refused', async (who) => {
    const open = (type: 'SAVINGS' | 'CURRENT' | 'LOAN') =>
      openAccount(branch, customer, { type, agreedLimit: type === 'SAVINGS' ? '0' : '50.00' })
    for (const type of ['SAVINGS', 'CURRENT', 'LOAN'] as const) await Promise.all([open(type), open(type)])
    await ensureOpenTill(branch, branch.staff.supervisor, 1, '10.00')
    const { rows: accounts } = await database.superuser.query<{ id: string; kind: string }>(
      `SELECT id, account_type AS kind FROM (SELECT *, row_number() OVER (PARTITION BY account_type ORDER BY id) AS n FROM accounts) a WHERE n <= 2`,
    )
    const kinds = new Set(accounts.map(({ kind }) => kind))
    for (const combination of Object.keys(ALLOWED)) expect(kinds).toContain(combination.split(' ')[1])
    const client = await branch.pool(who).connect()
    const wrong: string[] = []
    await client.query('BEGIN')
    for (const type of TYPES)
      for (const from of accounts)
        for (const to of accounts.filter(({ id }) => id !== from.id)) {
          const combination = `${type} ${from.kind} ${to.kind}`
          const rule = ALLOWED[combination]
          const allowed = rule === 'both' || rule === who
          await client.query('SAVEPOINT before')
          const refusal = await preview(client, type, from.id, to.id, '1').then(
            () => null,
            (error: { constraint?: string }) => error.constraint,
          )
          await client.query('ROLLBACK TO before')
          if ((refusal === 'POSTING_NOT_ALLOWED') === allowed) wrong.push(`${combination}: ${refusal}`)
        }
    await client.query('ROLLBACK')
    client.release()
    expect(wrong).toEqual([])
  })
})

describe('loans and overdrafts', () => {
  test('a loan is paid out by a supervisor up to its principal, and paid back no further than it is owed', async () => {
    const loan = await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '500.00' })
    const savings = await openAccount(branch, customer)
    await expect(post(teller(), 'TRANSFER', loan, savings, '1')).rejects.toMatchObject(
      refused('POSTING_NOT_ALLOWED'),
    )
    await expect(post(supervisor(), 'TRANSFER', loan, savings, '500.01')).rejects.toMatchObject(
      refused('INSUFFICIENT_FUNDS'),
    )
    await post(supervisor(), 'TRANSFER', loan, savings, '500')
    expect(await balanceOf(branch, loan)).toEqual({ ledger: '500.00', available: '0.00' })
    await post(teller(), 'DEPOSIT', cash, loan, '100')
    await expect(post(teller(), 'TRANSFER', savings, loan, '400.01')).rejects.toMatchObject(
      refused('LOAN_OVERPAID'),
    )
    await post(teller(), 'TRANSFER', savings, loan, '400')
    expect(await balanceOf(branch, loan)).toEqual({ ledger: '0.00', available: '500.00' })
  })

  test('an overdraft reaches exactly the agreed limit', async () => {
    const current = await openAccount(branch, customer, { type: 'CURRENT', agreedLimit: '100.00' })
    await post(teller(), 'WITHDRAWAL', current, cash, '100.00')
    expect(await balanceOf(branch, current)).toEqual({ ledger: '-100.00', available: '0.00' })
    await expect(post(teller(), 'WITHDRAWAL', current, cash, '0.01')).rejects.toMatchObject({
      ...refused('INSUFFICIENT_FUNDS'),
      detail: '{"currency": "USD", "available": "0.00"}',
    })
  })

  test('a refusal says how much of a loan could have been paid back', async () => {
    const loan = await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '500.00' })
    await post(supervisor(), 'TRANSFER', loan, await openAccount(branch, customer), '100')
    await expect(post(teller(), 'DEPOSIT', cash, loan, '120')).rejects.toMatchObject({
      ...refused('LOAN_OVERPAID'),
      detail: '{"currency": "USD", "available": "100.00"}',
    })
  })

  test('what may be drawn is kept within what an amount can be, as the balance is', async () => {
    const agreedLimit = '9999999999999.99'
    const current = await openAccount(branch, customer, { type: 'CURRENT', agreedLimit })
    await expect(post(teller(), 'DEPOSIT', cash, current, '1')).rejects.toMatchObject(
      refused('BALANCE_TOO_LARGE'),
    )
  })

  test('a minimum balance stays', async () => {
    const savings = await openAccount(branch, customer)
    await database.superuser.query('UPDATE accounts SET minimum_balance = 25 WHERE id = $1', [savings])
    await database.superuser.query('UPDATE balances SET available_balance = -25 WHERE account_id = $1', [
      savings,
    ])
    await post(teller(), 'DEPOSIT', cash, savings, '30')
    await expect(post(teller(), 'WITHDRAWAL', savings, cash, '5.01')).rejects.toMatchObject(
      refused('BELOW_MINIMUM'),
    )
    await post(teller(), 'WITHDRAWAL', savings, cash, '5')
  })
})

test('a till pays out what it holds', async () => {
  const rich = await openAccount(branch, customer)
  const other = await ensureOpenTill(branch, branch.staff.teller2, 2, '10.00')
  await post(teller(), 'DEPOSIT', cash, rich, '50')
  const teller2 = branch.pool('teller2')
  await expect(post(teller2, 'WITHDRAWAL', rich, other, '10.01')).rejects.toMatchObject(
    refused('TILL_SHORT_OF_CASH'),
  )
  await post(teller2, 'WITHDRAWAL', rich, other, '10')
})

test("an account's entries are numbered without gaps, also after refusals, and carry the balance", async () => {
  const account = await openAccount(branch, customer)
  for (const amount of ['10', '20', '30']) {
    await post(teller(), 'DEPOSIT', cash, account, amount)
    await expect(post(teller(), 'WITHDRAWAL', account, cash, '1000')).rejects.toMatchObject(
      refused('INSUFFICIENT_FUNDS'),
    )
  }
  const { rows } = await database.superuser.query(
    'SELECT sequence::int, balance_after FROM entries WHERE account_id = $1 ORDER BY sequence',
    [account],
  )
  expect(rows).toEqual([
    { sequence: 1, balance_after: '10.00' },
    { sequence: 2, balance_after: '30.00' },
    { sequence: 3, balance_after: '60.00' },
  ])
  expect(await ledger(account)).toBe('60.00')
})
