import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { BookCheck } from '../../shared/contract/book-views.ts'
import { accountNumberOf, openAccount } from '../support/accounts.ts'
import { withDayClosed } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { closeTill, openTill } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf } from '../support/tills.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const savings = await openAccount(branch, await approvedCustomer(branch), { balance: '50.00' })
const number = await accountNumberOf(branch, savings)
const till = await cashAccountOf(branch, branch.tills[2])
// More entries than one step of a check takes of an account.
await insertPostings(branch, { type: 'DEPOSIT', from: till, to: savings, amount: '0.01', count: 12_000 })

/** Changes rows past every rule, asks, and changes them back. */
async function tampered<T>(
  table: string,
  change: string,
  restore: string,
  ask: () => Promise<T>,
): Promise<T> {
  const apply = (statement: string) =>
    superuser.query(
      `BEGIN; ALTER TABLE ${table} DISABLE TRIGGER USER; ${statement}; ALTER TABLE ${table} ENABLE TRIGGER USER; COMMIT`,
    )
  await apply(change)
  try {
    return await ask()
  } finally {
    await apply(restore)
  }
}

const checkNew = () => workplace.as('supervisor').call('books.checkNew', {})

/** Goes through a whole check, and counts its calls. */
async function checkWhole(): Promise<BookCheck & { readonly calls: number }> {
  const auditor = workplace.as('auditor')
  const id = randomUUID()
  let check = await auditor.call('books.beginCheck', { id })
  let calls = 1
  for (; check.status === 'RUNNING' && calls < 500; calls += 1)
    check = await auditor.call('books.continueCheck', { id })
  return { ...check, calls }
}

/** The reference of the posting that made the n-th entry of the account. */
async function referenceOf(n: number): Promise<string> {
  const { rows } = await superuser.query<{ reference: string }>(
    `SELECT t.transaction_id AS reference FROM entries e JOIN transactions t ON t.id = e.transaction_id
     WHERE e.account_id = $1 AND e.sequence = $2`,
    [savings, n],
  )
  return only(rows).reference
}

const shift = (n: number, by: string) =>
  `UPDATE entries SET balance_after = balance_after + ${by} WHERE account_id = '${savings}' AND sequence = ${n}`

/** Another amount of one whole posting: both sides and the transaction. */
const amountBy = (by: string) => `
  UPDATE entries SET amount = amount + ${by} WHERE transaction_id =
    (SELECT transaction_id FROM entries WHERE account_id = '${savings}' AND sequence = 9);
  ALTER TABLE transactions DISABLE TRIGGER USER;
  UPDATE transactions SET amount = amount + ${by} WHERE id =
    (SELECT transaction_id FROM entries WHERE account_id = '${savings}' AND sequence = 9);
  ALTER TABLE transactions ENABLE TRIGGER USER`

/** The last postings of the account, a day later, or back again. */
const tomorrow = (by: string) => `ALTER TABLE transactions DISABLE TRIGGER USER;
  UPDATE transactions SET business_date = business_date ${by} WHERE id IN
    (SELECT transaction_id FROM entries WHERE account_id = '${savings}' AND sequence > 11990);
  ALTER TABLE transactions ENABLE TRIGGER USER;
  UPDATE entries SET business_date = business_date ${by} WHERE transaction_id IN
    (SELECT transaction_id FROM entries WHERE account_id = '${savings}' AND sequence > 11990)`

