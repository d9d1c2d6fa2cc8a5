import { afterAll, beforeAll, expect, test } from 'vitest'
import { readJobs } from '../../electron/jobs/read-jobs.ts'
import { type OutsideWork, runOutside } from '../../electron/jobs/run-outside.ts'
import { never } from '../support/backups.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { doWhatIsDue, letPass, runsOf } from '../support/jobs.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const counts = async () => {
  const { rows } = await database.superuser.query<{ job: string; runs: number }>(
    `SELECT job, count(*)::int AS runs FROM corex.job_attempts WHERE status = 'DONE' GROUP BY job ORDER BY job`,
  )
  return Object.fromEntries(rows.map(({ job, runs }) => [job, runs]))
}
const change = (text: string) => database.superuser.query(`UPDATE corex.jobs SET ${text}`)

test('each job runs once in its period, whoever asks at the same moment and however often', async () => {
  await Promise.all([1, 2, 1, 2].map((n) => doWhatIsDue(database.db(null, n === 1 ? 1 : 2))))
  await doWhatIsDue(database.db())
  const first = await counts()
  expect(Object.keys(first)).toHaveLength(11)
  expect([...new Set(Object.values(first))]).toEqual([1])
})

test('after a week off they are caught up in their order: each day that is counted, and the others once', async () => {
  const before = await counts()
  await letPass(database, '7 days')
  const portions = await doWhatIsDue(database.db())
  const after = await counts()
  const grown = Object.fromEntries(
    Object.keys(after).map((job) => [job, (after[job] ?? 0) - (before[job] ?? 0)]),
  )
  expect(grown).toMatchObject({ AUDIT_GROWTH: 7, RECONCILIATION: 1, EXPIRED_DOCUMENTS: 1 })
  const { rows } = await database.superuser.query<{ name: string }>(
    'SELECT name FROM corex.jobs ORDER BY position',
  )
  const order = rows.map(({ name }) => name)
  const taken = portions.map(({ job }) => order.indexOf(job))
  expect(taken).toEqual(taken.toSorted((a, b) => a - b))
  const days = portions.filter(({ job }) => job === 'AUDIT_GROWTH').map(({ period }) => period)
  expect(days).toEqual(days.toSorted((a, b) => a.localeCompare(b)))
  expect(portions.find(({ job }) => job === 'RECONCILIATION')).toMatchObject({ skipped: 6 })
  // The clock stands still and the periods are moved, so the day that was counted before is the last of the seven.
  const counted = await database.superuser.query('SELECT FROM corex.audit_growth')
  expect(counted.rowCount).toBe(7)
})

test('one that fails undoes its portion, says why, keeps no other from running, and is tried again later', async () => {
  await letPass(database, '1 day')
  await change(`worker = 'no_such_work' WHERE name = 'ORPHAN_FILES'`)
  await doWhatIsDue(database.db())
  const failed = await runsOf(database, 'ORPHAN_FILES')
  expect(failed.at(-1)).toMatchObject({
    status: 'FAILED',
    attempt: 1,
    error: expect.stringMatching(/^42883 /),
  })
  expect((await runsOf(database, 'AUDIT_GROWTH')).at(-1)?.status).toBe('DONE')
  expect(await doWhatIsDue(database.db())).toEqual([])
  await change(`worker = 'remove_orphan_files', retry_at = clock_timestamp() WHERE name = 'ORPHAN_FILES'`)
  await doWhatIsDue(database.db())
  expect((await runsOf(database, 'ORPHAN_FILES')).at(-1)).toMatchObject({
    status: 'DONE',
    attempt: 2,
    period: failed.at(-1)?.period,
  })
})

test('a clock that was years ahead keeps nothing from running once it is right', async () => {
  await change(`done_through = done_through + 3650 WHERE name = 'AUDIT_PARTITIONS'`)
  const before = (await runsOf(database, 'AUDIT_PARTITIONS')).length
  await doWhatIsDue(database.db())
  expect((await runsOf(database, 'AUDIT_PARTITIONS')).length).toBe(before + 1)
  expect(await doWhatIsDue(database.db())).toEqual([])
})

