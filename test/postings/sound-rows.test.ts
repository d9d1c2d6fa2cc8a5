import { describe, expect, test } from 'vitest'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** What no row of a posting may be is refused by the tables themselves, to the superuser and in a replica role too. */

const { branch } = await workplaceForFile()
const { superuser } = branch.database
const account = await openAccount(branch, await approvedCustomer(branch))

/** The columns of a sound transaction, each as an SQL expression. */
const SOUND: Readonly<Record<string, string>> = {
  id: 'uuidv7()',
  transaction_id: `'ROW-' || gen_random_uuid()`,
  idempotency_key: 'gen_random_uuid()',
  payload_hash: `''`,
  amount: '1',
  currency: `'USD'`,
  transaction_type: `'TRANSFER'`,
  status: `'COMPLETED'`,
  business_date: 'current_date',
  branch_id: '(SELECT id FROM branches LIMIT 1)',
  created_by: '(SELECT id FROM users LIMIT 1)',
  actor: `'PERSON'`,
  cause_type: `'INTENT'`,
  cause_id: 'gen_random_uuid()',
  workstation: `'here'`,
  build: `'test'`,
  value_date: 'current_date',
}

const insertSql = (changes: Readonly<Record<string, string>>) => {
  const columns = Object.entries({ ...SOUND, ...changes })
  return `INSERT INTO transactions (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(([, value]) => value).join(', ')})`
}

