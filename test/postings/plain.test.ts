import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { setLimits } from '../support/limits.ts'
import { only } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

// What is plain at the counter is posted by few statements (post-plainly.sql), everything else by write_posting(), also where a till is
// named by its account. Whoever posts does not see which it was.

const branch = await branchForFile()
const { superuser } = branch.database
const { teller } = branch.staff
const cash = await ensureOpenTill(branch, teller, 0, '90000.00')
// Each is counted for itself: what was posted before on an account, or by the other way, is not what the case is about.
await setLimits(branch, { perPosting: '4000', perPersonDay: '90000', perAccountDay: '5000' })
await setLimits(branch, {
  transactionType: 'WITHDRAWAL',
  perPosting: '400',
  perPersonDay: '90000',
  perAccountDay: '900',
})

type Step = {
  readonly type: 'DEPOSIT' | 'WITHDRAWAL'
  readonly amount: string
  readonly key?: 'again'
  readonly currency?: string
}
type Case = {
  readonly before?: (account: string) => Promise<unknown>
  readonly steps: readonly Step[]
}
const deposit = (amount: string): Step => ({ type: 'DEPOSIT', amount })
const withdrawal = (amount: string): Step => ({ type: 'WITHDRAWAL', amount })
const sql = (text: string) => (account: string) => superuser.query(text, [account])

const CASES: Readonly<Record<string, Case>> = {
  'a deposit and a withdrawal': { steps: [deposit('20.50'), withdrawal('100')] },
  'the last cent': { steps: [withdrawal('300')] },
  'a cent more than what is there': { steps: [withdrawal('300.01')] },
  'part of a cent': { steps: [deposit('1.005')] },
  nothing: { steps: [deposit('0')] },
  'the same twice': { steps: [deposit('7'), { ...deposit('7'), key: 'again' }] },
  'another amount under the same key': { steps: [deposit('7'), { ...deposit('8'), key: 'again' }] },
  'another currency': { steps: [{ ...deposit('7'), currency: 'EUR' }] },
  'above the limit of a posting': { steps: [deposit('4000.01')] },
  'above the limit on an account': { steps: [deposit('2900'), deposit('2100.01')] },
  'cash of somebody who is not identified': {
    before: sql(
      `UPDATE customers SET kyc_status = 'PENDING' WHERE id = (SELECT customer_id FROM accounts WHERE id = $1)`,
    ),
    steps: [deposit('2500'), deposit('600')],
  },
  'a frozen account': {
    before: (account) => changeAccount(branch.pool('supervisor'), 'freeze', account),
    steps: [deposit('5'), withdrawal('5')],
  },
  'a dormant account': {
    before: sql(`UPDATE accounts SET status = 'INACTIVE' WHERE id = $1`),
    steps: [deposit('5'), withdrawal('5')],
  },
  'an account whose KYC has expired': {
    before: sql(`UPDATE accounts SET kyc_block = 'WITHDRAWALS' WHERE id = $1`),
    steps: [deposit('5'), withdrawal('5')],
  },
  'an account of somebody who is not of age': {
    before: async (account) => {
      await sql(`UPDATE customers SET date_of_birth = current_date - 7500
        WHERE id = (SELECT customer_id FROM accounts WHERE id = $1)`)(account)
      await superuser.query('UPDATE branches SET minimum_customer_age = 25')
    },
    steps: [deposit('5'), withdrawal('5')],
  },
  'a product with a fee': {
    before: sql(
      `UPDATE products SET charges_postings = true WHERE id = (SELECT product_id FROM accounts WHERE id = $1)`,
    ),
    steps: [deposit('5')],
  },
}

/** Names and numbers that are each account's and each posting's own. */
const SAME = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|T\d{6}-\d+|4017\d+|"posted_at": "[^"]*"/g

const BY_ACCOUNT = `'${cash}', NULL`
const BY_TILL = `NULL, 'TELLER_CASH'`

