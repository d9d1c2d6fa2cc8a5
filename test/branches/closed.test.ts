import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { withDayClosed } from '../support/branch.ts'
import { openDate } from '../support/days.ts'
import { closeTill, openTill, post, reverse } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { newReversal } from '../support/reversals.ts'
import { cashAccountOf } from '../support/tills.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Two dates on each entry: nothing is recorded on a closed day, and nothing counts from a closed month. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const today = await openDate(branch)
const [from, to] = [
  await openNewCustomersAccount(branch, { balance: '100.00' }),
  await openNewCustomersAccount(branch),
]

const monthBefore = (date: string, months: number) => {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - months)
  return first.toISOString().slice(0, 7)
}
const [last, earlier] = [monthBefore(today, 1), monthBefore(today, 2)]

/** A transfer of 1 that counts from another day; answers its id. */
const transferOn = async (valueDate: string) =>
  only(
    (
      await superuser.query<{ id: string }>(
        `SELECT (write_posting(ROW($1, 'SUPERVISOR', $2, NULL, false, 'test')::identity, 'COUNTER', $3, 'TRANSFER',
          debit_credit($4, $5, 1), 'USD', NULL, p_value_date => $6)).posted_id AS id`,
        [branch.staff.supervisor.id, branch.id, randomUUID(), from, to, valueDate],
      )
    ).rows,
  ).id
const valueDateOf = async (reversed: string) =>
  only(
    (
      await superuser.query<{ date: string }>(
        'SELECT value_date::text AS date FROM transactions WHERE reversal_of = $1',
        [reversed],
      )
    ).rows,
  ).date
const balance = (date: string) => workplace.as('teller').call('accounts.balanceOn', { accountId: to, date })
const month = (businessDate: string) => workplace.call('branches.readMonth', { businessDate })

test('an entry on a closed day is refused by the ledger, whoever writes it and by whatever function', async () => {
  const posted = await post(branch.pool('teller'), 'TRANSFER', from, to, '1')
  const copy = `WITH t AS (INSERT INTO transactions SELECT (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(),
      'transaction_id', 'T-again', 'idempotency_key', gen_random_uuid()))).* FROM transactions t WHERE id = $1 RETURNING id)
    INSERT INTO entries SELECT (jsonb_populate_record(e, jsonb_build_object('transaction_id', t.id,
      'sequence', e.sequence + 1000))).* FROM entries e, t WHERE e.transaction_id = $1`
  await withDayClosed(branch, async () => {
    await expect(superuser.query(copy, [posted])).rejects.toMatchObject(refused('BRANCH_DAY_CLOSED'))
  })
})

test('a month is closed when it has ended, by a supervisor, once, and with everything before it', async () => {
  workplace.as('supervisor')
  expect(await month(today)).toMatchObject({ state: 'OPEN' })
  expect(await workplace.ask('branches.closeMonth', { businessDate: today })).toMatchObject({
    error: { code: 'MONTH_NOT_ENDED' },
  })
  expect(await month(`${last}-15`)).toMatchObject({ state: 'ENDED', closedBy: null })
  await transferOn(`${earlier}-10`)
  await workplace.call('branches.closeMonth', { businessDate: `${earlier}-03` })
  expect(await month(`${earlier}-15`)).toMatchObject({ state: 'CLOSED', closedBy: 'supervisor Test' })
  expect(await month('2001-01-01')).toMatchObject({ state: 'CLOSED' })
  expect(await month(`${last}-15`)).toMatchObject({ state: 'ENDED' })
  expect(await workplace.ask('branches.closeMonth', { businessDate: `${earlier}-30` })).toMatchObject({
    error: { code: 'MONTH_CLOSED' },
  })
  for (const who of ['teller', 'auditor', 'admin'] as const)
    await expect(branch.pool(who).query(`SELECT close_month('${last}-01')`)).rejects.toMatchObject(
      refused('FORBIDDEN'),
    )
})

