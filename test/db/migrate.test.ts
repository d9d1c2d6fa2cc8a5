import { appendFile, cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { listMigrations, readMigrations } from '../../electron/db/migration-files.ts'
import { schemaState } from '../../electron/db/schema-state.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { emptyDatabase } from './fixtures/empty-database.ts'
import { runFixture } from './fixtures/programs.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const A = join(import.meta.dirname, 'fixtures/migrations-a')
const B = join(import.meta.dirname, 'fixtures/migrations-b')

it('two workstations that migrate at the same moment do it once', async () => {
  await using database = await emptyDatabase()
  const once = async () => {
    const run = await runFixture('migrate-once.ts', [JSON.stringify(database.admin), A])
    await run.gone
    return run.answer
  }
  const answers = await Promise.all([once(), once()])
  const all = { ok: true, value: ['0001-first', '0002-second'] }
  expect(answers).toContainEqual(all)
  expect(answers).toContainEqual({ ok: true, value: [] })
  const { rows } = await withClient(database.admin, (client) =>
    client.query('SELECT count(*) FROM corex.things'),
  )
  expect(rows).toEqual([{ count: '20000' }])
})

it('what a migration makes belongs to corex_owner', async () => {
  await using database = await emptyDatabase()
  await migrate(database.admin, A)
  const { rows } = await withClient(database.admin, (client) =>
    client.query(`SELECT DISTINCT relowner::regrole::text AS owner FROM pg_class
                  WHERE relnamespace = 'corex'::regnamespace`),
  )
  expect(rows).toEqual([{ owner: 'corex_owner' }])
})

it('a migration that fails leaves nothing behind, names itself, and can be run again', async () => {
  await using database = await emptyDatabase()
  await expect(migrate(database.admin, B)).rejects.toThrow('0003-broken')
  const left = await withClient(database.admin, (client) =>
    client.query(
      `SELECT to_regclass('corex.things') AS things, count(*)::int AS noted FROM corex.kysely_migration`,
    ),
  )
  expect(left.rows).toEqual([{ things: null, noted: 0 }])
  expect(await migrate(database.admin, A)).toMatchObject({ ok: true })
})

it('a database that knows more than this application is SCHEMA_NEWER and stays as it is', async () => {
  await using database = await emptyDatabase()
  await migrate(database.admin, A)
  await withClient(database.admin, (client) =>
    client.query(`INSERT INTO corex.kysely_migration VALUES ('0099-future', 'x')`),
  )
  expect(await migrate(database.admin, A)).toEqual({
    ok: false,
    error: { code: 'SCHEMA_NEWER', details: { found: '0099-future' } },
  })
  expect(await withClient(database.admin, (client) => schemaState(client, A))).toMatchObject({
    state: 'newer',
  })
})

it('a workstation distinguishes absent, older, current and newer', async () => {
  await using database = await emptyDatabase()
  const ask = (folder: string) => withClient(database.admin, (client) => schemaState(client, folder))
  expect(await ask(A)).toMatchObject({ state: 'absent' })
  await migrate(database.admin, A)
  expect(await ask(A)).toEqual({ state: 'current', found: '0002-second' })
  expect(await ask(B)).toMatchObject({ state: 'older' })

  await using real = await createTestDatabase()
  const asWorkstation = await withClient(real.workstation(1), (client) => schemaState(client, MIGRATIONS))
  expect(asWorkstation).toEqual({ state: 'current', found: (await listMigrations(MIGRATIONS)).at(-1) })
})

const recorded = (connection: Connection) =>
  withClient(
    connection,
    async (client) => (await client.query('SELECT name, hash FROM corex.schema_on_record()')).rows,
  )

it('the hash of each migration is recorded with it', async () => {
  await using database = await emptyDatabase()
  await migrate(database.admin, A)
  expect(await recorded(database.admin)).toEqual(
    (await readMigrations(A)).map(({ name, hash }) => ({ name, hash })),
  )
})

it('a migration that changed since it was run is SCHEMA_CHANGED by its name, and nothing is run', async () => {
  await using database = await emptyDatabase()
  await using folder = await temporaryFolder()
  await migrate(database.admin, A)
  await cp(B, folder.path, { recursive: true })
  await appendFile(join(folder.path, '0002-second.sql'), '-- another word\n')
  expect(await migrate(database.admin, folder.path)).toEqual({
    ok: false,
    error: { code: 'SCHEMA_CHANGED', details: { migration: '0002-second' } },
  })
  expect(await withClient(database.admin, (client) => schemaState(client, folder.path))).toEqual({
    state: 'changed',
    found: '0002-second',
  })
})

it('the hashes that a database has not recorded are taken over with its next migration', async () => {
  await using database = await emptyDatabase()
  await using folder = await temporaryFolder()
  await migrate(database.admin, A)
  await withClient(database.admin, (client) => client.query('DELETE FROM corex.migration_hashes'))
  await cp(A, folder.path, { recursive: true })
  await writeFile(join(folder.path, '0003-third.sql'), 'CREATE TABLE third ();')
  expect(await migrate(database.admin, folder.path)).toEqual({ ok: true, value: ['0003-third'] })
  expect(await recorded(database.admin)).toEqual(
    (await readMigrations(folder.path)).map(({ name, hash }) => ({ name, hash })),
  )
})

it('a workstation reads with its own login which migration changed', async () => {
  await using real = await createTestDatabase()
  await real.superuser.query(
    `UPDATE corex.migration_hashes SET hash = repeat('0', 64) WHERE name = '0003-audit'`,
  )
  expect(await withClient(real.workstation(1), (client) => schemaState(client, MIGRATIONS))).toEqual({
    state: 'changed',
    found: '0003-audit',
  })
})
