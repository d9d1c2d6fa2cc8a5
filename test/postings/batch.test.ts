import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { DatabaseError, type Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import { balanceOf, changeAccount, openAccount } from '../support/accounts.ts'
import { booksFaults, type BranchOptions, createBranch, type TestBranch } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { setLimits } from '../support/limits.ts'
import {
  type BatchItem,
  transferItem,
  countTill,
  openTill,
  post,
  postBatch,
  postLegs,
} from '../support/posting-functions.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { branchForFile } from '../support/test-file.ts'

/** Many postings in one call: each is answered as if they had come one after the other. */

type Step = {
  readonly type: BatchItem['type']
  /** Two of the accounts, or the till (-1). */
  readonly debit: number
  readonly credit: number
  readonly amount: string
  readonly currency: string
  /** The key of an earlier step, by its place; null is a new one. */
  readonly keyOf: number | null
}

const TILL = -1
const FROZEN = 4
const EUROS = 5
const MISSING = 6

const aStep: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom('DEPOSIT', 'WITHDRAWAL', 'TRANSFER', 'TRANSFER'),
  debit: fc.constantFrom(TILL, TILL, 0, 1, 2, 3, FROZEN, EUROS, MISSING),
  credit: fc.constantFrom(TILL, 0, 1, 2, 3, 0, 1, 2, 3, FROZEN, EUROS, MISSING),
  amount: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 90 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('0', '-1', 'NaN', '0.001', '10000000000000', '9999999999999') },
  ),
  currency: fc.oneof(
    { weight: 12, arbitrary: fc.constant('USD') },
    { weight: 1, arbitrary: fc.constantFrom('EUR', 'XXX') },
  ),
  keyOf: fc.oneof({ weight: 14, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(30) }),
})

type Arranged = { readonly branch: TestBranch; readonly teller: Pool; readonly accounts: readonly string[] }

async function arrange(database: TestDatabase, options: BranchOptions = {}): Promise<Arranged> {
  const branch = await createBranch(database, options)
  const customer = await approvedCustomer(branch)
  const accounts = [
    await openAccount(branch, customer, { balance: '100' }),
    await openAccount(branch, customer),
    await openAccount(branch, customer, { type: 'CURRENT', agreedLimit: '50.00' }),
    await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '80.00' }),
    await openAccount(branch, customer, { balance: '10' }),
    await openAccount(branch, customer, { currency: 'EUR' }),
  ]
  await changeAccount(branch.pool('supervisor'), 'freeze', accounts[FROZEN] ?? '')
  const teller = branch.pool('teller2')
  await openTill(teller, branch.tills[1], '100')
  return { branch, teller, accounts: [...accounts, '00000000-0000-4000-8000-000000000000'] }
}

function itemsOf({ accounts }: Arranged, steps: readonly Step[], keys: readonly string[]): BatchItem[] {
  const account = (place: number) => (place === TILL ? 'TELLER_CASH' : (accounts[place] ?? ''))
  return steps.map(({ type, debit, credit, amount, currency, keyOf }, place) => ({
    key: keys[keyOf !== null && keyOf < place ? keyOf : place] ?? '',
    type,
    legs: [
      [account(debit), 'DEBIT', amount],
      [account(credit), 'CREDIT', amount],
    ],
    currency,
  }))
}

/** What each posting came to when they are sent one by one: its refusal, or its amount and what its accounts came to. */
async function oneByOne({ teller }: Arranged, items: readonly BatchItem[]) {
  const outcomes = []
  for (const { key, type, legs, currency } of items)
    try {
      const { amount, legs: written } = await postLegs(teller, legs, type, key, currency)
      outcomes.push({ refusal: null, facts: null, amount, after: afterOf(written) })
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== 'CX000') throw error
      outcomes.push({
        refusal: error.constraint,
        facts: JSON.parse(error.detail ?? '{}'),
        amount: null,
        after: null,
      })
    }
  return outcomes
}

const afterOf = (legs: readonly Readonly<Record<string, string | null>>[]) =>
  legs.map(({ side, label, ledgerAfter, availableAfter }) => ({ side, label, ledgerAfter, availableAfter }))

