import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { checkClock } from '../../electron/db/check-clock.ts'
import { withClient } from '../../electron/db/admin.ts'
import { branchForFile } from '../support/test-file.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { PASSWORD } from '../support/users.ts'
import { createWorkplace } from '../support/workplace.ts'

const DAY_MS = 86_400_000

const today = () => new Date().toISOString().slice(0, 10)

const withoutPartition = (database: TestDatabase) =>
  withClient(database.admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT 'audit_logs_' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMM') AS name`,
    )
    await client.query(`DROP TABLE corex.${rows[0]?.name ?? ''}`)
  })

describe('a database with records', () => {
  let database: TestDatabase
  beforeAll(async () => (database = await createTestDatabase()))
  afterAll(() => database.drop())

  const recordOf = async (days: number) => {
    await database.superuser.query(
      `SELECT corex.ensure_audit_partition((now() + $1 * interval '1 day')::date)`,
      [days],
    )
    await database.superuser.query(
      `INSERT INTO corex.audit_logs (id, action, resource_type, details, created_at, xid, hash)
       SELECT corex.uuidv7_floor(now() + $1 * interval '1 day'), 'TEST', 'users', '{}', now() + $1 * interval '1 day', pg_current_xact_id(), sha256('')`,
      [days],
    )
  }
  const checked = (env: Record<string, string> = {}, now?: number) =>
    checkClock(database.workstation(1), { env }, now)
  const wrong = { ok: false, error: { code: 'CLOCK_WRONG' } }
  const fine = { ok: true }

  it('is opened when its clock and this computer’s agree, and refused by name when they do not', async () => {
    expect(await checked()).toMatchObject(fine)
    expect(await checked({}, Date.now() + 40 * DAY_MS)).toMatchObject(wrong)
    expect(await checked({}, Date.now() - 365 * DAY_MS)).toMatchObject(wrong)
    expect(await checked({ COREX_CLOCK_CONFIRMED: today() }, Date.now() + 40 * DAY_MS)).toMatchObject(wrong)
  })

  it('is refused by name when nothing was recorded for 800 days, until the date is confirmed', async () => {
    await recordOf(-800)
    expect(await checked()).toMatchObject(wrong)
    expect(await checked({ COREX_CLOCK_CONFIRMED: '2020-01-01' })).toMatchObject(wrong)
    expect(await checked({ COREX_CLOCK_CONFIRMED: today() })).toMatchObject(fine)
  })

  it('is refused by name when its newest record is of a later time', async () => {
    await recordOf(0)
    expect(await checked()).toMatchObject(fine)
    await recordOf(40)
    expect(await checked()).toMatchObject(wrong)
    expect(await checked({ COREX_CLOCK_CONFIRMED: today() })).toMatchObject(fine)
  })
})

describe('a month of the audit log that has no partition', () => {
  test('gets one by the next thing that is recorded, so that people sign in', async () => {
    const branch = await branchForFile()
    await withoutPartition(branch.database)
    const { ask, close } = createWorkplace(branch)
    const username = branch.staff.teller.username
    const answer = await ask('sessions.signIn', { username, password: `not ${PASSWORD}` })
    expect(answer).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REFUSED' } })
    await close()
  })

  test('gets one when the application opens the database, before anybody signs in', async () => {
    await using database = await createTestDatabase()
    await withoutPartition(database)
    await checkClock(database.workstation(1), { env: {} })
    const { rows } = await database.superuser.query(
      `SELECT to_regclass('corex.audit_logs_' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMM')) IS NOT NULL AS made`,
    )
    expect(rows).toEqual([{ made: true }])
  })
})