/** The receipt, or the refusal with its facts. */
const posted = (account: string, till: string, key: string, { type, amount, currency = 'USD' }: Step) => {
  const [ofTill, ofAccount] = type === 'DEPOSIT' ? ['DEBIT', 'CREDIT'] : ['CREDIT', 'DEBIT']
  const legs = `ARRAY[ROW(${till}, '${ofTill}', $3::numeric)::posting_leg, ROW($4::uuid, NULL, '${ofAccount}', $3::numeric)::posting_leg]`
  return branch
    .pool('teller')
    .query<{
      receipt: unknown
    }>(`SELECT to_jsonb(r) AS receipt FROM post_journal($1, $2, ${legs}, $5, NULL) AS r`, [
      key,
      type,
      amount,
      account,
      currency,
    ])
    .then(({ rows }) => only(rows).receipt)
    .catch((error: { constraint?: string; detail?: string }) => [error.constraint, error.detail])
}

/** What the steps come to, by receipts and refusals, and all that is kept of them, without what is never the same twice. */
async function outcomeOf({ before, steps }: Case, till: string) {
  await superuser.query('UPDATE branches SET minimum_customer_age = 18')
  const account = await openNewCustomersAccount(branch, { balance: '300' })
  await before?.(account)
  let key = ''
  const answers: unknown[] = []
  for (const step of steps) {
    key = step.key === 'again' ? key : randomUUID()
    answers.push(await posted(account, till, key, step))
  }
  const { rows } = await superuser.query(
    `SELECT (SELECT jsonb_agg(to_jsonb(t) - '{id,payload_hash,created_at,processed_at}'::text[] ORDER BY t.id) FROM transactions t
        WHERE $1 IN (from_account_id, to_account_id) AND created_by = $2) AS postings,
      (SELECT jsonb_agg(to_jsonb(e) - '{id,created_at,sequence,balance_after,available_after}'::text[] ORDER BY e.entry_type, e.account_id, e.sequence) FROM entries e
        JOIN transactions t ON t.id = e.transaction_id
        WHERE $1 IN (t.from_account_id, t.to_account_id) AND t.created_by = $2) AS entries,
      (SELECT jsonb_agg(array[e.sequence::text, e.balance_after::text, e.available_after::text] ORDER BY e.sequence) FROM entries e
        WHERE e.account_id = $1) AS steps,
      (SELECT to_jsonb(b) - 'updated_at' FROM balances b WHERE account_id = $1) AS balance,
      (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.transaction_type) FROM account_sums s WHERE account_id = $1) AS counted,
      (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.is_in) FROM cash_sums s JOIN accounts a ON a.customer_id = s.person_id
        WHERE a.id = $1) AS cash,
      (SELECT jsonb_agg(to_jsonb(l) - '{id,created_at,hash,xid,details}'::text[] ORDER BY l.id) FROM audit_logs l
        JOIN transactions t ON t.id IN (l.resource_id, l.id) WHERE $1 IN (t.from_account_id, t.to_account_id) AND t.created_by = $2) AS log`,
    [account, teller.id],
  )
  return JSON.stringify({ answers, kept: only(rows) }, null, 1).replaceAll(SAME, '…')
}

test.each(Object.entries(CASES))('%s comes to the same by both ways', async (_, each) => {
  const whole = await outcomeOf(each, BY_ACCOUNT)
  expect(await outcomeOf(each, BY_TILL)).toBe(whole)
})

test('what is plain needs no more than its few statements', async () => {
  await superuser.query('UPDATE products SET charges_postings = false')
  const account = await openNewCustomersAccount(branch, { balance: '300' })
  await superuser.query('ALTER FUNCTION write_posting RENAME TO write_nothing')
  for (const step of [deposit('20.50'), withdrawal('100')]) {
    expect(await posted(account, BY_TILL, randomUUID(), step)).toMatchObject({ status: 'COMPLETED' })
    expect(await posted(account, BY_ACCOUNT, randomUUID(), step)).toEqual([undefined, undefined])
  }
})
