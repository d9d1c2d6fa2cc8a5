import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { listMigrations, readMigrations } from '../../electron/db/migration-files.ts'
import { provision } from '../../electron/db/provision.ts'
import { schemaState } from '../../electron/db/schema-state.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { describeSchema } from '../support/describe-schema.ts'
import { post } from '../support/posting-functions.ts'
import { createRelease01Database } from './fixtures/release-0.1.ts'

type Row = Readonly<Record<string, unknown>>
type Rows = ReadonlyMap<string, readonly Row[]>

let database: Awaited<ReturnType<typeof createRelease01Database>>
let before: { state: Awaited<ReturnType<typeof schemaState>>; rows: Rows }
let upgraded: Awaited<ReturnType<typeof migrate>>

beforeAll(async () => {
  database = await createRelease01Database()
  before = { state: await stateAtStartUp(), rows: await allRows(database.admin) }
  await provision(database.admin, database.admin.database, MIGRATIONS)
  upgraded = await migrate(database.admin, MIGRATIONS)
})
afterAll(() => database[Symbol.asyncDispose]())

const stateAtStartUp = () => withClient(database.workstation, (client) => schemaState(client, MIGRATIONS))

/** The rows of every table but the migrator's. */
async function allRows(admin: Connection): Promise<Rows> {
  return withClient(admin, async (client) => {
    const tables = await client.query<{ name: string }>(`SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'corex'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname !~ 'migration'`)
    const rows = new Map<string, Row[]>()
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM corex.${name} t`)
      rows.set(
        name,
        found.rows.map(({ row }) => row),
      )
    }
    return rows
  })
}

/** The rows of `old` that `now` has no more, by the columns that both have. */
function lostRows(old: Rows, now: Rows): string[] {
  return [...old].flatMap(([table, rows]) => {
    const kept = now.get(table) ?? []
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column in (kept[0] ?? {}))
    const told = (row: Row) => JSON.stringify(columns.map((column) => row[column]))
    const there = new Set(kept.map(told))
    return rows.filter((row) => !there.has(told(row))).map((row) => `${table} ${told(row)}`)
  })
}

it('a database of release 0.1 is older for a workstation, and is upgraded by an administrator', async () => {
  expect(before.state).toEqual({ state: 'older', found: '0008-posting' })
  const added = (await listMigrations(MIGRATIONS)).filter((name) => name > '0008-posting')
  expect(upgraded).toEqual({ ok: true, value: added })
  expect(await stateAtStartUp()).toEqual({ state: 'current', found: added.at(-1) })
})

it('the upgraded database has the same schema as a fresh one, to the last grant', async () => {
  await using fresh = await createTestDatabase()
  expect(await describeSchema(database.admin)).toEqual(await describeSchema(fresh.admin))
})

it('the rows are untouched', async () => {
  const filled = [...before.rows].filter(([, rows]) => rows.length > 0).map(([table]) => table)
  expect(filled).toEqual(
    expect.arrayContaining([
      'users',
      'sessions',
      'customers',
      'kyc_files',
      'accounts',
      'entries',
      'audit_logs',
    ]),
  )
  expect(lostRows(before.rows, await allRows(database.admin))).toEqual([])
})

it('the migrations have the hashes of their files on record, also those that release 0.1 ran', async () => {
  const { rows } = await withClient(database.workstation, (client) =>
    client.query('SELECT name, hash FROM corex.schema_on_record()'),
  )
  expect(rows).toEqual((await readMigrations(MIGRATIONS)).map(({ name, hash }) => ({ name, hash })))
})

it('release 0.1 itself sees that the database is newer', async () => {
  const { rows } = await withClient(database.workstation, (client) =>
    client.query('SELECT corex.schema_version() AS version'),
  )
  expect(rows).toEqual([{ version: (await listMigrations(MIGRATIONS)).at(-1) }])
})

it('users who were signed in keep posting, and the books balance', async () => {
  const faults = () =>
    withClient(
      database.admin,
      async (client) => (await client.query('SELECT * FROM corex.check_books()')).rows,
    )
  expect(await faults()).toEqual([])
  await post(database.teller, 'DEPOSIT', database.till, database.account, '5.00')
  expect(await faults()).toEqual([])
  const { rows } = await database.teller.query(
    `SELECT read_statement($1, NULL, 1, NULL, NULL, NULL) #>> '{account,ledgerBalance}' AS balance`,
    [database.account],
  )
  expect(rows).toEqual([{ balance: '55.00' }])
})
