import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { TestBranch } from './branch.ts'
import { only } from './queries.ts'

/** Terms as the columns of product_terms hold them; jsonb as text. */
export type TestTerms = {
  readonly validFrom?: string
  readonly dayCount?: string
  readonly minimumBalance?: string
  readonly rates?: readonly { above: string; rate: string }[]
  readonly overdraftRate?: string
  readonly monthlyFee?: string
  readonly feeWaivedFrom?: string
  readonly dormantAfter?: number
  readonly fees?: readonly unknown[]
}

export type ProductOptions = TestTerms & {
  readonly type?: 'SAVINGS' | 'CURRENT' | 'LOAN'
  readonly currency?: string
  readonly name?: string
}

/** A product with one set of terms, written past the two people; answers its id. */
export async function addProduct(
  branch: TestBranch,
  { type = 'SAVINGS', currency = branch.currency, name, ...terms }: ProductOptions = {},
): Promise<string> {
  const { superuser } = branch.database
  const { rows } = await superuser.query<{ id: string }>(
    'INSERT INTO products (name, account_type, currency, charges_postings) VALUES ($1, $2, $3, $4) RETURNING id',
    [name ?? `Product ${randomUUID()}`, type, currency, (terms.fees ?? []).length > 0],
  )
  const { id } = only(rows)
  await addTerms(branch, id, terms)
  return id
}

/** More terms of a product, from their day on. */
export async function addTerms(branch: TestBranch, productId: string, terms: TestTerms): Promise<void> {
  const { validFrom = '2000-01-01', dayCount = 'ACT_365F', minimumBalance = '0', rates = [] } = terms
  const {
    overdraftRate = '0',
    monthlyFee = '0',
    feeWaivedFrom = null,
    dormantAfter = null,
    fees = [],
  } = terms
  await branch.database.superuser.query(
    `INSERT INTO product_terms (product_id, valid_from, day_count, minimum_balance, rates, overdraft_rate, monthly_fee, fees, dormant_after,
       fee_waived_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      productId,
      validFrom,
      dayCount,
      minimumBalance,
      JSON.stringify(rates),
      overdraftRate,
      monthlyFee,
      JSON.stringify(fees),
      dormantAfter,
      feeWaivedFrom,
    ],
  )
}

/** Puts an account under another product, as opening it with that product would have. */
export async function setProduct(branch: TestBranch, accountId: string, productId: string): Promise<void> {
  await branch.database.superuser.query('UPDATE accounts SET product_id = $1 WHERE id = $2', [
    productId,
    accountId,
  ])
}

type Proposal = CallInput<'products.propose'>

/** Terms as a person proposes them: from a day of the next year on, and without fees. */
export const newTerms = (changes: Partial<Proposal['terms']> = {}): Proposal['terms'] => ({
  validFrom: '2027-06-01',
  dayCount: 'ACT_365F',
  minimumBalance: '0',
  rates: [{ above: '0', rate: '1.5' }],
  overdraftRate: '0',
  monthlyFee: '0',
  feeWaivedFrom: null,
  dormantAfter: null,
  fees: [],
  ...changes,
})

/** A whole proposal of a new product. */
export const newProduct = (changes: Partial<Proposal> = {}): Proposal => ({
  key: randomUUID(),
  productId: randomUUID(),
  currency: 'USD',
  product: { name: `Saver ${randomUUID()}`, accountType: 'SAVINGS' },
  terms: newTerms(),
  ...changes,
})

/** A whole proposal of other terms for a product that there is. */
export const otherTerms = (productId: string, changes: Partial<Proposal['terms']> = {}): Proposal =>
  newProduct({ productId, product: null, terms: newTerms(changes) })
