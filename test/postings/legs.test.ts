import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, internalAccount, openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { type PostedLeg, postLegs, type PostingType } from '../support/posting-functions.ts'
import { newCashPosting } from '../support/postings.ts'
import { refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** A posting has two or more legs: a fee beside a withdrawal is a third one, not a second posting. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const customer = await approvedCustomer(branch)
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '1000.00')
const teller = branch.pool('teller')
const suspense = await internalAccount(branch, 'SUSPENSE')
await database.superuser
  .query(`INSERT INTO posting_rules (channel, transaction_type, debit_type, credit_type, role)
  SELECT 'COUNTER', 'WITHDRAWAL', kind, 'SUSPENSE', 'TELLER' FROM unnest('{SAVINGS,CURRENT}'::account_type[]) AS kind`)

const TILL = 'TELLER_CASH'
const SUSPENSE = 'SUSPENSE'
const post = (legs: readonly PostedLeg[] | null, type: PostingType = 'WITHDRAWAL', key?: string) =>
  postLegs(teller, legs, type, key)

const withdrawalWithFee = (account: string, amount: string, fee: string): PostedLeg[] => [
  [account, 'DEBIT', amount],
  [account, 'DEBIT', fee],
  [TILL, 'CREDIT', amount],
  [SUSPENSE, 'CREDIT', fee],
]

test('a withdrawal with its fee is one posting of four legs, each an entry of its own', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  const receipt = await post(withdrawalWithFee(account, '60', '2.50'))
  expect(receipt.amount).toBe('62.50')
  expect(
    receipt.legs.map(({ side, accountId, amount, ledgerBefore, ledgerAfter }) => [
      side,
      accountId,
      amount,
      ledgerBefore,
      ledgerAfter,
    ]),
  ).toEqual([
    ['DEBIT', account, '60.00', '100.00', '40.00'],
    ['DEBIT', account, '2.50', '40.00', '37.50'],
    ['CREDIT', cash, '60.00', null, null],
    ['CREDIT', suspense, '2.50', '100000.00', '100002.50'], // the cash of the vault came against it
  ])
  expect(await balanceOf(branch, account)).toEqual({ ledger: '37.50', available: '37.50' })
  const entries = await database.superuser.query(
    'SELECT sequence::int, balance_after FROM entries WHERE account_id = $1 ORDER BY sequence',
    [account],
  )
  expect(entries.rows).toEqual([
    { sequence: 1, balance_after: '100.00' },
    { sequence: 2, balance_after: '40.00' },
    { sequence: 3, balance_after: '37.50' },
  ])
})

test('the receipt that is asked for later shows the same legs', async () => {
  const account = await openAccount(branch, customer, { balance: '10' })
  const receipt = await post(withdrawalWithFee(account, '5', '1'))
  const read = await workplace.as('auditor').call('postings.get', { transactionId: receipt.id })
  expect(read.legs).toEqual(receipt.legs)
  const found = await workplace.call('postings.find', { reference: ` ${read.reference.toLowerCase()} ` })
  expect(found).toEqual(read)
})

test('the receipt says who posted what, where and when', async () => {
  const accountId = await openAccount(branch, customer)
  const posted = await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(accountId, { amount: '7', description: 'Rent' }))
  expect(posted).toMatchObject({
    reference: expect.stringMatching(/^T\d{6}-\d{6}$/),
    transactionType: 'DEPOSIT',
    status: 'COMPLETED',
    description: 'Rent',
    amount: '7.00',
    currency: 'USD',
    actor: { kind: 'PERSON', person: 'teller Test', causeType: 'INTENT', cause: null },
    branchName: 'Branch Nord',
  })
  expect(posted.reference.slice(1, 7)).toBe(posted.businessDate.replaceAll('-', '').slice(2))
})

test('the preview says the amount that the posting then moves', async () => {
  const accountId = await openAccount(branch, customer)
  const deposit = newCashPosting(accountId, { amount: '7.5' })
  const { amount, currency } = await workplace.as('teller').call('postings.previewDeposit', deposit)
  expect({ amount, currency }).toEqual({ amount: '7.50', currency: 'USD' })
})

test('a leg shows what could be drawn before it and after it', async () => {
  const account = await openAccount(branch, customer, { type: 'CURRENT', agreedLimit: '100', balance: '50' })
  const { legs } = await post(withdrawalWithFee(account, '60', '5'))
  expect(
    legs.slice(0, 2).map(({ availableBefore, availableAfter }) => [availableBefore, availableAfter]),
  ).toEqual([
    ['150.00', '90.00'],
    ['90.00', '85.00'],
  ])
})

