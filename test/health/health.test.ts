import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeIdentifier } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HealthRow, HealthRowName } from '../../shared/contract/health.ts'
import { internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { createBranch, type TestBranch } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { expectHealth, healthRow } from '../support/health.ts'
import { doWhatIsDue, letPass } from '../support/jobs.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { only } from '../support/queries.ts'
import { createWorkplace, type TestWorkplace } from '../support/workplace.ts'

/** Each row is made wrong where it can be made wrong, is seen to say so, is put right, and is seen to say that. */

let database: TestDatabase
let branch: TestBranch
let workplace: TestWorkplace
beforeAll(async () => {
  database = await createTestDatabase()
  branch = await createBranch(database, { vault: '0' })
  workplace = createWorkplace(branch)
})
afterAll(async () => {
  await workplace.close()
  await database.drop()
})

const query = (text: string, values: unknown[] = []) => database.superuser.query(text, values)
/** As somebody would who has the files of the server, past every guard. */
const tamper = (text: string) =>
  query(`SET session_replication_role = replica; ${text}; SET session_replication_role = origin`)

const rowOf = (name: HealthRowName) => healthRow(workplace, name)
const expectRow = (name: HealthRowName, state: HealthRow['state'], says: HealthRow['says']) =>
  expectHealth(workplace, name, state, says)

const reconcile = async () => {
  await letPass(database, '1 day')
  await doWhatIsDue(database.db())
}

const signedInBy = (build: string) =>
  `UPDATE corex.sessions SET workstation = 'ws_old', build = ${build} WHERE user_id = $1`

test('administrators and supervisors see it, and nobody else', async () => {
  for (const name of ['admin', 'supervisor'] as const)
    expect((await workplace.as(name).ask('health.read', {})).ok).toBe(true)
  for (const name of ['teller', 'auditor'] as const) {
    expect(await workplace.as(name).ask('health.read', {})).toMatchObject({ error: { code: 'FORBIDDEN' } })
    await expect(branch.pool(name).query('SELECT read_health()')).rejects.toThrow('FORBIDDEN')
  }
})

test('JOBS: one that failed, and one that nobody runs', async () => {
  await doWhatIsDue(database.db())
  await expectRow('JOBS', 'OK', 'jobs')
  await letPass(database, '1 day')
  await query(`UPDATE corex.jobs SET worker = 'no_such_work' WHERE name = 'ORPHAN_FILES'`)
  await doWhatIsDue(database.db())
  expect(await rowOf('JOBS')).toMatchObject({
    state: 'ACT',
    says: 'jobsFailed',
    facts: { names: ['ORPHAN_FILES'] },
  })
  await query(
    `UPDATE corex.jobs SET worker = 'remove_orphan_files', retry_at = NULL WHERE name = 'ORPHAN_FILES'`,
  )
  await doWhatIsDue(database.db())
  await expectRow('JOBS', 'OK', 'jobs')
  await letPass(database, '2 days')
  await expectRow('JOBS', 'LOOK', 'jobsOverdue')
  await doWhatIsDue(database.db())
  await expectRow('JOBS', 'OK', 'jobs')
})

test('BOOKS: a figure that differs, and books that nobody checks', async () => {
  const account = await openNewCustomersAccount(branch)
  const hold = (by: number) =>
    tamper(
      `UPDATE corex.balances SET held = held + ${by}, available_balance = available_balance - ${by} WHERE account_id = '${account}'`,
    )
  await hold(5)
  await reconcile()
  expect(await rowOf('BOOKS')).toMatchObject({ state: 'ACT', says: 'booksDiffer' })
  await hold(-5)
  await reconcile()
  await expectRow('BOOKS', 'OK', 'books')
  await tamper(
    `UPDATE corex.job_attempts SET ended_at = ended_at - interval '4 days' WHERE job = 'RECONCILIATION'`,
  )
  await expectRow('BOOKS', 'LOOK', 'booksOld')
  await reconcile()
  await expectRow('BOOKS', 'OK', 'books')
})

test('SUSPENSE: what waits, by its age', async () => {
  const suspense = await internalAccount(branch, 'SUSPENSE')
  const other = await openNewCustomersAccount(branch)
  const post = (from: string, to: string) =>
    insertPostings(branch, { type: 'TRANSFER', from, to, amount: '10.00', count: 1 })
  await expectRow('SUSPENSE', 'OK', 'suspenseNone')
  await post(other, suspense)
  await expectRow('SUSPENSE', 'OK', 'suspense')
  await query(`ALTER TABLE corex.entries DISABLE TRIGGER USER;
    UPDATE corex.entries SET business_date = business_date - 40 WHERE account_id = '${suspense}';
    ALTER TABLE corex.entries ENABLE TRIGGER USER`)
  expect(await rowOf('SUSPENSE')).toMatchObject({ state: 'ACT', says: 'suspenseOld', facts: { count: 1 } })
  await post(suspense, other)
  await expectRow('SUSPENSE', 'OK', 'suspenseNone')
})

test('PARTITIONS: months that are missing, made by their job', async () => {
  await expectRow('PARTITIONS', 'OK', 'partitions')
  const { rows } = await query(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'corex.audit_logs'::regclass ORDER BY 1 DESC LIMIT 20`,
  )
  for (const { name } of rows) await query(`DROP TABLE ${String(name)}`)
  expect(await rowOf('PARTITIONS')).toMatchObject({
    state: 'LOOK',
    says: 'partitionsFew',
    facts: { count: 4 },
  })
  await letPass(database, '1 day')
  await doWhatIsDue(database.db())
  await expectRow('PARTITIONS', 'OK', 'partitions')
})

test('CONNECTIONS: near a limit', async () => {
  const limit = (most: number) =>
    query(`ALTER DATABASE ${escapeIdentifier(database.name)} CONNECTION LIMIT ${most}`)
  await expectRow('CONNECTIONS', 'OK', 'connections')
  const { rows } = await query(
    'SELECT numbackends AS n FROM pg_stat_database WHERE datname = current_database()',
  )
  await limit(Number(only(rows)['n']) + 1)
  expect((await rowOf('CONNECTIONS'))?.says).toBe('connectionsMany')
  await limit(-1)
  await expectRow('CONNECTIONS', 'OK', 'connections')
})

test('SLOTS: one that nobody reads, and the backup’s that is missing', async () => {
  await expectRow('SLOTS', 'OK', 'slotsNone')
  await query(`SELECT pg_create_physical_replication_slot('of_a_standby', true)`)
  expect(await rowOf('SLOTS')).toMatchObject({
    state: 'LOOK',
    says: 'slotIdle',
    facts: { text: 'of_a_standby' },
  })
  await query(`SELECT pg_drop_replication_slot('of_a_standby')`)
  await expectRow('SLOTS', 'OK', 'slotsNone')
})

test('CHECKSUMS: a page that was changed on the disk', async () => {
  await expectRow('CHECKSUMS', 'OK', 'checksums')
  await query('CREATE TABLE corex.of_pages AS SELECT n FROM generate_series(1, 100) AS n')
  // Writes it past the server's memory, so that the next reader meets the disk.
  await query('VACUUM FULL corex.of_pages')
  const { rows } = await query(
    `SELECT current_setting('data_directory') AS folder, pg_relation_filepath('corex.of_pages') AS file`,
  )
  const file = await open(join(String(only(rows)['folder']), String(only(rows)['file'])), 'r+')
  const at = 8000
  const { buffer: before } = await file.read(Buffer.alloc(1), 0, 1, at)
  await file.write(Buffer.from([(before[0] ?? 0) ^ 1]), 0, 1, at)
  await expect(query('SELECT sum(n) FROM corex.of_pages')).rejects.toThrow('invalid page')
  expect(await rowOf('CHECKSUMS')).toMatchObject({ state: 'ACT', says: 'checksumsFail', facts: { count: 1 } })
  await file.write(before, 0, 1, at)
  await file.close()
  await query('SELECT sum(n) FROM corex.of_pages')
  await query('SELECT pg_stat_reset()')
  await expectRow('CHECKSUMS', 'OK', 'checksums')
})

test('SETTINGS: of the server, as they are now', async () => {
  const name = escapeIdentifier(database.name)
  await expectRow('SETTINGS', 'OK', 'settings')
  await query(`ALTER DATABASE ${name} SET log_parameter_max_length_on_error = 100`)
  expect(await rowOf('SETTINGS')).toMatchObject({ state: 'LOOK', facts: { names: ['LOGS_PARAMETERS'] } })
  await query(`ALTER DATABASE ${name} RESET log_parameter_max_length_on_error`)
  await expectRow('SETTINGS', 'OK', 'settings')
})

test('WORKSTATIONS: of different builds', async () => {
  await expectRow('WORKSTATIONS', 'OK', 'workstations')
  const { id } = branch.staff.apiUser
  await query(signedInBy(`'0.0.9'`), [id])
  expect(await rowOf('WORKSTATIONS')).toMatchObject({
    state: 'LOOK',
    says: 'workstationsDiffer',
    facts: { count: 2 },
  })
  await query(signedInBy('(SELECT max(build) FROM corex.sessions)'), [id])
  await expectRow('WORKSTATIONS', 'OK', 'workstations')
})

test('CALLS: one that has become slow', async () => {
  const { callTimes } = workplace.state
  const took = (ms: number, often: number) =>
    Array.from({ length: often }, () => callTimes.note('customers.search', ms))
  took(3_000, 20)
  expect(await rowOf('CALLS')).toMatchObject({
    state: 'LOOK',
    says: 'callsSlow',
    facts: { text: 'customers.search' },
  })
  took(10, 500)
  await expectRow('CALLS', 'OK', 'calls')
  const { calls } = await workplace.as('admin').call('health.read', {})
  expect(calls.find(({ name }) => name === 'health.read')?.calls).toBeGreaterThan(20)
})
