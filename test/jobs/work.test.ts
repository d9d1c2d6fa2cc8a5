import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { registerCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { newHold } from '../support/holds.ts'
import { doWhatIsDue, runsOf } from '../support/jobs.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** What the jobs do, asked for by a person where it is not their time. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const today = await openDate(branch)
await ensureOpenTill(branch, branch.staff.teller, 0)
await doWhatIsDue(database.db())

/** Ten thousand take half a minute of a quiet machine: DOCUMENTS=10000 npm run unit -- test/jobs/work.test.ts */
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 1_000)

const query = async <T extends object>(text: string, values: unknown[] = []) =>
  (await database.superuser.query<T>(text, values)).rows
const runNow = async (name: 'EXPIRED_DOCUMENTS' | 'LAPSES' | 'RECONCILIATION' | 'ORPHAN_FILES') => {
  await workplace.as('supervisor').call('jobs.runNow', { name })
  return doWhatIsDue(database.db())
}
const jobNamed = async (name: string) =>
  (await workplace.as('supervisor').call('jobs.list', {})).jobs.find((job) => job.name === name)

const columns = async (table: string) =>
  (
    await query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'corex' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
      [table],
    )
  ).map(({ name }) => name)

/** Thousands of customers like this one, with documents like theirs: copied as no user can, beside all triggers. */
async function copyCustomer(customerId: string): Promise<void> {
  const copy = async (table: string, key: string, own: Readonly<Record<string, string>>) => {
    const names = await columns(table)
    const values = names.map((name) => own[name] ?? `t.${name}`)
    return `INSERT INTO corex.${table} (${names.join(', ')}) SELECT ${values.join(', ')}
      FROM corex.${table} t CROSS JOIN corex.copies n WHERE t.${key} = '${customerId}';`
  }
  await database.superuser.query(`SET session_replication_role = replica;
    CREATE TABLE corex.copies AS SELECT n, gen_random_uuid() AS id FROM generate_series(2, ${DOCUMENTS}) AS n;
    ${await copy('customers', 'id', { id: 'n.id', customer_number: "'C' || n.n", email: 'NULL', phone: 'NULL', tin: 'NULL' })}
    ${await copy('kyc_standing', 'customer_id', { customer_id: 'n.id' })}
    ${await copy('kyc_documents', 'customer_id', {
      id: 'gen_random_uuid()',
      file_id: 'gen_random_uuid()',
      expires_at: `CASE WHEN t.document_type = 'PASSPORT' THEN date '${today}' - 1 END`,
      customer_id: 'n.id',
      document_number: "'N' || n.n",
      number_key: "'N' || n.n",
    })}
    DROP TABLE corex.copies; ANALYZE corex.customers, corex.kyc_standing, corex.kyc_documents;
    SET session_replication_role = origin`)
}

test(`${DOCUMENTS} documents expire by one job, the status of their customers follows, and the counter shows it`, async () => {
  const customerId = await registerCustomer(branch.pool('teller'))
  for (const [type, until] of [
    ['PASSPORT', '2999-01-01'],
    ['UTILITY_BILL', undefined],
  ] as const)
    await approveDocument(
      database,
      branch.staff.supervisor,
      await uploadDocument(database, branch.staff.teller, customerId, type, until),
    )
  await copyCustomer(customerId)
  await query(
    `UPDATE corex.kyc_documents SET expires_at = $1::date - 1 WHERE customer_id = $2 AND document_type = 'PASSPORT'`,
    [today, customerId],
  )
  const portions = await runNow('EXPIRED_DOCUMENTS')
  const ended = portions.filter(({ job }) => job === 'EXPIRED_DOCUMENTS')
  expect(ended.at(-1)).toMatchObject({ status: 'DONE', done: DOCUMENTS, total: DOCUMENTS, asked: true })
  expect(new Set(ended.map(({ id }) => id)).size).toBe(1)
  expect(
    await query(`SELECT (SELECT count(*) FROM corex.kyc_documents WHERE status = 'EXPIRED')::int AS documents,
    (SELECT count(*) FROM corex.kyc_standing WHERE expired_on IS NOT NULL)::int AS customers,
    (SELECT jsonb_agg(DISTINCT jsonb_build_array(actor, user_id)) FROM corex.audit_logs WHERE action = 'STATUS_EXPIRED') AS by,
    (SELECT done FROM corex.job_runs WHERE kind = 'EXPIRED_DOCUMENTS') AS of_the_day`),
  ).toEqual([{ documents: DOCUMENTS, customers: DOCUMENTS, by: [['JOB', null]], of_the_day: DOCUMENTS }])
  const other = only(
    await query<{ id: string }>(`SELECT id FROM corex.customers WHERE customer_number = 'C${DOCUMENTS}'`),
  )
  for (const id of [customerId, other.id])
    expect(await workplace.as('teller').call('customers.get', { customerId: id })).toMatchObject({
      kycStatus: 'EXPIRED',
    })
})