async function together({ teller }: Arranged, items: readonly BatchItem[]) {
  const answers = await postBatch(teller, items)
  return answers.map(({ refusal, facts, receipt }) => ({
    refusal,
    facts,
    amount: receipt?.amount ?? null,
    after: receipt === null ? null : afterOf(receipt.legs),
  }))
}

/** An account's number and the branch differ between the two databases. */
const comparable = (outcomes: Awaited<ReturnType<typeof together>> | Awaited<ReturnType<typeof oneByOne>>) =>
  outcomes.map((outcome) => ({ ...outcome, facts: Object.keys(outcome.facts ?? {}).length }))

test('a batch answers and leaves what the same postings one by one do, whatever they are', async () => {
  await using atOnce = await createTestDatabase()
  await using apart = await createTestDatabase()
  const [a, b] = [await arrange(atOnce), await arrange(apart)]
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  console.log(`The postings follow from SEED=${seed}`)
  const distinct = fc.array(aStep, { minLength: 20, maxLength: 40, size: 'max' })
  const details = await fc.check(
    fc.asyncProperty(distinct, async (steps) => {
      const keys = steps.map(() => randomUUID())
      const expected = await oneByOne(b, itemsOf(b, lastKeys(steps), keys))
      const found = await together(a, itemsOf(a, lastKeys(steps), keys))
      expect(comparable(found)).toEqual(comparable(expected))
      for (const [place, account] of a.accounts.slice(0, MISSING).entries())
        expect(await balanceOf(a.branch, account)).toEqual(await balanceOf(b.branch, b.accounts[place] ?? ''))
    }),
    { seed, numRuns: 8, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  )
  expect(await fc.asyncDefaultReportMessage(details)).toBeUndefined()
  expect(await booksFaults(atOnce)).toEqual([])
  const { rows } = await atOnce.superuser.query(`SELECT t.id FROM transactions t LEFT JOIN audit_logs l
    ON l.id = t.id AND l.action = 'POSTED' WHERE l.id IS NULL OR l.hash IS DISTINCT FROM audit_hash(l)`)
  expect(rows).toEqual([])
})

/** A key is named again only at the end of a batch: an item whose key came before is looked at last. */
const lastKeys = (steps: readonly Step[]): readonly Step[] => [
  ...steps.map((step) => ({ ...step, keyOf: null })),
  ...steps.flatMap(({ keyOf, ...step }) =>
    keyOf === null || keyOf >= steps.length ? [] : [{ ...step, keyOf }],
  ),
]

describe('a batch', () => {
  test('checks the funds of each posting on what those before it have left', async () => {
    const arranged = await branchWithAccounts
    const [from = '', to = ''] = arranged.accounts
    const item = (amount: string): BatchItem => ({
      key: randomUUID(),
      type: 'TRANSFER',
      legs: [
        [from, 'DEBIT', amount],
        [to, 'CREDIT', amount],
      ],
      currency: 'USD',
    })
    const answers = await postBatch(arranged.teller, ['60', '50', '30', '20', '10'].map(item))
    expect(answers.map(({ refusal }) => refusal)).toEqual([
      null,
      'INSUFFICIENT_FUNDS',
      null,
      'INSUFFICIENT_FUNDS',
      null,
    ])
    expect(answers[1]?.facts).toEqual({ available: '40.00', currency: 'USD' })
    expect(await balanceOf(arranged.branch, from)).toEqual({ ledger: '0.00', available: '0.00' })
  })

  test('charges the fee of an account in its turn', async () => {
    const { branch, teller, accounts } = await branchWithAccounts
    const account = await openAccount(branch, await approvedCustomer(branch), { balance: '100' })
    const step = { above: '0.00', flat: '1.00', percent: '0.0000' }
    const fees = [{ type: 'TRANSFER', minimum: null, maximum: null, steps: [step] }]
    await setProduct(branch, account, await addProduct(branch, { fees }))
    const [, other = '', another = ''] = accounts
    const answers = await postBatch(teller, [
      move(other, another, '1'),
      move(account, other, '60'),
      move(another, account, '1'),
      move(account, other, '40'), // 39 and its fee would be there
      move(account, other, '39'),
    ])
    expect(answers.map(({ refusal }) => refusal)).toEqual([null, null, null, 'INSUFFICIENT_FUNDS', null])
    expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '0.00' })
    expect(answers[1]?.receipt?.legs.map(({ label, amount }) => [label, amount])).toContainEqual([
      'FEE_INCOME',
      '1.00',
    ])
    await post(teller, 'TRANSFER', other, another, '99')
  })

  test('of more than a thousand postings, and an empty one, are refused and nothing', async () => {
    const { teller, accounts } = await branchWithAccounts
    const item: BatchItem = {
      key: randomUUID(),
      type: 'TRANSFER',
      legs: [[accounts[1] ?? '', 'DEBIT', '1']],
      currency: 'USD',
    }
    await expect(
      postBatch(
        teller,
        Array.from({ length: 1001 }, () => item),
      ),
    ).rejects.toMatchObject({
      constraint: 'TOO_MANY_POSTINGS',
    })
    expect(await postBatch(teller, [])).toEqual([])
  })

  test('sent again answers the same receipts and posts nothing', async () => {
    const { teller, accounts, branch } = await branchWithAccounts
    const items = Array.from({ length: 5 }, (): BatchItem => ({
      key: randomUUID(),
      type: 'DEPOSIT',
      legs: [
        ['TELLER_CASH', 'DEBIT', '2'],
        [accounts[1] ?? '', 'CREDIT', '2'],
      ],
      currency: 'USD',
    }))
    const first = await postBatch(teller, items)
    const before = await balanceOf(branch, accounts[1] ?? '')
    const again = await postBatch(teller, items)
    expect(again.map(({ receipt }) => receipt?.id)).toEqual(first.map(({ receipt }) => receipt?.id))
    expect(await balanceOf(branch, accounts[1] ?? '')).toEqual(before)
  })

  test('two at the same moment over the same accounts wait for each other and lose nothing', async () => {
    const { teller, accounts, branch } = await branchWithAccounts
    const [, first = '', second = ''] = accounts
    const before = [await balanceOf(branch, first), await balanceOf(branch, second)]
    const answers = await Promise.all([
      postBatch(teller, transfers(first, second)),
      postBatch(branch.pool('teller'), transfers(second, first)),
      postBatch(branch.pool('supervisor'), transfers(first, second)),
      postBatch(branch.pool('supervisor2'), transfers(second, first)),
    ])
    expect(answers.flat().filter(({ refusal }) => refusal !== null)).toEqual([])
    expect([await balanceOf(branch, first), await balanceOf(branch, second)]).toEqual(before)
    expect(await booksFaults(branch.database)).toEqual([])
  })
})

