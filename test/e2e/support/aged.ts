import type { Client } from 'pg'
import { withLedger } from './books.ts'
import { changeStored as changeRows } from './store-file.ts'

/** What a branch has after weeks of work and no test can wait for: written past all rules, before the window reads it. */

/** Some rules hold against everybody, so that the triggers themselves are away meanwhile. */
const TABLES = ['accounts', 'business_days', 'entries', 'product_terms', 'products']

const changeStored = (userData: string, change: (client: Client) => Promise<unknown>): Promise<void> =>
  changeRows(userData, async (client) => {
    const triggers = (what: 'DISABLE' | 'ENABLE') =>
      client.query(TABLES.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`).join(';'))
    await triggers('DISABLE')
    await change(client)
    await triggers('ENABLE')
  })

type Terms = {
  readonly rates?: readonly { readonly above: string; readonly rate: string }[]
  readonly fees?: readonly unknown[]
  readonly dormantAfter?: number
}

/** The fee on withdrawals that the pictures and journeys show: 1.50 each. */
export const WITHDRAWAL_FEE = {
  type: 'WITHDRAWAL',
  minimum: null,
  maximum: null,
  steps: [{ above: '0', flat: '1.50', percent: '0' }],
}

/** Other terms for a product, as if they had been agreed from the beginning. */
export const setTerms = (userData: string, product: string, terms: Terms): Promise<void> =>
  changeStored(userData, async (client) => {
    const { rates = [], fees = [], dormantAfter = null } = terms
    await client.query('UPDATE products SET charges_postings = $2 WHERE name = $1', [
      product,
      fees.length > 0,
    ])
    await client.query(
      `UPDATE product_terms SET rates = $2, fees = $3, dormant_after = $4
       WHERE product_id = (SELECT id FROM products WHERE name = $1)`,
      [product, JSON.stringify(rates), JSON.stringify(fees), dormantAfter],
    )
  })

/** A product beside the standard one of savings, in force from the beginning. */
export const addProduct = (userData: string, name: string, rate: string): Promise<void> =>
  changeStored(userData, async (client) => {
    const rates = JSON.stringify([{ above: '0', rate }])
    await client.query(
      `WITH made AS (INSERT INTO products (name, account_type, currency) VALUES ($1, 'SAVINGS', 'USD') RETURNING id)
       INSERT INTO product_terms (product_id, valid_from, day_count, rates) SELECT id, '0001-01-01', 'ACT_365F', $2 FROM made`,
      [name, rates],
    )
  })

const back = (date: string) => `(${date} - make_interval(months => $2))::date`

/** Moves the opening of an account and all that was posted on it so many months back. */
export const makeOlder = (userData: string, accountNumber: string, months: number): Promise<void> =>
  changeStored(userData, async (client) => {
    const account = '(SELECT id FROM accounts WHERE account_number = $1)'
    await client.query(
      `UPDATE entries SET business_date = ${back('business_date')}, value_date = ${back('value_date')} WHERE account_id = ${account}`,
      [accountNumber, months],
    )
    await client.query(
      `UPDATE accounts SET created_at = created_at - make_interval(months => $2) WHERE account_number = $1`,
      [accountNumber, months],
    )
  })

/** Interest of earlier days that no month's end has posted, as on an account that was frozen then: in whole units. */
export const addInterest = (userData: string, accountNumber: string, units: number): Promise<unknown> =>
  withLedger(userData, (client) =>
    client.query(
      `UPDATE corex.interest_accruals SET earned = earned + $2 * corex.parts_of_unit()
       WHERE account_id = (SELECT id FROM corex.accounts WHERE account_number = $1)`,
      [accountNumber, units],
    ),
  )

/** A day of the month before, closed without a posting. */
export const addDayOfLastMonth = (userData: string): Promise<void> =>
  changeStored(userData, async (client) => {
    await client.query(
      `INSERT INTO business_days (branch_id, business_date, opened_by, opened_at, closed_by, closed_at)
       SELECT branch_id, (date_trunc('month', business_date) - interval '1 day')::date, opened_by, opened_at, opened_by, opened_at
       FROM business_days WHERE closed_at IS NULL`,
    )
  })

/** Does what the closing of the open day does for its interest and dormancy, without closing it. */
export const runDayJobs = (userData: string): Promise<unknown> =>
  withLedger(userData, (client) =>
    client.query(
      'SELECT corex.run_day_jobs(branch_id, business_date) FROM corex.business_days WHERE closed_at IS NULL',
    ),
  )
