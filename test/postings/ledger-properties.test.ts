import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { post } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { secondBranch } from '../support/second-branch.ts'
import { branchForFile } from '../support/test-file.ts'

/** What must hold of the ledger whatever else changes, each stated as a property that one wrong line breaks. */

const branch = await branchForFile()
const { superuser } = branch.database
const teller = branch.pool('teller')
const account = await openNewCustomersAccount(branch, { balance: '500' })
const other = await openNewCustomersAccount(branch, { balance: '500' })

const transfer = (description: string | null = null, key: string = randomUUID()) =>
  post(teller, 'TRANSFER', account, other, '1.00', { key, description })

describe('the same key', () => {
  test('with another description is refused: a receipt must not say what the teller did not type', async () => {
    const key = randomUUID()
    const posted = await transfer('Rent', key)
    expect(await transfer('Rent', key)).toBe(posted)
    await expect(transfer('Rent for March', key)).rejects.toMatchObject(refused('KEY_REUSED'))
    await expect(transfer(null, key)).rejects.toMatchObject(refused('KEY_REUSED'))
  })

  test('with another currency, side or type is refused', async () => {
    const key = randomUUID()
    await transfer(null, key)
    const again = (from: string, to: string, currency = 'USD', type: 'TRANSFER' | 'FEE' = 'TRANSFER') =>
      post(teller, type, from, to, '1.00', { key, currency })
    for (const changed of [
      () => again(other, account),
      () => again(account, other, 'EUR'),
      () => again(account, other, 'USD', 'FEE'),
    ])
      await expect(changed()).rejects.toMatchObject(refused('KEY_REUSED'))
  })

  test('of a colleague is a key of its own', async () => {
    const key = randomUUID()
    const mine = await transfer(null, key)
    expect(await post(branch.pool('teller2'), 'TRANSFER', account, other, '1.00', { key })).not.toBe(mine)
  })
})

test('a posting has the business date of the open day, in its row and in its reference, whatever the clock says', async () => {
  const set = `UPDATE business_days SET business_date = $1 WHERE branch_id = $2 AND closed_at IS NULL RETURNING business_date`
  const { rows: before } = await superuser.query<{ now: string }>(
    'SELECT business_date::text AS now FROM business_days WHERE branch_id = $1 AND closed_at IS NULL',
    [branch.id],
  )
  await superuser.query(set, ['2025-02-03', branch.id])
  try {
    const { rows } = await superuser.query(
      'SELECT business_date::text AS date, left(transaction_id, 8) AS reference FROM transactions WHERE id = $1',
      [await transfer()],
    )
    expect(rows).toEqual([{ date: '2025-02-03', reference: 'T250203-' }])
  } finally {
    await superuser.query(set, [only(before).now, branch.id])
  }
})

const insertEntries = async (rows: readonly (readonly [of: string, side: string, amount: string])[]) =>
  superuser.query(
    `INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor)
     SELECT t::uuid, $1, s::entry_side, a::numeric, 1000 + n, 0, current_date, current_date, 'PERSON' FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS l (t, s, a, n)`,
    [account, rows.map(([of]) => of), rows.map(([, side]) => side), rows.map(([, , amount]) => amount)],
  )

describe('entries that do not balance are refused by the table itself', () => {
  const posted = transfer()
  test('one side alone', async () => {
    await expect(insertEntries([[await posted, 'DEBIT', '1']])).rejects.toMatchObject(
      refused('ENTRIES_UNBALANCED'),
    )
  })
  test('sides of different amounts', async () => {
    const id = await posted
    await expect(
      insertEntries([
        [id, 'DEBIT', '1.00'],
        [id, 'CREDIT', '1.01'],
      ]),
    ).rejects.toMatchObject(refused('ENTRIES_UNBALANCED'))
  })
  test('two transactions that make up for each other', async () => {
    await expect(
      insertEntries([
        [await posted, 'DEBIT', '1'],
        [await transfer(), 'CREDIT', '1'],
      ]),
    ).rejects.toMatchObject(refused('ENTRIES_UNBALANCED'))
  })
})

test('a posting that is completed is never changed or deleted, by a superuser and a replica neither', async () => {
  const id = await transfer()
  const client = await superuser.connect()
  const changes = [
    ...[
      'amount = 2',
      `description = 'x'`,
      `status = 'FAILED'`,
      'business_date = current_date',
      'id = id',
    ].map((change) => `UPDATE transactions SET ${change} WHERE id = '${id}'`),
    `DELETE FROM transactions WHERE id = '${id}'`,
    `UPDATE entries SET amount = amount WHERE transaction_id = '${id}'`,
    `DELETE FROM entries WHERE transaction_id = '${id}'`,
    'TRUNCATE transactions CASCADE',
    'TRUNCATE entries',
  ]
  try {
    for (const role of ['origin', 'replica'])
      for (const change of changes) {
        await client.query('BEGIN')
        await client.query(`SET LOCAL session_replication_role = ${role}`)
        await expect(client.query(change), `${role}: ${change}`).rejects.toMatchObject(refused('APPEND_ONLY'))
        await client.query('ROLLBACK')
      }
  } finally {
    client.release()
  }
})

describe('another branch', () => {
  test('does not post on our vault, income, suspense or differences, whatever its role', async () => {
    const south = await secondBranch(branch)
    await allowInternal()
    for (const type of ['VAULT', 'FEE_INCOME', 'CASH_OVER', 'CASH_SHORT', 'SUSPENSE'] as const)
      for (const who of ['teller', 'supervisor'] as const) {
        const ours = await internalAccount(branch, type)
        for (const [from, to] of [
          [account, ours],
          [ours, account],
        ] as const)
          await expect(post(south.pool(who), 'TRANSFER', from, to, '1.00')).rejects.toMatchObject(
            refused('POSTING_NOT_ALLOWED'),
          )
      }
  })

  test('posts on a customer’s account of ours, unless the table says that it may not', async () => {
    const south = await secondBranch(branch)
    const posting = () => post(south.pool('teller'), 'TRANSFER', account, other, '1.00')
    await posting()
    await withoutCrossing(branch.database, 'ACCOUNT_POST', () =>
      expect(posting()).rejects.toMatchObject(refused('OTHER_BRANCH')),
    )
  })
})

/** Lets transfers be posted between customers' accounts and the bank's own, so that the branch alone decides. */
const allowInternal = () =>
  superuser.query(
    `INSERT INTO posting_rules (channel, transaction_type, debit_type, credit_type, role)
     SELECT 'COUNTER', 'TRANSFER', d.account_type, c.account_type, role::user_role
     FROM account_kinds d, account_kinds c, unnest('{TELLER,SUPERVISOR}'::text[]) AS role
     WHERE d.holder <> c.holder AND 'TILL' NOT IN (d.holder, c.holder) ON CONFLICT DO NOTHING`,
  )
afterAll(() =>
  superuser.query(`DELETE FROM posting_rules r USING account_kinds d, account_kinds c WHERE channel = 'COUNTER'
    AND transaction_type = 'TRANSFER' AND d.account_type = debit_type AND c.account_type = credit_type AND d.holder <> c.holder`),
)
