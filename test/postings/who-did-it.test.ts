import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILD } from '../../electron/build.ts'
import { changeAccount, openAccount } from '../support/accounts.ts'
import { booksFaults } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { closeTill, openTill, post, receiveVaultCash } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD, signInByPassword } from '../support/users.ts'

/** Every row says who wrote it, from what cause, where and by which build; what the system derives never stands under a person. */

const workplace = await workplaceForFile({ isSetUpHere: true })
const { branch } = workplace
const { database } = branch
const { superuser } = database
const customer = await approvedCustomer(branch)
const accounts = [await openAccount(branch, customer), await openAccount(branch, customer)]
const teller = branch.pool('teller')
const here = database.workstation(1).user

/** Each thing that somebody may do in any order; most are refused most of the time, and a refusal leaves no row. */
const ACTS: Readonly<Record<string, (amount: number) => Promise<unknown>>> = {
  openTill: (amount) => openTill(teller, branch.tills[0], `${amount}`),
  closeShort: (amount) => closeTill(teller, `${Math.max(0, 500 - amount)}`),
  closeOver: (amount) => closeTill(teller, `${5000 + amount}`),
  deposit: (amount) => workplace.as('teller').ask('postings.postDeposit', cash(amount)),
  withdraw: (amount) => workplace.as('teller').ask('postings.postWithdrawal', cash(amount)),
  transfer: (amount) => post(teller, 'TRANSFER', accounts[0] ?? '', accounts[1] ?? '', `${amount}`),
  vault: (amount) => receiveVaultCash(branch.pool('supervisor'), `${amount}`),
  freeze: () => changeAccount(teller, 'freeze', accounts[1] ?? ''),
  unfreeze: () => changeAccount(branch.pool('supervisor'), 'unfreeze', accounts[1] ?? ''),
  signIn: () => signInByPassword(database.pool(), 'apiuser', PASSWORD),
  signInWrongly: () => signInByPassword(database.pool(), 'nobody', 'a guess'),
  look: () =>
    workplace
      .as('auditor')
      .ask('accounts.statement', { accountId: accounts[0] ?? '', before: null, limit: 10 }),
}

const cash = (amount: number) => ({
  key: randomUUID(),
  accountId: accounts[0] ?? '',
  amount: `${amount}`,
  currency: 'USD',
  description: null,
})

test('no transaction, entry or audit row is without kind, cause, workstation and build, whatever is done in whatever order', async () => {
  const anAct = fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.integer({ min: 1, max: 200 }))
  for (const [name, amount] of [['openTill', 500] as const, ['closeShort', 20] as const, ...sampled(anAct)])
    await ACTS[name]?.(amount).catch(() => {})
  const { rows: done } = await superuser.query<{ n: number }>('SELECT count(*)::int AS n FROM transactions')
  expect(only(done).n).toBeGreaterThan(10)
  const faults = await superuser.query(
    `
    SELECT 'transaction' AS row, t.id FROM transactions t WHERE t.cause_type = 'UNRECORDED'
      OR (t.cause_id IS NULL) <> (t.cause_type = 'INTENT') OR t.workstation <> $1
      OR t.session_id IS NULL OR t.build <> $2 OR (t.actor = 'PERSON') <> (t.created_by IS NOT NULL)
    UNION ALL SELECT 'entry', e.transaction_id FROM entries e JOIN transactions t ON t.id = e.transaction_id JOIN accounts a ON a.id = e.account_id
      JOIN account_kinds k ON k.account_type = a.account_type
      WHERE e.business_date <> t.business_date OR e.value_date <> t.value_date OR e.actor <> t.actor OR k.derived AND e.actor = 'PERSON'
    UNION ALL SELECT 'posted', l.id FROM audit_logs l LEFT JOIN transactions t ON t.id = l.id AND t.status = 'COMPLETED'
      WHERE l.action = 'POSTED' AND (t.id IS NULL OR l.hash IS DISTINCT FROM audit_hash(l))
    UNION ALL SELECT 'audit', id FROM audit_logs WHERE action <> 'POSTED' AND (cause_type = 'UNRECORDED' OR build IN ('', 'unrecorded')
      OR cause_id IS NULL AND cause_type NOT IN ('UPGRADE', 'SETUP') OR actor <> 'PERSON' AND user_id IS NOT NULL
      OR session_id IS NULL AND cause_type NOT IN ('UPGRADE', 'SETUP', 'SIGN_IN')
      OR workstation <> $1 AND cause_type <> 'UPGRADE' OR hash <> audit_hash(audit_logs))`,
    [here, BUILD],
  )
  expect(faults.rows).toEqual([])
  expect(await booksFaults(database)).toEqual([])
}, 180_000)

