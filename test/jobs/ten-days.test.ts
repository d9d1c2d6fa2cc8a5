import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolWorkstation } from '../../electron/db/enrol.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { letPass } from '../support/jobs.ts'
import { only } from '../support/queries.ts'

const INSTANCES = 8
const DAYS = 10

let database: TestDatabase
const workstations = new Map<string, ChildProcess>()
const said: string[] = []

/** A job of ten portions that take a while, so that somebody can be killed at work. */
const LONG_WORK = `
  CREATE FUNCTION corex.work_long(run corex.job_attempts) RETURNS corex.job_portion LANGUAGE plpgsql
    SET search_path = pg_catalog, corex, ext, pg_temp AS $$
    BEGIN PERFORM pg_sleep(0.02); RETURN ROW(1, 9 - run.done, NULL)::job_portion; END $$;
  ALTER FUNCTION corex.work_long(corex.job_attempts) OWNER TO corex_owner;
  INSERT INTO corex.jobs (name, position, every, anchor, catch_up, worker)
    VALUES ('LONG_WORK', 300, '1 day', '2026-01-05', 'LATEST', 'work_long')`

async function openWorkstation(n: number): Promise<void> {
  const login = await enrolWorkstation(database.admin, `${database.name}_of_ten_days_${n}`)
  const program = join(import.meta.dirname, 'scheduler-process.ts')
  const child = spawn(process.execPath, [program, JSON.stringify({ ...database.admin, ...login })])
  child.stderr.on('data', (text) => said.push(String(text)))
  workstations.set(login.user, child)
}

beforeAll(async () => {
  database = await createTestDatabase()
  await database.superuser.query(LONG_WORK)
  await Promise.all(Array.from({ length: INSTANCES }, (_, n) => openWorkstation(n)))
})
afterAll(async () => {
  for (const child of workstations.values()) child.kill('SIGKILL')
  await database.drop()
  for (const user of workstations.keys()) await dropRole(user)
})

const dropRole = async (user: string) => {
  await using elsewhere = await createTestDatabase()
  await elsewhere.superuser.query(`DROP ROLE ${user}`)
}

const query = async <T extends object>(text: string) => (await database.superuser.query<T>(text)).rows

const nothingIsDue = () =>
  expect
    .poll(
      async () =>
        only(
          await query<{
            left: number
          }>(`SELECT (SELECT count(*) FROM corex.jobs j WHERE worker IS NOT NULL AND corex.is_due(j))::int
            + (SELECT count(*) FROM corex.job_attempts WHERE status = 'RUNNING')::int AS left`),
        ).left,
      { interval: 40 },
    )
    .toBe(0)

/** Kills whoever is at work on the long job, in the middle of it, as a power cut would. */
async function killAtWork(): Promise<string> {
  const atWork = await expect
    .poll(
      () =>
        query<{ workstation: string }>(`SELECT workstation FROM corex.job_attempts
      WHERE job = 'LONG_WORK' AND status = 'RUNNING' AND done > 1`),
      { interval: 10 },
    )
    .toHaveLength(1)
    .then(() =>
      query<{ workstation: string }>(`SELECT workstation FROM corex.job_attempts
      WHERE job = 'LONG_WORK' ORDER BY id DESC LIMIT 1`),
    )
  const { workstation } = only(atWork)
  workstations.get(workstation)?.kill('SIGKILL')
  return workstation
}

test('eight workstations run each job once a period for ten days, and one that is killed at work delays it by less than a minute', async () => {
  await nothingIsDue()
  let killed = ''
  for (let day = 1; day <= DAYS; day += 1) {
    await letPass(database, '1 day')
    if (day === 5) killed = await killAtWork()
    await nothingIsDue()
  }
  expect(said).toEqual([])
  const runs = await query<{ job: string; periods: number; runs: number; span: number }>(`
    SELECT a.job, count(DISTINCT period)::int AS periods, count(*)::int AS runs, (max(period) - min(period) + 1)::int AS span
    FROM corex.job_attempts a JOIN corex.jobs j ON j.name = a.job WHERE a.status = 'DONE' AND j.every = '1 day' GROUP BY a.job`)
  expect(runs.map(({ job }) => job)).toContain('LONG_WORK')
  for (const { job, ...numbers } of runs)
    expect(numbers, job).toEqual({ periods: DAYS + 1, runs: DAYS + 1, span: DAYS + 1 })
  const others = await query(`SELECT job, period FROM corex.job_attempts WHERE status = 'DONE' AND NOT extra
    GROUP BY job, period HAVING count(*) > 1`)
  expect(others).toEqual([])

  const failed = await query<{ job: string; status: string }>(
    `SELECT job, status, attempt, workstation FROM corex.job_attempts WHERE status <> 'DONE'`,
  )
  expect(failed).toEqual([{ job: 'LONG_WORK', status: 'ABANDONED', attempt: 1, workstation: killed }])
  const [taken] = await query<{ seconds: number; workstation: string; done: number }>(`
    SELECT extract(epoch FROM b.started_at - a.heartbeat_at)::float AS seconds, b.workstation, b.done::int FROM corex.job_attempts a
      JOIN corex.job_attempts b USING (job, period) WHERE a.status = 'ABANDONED' AND b.attempt = 2`)
  expect(taken?.workstation).not.toBe(killed)
  expect(taken?.done).toBe(10)
  expect(taken?.seconds).toBeLessThan(60)
})
