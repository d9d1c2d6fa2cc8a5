import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { bankOf, newBranch } from '../support/new-branch.ts'
import { proposeVaultCash } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { approveBySql } from '../support/second-person.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser, type TestUser } from '../support/users.ts'
import { isSomebodyWaiting } from '../support/waiting.ts'

/** What people of one branch could do to another one, or to the bank, and what is true of all branches together. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const { superuser } = database
const second = await addUser(database, branch.id, { username: 'second.admin', role: 'ADMIN' })
const third = await addUser(database, branch.id, { username: 'third.admin', role: 'ADMIN' })
const { by, decide, made, rowOf, propose, moved } = bankOf(workplace, second)
const admin = () => workplace.as('admin')
const value = async <T>(sql: string, values: unknown[] = []) =>
  only((await superuser.query<{ value: T }>(`SELECT ${sql} AS value`, values)).rows).value
const zone = () => value<string>('bank_time_zone()')
const count = () => value<string>(`suspense_state() ->> 'count'`)
/** Lets somebody go back to the first branch, as two of it decide. */
const backHome = async (proposer: TestUser, who: TestUser) => {
  const key = await propose(proposer, who.id, branch.id)
  expect(await decide(third, key)).toMatchObject({ value: { status: 'APPROVED' } })
}

test('who was proposed for a branch while nobody decided there does not come to it past its own people', async () => {
  const { key: id, name } = await made()
  const late = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  const waiting = await propose(staff.admin, late.id, id)
  await moved('ADMIN', id, second)
  expect(await decide(second, waiting)).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'OTHER_BRANCH', details: { branch: name } } },
  })
  expect(await value('(SELECT branch_id FROM users WHERE id = $1)', [late.id])).toBe(branch.id)
})

test('a branch is not proposed under the id of another one', async () => {
  const asked = newBranch({ key: branch.id })
  expect(await admin().ask('branches.propose', asked)).toMatchObject({ error: { code: 'KEY_REUSED' } })
})

test('the calendar of the bank is that of the branch that was made first, whatever the id of a later one', async () => {
  const before = await zone()
  await made({ key: '00000000-0000-4000-8000-000000000001', timeZone: 'Pacific/Kiritimati' })
  expect(await zone()).toBe(before)
})

test('a new branch takes over what was agreed about its customers and their documents', async () => {
  await superuser.query(
    `INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, proposed_by)
     SELECT id, 'KYC_POLICY', $1, 'kyc_policies', id, '{}', $2 FROM unnest($3::uuid[]) AS id`,
    [branch.id, staff.admin.id, [randomUUID(), randomUUID()]],
  )
  const approvals = await superuser.query<{ id: string }>(
    `SELECT id FROM approvals WHERE kind = 'KYC_POLICY'`,
  )
  const [policy, rule] = approvals.rows.map(({ id }) => id)
  await superuser.query(
    `INSERT INTO kyc_policies SELECT (jsonb_populate_record(p, jsonb_build_object('id', uuidv7(), 'branch_id', $1::uuid,
       'approval_id', $2::uuid, 'identities', 3, 'valid_from', '2024-01-01'))).* FROM kyc_policies p WHERE risk = 'LOW' AND branch_id IS NULL`,
    [branch.id, policy],
  )
  await superuser.query(
    `INSERT INTO retention_rules (branch_id, purpose, event, years, valid_from, approval_id)
     VALUES ($1, 'IDENTITY', 'ENDED', 30, '2024-01-01', $2)`,
    [branch.id, rule],
  )
  const asked = newBranch()
  await admin().call('branches.propose', asked)
  const { facts } = await by(second).call('approvals.read', { approvalId: asked.key })
  expect(facts).toMatchObject({ agreedLimits: 2 })
  await decide(second, asked.key)
  expect(await value(`(kyc_policy_in_force($1, 'LOW', current_date)).identities`, [asked.key])).toBe(3)
  expect(await value(`(retention_in_force($1, 'IDENTITY', 'ENDED', current_date)).years`, [asked.key])).toBe(
    30,
  )
})

test('a month is not closed while another branch still has working days in it', async () => {
  const name = 'Branch of the last hours'
  const { key: id } = await made({ name, timeZone: 'Pacific/Pago_Pago' })
  const last = `(date_trunc('month', date_in('Pacific/Pago_Pago')) + interval '1 month')::date - 1`
  const withdrawn = await superuser.query<{ id: string }>(
    `UPDATE business_days SET withdrawn_at = now(), closed_at = now(), closed_by = $1 WHERE closed_at IS NULL RETURNING id`,
    [staff.supervisor.id],
  )
  await superuser.query(
    `INSERT INTO business_days (branch_id, business_date, opened_by, closed_by, closed_at) VALUES ($1, ${last}, $2, $2, now())`,
    [branch.id, staff.supervisor.id],
  )
  const month = await value<string>(`(${last})::text`)
  // A branch that has closed for good keeps no month open.
  const close = (besides: string) =>
    superuser.query('UPDATE branches SET closed_at = now() WHERE id NOT IN ($1, $2)', [branch.id, besides])
  await close(id)
  expect(await workplace.as('supervisor').call('branches.readMonth', { businessDate: month })).toMatchObject({
    state: 'OPEN',
  })
  expect(await workplace.ask('branches.closeMonth', { businessDate: month })).toMatchObject({
    error: { code: 'MONTH_STILL_OPEN', details: { branch: name } },
  })
  await close(branch.id)
  expect(await workplace.call('branches.readMonth', { businessDate: month })).toMatchObject({
    state: 'ENDED',
  })
  await superuser.query(`UPDATE branches SET closed_at = NULL`)
  await superuser.query(`DELETE FROM business_days WHERE branch_id = $1 AND business_date = ${last}`, [
    branch.id,
  ])
  await superuser.query(
    `UPDATE business_days SET withdrawn_at = NULL, closed_at = NULL, closed_by = NULL WHERE id = ANY ($1)`,
    [withdrawn.rows.map((day) => day.id)],
  )
  expect(await rowOf(id)).toMatchObject({ dayOpen: true })
})

