import { expect, test, vi } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { createWorkplace } from '../support/workplace.ts'

const { branch } = await workplaceForFile()
const { database } = branch

test('a workstation sees within its heartbeat that the database was upgraded, and offers to start anew', async () => {
  const { state, call } = createWorkplace(branch)
  const restart = vi.fn()
  const env = { COREX_DATABASE_URL: urlOf(database.workstation(1)) }
  Object.assign(state, { restart, options: { ...state.options, env } })
  await connect(state)
  const upgrade = async () => (await call('sessions.get', {})).upgrade
  expect(await upgrade()).toBeNull()
  // The first look is what it opened; an upgrade comes later than that.
  await expect.poll(async () => (await heartbeats()).length).toBe(1)
  await database.superuser.query(
    `INSERT INTO corex.kysely_migration VALUES ('9998-code', 'x'); NOTIFY corex_schema`,
  )
  await expect.poll(upgrade).toBe('MOVED')
  await database.superuser.query(`UPDATE corex.schema_serves SET oldest = '9998-code'; NOTIFY corex_schema`)
  await expect.poll(upgrade).toBe('OUTGROWN')
  await call('database.restart', {})
  expect(restart).toHaveBeenCalledOnce()
  await disconnect(state)
})

const heartbeats = async () =>
  (
    await database.superuser.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'corex heartbeat' AND state = 'idle' AND query LIKE '%schema_mark%'
         AND datname = current_database()`,
    )
  ).rows
