import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, internalAccount, openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openTill, type PostedLeg, postLegs } from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'

/** How many legs a posting may have, how much it may move, and in which order its legs are shown. */

const branch = await branchForFile()
const customer = await approvedCustomer(branch)
const teller = branch.pool('teller')
const transfer = (legs: readonly PostedLeg[]) => postLegs(teller, legs, 'TRANSFER')

const halves = (from: string, to: string, n: number): PostedLeg[] => [
  ...Array.from({ length: n }, (): PostedLeg => [from, 'DEBIT', '0.01']),
  ...Array.from({ length: n }, (): PostedLeg => [to, 'CREDIT', '0.01']),
]

test('fifty legs are posted, and one more is refused', async () => {
  const from = await openAccount(branch, customer, { balance: '10' })
  const to = await openAccount(branch, customer)
  await transfer(halves(from, to, 25))
  expect(await balanceOf(branch, from)).toEqual({ ledger: '9.75', available: '9.75' })
  await expect(transfer(halves(from, to, 26))).rejects.toMatchObject(refused('TOO_MANY_LEGS'))
})

test('what no rule allows does not wait for the accounts that it names', async () => {
  const from = await openAccount(branch, customer, { balance: '10' })
  const vault = await internalAccount(branch, 'VAULT')
  const holder = await branch.database.superuser.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM balances WHERE account_id = $1 FOR UPDATE', [vault])
    await expect(
      transfer([
        [vault, 'DEBIT', '1'],
        [from, 'CREDIT', '1'],
      ]),
    ).rejects.toMatchObject(refused('POSTING_NOT_ALLOWED'))
  } finally {
    await holder.query('ROLLBACK')
    holder.release()
  }
  await openTill(branch.pool('teller2'), branch.tills[1], '5')
})

test('legs that together are more than an amount may be are refused by name', async () => {
  const rich = await openAccount(branch, customer, { type: 'CURRENT', agreedLimit: '9000000000000.00' })
  const to = await openAccount(branch, customer)
  const other = await openAccount(branch, customer)
  await expect(
    transfer([
      [rich, 'DEBIT', '6000000000000'],
      [rich, 'DEBIT', '6000000000000'],
      [to, 'CREDIT', '6000000000000'],
      [other, 'CREDIT', '6000000000000'],
    ]),
  ).rejects.toMatchObject(refused('AMOUNT_TOO_LARGE'))
})

test('the preview and the receipt show the same legs: debits first, those of one account in their order', async () => {
  const from = await openAccount(branch, customer, { balance: '93' })
  const to = await openAccount(branch, customer)
  const legs: readonly PostedLeg[] = [
    [to, 'CREDIT', '6'],
    [from, 'DEBIT', '1'],
    [from, 'DEBIT', '5'],
  ]
  const rows = legs.map(([account, side, amount]) => `"(${account},,${side},${amount})"`)
  const { rows: previews } = await teller.query(
    `SELECT preview_journal('TRANSFER', $1::posting_leg[], 'USD') -> 'legs' AS legs`,
    [`{${rows.join(',')}}`],
  )
  const receipt = await postLegs(teller, legs, 'TRANSFER', randomUUID())
  expect(receipt.legs.map(({ side, amount, ledgerAfter }) => [side, amount, ledgerAfter])).toEqual([
    ['DEBIT', '1.00', '92.00'],
    ['DEBIT', '5.00', '87.00'],
    ['CREDIT', '6.00', '6.00'],
  ])
  expect(previews[0]?.legs).toEqual(receipt.legs)
})