describe('what is new', () => {
  test('is right, and says how much was looked at', async () => {
    const { faults, days, entries, daysLeft } = await checkNew()
    expect(faults).toEqual([])
    expect({ days, daysLeft }).toEqual({ days: 1, daysLeft: 0 })
    expect(entries).toBeGreaterThan(24_000)
  })

  test('names the account and the posting of its first entry that diverges', async () => {
    const answer = await tampered('entries', shift(7, '1'), shift(7, '-1'), checkNew)
    expect(answer.faults).toMatchObject([
      {
        fault: 'BALANCE_DIFFERS',
        subject: number,
        expected: '170.00',
        found: '170.00',
        reference: await referenceOf(7),
      },
    ])
  })

  test('finds a balance that is not the last entry’s, and what is held without a hold', async () => {
    const answer = await tampered(
      'balances',
      `UPDATE balances SET ledger_balance = ledger_balance + 1, held = 3, available_balance = available_balance - 2
       WHERE account_id = '${savings}'`,
      `UPDATE balances SET ledger_balance = ledger_balance - 1, held = 0, available_balance = available_balance + 2
       WHERE account_id = '${savings}'`,
      checkNew,
    )
    expect(answer.faults).toContainEqual(
      expect.objectContaining({
        fault: 'BALANCE_DIFFERS',
        expected: '170.00',
        found: '171.00',
        reference: null,
      }),
    )
    expect(answer.faults).toContainEqual(
      expect.objectContaining({ fault: 'HELD_DIFFERS', subject: number, expected: '0', found: '3.00' }),
    )
  })

  test('finds cash in a till that nobody holds', async () => {
    const other = await cashAccountOf(branch, branch.tills[0])
    const set = (amount: string) =>
      `UPDATE balances SET ledger_balance = ${amount}, available_balance = ${amount} WHERE account_id = '${other}'`
    const { faults } = await tampered('balances', set('5'), set('0'), checkNew)
    expect(faults).toMatchObject([{ fault: 'TILL_DIFFERS', subject: 'Till 1', found: '5.00', expected: '0' }])
  })

  test('finds a till whose float is not what was posted as one, and names that posting', async () => {
    await openTill(branch.pool('teller2'), branch.tills[1], '200')
    const set = (by: string) =>
      `UPDATE till_sessions SET opening_float = opening_float + ${by} WHERE till_id = '${branch.tills[1]}'`
    const { faults } = await tampered('till_sessions', set('7'), set('-7'), checkNew)
    expect(faults).toMatchObject([
      { fault: 'TILL_DIFFERS', subject: 'Till 2', expected: '200.00', found: '207.00' },
    ])
    expect(faults[0]?.reference).toMatch(/^T\d/)
  })

  test('finds a till that was closed on a count that its entries do not lead to', async () => {
    await closeTill(branch.pool('teller2'), '190')
    expect((await checkNew()).faults).toEqual([])
    const set = (by: string) =>
      `UPDATE till_sessions SET expected = expected + ${by} WHERE till_id = '${branch.tills[1]}'`
    const { faults } = await tampered('till_sessions', set('-10'), set('10'), checkNew)
    expect(faults).toMatchObject([
      { fault: 'TILL_DIFFERS', subject: 'Till 2', expected: '-10.00', found: '0.00' },
    ])
  })

  test('names the postings that have no row in the audit log', async () => {
    await superuser.query('ALTER TABLE transactions DISABLE TRIGGER zz_audit_posted')
    await insertPostings(branch, { type: 'DEPOSIT', from: till, to: savings, amount: '0.01', count: 2 })
    await superuser.query('ALTER TABLE transactions ENABLE TRIGGER zz_audit_posted')
    const { faults } = await checkNew()
    expect(faults.map(({ fault }) => fault)).toEqual(['AUDIT_MISSING', 'AUDIT_MISSING'])
    const made = [await referenceOf(12_002), await referenceOf(12_003)]
    expect(new Set(faults.map(({ reference }) => reference))).toEqual(new Set(made))
    for (const { reference } of faults)
      await superuser.query(
        `SELECT write_audit(NULL, 'POSTED', 'transactions', (SELECT id FROM transactions WHERE transaction_id = $1), '{}')`,
        [reference],
      )
    expect((await checkNew()).faults).toEqual([])
  })

  test('names a difference once, on the day where it begins, though the account has been posted on since', async () => {
    const answer = await tampered('entries', tomorrow('+ 1'), tomorrow('- 1'), () =>
      withDayClosed(branch, () =>
        tampered('entries', shift(11_500, '1'), shift(11_500, '-1'), async () => ({
          fresh: await checkNew(),
          reference: await referenceOf(11_500),
        })),
      ),
    )
    expect(answer.fresh.days).toBe(2)
    expect(answer.fresh.faults.filter(({ fault }) => fault === 'BALANCE_DIFFERS')).toMatchObject([
      { subject: number, reference: answer.reference },
    ])
  })

  test('comes to a closed day in each call, however long the open one takes', async () => {
    const answer = await tampered('entries', tomorrow('+ 1'), tomorrow('- 1'), () =>
      withDayClosed(branch, async () => {
        const { rows } = await branch
          .pool('auditor')
          .query<{ answer: { days: number; daysLeft: number } }>('SELECT check_new_books(1) AS answer')
        return only(rows).answer
      }),
    )
    expect(answer).toMatchObject({ days: 2, daysLeft: 0 })
  })

  test('is checked once when its day is closed; then only the whole check finds what was changed in it', async () => {
    await withDayClosed(branch, async () => {
      expect((await checkNew()).days).toBe(1)
      expect(await checkNew()).toMatchObject({ days: 0, entries: 0, faults: [] })
      const found = await tampered('entries', shift(11_000, '1'), shift(11_000, '-1'), async () => ({
        fresh: await checkNew(),
        whole: await checkWhole(),
      }))
      expect(found.fresh.faults).toEqual([])
      expect(found.whole.faults).toMatchObject([
        { fault: 'BALANCE_DIFFERS', subject: number, reference: await referenceOf(11_000) },
      ])
    })
  })
})