test('nothing gets a value date in a closed month; one in an earlier month that is open is possible', async () => {
  await expect(transferOn(`${earlier}-10`)).rejects.toMatchObject(refused('MONTH_CLOSED'))
  await expect(transferOn('2001-01-01')).rejects.toMatchObject(refused('MONTH_CLOSED'))
  await transferOn(`${last}-20`)
  expect(await balance(`${last}-19`)).toEqual({ recorded: '0.00', byValue: '1.00' })
  expect(await balance(`${last}-20`)).toEqual({ recorded: '0.00', byValue: '2.00' })
  expect(await balance(today)).toEqual({ recorded: '3.00', byValue: '3.00' })
})

test('a reversal counts from the day of what it reverses, and where that month is closed from today', async () => {
  await openTill(branch.pool('teller'), branch.tills[0], '50')
  const cash = await cashAccountOf(branch, branch.tills[0])
  const posted = await post(branch.pool('teller'), 'DEPOSIT', cash, to, '5')
  await superuser.query('ALTER TABLE transactions DISABLE TRIGGER USER')
  await superuser.query('UPDATE transactions SET value_date = $2 WHERE id = $1', [posted, `${earlier}-10`])
  await superuser.query('ALTER TABLE transactions ENABLE TRIGGER USER')
  await workplace.as('teller').call('postings.reverse', newReversal(posted))
  expect(await valueDateOf(posted)).toBe(today)
  const open = await post(branch.pool('teller'), 'DEPOSIT', cash, to, '5')
  await superuser.query('ALTER TABLE transactions DISABLE TRIGGER USER')
  await superuser.query('UPDATE transactions SET value_date = $2 WHERE id = $1', [open, `${last}-20`])
  await superuser.query('ALTER TABLE transactions ENABLE TRIGGER USER')
  await workplace.as('teller').call('postings.reverse', newReversal(open))
  expect(await valueDateOf(open)).toBe(`${last}-20`)
  await closeTill(branch.pool('teller'), '50')
})

test('the general ledger has its dates as recorded, or by value date, each with its entries', async () => {
  const asked = { code: '2110', currency: 'USD', from: null, to: today }
  workplace.as('supervisor2')
  await closeTill(branch.pool('supervisor2'), '100')
  const byValue = await workplace.call('books.generalLedger', { ...asked, basis: 'VALUE' })
  const recorded = await workplace.call('books.generalLedger', { ...asked, basis: 'BUSINESS' })
  expect(recorded.days.map(({ date }) => date)).toEqual([today])
  expect(byValue.days.map(({ date }) => date)).toEqual([`${earlier}-10`, `${last}-20`, today])
  expect(byValue.days.at(-1)?.balance).toBe(recorded.days.at(-1)?.balance)
  const { entries } = await workplace.call('books.ledgerEntries', {
    code: '2110',
    currency: 'USD',
    date: `${earlier}-10`,
    basis: 'VALUE',
    after: null,
    limit: 10,
  })
  expect(entries.length).toBe(2)
})

test('a reversal at the moment at which its month is closed counts from today, and is not refused', async () => {
  const posted = await post(branch.pool('teller'), 'TRANSFER', from, to, '1')
  await superuser.query('ALTER TABLE transactions DISABLE TRIGGER USER')
  await superuser.query('UPDATE transactions SET value_date = $2 WHERE id = $1', [posted, `${last}-20`])
  await superuser.query('ALTER TABLE transactions ENABLE TRIGGER USER')
  const closing = await branch.pool('supervisor').connect()
  try {
    await closing.query('BEGIN')
    await closing.query('SELECT close_month($1)', [`${last}-15`])
    const reversed = reverse(branch.pool('teller'), posted)
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    await expect.poll(async () => (await superuser.query(waiting)).rowCount).toBe(1)
    await closing.query('COMMIT')
    await reversed
  } finally {
    closing.release()
  }
  expect(await valueDateOf(posted)).toBe(today)
})