const sampled = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, 90)

describe('a till difference', () => {
  test('is the system’s correction of the session, in its row, its audit row, its receipt and on paper; the count is its person’s', async () => {
    const supervisor = branch.pool('supervisor2')
    const session = await openTill(supervisor, branch.tills[1], '100')
    await closeTill(supervisor, '90')
    const { rows } = await superuser.query<{ id: string; reference: string }>(
      `SELECT id, transaction_id AS reference, actor, created_by, cause_type, cause_id FROM transactions
       WHERE cause_id = $1 AND description = 'Till shortage'`,
      [session],
    )
    expect(rows).toMatchObject([
      { actor: 'CORRECTION', created_by: null, cause_type: 'TILL_SESSION', cause_id: session },
    ])
    const { id } = only(rows)
    const actor = { kind: 'CORRECTION', person: null, causeType: 'TILL_SESSION', cause: 'Till 2' }
    expect(await workplace.as('auditor').call('postings.get', { transactionId: id })).toMatchObject({ actor })
    const asked = { userId: null, action: 'POSTED', resourceType: null, from: null, to: null, before: null }
    const log = await workplace.call('audit.list', { ...asked, resourceId: id, limit: 5 })
    expect(log.rows).toMatchObject([{ userId: null, actor, workstation: here, build: BUILD }])
    const counted = await workplace.call('audit.list', {
      ...asked,
      action: null,
      resourceId: session,
      limit: 5,
    })
    expect(counted.rows.map(({ userId }) => userId)).toEqual(Array(4).fill(branch.staff.supervisor2.id))
    const returned = await superuser.query(
      `SELECT actor, created_by FROM transactions WHERE cause_id = $1 AND description = 'Till cash returned'`,
      [session],
    )
    expect(returned.rows).toEqual([{ actor: 'PERSON', created_by: branch.staff.supervisor2.id }])
  })
})

/** A posting of one unit written into the tables, past every function. */
const insert = (type: string, actor: string, maker: string | null, kind: string) => `
  WITH t AS (INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, amount, currency, transaction_type, status,
      business_date, branch_id, created_by, actor, cause_type, cause_id, workstation, build, value_date)
    SELECT uuidv7(), 'ROW-' || gen_random_uuid(), gen_random_uuid(), '', 1, 'USD', '${type}', 'COMPLETED', current_date, id,
      ${maker ?? 'NULL'}, '${actor}', 'INTENT', gen_random_uuid(), 'here', 'test', current_date FROM branches RETURNING id)
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor)
    SELECT t.id, a.id, side::entry_side, 1, 9000, 0, current_date, current_date, '${actor}'
    FROM t, (VALUES ('SAVINGS', 'DEBIT'), ('${kind}', 'CREDIT')) AS v (kind, side),
      LATERAL (SELECT id FROM accounts WHERE account_type::text = kind LIMIT 1) AS a`