const transfers = (from: string, to: string) =>
  Array.from({ length: 20 }, () => transferItem(from, to, '0.10'))

const move = (from: string, to: string, amount: string): BatchItem => ({
  key: randomUUID(),
  type: 'TRANSFER',
  legs: [
    [from, 'DEBIT', amount],
    [to, 'CREDIT', amount],
  ],
  currency: 'USD',
})

/** A deposit of 5 into an account. */
const into = (account: string): BatchItem => ({
  key: randomUUID(),
  type: 'DEPOSIT',
  legs: [
    ['TELLER_CASH', 'DEBIT', '5'],
    [account, 'CREDIT', '5'],
  ],
  currency: 'USD',
})

const branchWithAccounts = branchForFile().then(async (branch): Promise<Arranged> => {
  const customer = await approvedCustomer(branch)
  const accounts = [
    await openAccount(branch, customer, { balance: '100' }),
    await openAccount(branch, customer, { balance: '10' }),
    await openAccount(branch, customer, { balance: '10' }),
  ]
  const teller = branch.pool('teller2')
  await openTill(teller, branch.tills[1], '100')
  return { branch, teller, accounts }
})

test('a job posts under nobody as its maker, from its run as the cause, each once', async () => {
  const { branch, accounts } = await branchWithAccounts
  const { superuser } = branch.database
  const { rows } = await superuser.query<{ id: string }>(
    `INSERT INTO job_runs (kind, branch_id, business_date) SELECT 'MONTHLY_FEES', id, current_date FROM branches RETURNING id`,
  )
  const run = rows[0]?.id
  const items = [accounts[1], accounts[2]].map((account): BatchItem => ({
    key: randomUUID(),
    type: 'FEE',
    legs: [
      [account ?? '', 'DEBIT', '1'],
      ['FEE_INCOME', 'CREDIT', '1'],
    ],
    currency: 'USD',
  }))
  for (const refusals of [
    [null, null],
    [null, null],
  ]) {
    const outcomes = await postBatch(superuser, items, `write_postings('${run}', $1)`)
    expect(outcomes.map(({ refusal }) => refusal)).toEqual(refusals)
  }
  const { rows: posted } = await superuser.query(
    `SELECT DISTINCT t.actor, t.created_by, t.cause_type, t.cause_id, e.actor AS leg, l.actor AS audited, l.user_id
     FROM transactions t JOIN entries e ON e.transaction_id = t.id JOIN audit_logs l ON l.id = t.id WHERE t.transaction_type = 'FEE'`,
  )
  expect(posted).toEqual([
    {
      actor: 'JOB',
      created_by: null,
      cause_type: 'JOB',
      cause_id: run,
      leg: 'JOB',
      audited: 'JOB',
      user_id: null,
    },
  ])
  expect((await superuser.query(`SELECT FROM transactions WHERE transaction_type = 'FEE'`)).rowCount).toBe(2)
  expect(await booksFaults(branch.database)).toEqual([])
})