test('each leg begins where the one before it on the same account ended', async () => {
  const account = await openAccount(branch, customer, { balance: '50' })
  const { legs } = await post([
    [account, 'DEBIT', '10'],
    [account, 'DEBIT', '2'],
    [account, 'DEBIT', '1'],
    [TILL, 'CREDIT', '10'],
    [SUSPENSE, 'CREDIT', '3'],
  ])
  expect(legs.slice(0, 3).map(({ ledgerBefore, ledgerAfter }) => [ledgerBefore, ledgerAfter])).toEqual([
    ['50.00', '40.00'],
    ['40.00', '38.00'],
    ['38.00', '37.00'],
  ])
  expect((await balanceOf(branch, account)).ledger).toBe('37.00')
})

test('the transaction names the first account that is debited and the first that is credited', async () => {
  const account = await openAccount(branch, customer, { balance: '10' })
  const { id } = await post(withdrawalWithFee(account, '5', '1'))
  const { rows } = await database.superuser.query(
    'SELECT from_account_id AS from, to_account_id AS to FROM transactions WHERE id = $1',
    [id],
  )
  expect(rows).toEqual([{ from: account, to: cash }])
})

test('funds have to cover all legs of an account together', async () => {
  const account = await openAccount(branch, customer, { balance: '100' })
  await expect(post(withdrawalWithFee(account, '99', '1.01'))).rejects.toMatchObject({
    ...refused('INSUFFICIENT_FUNDS'),
    detail: '{"currency": "USD", "available": "1.00"}',
  })
  await post(withdrawalWithFee(account, '99', '1'))
  expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '0.00' })
})

test('every debited kind needs a rule with every credited kind', async () => {
  const account = await openAccount(branch, customer, { balance: '10' })
  const transfer: PostedLeg[] = [
    [account, 'DEBIT', '3'],
    [await openAccount(branch, customer), 'CREDIT', '2'],
    [suspense, 'CREDIT', '1'],
  ]
  await expect(post(transfer, 'TRANSFER')).rejects.toMatchObject(refused('POSTING_NOT_ALLOWED'))
})

test('a kind that may not be debited is refused also behind one that may', async () => {
  const account = await openAccount(branch, customer, { balance: '10' })
  const loan = await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '10' })
  const both: PostedLeg[] = [
    [account, 'DEBIT', '3'],
    [loan, 'DEBIT', '2'],
    [TILL, 'CREDIT', '5'],
  ]
  await expect(post(both)).rejects.toMatchObject(refused('POSTING_NOT_ALLOWED'))
})

test('the same key with another of the bank’s own accounts is another posting', async () => {
  const account = await openAccount(branch, customer)
  const key = randomUUID()
  const from = (kind: string): PostedLeg[] => [
    [kind, 'DEBIT', '5'],
    [account, 'CREDIT', '5'],
  ]
  await post(from(TILL), 'DEPOSIT', key)
  await expect(post(from('VAULT'), 'DEPOSIT', key)).rejects.toMatchObject(refused('KEY_REUSED'))
})

test('the same key with the legs otherwise divided is another posting', async () => {
  const account = await openAccount(branch, customer, { balance: '50' })
  const key = randomUUID()
  const receipt = await post(withdrawalWithFee(account, '10', '2'), 'WITHDRAWAL', key)
  expect(await post(withdrawalWithFee(account, '10.00', '2.0'), 'WITHDRAWAL', key)).toEqual(receipt)
  await expect(post(withdrawalWithFee(account, '11', '1'), 'WITHDRAWAL', key)).rejects.toMatchObject(
    refused('KEY_REUSED'),
  )
})

test.each<[string, readonly PostedLeg[] | null, string]>([
  ['no legs at all', null, 'ENTRIES_UNBALANCED'],
  ['an empty list of legs', [], 'ENTRIES_UNBALANCED'],
  ['one side only', [[TILL, 'CREDIT', '1']], 'ENTRIES_UNBALANCED'],
  [
    'sides that differ by a cent',
    [
      [cash, 'DEBIT', '1.01'],
      [suspense, 'CREDIT', '1'],
    ],
    'ENTRIES_UNBALANCED',
  ],
  [
    'an account on both sides',
    [
      [cash, 'DEBIT', '1'],
      [TILL, 'CREDIT', '1'],
    ],
    'SAME_ACCOUNT',
  ],
  [
    'a leg of nothing',
    [
      [cash, 'DEBIT', '0'],
      [suspense, 'CREDIT', '0'],
    ],
    'AMOUNT_ZERO',
  ],
  [
    'a leg below zero',
    [
      [cash, 'DEBIT', '-1'],
      [suspense, 'CREDIT', '-1'],
    ],
    'AMOUNT_NEGATIVE',
  ],
  [
    'a leg of NaN',
    [
      [cash, 'DEBIT', 'NaN'],
      [suspense, 'CREDIT', 'NaN'],
    ],
    'AMOUNT_NOT_A_NUMBER',
  ],
  [
    'a leg on no account',
    [
      [cash, 'DEBIT', '1'],
      [randomUUID(), 'CREDIT', '1'],
    ],
    'ACCOUNT_NOT_FOUND',
  ],
])('%s is refused', async (_, legs, name) => {
  await expect(post(legs)).rejects.toMatchObject(refused(name))
})
