import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { withoutLimits } from '../support/limits.ts'
import { countTill, openTill, postSql } from '../support/posting-functions.ts'
import { puppet } from '../support/puppets.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf } from '../support/tills.ts'
import { whileSuspended } from '../support/users.ts'

/**
 * An administrator alone who makes tellers and signs in as them, with the temporary passwords that nobody else knows, is one person: whoever
 * counts or decides must be another one.
 */

const workplace = await workplaceForFile({ vault: '1000000.00' })
const { branch } = workplace
const { database, staff } = branch
const { superuser } = database
await withoutLimits(branch)

const [one, other] = [await puppet(workplace), await puppet(workplace)]
const [till] = branch.tills
const ONE = database.pool(one.token, 2)
const OTHER = database.pool(other.token, 2)

/** What it takes to decide: the other count, and the approval of what is shown. */
async function decide(pool: typeof ONE, approvalId: string, counted: string): Promise<unknown> {
  try {
    await pool.query('SELECT count_cash($1, $2)', [approvalId, counted])
    const { rows } = await superuser.query(
      'SELECT approval_hash(a, facts_of(a)) AS hash FROM approvals a WHERE id = $1',
      [approvalId],
    )
    const decided = await pool.query<{ told: { status: string; failure: { code: string } | null } }>(
      'SELECT approve($1, $2) AS told',
      [approvalId, rows[0]?.hash],
    )
    return decided.rows[0]?.told.failure?.code ?? decided.rows[0]?.told.status
  } catch (error) {
    return Object(error)['constraint']
  }
}

const withoutSupervisors = (work: () => Promise<void>) =>
  whileSuspended(database, staff.supervisor.id, () => whileSuspended(database, staff.supervisor2.id, work))

test('an administrator with two tellers of his own, while all supervisors are suspended, makes no money', async () => {
  const account = await openNewCustomersAccount(branch)
  await withoutSupervisors(async () => {
    // Cash of the vault for the till, which nobody but him counts.
    await openTill(ONE, till, '0')
    const float = randomUUID()
    await ONE.query(`SELECT propose_till_cash($1, 'IN', 500000)`, [float])
    const again = (pool: typeof ONE) => decide(pool, float, '500000')
    expect(await again(OTHER)).toBe('NOT_TWO_PEOPLE')
    expect(await again(branch.pool('admin'))).toBe('NOT_TWO_PEOPLE')
    // A deposit without cash, and the till closed on a count that nobody made.
    await ONE.query(postSql({ from: await cashAccountOf(branch, till), to: account, amount: '40000' }))
    const approvalId = randomUUID()
    await countTill(ONE, '40000', { key: approvalId })
    expect(await decide(OTHER, approvalId, '40000')).toBe('NOT_TWO_PEOPLE')
    expect(await decide(branch.pool('admin'), approvalId, '40000')).toBe('NOT_TWO_PEOPLE')
    await expect(
      branch.pool('admin').query('SELECT decline($1, $2)', [approvalId, 'x']),
    ).rejects.toMatchObject(refused('NOT_TWO_PEOPLE'))
    const open = await superuser.query('SELECT FROM till_sessions WHERE user_id = $1 AND closed_at IS NULL', [
      one.id,
    ])
    expect(open.rowCount).toBe(1)
    // Somebody whom he did not let in counts, and finds what is missing.
    expect(await decide(branch.pool('teller2'), approvalId, '0')).toBe('COUNTS_DIFFER')
  })
})

test('who gave a teller the password is known also when that month of the log is deleted', async () => {
  const client = await superuser.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', '"audit_logs_"YYYYMM') AS part`,
    )
    await client.query(`ALTER TABLE audit_logs DETACH PARTITION ${only(rows).part}`)
    const given = await client.query('SELECT password_giver($1) AS giver, password_giver($2) AS none', [
      one.id,
      staff.supervisor.id,
    ])
    expect(given.rows).toEqual([{ giver: staff.admin.id, none: null }])
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

test('a supervisor is a second person to such a teller', async () => {
  const approvalId = randomUUID()
  await countTill(ONE, '40000', { key: approvalId })
  expect(await decide(branch.pool('supervisor'), approvalId, '40000')).toBe('APPROVED')
})

test('whoever resets a teller’s password is no second person to that teller from then on', async () => {
  const teller2 = branch.pool('teller2')
  const id = randomUUID()
  await openTill(teller2, branch.tills[1], '0')
  await teller2.query(`SELECT propose_till_cash($1, 'IN', 5)`, [id])
  await workplace
    .as('admin')
    .call('users.resetPassword', { userId: staff.teller2.id, temporaryPassword: 'a newer password' })
  const mayDecide = async (name: 'admin' | 'supervisor') => {
    const { approvals } = await workplace.as(name).call('approvals.list', { waiting: true })
    return approvals.find((approval) => approval.id === id)?.mayDecide
  }
  expect(await mayDecide('admin')).toBe(false)
  expect(await mayDecide('supervisor')).toBe(true)
  expect(await decide(branch.pool('admin'), id, '5')).toBe('NOT_TWO_PEOPLE')
  expect(await decide(branch.pool('supervisor'), id, '5')).toBe('APPROVED')
})
