import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { VERSION } from '../../electron/build.ts'
import { urlOf } from '../../electron/db/connection.ts'
import { versionOnDisk, watchInstalled } from '../../electron/installed-version.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
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

test('a version that was installed while this one runs is offered once it lies there whole', async () => {
  await using folder = await temporaryFolder()
  const unpacked = join(folder.path, 'app.asar.unpacked')
  await mkdir(unpacked)
  const put = (text: string) => writeFile(join(unpacked, 'package.json'), text)
  let now = 0
  const look = () => {
    now += 60_000
    return isOther()
  }
  const isOther = watchInstalled(
    () => versionOnDisk(folder.path),
    () => now,
  )
  expect(await look()).toBe(false)
  await put(JSON.stringify({ version: VERSION }))
  expect([await look(), await look()]).toEqual([false, false])
  await put('{"version": "9.9.9"}')
  expect(await isOther()).toBe(false)
  expect([await look(), await look()]).toEqual([false, true])
  await put('{"vers')
  expect(await isOther()).toBe(true)
  expect(await look()).toBe(false)
})

test('the offer of another version stands before that of a moved schema, and behind one that no longer serves', async () => {
  const { state, call } = createWorkplace(branch)
  const env = { COREX_DATABASE_URL: urlOf(database.workstation(1)) }
  let isOther = false
  Object.assign(state, { isOtherInstalled: async () => isOther, options: { ...state.options, env } })
  const upgrade = async () => (await call('sessions.get', {})).upgrade
  const look = () => database.superuser.query('NOTIFY corex_schema')
  await database.superuser.query(`UPDATE corex.schema_serves SET oldest = '0300-code'`)
  await connect(state)
  await expect.poll(async () => (await heartbeats()).length).toBe(1)
  expect(await upgrade()).toBeNull()
  isOther = true
  await look()
  await expect.poll(upgrade).toBe('INSTALLED')
  await database.superuser.query(`UPDATE corex.schema_serves SET oldest = '9998-code'`)
  await look()
  await expect.poll(upgrade).toBe('OUTGROWN')
  await disconnect(state)
})

const heartbeats = async () =>
  (
    await database.superuser.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'corex heartbeat' AND state = 'idle' AND query LIKE '%schema_mark%'
         AND datname = current_database()`,
    )
  ).rows