test('what was under way at a branch when its people left keeps it from being closed', async () => {
  const { key: id } = await made()
  const anna = await moved('ADMIN', id, second)
  const sam = await moved('SUPERVISOR', id, anna)
  const sue = await moved('SUPERVISOR', id, anna)
  const cash = await proposeVaultCash(database.pool(sam.token), '100.00')
  await database.pool(sue.token).query('SELECT count_cash($1, 100)', [cash])
  const hers = database.pool(sue.token)
  const { rows } = await hers.query<{ hash: string }>(`SELECT read_approval($1) ->> 'hash' AS hash`, [cash])
  const open = await hers.connect()
  try {
    await open.query('BEGIN')
    await open.query(`SELECT approve($1, decode($2, 'hex'))`, [cash, only(rows).hash])
    for (const who of [sam, sue, anna]) await backHome(anna, who)
    const key = randomUUID()
    await admin().call('branches.proposeClosing', { key, branchId: id })
    const closing = decide(second, key)
    await vi.waitFor(async () => expect(await isSomebodyWaiting(superuser)).toBe(true), 5000)
    await open.query('COMMIT')
    expect(await closing).toMatchObject({
      value: {
        status: 'FAILED',
        failure: { code: 'BRANCH_NOT_EMPTY', details: { left: 'CASH, SUSPENSE, DAY' } },
      },
    })
  } finally {
    open.release(true)
  }
  expect(await rowOf(id)).toMatchObject({ closedAt: null })
})

test('what waits on suspense is counted whatever branch has forgotten an open day', async () => {
  const { key: id } = await made()
  const before = await count()
  expect(Number(before)).toBeGreaterThan(0)
  const days = await superuser.query<{ id: string }>(
    `UPDATE business_days SET closed_at = now(), closed_by = $1 WHERE closed_at IS NULL RETURNING id`,
    [staff.supervisor.id],
  )
  await superuser.query(
    `INSERT INTO business_days (branch_id, business_date, opened_by) VALUES ($1, '2020-01-02', $2)`,
    [id, staff.supervisor.id],
  )
  expect(await count()).toBe(before)
  await superuser.query(`DELETE FROM business_days WHERE business_date = '2020-01-02'`)
  await superuser.query('UPDATE business_days SET closed_at = NULL, closed_by = NULL WHERE id = ANY ($1)', [
    days.rows.map((day) => day.id),
  ])
})

test('whose own branch has closed meanwhile stays where they work when their time there is over', async () => {
  const { key: id } = await made()
  const anna = await moved('ADMIN', id, second)
  const tom = await moved('TELLER', id, anna)
  const key = randomUUID()
  const until = await value<string>(`(local_date() + 20)::text`)
  await by(anna).call('users.proposeBranch', { key, userId: tom.id, branchId: branch.id, until })
  await decide(third, key)
  await superuser.query(`UPDATE users SET status = 'INACTIVE' WHERE id = $1`, [tom.id])
  await backHome(anna, anna)
  const closing = randomUUID()
  await admin().call('branches.proposeClosing', { key: closing, branchId: id })
  expect(await decide(second, closing)).toMatchObject({ value: { status: 'APPROVED' } })
  await admin().call('users.setStatus', { userId: tom.id, status: 'ACTIVE' })
  await superuser.query(`UPDATE users SET assigned_until = now() WHERE id = $1`, [tom.id])
  await superuser.query('SELECT end_assignments()')
  const { rows } = await superuser.query(
    'SELECT branch_id, home_branch_id AS home, assigned_until AS until FROM users WHERE id = $1',
    [tom.id],
  )
  expect(only(rows)).toEqual({ branch_id: branch.id, home: null, until: null })
})

test('approved twice at once, a branch is closed once', async () => {
  const { key: branchId } = await made()
  const [one, other] = [randomUUID(), randomUUID()]
  for (const key of [one, other]) await admin().call('branches.proposeClosing', { key, branchId })
  const answers = await Promise.allSettled([
    approveBySql(database.pool(second.token), one),
    approveBySql(database.pool(third.token), other),
  ])
  const { rows } = await superuser.query(`SELECT status FROM approvals WHERE id = ANY ($1) ORDER BY status`, [
    [one, other],
  ])
  expect([answers.length, rows]).toEqual([2, [{ status: 'APPROVED' }, { status: 'FAILED' }]])
})