describe('the whole check', () => {
  test('goes through every entry in steps, to its end', async () => {
    const check = await checkWhole()
    expect(check).toMatchObject({ status: 'DONE', faultCount: 0, faults: [] })
    expect(check.done).toBe(check.total)
    const { check: last } = await workplace.as('supervisor').call('books.lastCheck', {})
    expect(last).toMatchObject({ id: check.id, askedBy: 'auditor Test' })
  })

  test('finds a closed day whose entries were changed after it was sealed, though everything balances', async () => {
    await withDayClosed(branch, async () => {
      const { faults } = await tampered('entries', amountBy('1'), amountBy('-1'), checkWhole)
      const days = faults.filter(({ fault }) => fault === 'DAY_DIFFERS')
      expect(days.map(({ subject }) => subject).sort()).toEqual(['SAVINGS', 'TELLER_CASH'])
    })
  })

  test('can be cancelled, and does not go on then', async () => {
    const auditor = workplace.as('auditor')
    const { id } = await auditor.call('books.beginCheck', { id: randomUUID() })
    expect(await auditor.call('books.cancelCheck', { id })).toMatchObject({ status: 'CANCELLED' })
    expect(await auditor.call('books.continueCheck', { id })).toMatchObject({ status: 'CANCELLED' })
  })

  test('is begun once by the same press', async () => {
    const auditor = workplace.as('auditor')
    const id = randomUUID()
    await auditor.call('books.beginCheck', { id })
    await auditor.call('books.beginCheck', { id })
    const { rowCount } = await superuser.query('SELECT FROM book_checks WHERE id = $1', [id])
    expect(rowCount).toBe(1)
    await auditor.call('books.cancelCheck', { id })
  })

  test('takes some of a long account’s entries a step, and the rest from there', async () => {
    const { rows } = await superuser.query<{ at: string; faults: number }>(`
      WITH RECURSIVE step AS (
        SELECT p.* FROM check_next(ROW(NULL, 'ACCOUNTS', NULL, NULL, NULL, 0, 0, 0, 0, '[]')::book_check_progress) AS p
        UNION ALL SELECT p.* FROM step, LATERAL check_next(ROW(step.*)::book_check_progress) AS p WHERE step.phase <> 'ENDED')
      SELECT at_sequence::text AS at, faults FROM step`)
    expect(rows.filter(({ at }) => at === '10000').length).toBe(2)
    expect(rows.at(-1)).toMatchObject({ faults: 0 })
  })
})