/** As a superuser whose session is a replica's, for which ordinary triggers and foreign keys are off; taken back. */
async function asReplica(...statements: readonly string[]): Promise<void> {
  const client = await superuser.connect()
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const CONTROL = `E'a\\u0007b'`
const long = (length: number) => `repeat('x', ${length})`

const RULES: ReadonlyArray<readonly [rule: string, changes: Readonly<Record<string, string>>]> = [
  ['amount_positive', { amount: '0' }],
  ['amount_positive', { amount: '-1' }],
  ['amount_positive', { amount: `'NaN'` }],
  ['two_sides', { from_account_id: `'${account}'`, to_account_id: `'${account}'` }],
  ['transaction_id_printable', { transaction_id: CONTROL }],
  ['currency_printable', { currency: CONTROL }],
  ['description_printable', { description: CONTROL }],
  ['description_one_line', { description: String.raw`E'a\nb'` }],
  ['description_one_line', { description: String.raw`E'5\u202E02,1'` }],
  ['description_length', { description: long(201) }],
  ['workstation_printable', { workstation: CONTROL }],
  ['workstation_length', { workstation: long(64) }],
  ['build_printable', { build: CONTROL }],
  ['build_length', { build: long(101) }],
  ['status_reason_printable', { status_reason: CONTROL }],
  ['status_reason_length', { status_reason: long(501) }],
  ['reason_code_printable', { reason_code: CONTROL }],
  ['business_date_calendar', { business_date: `'infinity'` }],
  ['business_date_calendar', { business_date: `'0001-01-01 BC'` }],
  ['value_date_calendar', { value_date: `'10000-01-01'` }],
  ['maker_is_person', { created_by: 'NULL' }],
  ['maker_is_person', { actor: `'JOB'` }],
  ['derived_types', { transaction_type: `'FEE'` }],
  ['derived_types', { transaction_type: `'INTEREST'` }],
  ['cause_type_printable', { cause_type: `'WHIM'` }],
  ['cause_whole', { cause_type: `'APPROVAL'`, cause_id: 'NULL' }],
  ['cause_whole', { cause_type: `'UPGRADE'` }],
  ['reverses_another', { id: `'${account}'`, reversal_of: `'${account}'`, reason_code: `'OTHER'` }],
  ['reversal_reasoned', { reversal_of: 'gen_random_uuid()' }],
]

describe('no transaction', () => {
  test('is refused when it is sound, with everything that it may have', async () => {
    const whole = {
      description: `'Überweisung für Ленa 李'`,
      workstation: long(63),
      build: long(100),
      status_reason: long(500),
    }
    const reversal = { reversal_of: 'gen_random_uuid()', reason_code: `'OTHER'` }
    const written = asReplica(
      insertSql({}),
      insertSql({ ...whole, ...reversal }),
      insertSql({ cause_type: `'UPGRADE'`, cause_id: 'NULL' }),
      insertSql({ cause_id: 'NULL' }), // an intent: its own key
    )
    await expect(written).resolves.toBeUndefined()
  })

  test.each(RULES)('breaks %s: %o', async (rule, changes) => {
    await expect(asReplica(insertSql(changes))).rejects.toMatchObject({
      code: '23514',
      constraint: `transactions_${rule}`,
    })
  })

  test.each([
    ['an account that is not there', { from_account_id: 'gen_random_uuid()' }],
    ['an account that is not there', { to_account_id: 'gen_random_uuid()' }],
    ['an account in another currency', { from_account_id: `'${account}'`, currency: `'EUR'` }],
    ['an account in another currency', { to_account_id: `'${account}'`, currency: `'EUR'` }],
  ])('names %s: %o', async (_, changes) => {
    await expect(asReplica(insertSql({}), insertSql(changes))).rejects.toMatchObject({ code: '23503' })
    await expect(asReplica(insertSql({ to_account_id: `'${account}'` }))).resolves.toBeUndefined()
  })

  test('comes to break one while it waits', async () => {
    await expect(
      asReplica(
        insertSql({ status: `'PENDING'` }),
        `UPDATE transactions SET status = 'FAILED', status_reason = ${long(501)} WHERE status = 'PENDING'`,
      ),
    ).rejects.toMatchObject({ constraint: 'transactions_status_reason_length' })
  })
})

/** Two legs of each transaction, which differ from sound ones in these columns of the first one. */
const entriesSql = (changes: Readonly<Record<string, string>>, transactions: number) => {
  const columns: Readonly<Record<string, string>> = {
    entry_type: 'side::entry_side',
    amount: '1',
    business_date: 'current_date',
    value_date: 'current_date',
    actor: `'PERSON'`,
  }
  const wrong = (name: string, usual: string) =>
    name in changes ? `CASE WHEN n = 1 AND side = 'DEBIT' THEN ${changes[name]} ELSE ${usual} END` : usual
  return `WITH t AS MATERIALIZED (SELECT id, row_number() OVER (ORDER BY id) AS n FROM transactions WHERE transaction_id LIKE 'ROW-%'
      ORDER BY id LIMIT ${transactions})
    INSERT INTO entries (transaction_id, account_id, sequence, balance_after, ${Object.keys(columns).join(', ')})
    SELECT t.id, ${wrong('account_id', `'${account}'`)}, 9000 + row_number() OVER (), 0, ${Object.entries(
      columns,
    )
      .map(([name, usual]) => wrong(name, usual))
      .join(', ')} FROM t, (VALUES ('DEBIT'), ('CREDIT')) AS v (side)`
}

describe.each([1, 2])('entries of %i transactions in one statement', (count) => {
  const posted = Array.from({ length: count }, () => insertSql({}))
  const suspense = `(SELECT id FROM accounts WHERE account_type = 'CASH_OVER' LIMIT 1)`

  test('are written when they are sound', async () => {
    await expect(asReplica(...posted, entriesSql({}, count))).resolves.toBeUndefined()
  })

  test.each([
    ['ENTRIES_UNBALANCED', { amount: '2' }],
    ['ENTRIES_UNBALANCED', { actor: `'JOB'::actor_kind` }],
    ['DERIVED_UNDER_PERSON', { account_id: suspense }],
  ])('are refused as %s: %o', async (code, changes) => {
    await expect(asReplica(...posted, entriesSql(changes, count))).rejects.toMatchObject(refused(code))
  })

  test.each([
    { amount: '0' },
    { amount: `'NaN'::numeric` },
    { business_date: `'infinity'::date` },
    { value_date: `'10000-01-01'::date` },
  ])('are refused with %o', async (changes) => {
    await expect(asReplica(...posted, entriesSql(changes, count))).rejects.toMatchObject({
      code: '23514',
      constraint: 'entries_sound',
    })
  })
})

describe.each([1, 2])('%i transactions with entries', (count) => {
  const posted = Array.from({ length: count }, () => insertSql({}))
  const legs = (transaction: string, ofAccount: string) =>
    `INSERT INTO entries (transaction_id, account_id, sequence, balance_after, entry_type, amount, business_date, value_date, actor)
     SELECT ${transaction}, ${ofAccount}, 9000 + row_number() OVER (), 0, side::entry_side, 1, current_date, current_date, 'PERSON'
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM transactions WHERE transaction_id LIKE 'ROW-%' ORDER BY id LIMIT ${count})
       AS t, (VALUES ('DEBIT'), ('CREDIT')) AS v (side)`
  const there = `'${account}'`

  test('have those of accounts and transactions that are there, of which none is ever another one or gone', async () => {
    await expect(asReplica(...posted, legs('t.id', there))).resolves.toBeUndefined()
    const missing = 'md5(t.n::text)::uuid'
    for (const wrong of [
      legs(missing, there),
      legs(`CASE t.n WHEN 1 THEN ${missing} ELSE t.id END`, there),
      legs(`CASE t.n WHEN ${count} THEN ${missing} ELSE t.id END`, there),
      legs('t.id', missing),
      legs('t.id', `CASE t.n WHEN ${count} THEN ${missing} ELSE ${there} END`),
    ])
      await expect(asReplica(...posted, wrong)).rejects.toMatchObject({ code: '23503' })
    for (const change of [
      `UPDATE accounts SET id = uuidv7() WHERE id = ${there}`,
      `DELETE FROM accounts WHERE id = ${there}`,
      'TRUNCATE accounts CASCADE',
      `UPDATE transactions SET id = uuidv7() WHERE transaction_id LIKE 'ROW-%'`,
      `DELETE FROM transactions WHERE transaction_id LIKE 'ROW-%'`,
    ])
      await expect(asReplica(...posted, change)).rejects.toMatchObject(refused('APPEND_ONLY'))
  })
})

test('an account that was posted on never gets another currency', async () => {
  await expect(
    superuser.query(`UPDATE accounts SET currency = 'EUR' WHERE id = '${account}'`),
  ).rejects.toMatchObject(refused('APPEND_ONLY'))
})

const personSumSql = (date: string, currency: string) =>
  `INSERT INTO person_sums (user_id, transaction_type, currency, business_date, total)
   SELECT id, 'DEPOSIT', '${currency}', '${date}', 0 FROM users LIMIT 1`

describe('what every posting changes', () => {
  test('has a balance of which no part is no number', async () => {
    for (const column of ['ledger_balance', 'available_balance', 'held'])
      await expect(asReplica(`UPDATE balances SET ${column} = 'NaN'`)).rejects.toMatchObject({
        code: '23514',
      })
    await expect(asReplica('UPDATE balances SET held = -1')).rejects.toMatchObject({ code: '23514' })
  })

  test('has sums of dates that are in the calendar and of currencies that are words', async () => {
    for (const sql of [personSumSql('infinity', 'USD'), personSumSql('2026-01-01', 'us')])
      await expect(asReplica(sql)).rejects.toMatchObject({ code: '23514' })
  })
})
