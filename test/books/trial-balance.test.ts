import type { PoolClient } from 'pg'
import { describe, expect, test } from 'vitest'
import { openAccount } from '../support/accounts.ts'
import { withDayClosed } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { only } from '../support/queries.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf } from '../support/tills.ts'

const workplace = await workplaceForFile({ tillsAreMadeUp: true })
const { branch } = workplace
const { superuser } = branch.database
const savings = await openAccount(branch, await approvedCustomer(branch), { balance: '50.00' })
const till = await cashAccountOf(branch, branch.tills[1])
const today = await openDate(branch)

const balancesOn = async (date: string, who: 'auditor' | 'supervisor' = 'auditor') => {
  const { balances } = await workplace.as(who).call('books.trialBalance', { date, basis: 'BUSINESS' })
  return Object.fromEntries(balances.map(({ code, debits, credits }) => [code, [debits, credits]]))
}

/** Sums over the entries themselves, as the trial balance has to come to. */
async function sumsOfEntries() {
  const { rows } = await superuser.query<{ kind: string; debits: string; credits: string }>(
    `SELECT a.account_type AS kind, sum(e.amount) FILTER (WHERE entry_type = 'DEBIT')::text AS debits,
       sum(e.amount) FILTER (WHERE entry_type = 'CREDIT')::text AS credits
     FROM entries e JOIN accounts a ON a.id = e.account_id GROUP BY 1`,
  )
  return Object.fromEntries(
    rows.map(({ kind, debits, credits }) => [kind, [debits ?? '0.00', credits ?? '0.00']]),
  )
}

/** What is read after changes that no user can make; they are undone. */
async function inUndone<T>(changes: readonly string[], read: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await superuser.connect()
  try {
    await client.query('BEGIN; ALTER TABLE entries DISABLE TRIGGER USER')
    for (const change of changes) await client.query(change)
    return await read(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const isSealed = async () =>
  only((await superuser.query('SELECT count(*)::int AS n FROM day_seals')).rows).n === 1

describe('the trial balance', () => {
  test('has what the entries of each kind come to, and above it what is beneath', async () => {
    const entries = await sumsOfEntries()
    const balances = await balancesOn(today)
    expect(balances['2110']).toEqual(['0.00', '50.00'])
    expect(balances['1120']).toEqual(entries['TELLER_CASH'])
    expect(balances['1110']).toEqual(entries['VAULT'])
    expect(balances['1000']).toEqual(['100050.00', '0.00'])
    expect(balances['2000']).toEqual(['0.00', '100050.00'])
    expect(balances['2100']).toEqual(balances['2110'])
  })

  test('is the same when the day is closed and sealed, and again when it stands open', async () => {
    const open = await balancesOn(today)
    await withDayClosed(branch, async () => {
      expect(await isSealed()).toBe(true)
      expect(await balancesOn(today)).toEqual(open)
    })
    expect(await isSealed()).toBe(false)
    expect(await balancesOn(today)).toEqual(open)
  })

  test('ends with its date', async () => {
    expect(await balancesOn('2020-01-01')).toEqual({})
  })

  test('counts what is posted after a day was sealed on the next one', async () => {
    const before = await balancesOn(today)
    await insertPostings(branch, { type: 'DEPOSIT', from: till, to: savings, amount: '0.50', count: 3 })
    const after = await balancesOn(today)
    expect(after['2110']).toEqual(['0.00', '51.50'])
    expect(before['2110']).toEqual(['0.00', '50.00'])
  })

  test('counts by value date from the day from which an entry counts, whenever it was recorded', async () => {
    const dates = await inUndone(
      [`UPDATE entries SET value_date = '2030-01-01' WHERE account_id = '${savings}' AND amount = 50`],
      async (client) =>
        (
          await client.query<{ date: string; credits: string }>(
            `SELECT date::text, (SELECT credits::text FROM trial_balance(NULL, date, true) WHERE code = '2110')
             FROM (VALUES ('${today}'::date), ('2030-01-01')) AS v (date)`,
          )
        ).rows,
    )
    expect(dates).toEqual([
      { date: today, credits: '1.50' },
      { date: '2030-01-01', credits: '51.50' },
    ])
  })

  test('is of the own branch for a supervisor, and of the bank for an auditor', async () => {
    const other = await fromSecondBranch(workplace, 'supervisor')
    const { balances } = await other.call('books.trialBalance', { date: '2999-12-31', basis: 'BUSINESS' })
    expect(balances).toEqual([])
    expect(await balancesOn('2999-12-31', 'supervisor')).toEqual(await balancesOn('2999-12-31'))
  })

  test('puts a kind of account that the chart does not name last, without a code', async () => {
    await superuser.query(`DELETE FROM gl_sets WHERE account_type = 'SAVINGS'`)
    try {
      const { balances } = await workplace
        .as('auditor')
        .call('books.trialBalance', { date: today, basis: 'BUSINESS' })
      expect(balances.filter(({ code }) => code === null)).toMatchObject([
        { currency: 'USD', debits: '0.00' },
      ])
    } finally {
      await superuser.query(
        `INSERT INTO gl_sets (gl_account_id, account_type) SELECT id, 'SAVINGS' FROM gl_accounts WHERE code = '2110'`,
      )
    }
  })
})

describe('the general ledger', () => {
  test('has a line for each date with the balance after it, and from a later day what stood before in it', async () => {
    const asked = { code: '1110', currency: 'USD', basis: 'BUSINESS', from: null, to: null } as const
    const { days } = await workplace.as('supervisor').call('books.generalLedger', asked)
    expect(days).toEqual([
      { date: today, debits: '100000.00', credits: '0.00', entries: 1, balance: '100000.00' },
    ])
  })

  test('leads from a date to its entries, page by page, and that is on record', async () => {
    const asked = { code: '2000', currency: 'USD', date: today, basis: 'BUSINESS', limit: 2 } as const
    const supervisor = workplace.as('supervisor')
    const first = await supervisor.call('books.ledgerEntries', { ...asked, after: null })
    expect(first.entries.length).toBe(2)
    const second = await supervisor.call('books.ledgerEntries', { ...asked, after: first.next })
    const { rows } = await superuser.query<{ id: string }>(
      `SELECT concat(e.account_id, '/', e.sequence) AS id FROM entries e JOIN accounts a ON a.id = e.account_id
       WHERE a.account_type IN ('SAVINGS', 'SUSPENSE') ORDER BY e.transaction_id, e.account_id, e.sequence LIMIT 4`,
    )
    expect([...first.entries, ...second.entries].map(({ entryId }) => entryId)).toEqual(
      rows.map(({ id }) => id),
    )
    const looks = await superuser.query(
      `SELECT FROM audit_logs WHERE action = 'VIEWED' AND resource_type = 'gl_accounts' AND user_id = $1`,
      [branch.staff.supervisor.id],
    )
    expect(looks.rowCount).toBe(1)
  })
})
