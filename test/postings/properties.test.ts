import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeAccount, openAccount } from '../support/accounts.ts'
import { booksFaults, createBranch, type TestBranch } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { withoutLimits } from '../support/limits.ts'
import { closeTill, openTill, post, reverse, type PostingType } from '../support/posting-functions.ts'
import {
  type Amount,
  apply,
  at,
  ledgerOfStanding,
  type Model,
  newModel,
  type Operation,
  tillOf,
  type Who,
} from './model.ts'

const VAULT = 50_000
const anyone = fc.constantFrom<Who>('teller', 'teller2', 'supervisor')
const anAccount = fc.nat(3)
const anAmount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
  { weight: 1, arbitrary: fc.constantFrom<Amount>(0, -100, 'NaN', '0.005') },
)
const aVariance = fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 500 }))

const anOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constantFrom('deposit', 'withdrawal'),
      who: anyone,
      account: anAccount,
      amount: anAmount,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant('transfer'),
      who: anyone,
      from: anAccount,
      to: anAccount,
      amount: anAmount,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constantFrom('freeze', 'unfreeze', 'close'),
      who: anyone,
      account: anAccount,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('reverse'), who: anyone, posting: fc.nat(60) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('openTill'), who: anyone, till: fc.nat(1), amount: anAmount }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('closeTill'), who: anyone, variance: aVariance }) },
)

test('whatever several people do in whatever order, the database answers as the model and the books balance', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  console.log(`The operations follow from SEED=${seed}`)
  const details = await fc.check(
    fc.asyncProperty(
      fc.array(anOperation, { minLength: 40, maxLength: 80, size: 'max' }),
      async (operations) => {
        await using database = await createTestDatabase()
        await runOperations(database, operations)
      },
    ),
    { seed, numRuns: 4, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: false },
  )
  expect(await fc.asyncDefaultReportMessage(details)).toBeUndefined()
})

async function runOperations(database: TestDatabase, operations: readonly Operation[]): Promise<void> {
  const modelled = await openModelledBranch(database)
  const model = newModel(VAULT)
  const done: { send: () => Promise<unknown>; first: unknown }[] = []
  for (const [n, operation] of operations.entries()) {
    const send = sender(modelled, model, operation)
    const expected = apply(model, operation)
    const answer = await outcomeOf(send)
    expect(answer.refusal, `step ${n}: ${JSON.stringify(operation)}`).toBe(expected)
    if (expected === null && isReplayable(operation)) done.push({ send, first: answer.value })
    if (model.postings.length > modelled.posted.length) modelled.posted.push(String(answer.value))
    // Sent again later, whatever has happened since: the first answer again, and nothing moves.
    const again = done.slice((n * 7) % Math.max(done.length, 1)).slice(0, n % 4 === 0 ? 1 : 0)
    for (const replay of again) expect((await outcomeOf(replay.send)).value).toBe(replay.first)
    await compare(modelled, model)
  }
}

const isReplayable = ({ op }: Operation) => !['freeze', 'unfreeze', 'close'].includes(op)

async function outcomeOf(send: () => Promise<unknown>) {
  try {
    return { refusal: null, value: await send() }
  } catch (error) {
    // Of the server, or of a proposal whose approval failed.
    if (error instanceof Error && 'code' in error && error.code === 'CX000' && 'constraint' in error)
      return { refusal: String(error.constraint), value: null }
    throw error
  }
}

/** A branch with the accounts and the tills' cash accounts of the model, in the model's order. */
type ModelledBranch = {
  readonly branch: TestBranch
  readonly accounts: readonly string[]
  readonly cash: readonly string[]
  /** Of the model's postings, in the same order. */
  readonly posted: string[]
}

async function openModelledBranch(database: TestDatabase): Promise<ModelledBranch> {
  const branch = await createBranch(database, { vault: (VAULT / 100).toFixed(2) })
  await withoutLimits(branch) // what waits for a second person is tried elsewhere
  const customer = await approvedCustomer(branch)
  const accounts = []
  for (const { kind, limit } of newModel(0).accounts)
    accounts.push(await openAccount(branch, customer, { type: kind, agreedLimit: (limit / 100).toFixed(2) }))
  const { rows } = await database.superuser.query<{ id: string }>(
    'SELECT a.id FROM accounts a JOIN tills t ON t.id = till_id ORDER BY t.name',
  )
  return { branch, accounts, cash: rows.map(({ id }) => id), posted: [] }
}

const textOf = (amount: Amount) => (typeof amount === 'number' ? (amount / 100).toFixed(2) : amount)

/** The statement that an operation is, with a key of its own; built before the model moves on. */
function sender({ branch, accounts, cash, posted }: ModelledBranch, model: Model, operation: Operation) {
  const pool = branch.pool(operation.who)
  const key = randomUUID()
  const held = tillOf(model, operation.who)
  const drawer = at(cash, held === undefined ? 0 : model.tills.indexOf(held))
  const send = (type: PostingType, from: string, to: string, amount: Amount) =>
    post(pool, type, from, to, textOf(amount), { key })
  switch (operation.op) {
    case 'deposit':
      return () => send('DEPOSIT', drawer, at(accounts, operation.account), operation.amount)
    case 'withdrawal':
      return () => send('WITHDRAWAL', at(accounts, operation.account), drawer, operation.amount)
    case 'transfer':
      return () =>
        send('TRANSFER', at(accounts, operation.from), at(accounts, operation.to), operation.amount)
    case 'reverse': {
      const posting = posted[operation.posting % Math.max(posted.length, 1)] ?? randomUUID()
      return () => reverse(pool, posting, key)
    }
    case 'openTill':
      return () => openTill(pool, at(branch.tills, operation.till), textOf(operation.amount), key)
    case 'closeTill': {
      const counted = textOf((held?.ledger ?? 0) + operation.variance)
      return () => closeTill(pool, counted, { key })
    }
    default:
      return () => changeAccount(pool, operation.op, at(accounts, operation.account))
  }
}

/** Every balance, status and holder; the books by their own rules; and that the total of cash is explained by the customers' deposits and withdrawals. */
async function compare({ branch, accounts, cash }: ModelledBranch, model: Model): Promise<void> {
  const { database } = branch
  const { rows } = await database.superuser.query<{
    id: string
    kind: string
    cents: number
    status: string
  }>(
    `SELECT id, account_type AS kind, (ledger_balance * 100)::int AS cents, status FROM accounts JOIN balances ON account_id = id`,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const [i, { ledger, status }] of model.accounts.entries())
    expect([byId.get(at(accounts, i)), ledger]).toMatchObject([
      { cents: ledger, status },
      ledgerOfStanding(model, i),
    ])
  for (const [i, { ledger }] of model.tills.entries()) expect(byId.get(at(cash, i))?.cents).toBe(ledger)
  const internal = Object.fromEntries(rows.map(({ kind, cents }) => [kind, cents]))
  expect(internal).toMatchObject({ VAULT: model.vault, CASH_SHORT: model.short, CASH_OVER: model.over })
  const inDrawers = model.tills.reduce((sum, { ledger }) => sum + ledger, 0)
  expect(model.vault + inDrawers).toBe(VAULT + model.fromCustomers + model.over - model.short)
  expect(await booksFaults(database)).toEqual([])
}