test('a hold whose last day passed while the branch was closed is released', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '100.00' })
  const ends = newHold(accountId, { expiresOn: today })
  await workplace.as('supervisor').call('accounts.placeHold', ends)
  await runNow('LAPSES')
  expect(await heldOf(accountId)).toBe('1.00')
  await query(`UPDATE corex.holds SET expires_on = expires_on - 3`)
  const left = await runNow('LAPSES')
  expect(left.at(0)).toMatchObject({ job: 'LAPSES', done: 1 })
  expect(await heldOf(accountId)).toBe('0.00')
})

const heldOf = async (accountId: string) =>
  only(await query<{ held: string }>('SELECT held FROM corex.balances WHERE account_id = $1', [accountId]))
    .held

test('books that differ end the check as failed, with what to look for, and without an end of its own', async () => {
  const [balance] = await query<{ account_id: string }>(
    'SELECT account_id FROM corex.balances ORDER BY account_id DESC LIMIT 1',
  )
  const hold = (by: string) =>
    database.superuser.query(`SET session_replication_role = replica;
      UPDATE corex.balances SET held = held + ${by}, available_balance = available_balance - ${by} WHERE account_id = '${balance?.account_id}';
      SET session_replication_role = origin`)
  await hold('5')
  await runNow('RECONCILIATION')
  expect(await jobNamed('RECONCILIATION')).toMatchObject({
    state: 'FAILED',
    last: { error: expect.stringMatching(/HELD_DIFFERS/) },
  })
  await hold('-5')
  await runNow('RECONCILIATION')
  expect(await jobNamed('RECONCILIATION')).toMatchObject({ state: 'WAITING', last: { status: 'DONE' } })
})

test('the growth of the audit log is known from its first day on', async () => {
  const growth = await workplace.as('auditor').call('jobs.auditGrowth', {})
  expect(growth.days).toHaveLength(1)
  expect(growth.logBytes).toBeGreaterThan(0)
  expect(growth.bytesInAYear).toBe(growth.logBytes + 365 * (growth.bytesADay ?? Number.NaN))
})

test('who asks and who stops is on record; a teller may neither ask nor see, and the audit says a job did it', async () => {
  expect(await workplace.as('teller').ask('jobs.runNow', { name: 'LAPSES' })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  expect(await workplace.as('teller').ask('jobs.list', {})).toMatchObject({ ok: false })
  await workplace.as('admin').call('jobs.runNow', { name: 'ORPHAN_FILES' })
  await workplace.as('admin').call('jobs.runNow', { name: 'ORPHAN_FILES' })
  expect(
    await query(`SELECT action, user_id FROM corex.audit_logs WHERE action = 'JOB_ASKED' AND user_id = $1`, [
      branch.staff.admin.id,
    ]),
  ).toHaveLength(1)
  await doWhatIsDue(database.db())
  const { runs } = await workplace.as('auditor').call('jobs.history', { name: 'ORPHAN_FILES' })
  expect(runs.map(({ asked, status }) => [asked, status])).toEqual([
    [true, 'DONE'],
    [false, 'DONE'],
  ])
  await query(`INSERT INTO corex.job_attempts (job, period, attempt, extra, workstation, build, pid)
    VALUES ('ORPHAN_FILES', 1, 1, true, 'ws', 'b', 0)`)
  await workplace.as('admin').call('jobs.stop', { name: 'ORPHAN_FILES' })
  expect(await query(`SELECT cancel FROM corex.job_attempts WHERE status = 'RUNNING'`)).toEqual([
    { cancel: true },
  ])
  expect((await runsOf(database, 'ORPHAN_FILES')).length).toBe(3)
})