describe('what the system derives is refused under a person by the tables themselves', () => {
  const person = `(SELECT created_by FROM accounts WHERE created_by IS NOT NULL LIMIT 1)`

  const DERIVED = ['CASH_OVER', 'CASH_SHORT', 'FEE_INCOME', 'INTEREST_EXPENSE', 'INTEREST_INCOME']
  test('these are all kinds of account on which the system alone posts', async () => {
    const { rows } = await superuser.query<{ kind: string }>(
      'SELECT account_type::text AS kind FROM account_kinds WHERE derived ORDER BY 1',
    )
    expect(rows.map(({ kind }) => kind)).toEqual(DERIVED)
  })
  test.each(DERIVED)('an entry on %s', async (kind) => {
    // Some are opened when they are needed first.
    await superuser.query('SELECT bank_account($1, $2, $3)', [branch.id, kind, branch.currency])
    await expect(inTransaction(insert('TRANSFER', 'PERSON', person, kind))).rejects.toMatchObject(
      refused('DERIVED_UNDER_PERSON'),
    )
  })
  test.each(['FEE', 'INTEREST'])('a transaction of type %s', async (type) => {
    await expect(inTransaction(insert(type, 'PERSON', person, 'SUSPENSE'))).rejects.toMatchObject({
      constraint: 'transactions_derived_types',
    })
  })
  test.each([
    ['a correction with a maker', 'CORRECTION', person],
    ['a person’s posting without one', 'PERSON', null],
  ])('%s', async (_, actor, maker) => {
    await expect(inTransaction(insert('TRANSFER', actor, maker, 'SUSPENSE'))).rejects.toMatchObject({
      constraint: 'transactions_maker_is_person',
    })
  })
  test.each(['FEE_INCOME', 'INTEREST_INCOME'])(
    'one leg on %s among the person’s own, as a posting with a fee has it',
    async (kind) => {
      await superuser.query('SELECT bank_account($1, $2, $3)', [branch.id, kind, branch.currency])
      const mixed = insert('TRANSFER', 'PERSON', person, 'SUSPENSE').replace(
        `('SUSPENSE', 'CREDIT')`,
        `('SUSPENSE', 'CREDIT'), ('SAVINGS', 'DEBIT'), ('${kind}', 'CREDIT')`,
      )
      await expect(
        inTransaction(
          mixed.replace('side::entry_side, 1, 9000', 'side::entry_side, 1, 9000 + row_number() OVER ()'),
        ),
      ).rejects.toMatchObject(refused('DERIVED_UNDER_PERSON'))
    },
  )
  test('a correction, a job’s posting or a recovery that is taken over by a person afterwards', async () => {
    for (const actor of ['CORRECTION', 'JOB', 'RECOVERY'])
      await expect(
        inTransaction(
          `${insert('FEE', actor, null, 'FEE_INCOME')}; UPDATE transactions SET actor = 'PERSON', created_by = ${person} WHERE actor = '${actor}'`,
        ),
      ).rejects.toMatchObject(refused('APPEND_ONLY'))
  })
  test('an audit row of the system that names a person', async () => {
    await expect(
      inTransaction(`SELECT write_audit(id, 'POSTED', 'transactions', id, '{}',
        ROW(id, 'JOB', 'JOB', id, 'here', NULL, 'test')::origin) FROM users`),
    ).rejects.toMatchObject({ constraint: 'audit_logs_person' })
  })
})

/** As the owner, whom no grant keeps from the tables, and without a trace. */
async function inTransaction(statement: string): Promise<void> {
  const client = await superuser.connect()
  try {
    await client.query('BEGIN; SET LOCAL ROLE corex_owner')
    await client.query(statement)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

test('what a recovery settles stands under RECOVERY, caused by the session of whoever signed in, and under no person', async () => {
  const key = randomUUID()
  await branch.pool('supervisor').query('SELECT settle_intent($1, $2)', [key, branch.staff.teller.id])
  const { rows } = await superuser.query(
    `SELECT l.actor, l.user_id, l.cause_type, l.workstation, s.user_id AS signed_in, l.build = s.build AS of_its_build, l.hash = audit_hash(l) AS sound
      FROM audit_logs l JOIN sessions s ON s.id = l.cause_id AND s.id = l.session_id WHERE l.resource_id = $1`,
    [key],
  )
  expect(rows).toEqual([
    {
      actor: 'RECOVERY',
      user_id: null,
      cause_type: 'SESSION',
      workstation: here,
      signed_in: branch.staff.supervisor.id,
      of_its_build: true,
      sound: true,
    },
  ])
})

test('rows of a function that acts for a cause are audited under it until the transaction ends, and no longer', async () => {
  const client = await superuser.connect()
  const cause = randomUUID()
  const actorOf = `SELECT actor, cause_type, cause_id FROM audit_logs WHERE xid = pg_current_xact_id() ORDER BY id DESC LIMIT 1`
  const change = 'UPDATE branches SET weekend = weekend'
  try {
    await client.query('BEGIN')
    await client.query(`SELECT acting_as('JOB', 'JOB', $1)`, [cause])
    await client.query(change)
    expect((await client.query(actorOf)).rows).toEqual([{ actor: 'JOB', cause_type: 'JOB', cause_id: cause }])
    await client.query('COMMIT; BEGIN')
    await client.query(change)
    expect((await client.query(actorOf)).rows).toEqual([
      { actor: 'MIGRATION', cause_type: 'UPGRADE', cause_id: null },
    ])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
})