test('a till that is counted takes none of several, as it takes no single one', async () => {
  const { branch, accounts } = await branchWithAccounts
  const { pool, tills } = branch
  await openTill(pool('teller'), tills[0], '100')
  await countTill(pool('teller'), '100')
  const answers = await postBatch(pool('teller'), [into(accounts[1] ?? ''), into(accounts[2] ?? '')])
  expect(answers.map(({ refusal }) => refusal)).toEqual(['TILL_NOT_OPEN', 'TILL_NOT_OPEN'])
})

test('what one person may post alone is counted in the order in which several are given, whether they cost a fee or not', async () => {
  const { branch } = await branchWithAccounts
  const customer = await approvedCustomer(branch)
  const free = await openAccount(branch, customer, { balance: '100' })
  const charged = await openAccount(branch, customer, { balance: '100' })
  const other = await openAccount(branch, customer, { balance: '100' })
  const fees = [
    { type: 'WITHDRAWAL', minimum: null, maximum: null, steps: [{ above: '0', flat: '0.10', percent: '0' }] },
  ]
  await setProduct(branch, charged, await addProduct(branch, { fees }))
  const most = { perPosting: '5', perPersonDay: '9000', perAccountDay: '8' }
  await setLimits(branch, { role: 'SUPERVISOR', transactionType: 'TRANSFER', ...most })
  const supervisor = branch.pool('supervisor')
  const stateOf = async (amounts: readonly (readonly [from: string, to: string, amount: string])[]) => {
    const answers = await postBatch(
      supervisor,
      amounts.map(([from, to, amount]) => move(from, to, amount)),
    )
    return answers.map(({ refusal, receipt }) => refusal ?? Object(receipt)['status'])
  }
  expect(
    await stateOf([
      [free, charged, '5'],
      [free, other, '4'],
    ]),
  ).toEqual(['COMPLETED', 'PENDING'])
  const colleague = await openAccount(branch, await approvedCustomer(branch))
  // What is refused uses up nothing: what comes after it is posted.
  expect(
    await stateOf([
      [colleague, other, '5'],
      [other, colleague, '4'],
    ]),
  ).toEqual(['INSUFFICIENT_FUNDS', 'COMPLETED'])
  expect(await booksFaults(branch.database)).toEqual([])
})
