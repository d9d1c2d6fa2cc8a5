import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { listMigrations } from '../../electron/db/migration-files.ts'
import { provision } from '../../electron/db/provision.ts'
import { schemaState } from '../../electron/db/schema-state.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { runFixture } from './fixtures/programs.ts'

const A = join(import.meta.dirname, 'fixtures/migrations-a')
const B = join(import.meta.dirname, 'fixtures/migrations-b')

/** A provisioned database without any migration. */
async function emptyDatabase() {
  const name = `empty_${randomBytes(6).toString('hex')}`
  const admin = inDatabase(inject('cluster'), name)
  await provision(admin, name, MIGRATIONS)
  const drop = () =>
    withClient(
      inject('cluster'),
      async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
    )
  return { admin, [Symbol.asyncDispose]: drop }
}

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

it('a workstation can tell absent, older, current and newer', async () => {
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