test('work outside is a lease: one has it, and who was silent for a minute has lost it to the next attempt', async () => {
  await database.superuser.query(
    `INSERT INTO corex.jobs (name, position, every, anchor, catch_up) VALUES ('COPY', 200, '1 day', '2026-01-05', 'LATEST')`,
  )
  const [one, two] = [database.pool(null, 1), database.pool(null, 2)]
  const take = async (who: typeof one) => {
    const { rows } = await who.query<{ run: { id: string; attempt: number } | null }>(
      `SELECT take_outside_job('{COPY}') AS run`,
    )
    return rows[0]?.run ?? null
  }
  const say = async (who: typeof one, call: string, id: string | undefined) =>
    (await who.query<{ answer: unknown }>(`SELECT ${call} AS answer`, [id])).rows[0]?.answer
  const first = await take(one)
  expect(first).toMatchObject({ attempt: 1 })
  expect(await take(two)).toBeNull()
  expect(await say(two, 'beat_job($1, 1, 9)', first?.id)).toBe('LOST')
  expect(await say(one, 'beat_job($1, 1, 9)', first?.id)).toBe('GO_ON')
  await database.superuser.query(
    `UPDATE corex.job_attempts SET heartbeat_at = now() - interval '61 seconds' WHERE id = $1`,
    [first?.id],
  )
  const second = await take(two)
  expect(second).toMatchObject({ attempt: 2 })
  expect(await say(one, 'beat_job($1, 2, 9)', first?.id)).toBe('LOST')
  expect(await say(one, 'end_outside_job($1, 9, NULL)', first?.id)).toBe(false)
  expect(await say(two, 'end_outside_job($1, 9, NULL)', second?.id)).toBe(true)
  expect((await runsOf(database, 'COPY')).map(({ status }) => status)).toEqual(['ABANDONED', 'DONE'])
  expect(await take(one)).toBeNull()
})

test('backup and drill are jobs of the embedded server alone, and only the program that runs it takes one', async () => {
  const names = async () =>
    (await readJobs(database.db())).filter(({ outside }) => outside).map(({ name }) => name)
  expect(await names()).toEqual(expect.arrayContaining(['BACKUP', 'DRILL']))
  expect(await runOutside(database.db(), {}, never())).toBe(false)
  // As a server of the bank's own answers, which is not started by the application.
  await database.superuser
    .query(`CREATE OR REPLACE FUNCTION corex.is_offered(job corex.jobs) RETURNS boolean LANGUAGE sql STABLE
    AS 'SELECT NOT job.only_embedded OR current_setting(''cluster_name'') = ''none'''`)
  expect(await names()).toEqual(['COPY'])
  expect(await runOutside(database.db(), { BACKUP: async () => {} }, never())).toBe(false)
})

test('work outside that somebody stops ends as stopped, what fails says why and waits, and a program that quits leaves its run', async () => {
  await database.superuser.query(`DELETE FROM corex.job_attempts WHERE job = 'COPY'`)
  await change(
    `done_through = NULL, retry_after = '1 day', asked_at = NULL, retry_at = NULL WHERE name = 'COPY'`,
  )
  const db = database.db()
  const copy = (work: OutsideWork, signal = never()) => runOutside(db, { COPY: work }, signal, 20)
  await copy(() => Promise.reject(new Error('FOLDER_AWAY')))
  expect((await runsOf(database, 'COPY')).at(-1)).toMatchObject({ status: 'FAILED', error: 'FOLDER_AWAY' })
  expect(await copy(async () => {})).toBe(false)
  await change(`retry_at = NULL WHERE name = 'COPY'`)
  const quitting = new AbortController()
  await copy(
    (_, { signal }) => (quitting.abort(), signal.throwIfAborted(), Promise.resolve()),
    quitting.signal,
  )
  expect((await runsOf(database, 'COPY')).at(-1)).toMatchObject({ status: 'RUNNING' })
  await database.superuser.query(`UPDATE corex.job_attempts SET heartbeat_at = now() - interval '61 seconds'`)
  const stop = () =>
    database.superuser.query(`UPDATE corex.job_attempts SET cancel = true WHERE status = 'RUNNING'`)
  await copy(async (_, { progress, signal }) => {
    progress(40, 100)
    await stop()
    await new Promise((_done, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
  })
  expect((await runsOf(database, 'COPY')).map(({ status }) => status)).toEqual([
    'FAILED',
    'ABANDONED',
    'CANCELLED',
  ])
  expect((await runsOf(database, 'COPY')).at(-1)).toMatchObject({ done: 40, error: null })
})
