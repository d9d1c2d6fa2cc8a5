import { randomUUID } from 'node:crypto'
import { openAccount } from '../support/accounts.ts'
import { createBranch, type TestBranch } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import type { TestDatabase } from '../support/database.ts'
import { setLimits } from '../support/limits.ts'
import { receiveVaultCash } from '../support/posting-functions.ts'
import { setProduct } from '../support/products.ts'
import { openAccount as expectAccount } from './expect-command.ts'
import { at, newOracle, type Oracle, type Place, type PostingKind } from './oracle.ts'
import { addProducts, decimal, LIMITS, TERMS } from './terms.ts'

/** A branch as the oracle knows it: what is a number there is an id here. */
export type World = {
  readonly branch: TestBranch
  readonly customer: string
  readonly products: readonly string[]
  readonly accounts: string[]
  readonly cash: readonly string[]
  /** Of the oracle's postings, in the same order; `again` sends one once more, with something changed. */
  readonly posted: Sent[]
  readonly holds: string[]
  /** The proposal by which a till is being closed. */
  readonly counts: Map<number, string>
}
export type Sent = { readonly id: string; readonly again: ((changed: Changed) => Promise<string>) | null }
export type Changed = 'nothing' | 'amount' | 'description'

const START = '2025-01-10'
const VAULT = 500_000n

/** A branch on a day of the past, so that many days can follow, with limits, products and an account of each. */
export async function openWorld(database: TestDatabase): Promise<{ world: World; oracle: Oracle }> {
  const branch = await createBranch(database, { vault: '0' })
  const { superuser } = database
  await superuser.query('UPDATE business_days SET business_date = $1', [START])
  await receiveVaultCash(branch.pool('supervisor'), decimal(VAULT))
  for (const role of ['TELLER', 'SUPERVISOR'] as const)
    for (const [type, { posting, person, account }] of Object.entries(LIMITS))
      await setLimits(branch, {
        role,
        transactionType: type as PostingKind,
        perPosting: decimal(posting),
        perPersonDay: decimal(person),
        perAccountDay: decimal(account),
      })
  const { rows } = await superuser.query<{ id: string }>(
    'SELECT a.id FROM accounts a JOIN tills t ON t.id = till_id ORDER BY t.name',
  )
  const world: World = {
    branch,
    customer: await approvedCustomer(branch),
    products: await addProducts(branch),
    accounts: [],
    cash: rows.map(({ id }) => id),
    posted: [],
    holds: [],
    counts: new Map(),
  }
  const oracle = newOracle(START, VAULT)
  for (const [product, limit] of [0n, 0n, 20_000n, 90_000n].entries()) {
    expectAccount(oracle, product, limit)
    await addAccount(world, product, START, limit)
  }
  return { world, oracle }
}

/** Opens an account under a product on a day of the past. */
export async function addAccount(world: World, product: number, date: string, limit = 0n): Promise<void> {
  const { branch, customer, products } = world
  const { kind: type } = at(TERMS, product)
  const id = await openAccount(branch, customer, { type, agreedLimit: limit === 0n ? '0' : decimal(limit) })
  await setProduct(branch, id, at(products, product))
  await branch.database.superuser.query('UPDATE accounts SET created_at = $2 WHERE id = $1', [
    id,
    `${date}T12:00:00Z`,
  ])
  world.accounts.push(id)
}

/** The id of a place that is no account of the bank by its kind. */
export const idOf = ({ accounts, cash }: World, place: Place): string | undefined =>
  place.startsWith('account ')
    ? accounts[Number(place.slice(8))]
    : place.startsWith('till ')
      ? cash[Number(place.slice(5))]
      : undefined

export const newKey = () => randomUUID()
