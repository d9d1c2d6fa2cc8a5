import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createPool } from '../../electron/db/pool.ts'
import type { Database, OpenOptions } from '../../electron/db/database.ts'
import { openDatabase } from '../../electron/db/open-database.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createSecretBox } from './fixtures/secret-box.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const optionsIn = (path: string): OpenOptions => ({
  dataFolder: join(path, 'data'),
  settingsFolder: join(path, 'settings'),
  migrationsFolder: MIGRATIONS,
  secretBox: createSecretBox(),
  workstationName: 'Till 1',
  env: {},
  log: () => {},
})

async function opened(options: OpenOptions): Promise<Database> {
  const database = await openDatabase(options)
  if (!database.ok) throw new Error(JSON.stringify(database.error))
  return database.value
}

it("opens the embedded database by the workstation's login, and by the same one next time", async () => {
  await using folder = await temporaryFolder()
  const options = optionsIn(folder.path)
  const first = await opened(options)
  expect(first).toMatchObject({ kind: 'embedded', serverVersion: expect.stringMatching(/^18\./) })
  expect(first.connection.user).toMatch(/^ws_till_1_/)
  await first.close()

  const second = await opened(options)
  expect({ ...second.connection, port: 0 }).toEqual({ ...first.connection, port: 0 })
  const pool = createPool(second.connection, null)
  expect((await pool.query('SELECT is_set_up FROM installation()')).rows).toEqual([{ is_set_up: false }])
  await pool.end()
  await second.close()
  expect(existsSync(join(options.dataFolder, 'cluster', 'postmaster.pid'))).toBe(false)
})

it('enrols again when the kept login is lost or its key has changed', async () => {
  await using folder = await temporaryFolder()
  const options = optionsIn(folder.path)
  const first = await opened(options)
  await first.close()
  const second = await opened({ ...options, secretBox: createSecretBox() })
  expect(second.connection.user).toBe(first.connection.user)
  expect(second.connection.password).not.toBe(first.connection.password)
  await second.close()
  await rm(join(options.settingsFolder, 'connection.json'))
  const third = await opened(options)
  expect(third.connection.user).not.toBe(first.connection.user)
  await third.close()
})

it('a damaged settings file stops it, and stays as it is', async () => {
  await using folder = await temporaryFolder()
  const options = optionsIn(folder.path)
  await (await opened(options)).close()
  const file = join(options.settingsFolder, 'connection.json')
  await writeFile(file, 'x')
  expect(await openDatabase(options)).toEqual({
    ok: false,
    error: { code: 'SETTINGS_DAMAGED', details: { file } },
  })
  expect(readFileSync(file, 'utf8')).toBe('x')
})

it('a bad COREX_DATABASE_URL is a fault, not a fall-back to the embedded server', async () => {
  await using folder = await temporaryFolder()
  const options = { ...optionsIn(folder.path), env: { COREX_DATABASE_URL: 'mysql://x' } }
  expect(await openDatabase(options)).toMatchObject({ ok: false, error: { code: 'URL_INVALID' } })
  expect(existsSync(options.dataFolder)).toBe(false)
})

it('a server that ends unexpectedly is started again, and its pools keep working', async () => {
  await using folder = await temporaryFolder()
  const options = optionsIn(folder.path)
  const database = await opened(options)
  const events: string[] = []
  database.onLost((fault) => events.push(fault.code))
  database.onRegained(() => events.push('back'))
  const pool = createPool(database.connection, null)
  await pool.query('SELECT 1')
  const lines = readFileSync(join(options.dataFolder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(lines[0]), 'SIGKILL')
  await expect.poll(() => events, { timeout: 30_000 }).toEqual(['SERVER_UNREACHABLE', 'back'])
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await pool.end()
  await database.close()
})
